import { type Said, said } from '../locale/said.js';
import { isoDay } from '../model/civil-day.js';
import { isAllTime, periodEndInclusive } from '../model/period.js';
import type { Clock } from './measure-request.js';
import type { Resolved } from './request.js';

/** What a request names that the files do not have, and what it leaves to the clock: about options and the config. */
export function optionWarnings(resolved: Resolved, clock: Clock): Said[] {
  return [...cadenceWarnings(resolved), ...relativeWarnings(resolved, clock)];
}

const MOST_NAMES = 3;

/** Targets that hold for each quarter, month …, where all data was asked about. */
function cadenceWarnings({ withoutPeriod }: Resolved): Said[] {
  if (withoutPeriod.length === 0) return [];
  const targets = withoutPeriod.slice(0, MOST_NAMES);
  return [said('target_without_period', { targets, more: withoutPeriod.length - targets.length })];
}

/** The clock of a relative period, where the data ends before the period does: `last-quarter` of an old file. */
function relativeWarnings({ period, relative, asOf }: Resolved, { dataEnd }: Clock): Said[] {
  if (relative === null || asOf !== null || dataEnd === null || isAllTime(period)) return [];
  if (periodEndInclusive(period) <= dataEnd) return [];
  const { asked, countedFrom } = relative;
  return [said('relative_period', { asked, today: isoDay(countedFrom), dataEnd: isoDay(dataEnd) })];
}
