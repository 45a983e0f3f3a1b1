import type { Question } from '../kpi/measure.js';
import { pointInTime } from '../kpi/snapshot.js';
import { localDigits } from '../locale/digits.js';
import { countText } from '../locale/numbers.js';
import type { Lang } from '../locale/text.js';
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

/** `2017-09-30`, in the digits of the language. */
export function dayText(day: CivilDay, lang: Lang): string {
  return localDigits(isoDay(day), lang);
}

/** `As of 2017-09-30; since then (to 2017-12-31) 12 have closed, 18 are still open.` with a space before; else ''. */
export function closedSinceText(since: Since | null, lang: Lang): string {
  if (since === null) return '';
  const [asOf, newest] = [dayText(since.asOf, lang), dayText(since.newest, lang)];
  const [settled, left] = [countText(since.settled, lang), countText(since.left, lang)];
  const closed =
    since.settled === 0 ? 'none of them has' : `${settled} of them ${since.settled === 1 ? 'has' : 'have'}`;
  return lang === 'fa'
    ? ` در تاریخ ${asOf}؛ از آن پس (تا ${newest}) ${settled} معامله از آن‌ها بسته شده و ${left} هنوز باز است.`
    : ` As of ${asOf}; since then (to ${newest}) ${closed} closed, ${left} ${since.left === 1 ? 'is' : 'are'} still open.`;
}
