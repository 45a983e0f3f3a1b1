/** The sentence of a finding that stands for many records. */
import { countText } from '../locale/numbers.js';
import type { Lang, Phrase } from '../locale/text.js';
import type { Place } from '../model/deals.js';

/** Rows that a sentence names; the document may list more. */
const NAMED = 5;

const SUCH_AS: Phrase<{ common: string; rows: string; message: string }> = {
  en: ({ common, rows, message }) => `${common}, such as in rows ${rows}: ${message}`,
  fa: ({ common, rows, message }) => `${common}، مانند سطرهای ${rows}: ${message}`,
};

/** `1,480 times, such as in rows 3, 13, 20: the product "GTXPro" is not in products.csv`. */
export function findingText(
  common: string,
  places: readonly Pick<Place, 'file' | 'row'>[],
  message: string,
  lang: Lang,
): string {
  const [first] = places;
  const named = places.filter(({ file }) => file === first?.file).slice(0, NAMED);
  return SUCH_AS[lang]({ common, rows: named.map(({ row }) => row).join(lang === 'fa' ? '، ' : ', '), message });
}

/** The same of a finding whose values are withheld. */
export function timesText(
  count: number,
  places: readonly Pick<Place, 'file' | 'row'>[],
  title: string,
  lang: Lang,
): string {
  const n = countText(count, lang);
  return findingText(lang === 'fa' ? `${n} بار` : `${n} times`, places, title, lang);
}

const KNOWN_UNTIL: Phrase<{ until: string; reason: string | null }> = {
  en: ({ until, reason }) => ` (known until ${until}${reason === null ? '' : `: ${reason}`})`,
  fa: ({ until, reason }) => ` (تا ${until} دانسته بود${reason === null ? '' : `: ${reason}`})`,
};

/** What stands behind the sentence of a violation whose entry in the baseline has expired. */
export function knownUntil(expired: { readonly until: string; readonly reason: string | null }, lang: Lang): string {
  return KNOWN_UNTIL[lang](expired);
}
