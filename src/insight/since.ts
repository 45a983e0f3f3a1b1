import type { Question } from '../kpi/measure.js';
import { pointInTime } from '../kpi/snapshot.js';
import type { ArgsOf } from '../locale/said.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import { OPEN } from '../model/outcome.js';
import type { Fact } from './definition.js';

/**
 * What became of the records of an advice by the newest day of the files. What was to be done on a past day has in part
 * been done since: the advice is about the rest.
 */
export interface Since {
  /** The day of the snapshot, before the newest one. */
  readonly asOf: CivilDay;
  readonly newest: CivilDay;
  /** Records, or customers, that were settled after the snapshot: closed, came back. */
  readonly settled: number;
  readonly left: number;
}

/** The days of a past snapshot and of the newest record; null where the snapshot is of the newest day. */
export function pastDays(question: Question): Pick<Since, 'asOf' | 'newest'> | null {
  const asOf = pointInTime(question);
  return asOf === null || asOf >= question.dataEnd ? null : { asOf, newest: question.dataEnd };
}

/** Of deals that were open at a past snapshot, those that are open still, and what is to be said of the others. */
export function closedSince(
  question: Question,
  rows: Uint32Array,
): { readonly left: Uint32Array; readonly since: Since | null } {
  const days = pastDays(question);
  if (days === null) return { left: rows, since: null };
  const outcome = question.population.column('outcome');
  const left = rows.filter((row) => outcome[row] === OPEN);
  return { left, since: { ...days, settled: rows.length - left.length, left: left.length } };
}

/** Evidence of what has become of it. */
export function sinceFact(since: Since | null): Fact {
  if (since === null) return null;
  return { ...since, asOf: isoDay(since.asOf), newest: isoDay(since.newest) };
}

/** The past day, for the title of a finding; null where it is the newest one. */
export function asOfSince(since: Since | null): string | null {
  return since === null ? null : isoDay(since.asOf);
}

/** What has become of it, for a sentence. */
export function sinceArgs(since: Since | null): SinceArgs {
  return since === null ? null : { ...since, asOf: isoDay(since.asOf), newest: isoDay(since.newest) };
}

type SinceArgs = ArgsOf<'stalled_value_detail'>['since'];
