/** Values, ranges, changes and reasons in words. Nothing is computed here: every number stands in the document. */
import type { Calendar, DateStyle } from '../../locale/calendar.js';
import { compactFigure, scaleFor } from '../../locale/compact.js';
import { currencyName } from '../../locale/currencies.js';
import { dayInProse, dayText, rangeText } from '../../locale/days.js';
import { type NoVerdict, noVerdictText } from '../../locale/no-verdict.js';
import {
  countText,
  differenceText,
  figure,
  NOT_AVAILABLE,
  pointsText,
  ratioText,
  relativeText,
} from '../../locale/numbers.js';
import { periodText, pointText } from '../../locale/periods.js';
import { isReason, reasonText } from '../../locale/reasons.js';
import { scaledText } from '../../locale/scale.js';
import type { Lang, Text } from '../../locale/text.js';
import type { KpiEntry, Report } from '../../report/schema.js';
import { code, data, join, type PageOptions, type Piece, type Sentence, say, type Tone, type Words } from '../page.js';

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
  better: { en: 'better', fa: 'بهتر' },
  worse: { en: 'worse', fa: 'بدتر' },
  chance: { en: 'could be chance', fa: 'شاید تصادفی' },
  unlike: { en: 'not comparable', fa: 'مقایسه‌ناپذیر' },
  cumulative: { en: 'to date', fa: 'تجمعی' },
} as const satisfies Record<string, Text>;

/** A value with its unit; money with its currency; null as `n/a`. */
export function valueWords(value: number | null, { unit, currency }: Measure, { lang, short }: PageOptions): Words {
  if (value === null) return [NOT_AVAILABLE[lang]];
  const shown = (short ? compactFigure : figure)(value, unit, lang);
  return isMoney(unit) && currency !== null && currency !== ''
    ? [`${shown.number} `, currencyWords(currency, lang), shown.unit]
    : [shown.number + shown.unit];
}

/** `39.1–86.2 %`, `4.69–15.3 k`, `−120 to 110`; money without its currency, which stands beside the value. */
export function rangeWords(low: number, high: number, { unit }: Measure, options: PageOptions, apart = '–'): Words {
  const { lang, short } = options;
  const between = low < 0 ? { en: ' to ', fa: ' تا ' }[lang] : apart;
  const scale = scaleFor(Math.max(Math.abs(low), Math.abs(high)), lang);
  if (short && isMoney(unit) && scale.size > 1) {
    // One scale for both ends: the larger one's.
    const scaled = (end: number): string => (end === 0 ? countText(0, lang) : scaledText(end, scale, lang));
    return [`${scaled(low)}${between}${scaled(high)}${scale.name}`];
  }
  const shown = short ? compactFigure : figure;
  const [from, to] = [shown(low, unit, lang), shown(high, unit, lang)];
  return [`${from.number}${between}${to.number}${to.unit}`];
}

/** A currency by its name where it has one, such as `تومان`, else by its code. */
export function currencyWords(currency: string, lang: Lang): Piece {
  const name = currencyName(currency, lang);
  return name === currency ? data(currency) : name;
}

/** Amounts that name no currency, beside several that do. */
export const UNNAMED: Text = { en: 'no currency', fa: 'بی‌ارز' };

