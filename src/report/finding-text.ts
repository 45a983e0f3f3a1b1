/** The sentence of a finding that stands for many records. */
import { brief } from '../locale/brief.js';
import { type Said, said } from '../locale/said.js';
import { type Speech, say } from '../locale/say.js';
import type { Place } from '../model/deals.js';

/** Rows that a sentence names; the document may list more. */
const NAMED = 5;

/** `1,480 times, such as in rows 3, 13, 20: the product "GTXPro" is not in products.csv`. */
export function findingText(
  common: Said,
  places: readonly Pick<Place, 'file' | 'row'>[],
  message: string,
  speech: Speech,
): string {
  const [first] = places;
  const named = places.filter(({ file }) => file === first?.file).slice(0, NAMED);
  const rows = named.map(({ row }) => row);
  return `${brief(say(said('found_in_rows', { common, rows }), speech))}: ${message}`;
}

/** The same of a finding whose values are withheld. */
export function timesText(
  n: number,
  places: readonly Pick<Place, 'file' | 'row'>[],
  title: string,
  speech: Speech,
): string {
  return findingText(said('found_times', { n }), places, title, speech);
}

/** What stands behind the sentence of a violation whose entry in the baseline has expired. */
export function knownUntil(
  { until, reason }: { readonly until: string; readonly reason: string | null },
  speech: Speech,
): string {
  return ` (${say(said('known_until', { until, reason }), speech)})`;
}
