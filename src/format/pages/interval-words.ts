/** How sure a figure is, in a few words beside it. */
import type { Lang, Text } from '../../locale/text.js';
import { type PageOptions, type Sentence, say, type Words } from '../page.js';
import { levelText, rangeWords, valueWords } from './figures.js';

/** Null ends are open: nobody knows how far it reaches. */
interface Interval {
  readonly low: number | null;
  readonly high: number | null;
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
const FROM: Sentence<Words> = { en: (low) => say`${low} or more`, fa: (low) => say`${low} یا بیشتر` };
const UP_TO: Sentence<Words> = { en: (high) => say`up to ${high}`, fa: (high) => say`تا ${high}` };
const PERCENT: Text = { en: '\u00a0%', fa: '٪' };

/** `95 % interval 59–63 %`. */
export function intervalWords({ low, high, level }: Interval, unit: string, options: PageOptions): Words {
  return INTERVAL[options.lang]({ level: levelText(level, options.lang), range: endsWords(low, high, unit, options) });
}

/** `59–63 %`: shares in whole per cent, unless their ends would be alike; `up to 40 d`, `25 d or more` of open ends. */
export function endsWords(low: number | null, high: number | null, unit: string, options: PageOptions): Words {
  const { lang } = options;
  const bare = { unit, currency: null };
  if (low === null) return high === null ? ['–'] : UP_TO[lang](valueWords(high, bare, options));
  if (high === null) return FROM[lang](valueWords(low, bare, options));
  const [from, to] = [Math.round(low * 100), Math.round(high * 100)];
  if (unit !== 'ratio' || to - from < 2) return rangeWords(low, high, bare, options);
  return [...rangeWords(from, to, { unit: 'count', currency: null }, options), PERCENT[lang]];
}

/** The head of a column of intervals: `95 % interval`; without the level where they have several. */
export function intervalHead(intervals: Iterable<Interval | null>, lang: Lang): string {
  const levels = new Set([...intervals].flatMap((interval) => (interval === null ? [] : [interval.level])));
  const [level] = levels;
  return levels.size === 1 && level !== undefined ? HEAD[lang](levelText(level, lang)) : BARE[lang];
}
