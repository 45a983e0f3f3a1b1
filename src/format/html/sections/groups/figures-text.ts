/** Figures of groups as short as drawings say them. */
import { percentText, shareText } from '../../../../locale/compact.js';
import { countText, differenceText, pointsText, relativeText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Words } from '../../../page.js';
import { valueWords } from '../../../pages/figures.js';
import type { GroupKpi } from '../../../pages/group-columns.js';
import type { Page } from '../../page.js';

type Figures = Pick<GroupKpi, 'value' | 'n' | 'numerator' | 'denominator' | 'previous' | 'change'>;

/** Changes of smaller counts are told by number: a deal less is not −100 %. */
const COUNTED_UP_TO = 10;
/** From here on a change has no decimals. */
const WHOLE_FROM = 0.1;

const OF: { readonly [L in Lang]: (part: string, all: string) => string } = {
  en: (part, all) => `${part} of ${all}`,
  fa: (part, all) => `${part} از ${all}`,
};
export const NO_VALUE: Text = { en: '–', fa: '–' };

/** `373 k`; a share as `61 %`, of fewer than ten as `5 of 6`. */
export function shortValue({ value, n, numerator, denominator }: Figures, unit: string, page: Page): Words {
  const { lang, options } = page;
  if (value === null) return [NO_VALUE[lang]];
  if (unit !== 'ratio') return valueWords(value, { unit, currency: null }, { ...options, short: true });
  const few = n < COUNTED_UP_TO && numerator !== null && denominator === n;
  return [few ? OF[lang](countText(numerator, lang), countText(denominator, lang)) : shareText(value, lang)];
}

/** `+20 %`, `−1` of small counts, `+3.1 pp` of shares; null where nothing is compared or there is no such figure. */
export function shortChange({ value, previous, change }: Figures, unit: string, lang: Lang): string | null {
  if (change === null || change.reason === 'cumulative') return null;
  const { absolute, relative } = change;
  if (unit === 'ratio') return pointsText(absolute, lang);
  const few = Math.max(Math.abs(value ?? 0), Math.abs(previous?.value ?? 0)) < COUNTED_UP_TO;
  if (unit === 'count' && (few || relative === null)) return differenceText(absolute, lang);
  if (relative === null) return null;
  if (Math.abs(relative) < WHOLE_FROM) return relativeText(relative, lang);
  return (relative > 0 ? '+' : '\u2212') + percentText(relative, lang);
}
