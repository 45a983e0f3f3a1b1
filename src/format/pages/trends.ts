/** What rises or falls over time, and what was looked at and does not. */
import { GRAINS } from '../../locale/grains.js';
import { decimalText, differenceText, moneyText, pointsText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { Report } from '../../report/schema.js';
import { type Block, data, join, type PageOptions, type Piece, type Sentence, say, type Words } from '../page.js';
import { comma } from './figures.js';
import { proseTitle } from './prose-title.js';

/** A series with its title and unit. */
export interface NamedSeries {
  readonly title: string;
  readonly unit: string;
  readonly series: Pick<Report['series'][number], 'grain' | 'trend' | 'trendReason'>;
}

interface TrendArgs {
  readonly title: Words;
  readonly slope: string;
  readonly range: string;
  readonly grain: Piece;
  /** The test and its p-value, in full; else ''. */
  readonly how: string;
}

const TREND: Sentence<TrendArgs> = {
  en: ({ title, slope, range, grain, how }) => say`Trend beyond chance: ${title} ${slope} per ${grain}${range}${how}`,
  fa: ({ title, slope, range, grain, how }) => say`روند: ${title} ${slope} در هر ${grain}${range}${how}`,
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
    say`No trend can be told of ${titles}: the months of a quarter differ here, and these are too few quarters`,
  fa: (titles) => say`از روند ${titles} نمی‌توان گفت: در این فایل ماه‌های هر فصل با هم فرق دارند و شمار فصل‌ها کم است`,
};
const TO_DATE: Sentence<Words> = {
  en: (titles) => say`No trend can be told of ${titles}: each value to date holds the records of those before it`,
  fa: (titles) => say`از روند ${titles} نمی‌توان گفت: هر مقدار تجمعی رکوردهای مقدارهای پیش از خود را هم در بر دارد`,
};
const NO_TREND: Sentence<Words> = {
  en: (titles) => say`No trend beyond chance in ${titles}`,
  fa: (titles) => say`بدون روندی فراتر از تصادف: ${titles}`,
};

export function* trendBlocks(
  shown: readonly NamedSeries[],
  { lang, detail }: Pick<PageOptions, 'lang' | 'detail'>,
): Generator<Block, void, undefined> {
  const how = detail === 'full';
  const title = (one: NamedSeries): Words => [data(proseTitle(one.title, lang))];
  for (const one of shown) {
    const { trend, grain } = one.series;
    if (trend === null || !trend.significant) continue;
    const { interval, pValue } = trend;
    const slope = (value: number): string => slopeText(value, one.unit, lang);
    const range = interval === null ? '' : rangeText(slope(interval.low), slope(interval.high), lang);
    const p = pValue < LEAST_P ? `p < ${decimalText(LEAST_P, 3, lang)}` : `p = ${decimalText(pValue, 3, lang)}`;
    yield {
      kind: 'aside',
      words: TREND[lang]({
        title: title(one),
        slope: slope(trend.slope),
        range,
        grain: grainWord(grain, lang),
        how: how ? ` (${TESTS[trend.method][lang]}${comma(lang)}${p})` : '',
      }),
    };
  }
  const none = shown.filter(({ series: { trend } }) => trend !== null && !trend.significant);
  if (none.length > 0) yield { kind: 'aside', words: NO_TREND[lang](join(none.map(title), comma(lang))) };
  for (const [reason, sentence] of [
    ['rhythm_of_quarter', RHYTHM],
    ['cumulative', TO_DATE],
  ] as const) {
    const untold = shown.filter(({ series }) => series.trendReason === reason);
    if (untold.length > 0) yield { kind: 'aside', words: sentence[lang](join(untold.map(title), comma(lang))) };
  }
}

export function grainWord(grain: string, lang: Lang): Piece {
  return (Object.hasOwn(GRAINS, grain) ? GRAINS[grain]?.[lang] : undefined) ?? data(grain);
}

/** Smaller p-values are all called so. */
const LEAST_P = 0.001;

function rangeText(low: string, high: string, lang: Lang): string {
  return lang === 'fa' ? ` (از ${low} تا ${high})` : ` (${low} to ${high})`;
}

function slopeText(slope: number, unit: string, lang: Lang): string {
  if (unit === 'ratio') return pointsText(slope, lang);
  if (!unit.startsWith('money')) return differenceText(slope, lang);
  return (slope > 0 ? '+' : '') + moneyText(slope, lang);
}
