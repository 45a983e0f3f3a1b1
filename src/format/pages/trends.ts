/** What rises or falls over time, and what was looked at and does not. */
import { decimalText, differenceText, moneyText, pointsText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Block, data, join, type Piece, type Sentence, say, type Words } from '../page.js';
import { comma } from './figures.js';

/** A series with its title and unit. */
export interface NamedSeries {
  readonly title: string;
  readonly unit: string;
  readonly series: Pick<Report['series'][number], 'grain' | 'trend' | 'trendReason'>;
}

const GRAINS: Readonly<Record<string, Text>> = {
  day: { en: 'day', fa: 'روز' },
  week: { en: 'week', fa: 'هفته' },
  month: { en: 'month', fa: 'ماه' },
  quarter: { en: 'quarter', fa: 'فصل' },
  year: { en: 'year', fa: 'سال' },
};

interface TrendArgs {
  readonly title: Words;
  readonly slope: string;
  readonly range: string;
  readonly grain: Piece;
  readonly test: string;
  readonly p: string;
}

const TREND: Sentence<TrendArgs> = {
  en: ({ title, slope, range, grain, test, p }) => say`Trend: ${title} ${slope} per ${grain}${range} (${test}, ${p})`,
  fa: ({ title, slope, range, grain, test, p }) => say`روند: ${title} ${slope} در هر ${grain}${range} (${test}، ${p})`,
};
const TESTS: Readonly<Record<NonNullable<Report['series'][number]['trend']>['method'], Text>> = {
  'mann-kendall': { en: 'Mann–Kendall', fa: 'من-کندال' },
  'seasonal-kendall': {
    en: 'seasonal Kendall: like parts of quarters',
    fa: 'کندال فصلی: بخش‌های همانند فصل‌ها',
  },
};
const RHYTHM: Sentence<Words> = {
  en: (titles) =>
    say`No trend can be told: the months of a quarter differ in this file, and the periods are of too few quarters: ${titles}`,
  fa: (titles) =>
    say`روندی نمی‌توان گفت: در این فایل ماه‌های هر فصل با هم فرق دارند و دوره‌ها از فصل‌های کافی نیستند: ${titles}`,
};
const NO_TREND: Sentence<Words> = {
  en: (titles) => say`No trend beyond chance: ${titles}`,
  fa: (titles) => say`بدون روندی فراتر از تصادف: ${titles}`,
};

export function* trendBlocks(shown: readonly NamedSeries[], lang: Lang): Generator<Block, void, undefined> {
  const title = (one: NamedSeries): Words => [data(one.title)];
  for (const one of shown) {
    const { trend, grain } = one.series;
    if (trend === null || !trend.significant) continue;
    const { interval, pValue } = trend;
    const slope = (value: number): string => slopeText(value, one.unit, lang);
    const range = interval === null ? '' : ` [${slope(interval.low)}, ${slope(interval.high)}]`;
    const p = pValue < LEAST_P ? `p < ${decimalText(LEAST_P, 3, lang)}` : `p = ${decimalText(pValue, 3, lang)}`;
    yield {
      kind: 'aside',
      words: TREND[lang]({
        title: title(one),
        slope: slope(trend.slope),
        range,
        grain: grainWord(grain, lang),
        test: TESTS[trend.method][lang],
        p,
      }),
    };
  }
  const none = shown.filter(({ series: { trend } }) => trend !== null && !trend.significant);
  if (none.length > 0) yield { kind: 'aside', words: NO_TREND[lang](join(none.map(title), comma(lang))) };
  const untold = shown.filter(({ series }) => series.trendReason === 'rhythm_of_quarter');
  if (untold.length > 0) yield { kind: 'aside', words: RHYTHM[lang](join(untold.map(title), comma(lang))) };
}

export function grainWord(grain: string, lang: Lang): Piece {
  return (Object.hasOwn(GRAINS, grain) ? GRAINS[grain]?.[lang] : undefined) ?? data(grain);
}

/** Smaller p-values are all called so. */
const LEAST_P = 0.001;

function slopeText(slope: number, unit: string, lang: Lang): string {
  if (unit === 'ratio') return pointsText(slope, lang);
  if (!unit.startsWith('money')) return differenceText(slope, lang);
  return (slope > 0 ? '+' : '') + moneyText(slope, lang);
}
