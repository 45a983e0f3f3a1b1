/** Whether the records themselves can be believed: what is open is open, what closed closed on its day, nothing is missing. */
import { type DealDurations, STILL_OPEN } from '../../../kpi/durations.js';
import type { Question } from '../../../kpi/measure.js';
import { closed } from '../../../kpi/populations.js';
import { said } from '../../../locale/said.js';
import { type CivilDay, isoDay, NO_DAY } from '../../../model/civil-day.js';
import { closingDays } from '../../bulk-days.js';
import type { Check } from './definition.js';

/** Up to so many of the open deals may be older than any that closed; of the closed ones lack a date (judgements). */
const FEW = 0.05;
/** Up to so many of the closed deals may have been created on the day they closed (a judgement). */
const ON_THE_DAY = 0.2;

/** Open deals older than the oldest age at which any deal closed. */
export function reallyOpen({ days, causes, open }: DealDurations): Check {
  let oldest = -1;
  for (let at = 0; at < days.length; at++) {
    if (causes[at] !== STILL_OPEN) oldest = Math.max(oldest, days[at] as number);
  }
  if (oldest < 0) return { holds: null, evidence: said('nothing_closed') };
  let older = 0;
  for (let at = 0; at < days.length; at++) {
    if (causes[at] === STILL_OPEN && (days[at] as number) > oldest) older++;
  }
  return { holds: older <= FEW * open, evidence: said('open_beyond_closing', { older, open, days: oldest }) };
}

/** Whether the closings begin with the deals. `from`: the day on which they begin, where that is later (`closingsFrom`). */
export function wholeHistory(from: CivilDay | null): Check {
  return from === null
    ? { holds: true, evidence: said('closings_complete') }
    : { holds: false, evidence: said('closings_begin', { day: isoDay(from) }) };
}

/** Whether many deals were closed on one day, as the finding `bulk_closing` judges it. */
export function trueDates({ population, asOf }: Question): Check {
  const found = population.has('closed_at') ? closingDays(closed(population), asOf) : null;
  if (found === null) return { holds: null, evidence: said('nothing_closed') };
  const { day, n } = found.busiest;
  return {
    holds: found.bulk.length === 0,
    evidence: said('busiest_day', { day: isoDay(day), n, usual: found.usual }),
  };
}

/** Whether there are losses, and closed deals have their dates. */
export function lossesTold({ won, lost, excluded }: DealDurations): Check {
  const undated = excluded.find(({ reason }) => reason === 'undated_closed')?.n ?? 0;
  const all = won + lost + undated;
  if (all === 0) return { holds: null, evidence: said('nothing_closed') };
  return {
    holds: lost > 0 && undated <= FEW * all,
    evidence: said('losses_of_closed', { lost, closed: all, undated }),
  };
}

/** Closed deals that were created on the day they closed. */
export function enteredWhenBegun({ population }: Question): Check {
  if (!population.has('created_at') || !population.has('closed_at')) {
    return { holds: null, evidence: said('nothing_closed') };
  }
  const [created, closedAt] = [population.column('created_at'), population.column('closed_at')];
  let [n, same] = [0, 0];
  for (const row of closed(population).rows) {
    if (created[row] === NO_DAY || closedAt[row] === NO_DAY) continue;
    n++;
    if (created[row] === closedAt[row]) same++;
  }
  if (n === 0) return { holds: null, evidence: said('nothing_closed') };
  return { holds: same <= ON_THE_DAY * n, evidence: said('closed_on_creation', { same, closed: n }) };
}
