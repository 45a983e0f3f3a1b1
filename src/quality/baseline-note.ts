/** What somebody wrote behind an entry of a baseline: why it is known, and until when. `# until 2027-01-31: the reason`. */
import { type CivilDay, isoDay } from '../model/civil-day.js';
import { parseDay } from '../model/period-parse.js';

export interface KnownNote {
  /** The last day on which the entry holds; null = it does not end. */
  readonly until: CivilDay | null;
  readonly reason: string | null;
}

const UNTIL = /^until(?:[:\s]|$)\s*([^\s:]*)\s*:?(.*)$/iu;
/** An earlier day is a year of another calendar, or a slip: no baseline is as old. */
const EARLIEST = '2000-01-01';

/** The text behind the `#` of an entry; null where there is none, the text that should be a date where it is none. */
export function parseNote(text: string): KnownNote | { readonly badDate: string } | null {
  const written = visible(text).trim();
  if (written === '') return null;
  const dated = UNTIL.exec(written);
  if (dated === null) return { until: null, reason: written };
  const [, date = '', reason = ''] = dated;
  const until = parseDay(date);
  if (until === null || isoDay(until) < EARLIEST) return { badDate: date };
  return { until, reason: reason.trim() || null };
}

/** The note as it is written; {@link parseNote} reads it. */
export function noteText({ until, reason }: KnownNote): string {
  const text = visible(reason ?? '');
  if (until === null) return text;
  return `until ${isoDay(until)}${text === '' ? '' : `: ${text}`}`;
}

/** Of two notes of one entry: the earlier day, for it must not stay known longer than anybody said. */
export function joinedNote(one: KnownNote | undefined, other: KnownNote | undefined): KnownNote | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  const [first, second] = (one.until ?? Infinity) <= (other.until ?? Infinity) ? [one, other] : [other, one];
  return { until: first.until, reason: first.reason ?? second.reason };
}

/** Whether an entry holds no more on a day. */
export function hasExpired(note: KnownNote | undefined, today: CivilDay): boolean {
  return note !== undefined && note.until !== null && note.until < today;
}

/** Without what is invisible or turns a line around. */
function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g, '');
}
