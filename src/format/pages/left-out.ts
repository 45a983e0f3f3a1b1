/** What a part leaves out, and why. */
import { countText } from '../../locale/numbers.js';
import type { Lang } from '../../locale/text.js';
import { join, type Sentence, say, type Words } from '../page.js';
import { comma, reasonWords } from './figures.js';

const LEFT_OUT: Sentence<Words> = {
  en: (excluded) => say`Left out: ${excluded}.`,
  fa: (excluded) => say`کنار گذاشته: ${excluded}.`,
};

/** `Left out: 3 without a close date.`; null where nothing is. */
export function leftOutWords(
  excluded: readonly { readonly reason: string; readonly n: number }[],
  lang: Lang,
): Words | null {
  if (excluded.length === 0) return null;
  const left = excluded.map(({ reason, n }) => say`${countText(n, lang)} ${reasonWords(reason, lang)}`);
  return LEFT_OUT[lang](join(left, comma(lang)));
}
