/** How sure a figure is, in a few words beside it. */
import type { Lang, Text } from '../../locale/text.js';
import { type PageOptions, type Sentence, say, type Words } from '../page.js';
import { levelText, rangeWords } from './figures.js';

interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

const INTERVAL: Sentence<{ level: string; range: Words }> = {
  en: ({ level, range }) => say`${level} interval ${range}`,
  fa: ({ level, range }) => say`بازه‌ی ${level}: ${range}`,
};
const HEAD: { readonly [L in Lang]: (level: string) => string } = {
  en: (level) => `${level} interval`,
  fa: (level) => `بازه‌ی ${level}`,
};
const BARE: Text = { en: 'Interval', fa: 'بازه' };
const PERCENT: Text = { en: '\u00a0%', fa: '٪' };

/** `95 % interval 59–63 %`. */
export function intervalWords({ low, high, level }: Interval, unit: string, options: PageOptions): Words {
  return INTERVAL[options.lang]({ level: levelText(level, options.lang), range: endsWords(low, high, unit, options) });
}

/** `59–63 %`: shares in whole per cent, unless their ends would be alike. */
export function endsWords(low: number, high: number, unit: string, options: PageOptions): Words {
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)];
  if (unit !== 'ratio' || to - from < 2) return rangeWords(low, high, { unit, currency: null }, options);
  return [...rangeWords(from, to, { unit: 'count', currency: null }, options), PERCENT[options.lang]];
}

/** The head of a column of intervals: `95 % interval`; without the level where they have several. */
export function intervalHead(intervals: Iterable<Interval | null>, lang: Lang): string {
  const levels = new Set([...intervals].flatMap((interval) => (interval === null ? [] : [interval.level])));
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? HEAD[lang](levelText(level, lang)) : BARE[lang];
}