/** `1,600 EUR, 400 USD`; what is no money says its currency in brackets. */
export function currencyValuesWords(
  byCurrency: readonly { readonly currency: string; readonly value: number | null }[],
  unit: string,
  options: PageOptions,
): Words {
  const { lang } = options;
  const parts = byCurrency.map(({ currency, value }): Words => {
    const named: Piece = currency === '' ? UNNAMED[lang] : currencyWords(currency, lang);
    const shown = valueWords(value, { unit, currency }, options);
    return value !== null && isMoney(unit) && currency !== '' ? shown : say`${shown} (${named})`;
  });
  return join(parts, comma(lang));
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

type Change = NonNullable<KpiEntry['change']>;

/** Which way is good news; null = neither. */
export type Better = KpiEntry['better'];

/** `▲ +3.1 pp`: rates in percentage points, everything else in per cent of what it was. */
export function movedText(
  { absolute, relative }: Pick<Change, 'absolute' | 'relative'>,
  unit: string,
  lang: Lang,
): string {
  const amount =
    unit === 'ratio'
      ? pointsText(absolute, lang)
      : relative === null
        ? differenceText(absolute, lang)
        : relativeText(relative, lang);
  // A change that is rounded to nothing points nowhere.
  const arrow = amount.startsWith('+') ? '▲' : amount.startsWith('\u2212') ? '▼' : '=';
  return `${arrow} ${amount}`;
}

/** Changes of smaller counts are told by number: a customer less is not −100 %. */
const COUNTED_UP_TO = 10;

/** {@link movedText}; of a count under ten by number, `▼ −1`. */
export function changedText(
  {
    change,
    unit,
    value,
    previous,
  }: {
    readonly change: Pick<Change, 'absolute' | 'relative'>;
    readonly unit: string;
    readonly value: number | null;
    readonly previous: number | null;
  },
  lang: Lang,
): string {
  const few = Math.max(Math.abs(value ?? 0), Math.abs(previous ?? 0)) < COUNTED_UP_TO;
  if (unit !== 'count' || !few) return movedText(change, unit, lang);
  const arrow = change.absolute > 0 ? '▲' : change.absolute < 0 ? '▼' : '=';
  return `${arrow} ${differenceText(change.absolute, lang)}`;
}

/**
 * `▲ +3.1 pp, better`, with the verdict as a word. Where there is none, a word says why; what is compared instead
 * stands in the remarks.
 */
export function changeWords(change: Change, unit: string, better: Better, lang: Lang): Words {
  const verdict = verdictText(change, better, lang);
  const moved = movedText(change, unit, lang);
  return [verdict === null ? moved : `${moved}${comma(lang)}${verdict}`];
}

/**
 * The colour of a change: whether it is good news, where it may be more than chance. The arrow and the sign say the
 * direction and {@link verdictText} the judgement without it.
 */
export function changeTone(
  change: JudgedChange & Partial<Pick<Change, 'likeForLike'>>,
  better: Better,
): Tone | undefined {
  const { absolute, significant, reason, likeForLike } = change;
  if (significant === false) return 'dim';
  // A sum or a count of which nothing is tested has a direction, which the arrow shows, and no verdict.
  const judged = significant ?? (reason === 'judged_as_share' ? (likeForLike?.significant ?? null) : null);
  if (judged === null || better === null || absolute === 0) return undefined;
  if (!judged) return 'dim';
  return absolute > 0 === (better === 'higher') ? 'good' : 'bad';
}

type JudgedChange = Pick<Change, 'absolute' | 'significant'> & { readonly reason: string | null };

/** The verdict on a change in a word or two: `better`, `could be chance`; null where there is none. */
export function verdictText(
  { absolute, significant, reason, likeForLike }: JudgedChange & Pick<Change, 'likeForLike'>,
  better: Better,
  lang: Lang,
): string | null {
  const judged = (more: boolean, difference: number): string => {
    if (!more || better === null || difference === 0) return chanceText(more, lang);
    return VERDICTS[difference > 0 === (better === 'higher') ? 'better' : 'worse'][lang];
  };
  if (significant !== null) return judged(significant, absolute);
  if (reason === 'judged_as_share' && likeForLike !== null && likeForLike.significant !== null) {
    const verdict = judged(likeForLike.significant, likeForLike.absolute);
    return lang === 'fa' ? `به‌عنوان سهم ${verdict}` : `as a share ${verdict}`;
  }
  if (reason === 'unequal_age' || reason === 'rhythm_of_quarter') return VERDICTS.unlike[lang];
  return reason === 'cumulative' ? VERDICTS.cumulative[lang] : null;
}

const SHORT_VERDICTS = {
  chance: { en: 'chance', fa: 'شاید' },
  moved: { en: 'moved', fa: 'معنادار' },
} as const satisfies Record<string, Text>;

/** The mark of figures that are not alike; why stands under the table. */
export const UNLIKE_MARK = '†';

/** {@link verdictText} in one word, for a column of its own: `better`, `worse`, `chance`, `†`; null where nothing is tested. */
export function verdictWord(
  { absolute, significant, reason, likeForLike }: JudgedChange & Pick<Change, 'likeForLike'>,
  better: Better,
  lang: Lang,
): string | null {
  const judged = (more: boolean, difference: number): string => {
    if (!more) return SHORT_VERDICTS.chance[lang];
    if (better === null || difference === 0) return SHORT_VERDICTS.moved[lang];
    return VERDICTS[difference > 0 === (better === 'higher') ? 'better' : 'worse'][lang];
  };
  if (significant !== null) return judged(significant, absolute);
  if (reason === 'judged_as_share' && likeForLike !== null && likeForLike.significant !== null) {
    return judged(likeForLike.significant, likeForLike.absolute);
  }
  return reason === 'unequal_age' || reason === 'rhythm_of_quarter' ? UNLIKE_MARK : null;
}

/** Whether more than chance stands behind a difference, in words. */
export function chanceText(significant: boolean, lang: Lang): string {
  return VERDICTS[significant ? 'significant' : 'chance'][lang];
}

/** Why the two figures are not alike and what was compared instead; null where the change says all there is. */
export function likeForLikeWords(
  { reason, likeForLike }: Change,
  measure: Measure,
  options: PageOptions,
): Words | null {
  const { lang } = options;
  if (reason === null || !UNLIKE.includes(reason)) return null;
  const why = [noVerdictText(reason as NoVerdict, lang)];
  if (likeForLike === null) return lang === 'fa' ? say`بدون داوری: ${why}` : say`no verdict: ${why}`;
  const { by, days, period, previous, value, absolute, significant } = likeForLike;
  const bare = { unit: by === 'part_of_quarter' ? measure.unit : 'ratio', currency: null };
  const [before, now] = [valueWords(previous, bare, options), valueWords(value, bare, options)];
  const values = say`${before} ← ${now}`;
  const gap = bare.unit === 'ratio' ? `${comma(lang)}${pointsText(absolute, lang)}` : '';
  const verdict = significant === null ? '' : `${comma(lang)}${chanceText(significant, lang)}`;
  if (lang === 'en') {
    const judged = significant === null ? '' : significant ? ', more than chance explains' : ', which could be chance';
    const since = period === null ? say`${before} before` : say`${before} in ${labelWords(period.label, options)}`;
    const told = say`${now}, ${since}${bare.unit === 'ratio' ? `: ${pointsText(absolute, lang)}` : ''}${judged}`;
    if (by === 'share_of_open_deals') return say`of the open deals they are ${told}`;
    if (by === 'age')
      return say`${why}; within ${countText(days ?? 0, lang)} ${days === 1 ? 'day' : 'days'} of creation it is ${told}`;
    return say`${why}; the same part of the other quarter compares: ${told}`;
  }
  const against = period === null ? [] : say` نسبت به ${labelWords(period.label, options)}`;
  const result = say`${values}${against}${gap}${verdict}`;
  if (by === 'share_of_open_deals') {
    return say`به‌عنوان سهم معامله‌های باز ${result}`;
  }
  if (by === 'age') {
    const age = countText(days ?? 0, lang);
    return say`${why}؛ تا ${age} روز پس از ایجاد ${result}`;
  }
  return say`${why}؛ بخش همانند: ${result}`;
}

/** Reasons after which something else is compared, or could be with more data. */
const UNLIKE: readonly string[] = ['judged_as_share', 'unequal_age', 'rhythm_of_quarter'] satisfies NoVerdict[];

/** Why there is no value, or why records are left out; a code that has no sentence is shown as it is. */
export function reasonWords(reason: string, lang: Lang): Piece {
  return data(isReason(reason) ? reasonText(reason, lang) : reason);
}

/** A day of a document in a list or a table: `2017-09-30`, `۱۴۰۳/۱۱/۲۷`. */
export function dayWords(day: string, style: DateStyle): Piece {
  return ISO_DAY.test(day) ? dayText(day, style) : data(day);
}

/** The same in a sentence or a title: `30 Sep 2017`, `۲۷ بهمن ۱۴۰۳`. */
export function proseDayWords(day: string, style: DateStyle): Piece {
  return ISO_DAY.test(day) ? dayInProse(day, style) : data(day);
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days from one to another, both included: `1 Jul – 30 Sep 2017`, `۱ تیر – ۳۱ شهریور ۱۴۰۳`. */
export function rangeOfDaysWords(
  { start, end }: { readonly start: string; readonly end: string },
  style: DateStyle,
): Piece {
  return ISO_DAY.test(start) && ISO_DAY.test(end) ? rangeText(start, end, style) : data(`${start} – ${end}`);
}

/** The name of a period by its label: `2017-Q3`, `زمستان ۱۴۰۳`. */
export function labelWords(label: string, style: DateStyle): Piece {
  const text = periodText(label, style);
  return text === label ? data(text) : text;
}

/** A point of a series in a narrow place: `2017-09`, `بهمن ۱۴۰۳`; a week by its first day. */
export function pointWords(point: { readonly label: string; readonly start: string }, style: DateStyle): Piece {
  return data(pointText(point, style));
}

/** `2024-Q3 (1 Jul – 30 Sep 2024)`, or all data. Which calendar counted it is said where days are told in another. */
export function periodWords(period: Report['period'], style: DateStyle): Words {
  const { lang } = style;
  if (period === null) return [{ en: 'all data', fa: 'همه‌ی داده‌ها' }[lang]];
  const { label, calendar, asked, countedFrom } = period;
  const name = labelWords(label, style);
  const days = rangeOfDaysWords(period, style);
  const own = calendar === style.calendar || lang === 'fa' ? [] : say`; ${COUNTED_IN[calendar]}`;
  const counted =
    asked === null || countedFrom === null
      ? []
      : say`${semicolon(lang)}${COUNTED[lang]({ asked, from: countedFrom, style, calendar })}`;
  // A range of days is its own name.
  if (calendar === style.calendar && label.includes('..')) {
    return asked === null || countedFrom === null
      ? [days]
      : say`${days} (${COUNTED[lang]({ asked, from: countedFrom, style, calendar })})`;
  }
  return say`${name} (${days}${own}${counted})`;
}

/** Persian names of periods say their calendar themselves. */
const COUNTED_IN = {
  gregorian: 'counted in the Gregorian calendar',
  jalali: 'counted in the Jalali calendar',
} as const;

const COUNTED: Sentence<{ asked: string; from: string; style: DateStyle; calendar: Calendar }> = {
  en: ({ asked, from, style, calendar }) => {
    const which = calendar === 'jalali' && style.calendar === 'jalali' ? ' in the Jalali calendar' : '';
    return say`${code(asked)}, counted from ${proseDayWords(from, style)}${which}`;
  },
  fa: ({ asked, from, style }) => say`${code(asked)} از ${proseDayWords(from, style)}`,
};

/** `95 %`, for the level of an interval. */
export function levelText(level: number, lang: Lang): string {
  return ratioText(level, lang).replace(/[.٫][0۰](?=\D)/, '');
}

/** What stands between the parts of an enumeration. */
export function comma(lang: Lang): string {
  return lang === 'fa' ? '، ' : ', ';
}

/** What stands between parts that have commas of their own. */
export function semicolon(lang: Lang): string {
  return lang === 'fa' ? '؛ ' : '; ';
}

function isMoney(unit: string): boolean {
  return unit === 'money' || unit === 'money_per_day';
}
