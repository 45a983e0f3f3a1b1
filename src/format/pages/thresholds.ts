import { countText, ratioText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Check } from '../../report/schema.js';
import { type Cell, cell, join, say, type Words } from '../page.js';
import { comma } from './figures.js';

type Threshold = NonNullable<Check['rules'][number]['threshold']>;

const WORDS = {
  allowed: { en: 'allowed', fa: 'مجاز' },
  warn: { en: 'more is a warning', fa: 'بیشتر از آن هشدار است' },
  fail: { en: 'more is an error', fa: 'بیشتر از آن خطاست' },
} as const satisfies Record<string, Text>;

/** What a rule tolerates: `allowed: ≤ 1 % (more is a warning), ≤ 5 % (more is an error)`. */
export function thresholdCells(threshold: Threshold | null, lang: Lang): Cell[] {
  if (threshold === null) return [];
  const { warn, fail } = threshold;
  const limits = [
    ...limitWords(threshold, lang),
    ...limitWords(warn, lang).map((one) => say`${one} (${WORDS.warn[lang]})`),
    ...limitWords(fail, lang).map((one) => say`${one} (${WORDS.fail[lang]})`),
  ];
  return limits.length === 0 ? [] : [cell(say`${WORDS.allowed[lang]}: ${join(limits, comma(lang))}`)];
}

function limitWords(limit: Threshold['warn'], lang: Lang): Words[] {
  if (limit === null) return [];
  const { maxViolations, maxRate } = limit;
  return [
    ...(maxViolations === null ? [] : [[`≤ ${countText(maxViolations, lang)}`]]),
    ...(maxRate === null ? [] : [[`≤ ${ratioText(maxRate, lang)}`]]),
  ];
}
