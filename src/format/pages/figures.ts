/** Values, ranges, changes and reasons in words. Nothing is computed here: every number stands in the document. */
import { localDigits } from '../../locale/digits.js';
import {
  countText,
  differenceText,
  figure,
  NOT_AVAILABLE,
  pointsText,
  ratioText,
  relativeText,
} from '../../locale/numbers.js';
import { isReason, reasonText } from '../../locale/reasons.js';
import type { Lang, Text } from '../../locale/text.js';
import type { KpiEntry, Report } from '../../report/schema.js';
import { code, data, type PageOptions, type Piece, type Sentence, say, type Words } from '../page.js';

/**
 * Under this many records a rate is shown with its counts and a group is marked: at 20 the 95 % interval of an even
 * rate is already 40 points wide (Wilson 1927: 10 of 20 is 29.9–70.1 %).
 */
export const SMALL_SAMPLE = 20;

/** What a value is measured in. */
export interface Measure {
  readonly unit: string;
  readonly currency: string | null;
}

const VERDICTS = {
  significant: { en: 'significant', fa: 'معنادار' },
  chance: { en: 'could be chance', fa: 'شاید تصادفی' },
} as const satisfies Record<string, Text>;

/** A value with its unit; money with its currency; null as `n/a`. */
export function valueWords(value: number | null, { unit, currency }: Measure, { lang, narrow }: PageOptions): Words {
  if (value === null) return [NOT_AVAILABLE[lang]];
  const shown = figure(value, unit, lang, narrow);
  return isMoney(unit) && currency !== null && currency !== ''
    ? [`${shown.number} `, data(currency), shown.unit]
    : [shown.number + shown.unit];
}

/** `39.1–86.2 %`; money without its currency, which stands beside the value. */
export function rangeWords(low: number, high: number, { unit }: Measure, { lang, narrow }: PageOptions): Words {
  const [from, to] = [figure(low, unit, lang, narrow), figure(high, unit, lang, narrow)];
  return [`${from.number}–${to.number}${to.unit}`];
}

type Rate = Pick<KpiEntry, 'value' | 'n' | 'numerator' | 'denominator'>;

/** The value of a KPI; a rate over few records as `8/12 = 66.7 %`, since a bare per cent would say too much. */
export function kpiValueWords(entry: Rate, measure: Measure, options: PageOptions): Words {
  const value = valueWords(entry.value, measure, options);
  const { numerator, denominator } = entry;
  const few = measure.unit === 'ratio' && entry.n < SMALL_SAMPLE;
  // A rate by value has sums of money above and below, not counts.
  if (!few || entry.value === null || numerator === null || denominator === null || denominator !== entry.n) {
    return value;
  }
  return say`${countText(numerator, options.lang)}/${countText(denominator, options.lang)} = ${value}`;
}

/** `▲ +3.1 pp, significant`: rates in percentage points, everything else in per cent of what it was. */
export function changeWords(change: NonNullable<KpiEntry['change']>, unit: string, lang: Lang): Words {
  const { absolute, relative, significant } = change;
  const arrow = absolute > 0 ? '▲ ' : absolute < 0 ? '▼ ' : '= ';
  const amount =
    unit === 'ratio'
      ? pointsText(absolute, lang)
      : relative === null
        ? differenceText(absolute, lang)
        : relativeText(relative, lang);
  if (significant === null) return [arrow + amount];
  return [`${arrow}${amount}${comma(lang)}${VERDICTS[significant ? 'significant' : 'chance'][lang]}`];
}

/** Why there is no value, or why records are left out; a code that has no sentence is shown as it is. */
export function reasonWords(reason: string, lang: Lang): Piece {
  return data(isReason(reason) ? reasonText(reason, lang) : reason);
}

/** An ISO day, in the digits of the language. */
export function dayWords(day: string, lang: Lang): Piece {
  const text = localDigits(day, lang);
  return /^[\d-]+$/.test(day) ? text : data(text);
}

/** `2024-Q3 (2024-07-01 – 2024-09-30)`, or all data. */
export function periodWords(period: Report['period'], lang: Lang): Words {
  if (period === null) return [{ en: 'all data', fa: 'همه‌ی داده‌ها' }[lang]];
  const { label, start, end, asked, countedFrom } = period;
  const counted = asked === null || countedFrom === null ? [] : COUNTED[lang]({ asked, from: countedFrom });
  return say`${data(label)} (${dayWords(start, lang)} – ${dayWords(end, lang)}${counted})`;
}

const COUNTED: Sentence<{ asked: string; from: string }> = {
  en: ({ asked, from }) => say`; ${code(asked)}, counted from ${dayWords(from, 'en')}`,
  fa: ({ asked, from }) => say`؛ ${code(asked)} از ${dayWords(from, 'fa')}`,
};

/** `95 %`, for the level of an interval. */
export function levelText(level: number, lang: Lang): string {
  return ratioText(level, lang).replace(/[.٫][0۰](?=\D)/, '');
}

/** What stands between the parts of an enumeration. */
export function comma(lang: Lang): string {
  return lang === 'fa' ? '، ' : ', ';
}

function isMoney(unit: string): boolean {
  return unit === 'money' || unit === 'money_per_day';
}
