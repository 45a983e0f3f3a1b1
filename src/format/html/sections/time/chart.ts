/** One figure over time: sums and counts as columns, rates and means as a line, against the compared period. */
import { shareText } from '../../../../locale/compact.js';
import { countText } from '../../../../locale/numbers.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { Report } from '../../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import { comma, levelText, pointWords, rangeWords, semicolon, valueWords } from '../../../pages/figures.js';
import { titleOf } from '../../../pages/kpi-lines.js';
import type { SeriesLine } from '../../../pages/series-lines.js';
import { grainWord } from '../../../pages/trends.js';
import { columns } from '../../charts/columns.js';
import { figure } from '../../charts/figure.js';
import { line } from '../../charts/line.js';
import type { TimePoint } from '../../charts/time-frame.js';
import { drawnText } from '../../drawn-text.js';
import { type Html, html, joined, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { periodNames } from '../../period-names.js';
import { placeNames } from './place-names.js';
import { type Place, pointsAt } from './places.js';

type Point = SeriesLine['points'][number];

const BY: { readonly [L in Lang]: (title: string, grain: string) => string } = {
  en: (title, grain) => `${title} by ${grain}`,
  fa: (title, grain) => `${title} به تفکیک ${grain}`,
};
const CUT: Sentence<string> = {
  en: (grain) => say`not a whole ${grain}`,
  // Only one of the words needs the joint.
  fa: (grain) => say`${grain === 'هفته' ? 'هفته‌ی' : grain} ناکامل`,
};
const SAME: Sentence<{ readonly grain: string; readonly before: string }> = {
  en: ({ grain, before }) => say`same ${grain} of ${before}`,
  fa: ({ grain, before }) => say`همان ${grain} در ${before}`,
};
const BAND: Sentence<string> = {
  en: (level) => say`band: ${level} interval`,
  fa: (level) => say`نوار: بازه‌ی ${level}`,
};
const TARGET: Sentence<Words> = {
  en: (target) => say`dotted: target of ${target}`,
  fa: (target) => say`خط‌چین: هدف ${target}`,
};
const THIN: Sentence<string> = {
  en: (before) => say`thin: ${before}`,
  fa: (before) => say`خط نازک: ${before}`,
};
/** The sentence for whoever cannot see the drawing. */
const LABEL: Sentence<{
  readonly title: string;
  readonly points: string;
  readonly low: Words;
  readonly high: Words;
  readonly last: Words;
  readonly compared: { readonly before: string; readonly above: string; readonly of: string } | null;
}> = {
  en: ({ title, points, low, high, last, compared }) =>
    say`${title}, ${points} with a value: lowest ${low}, highest ${high}, newest ${last}${
      compared === null ? '' : `; above the same place of ${compared.before} in ${compared.above} of ${compared.of}`
    }.`,
  fa: ({ title, points, low, high, last, compared }) =>
    say`${title}، ${points} نقطه با مقدار: کمترین ${low}، بیشترین ${high}، آخرین ${last}${
      compared === null
        ? ''
        : `؛ بالاتر از همین جایگاه در ${compared.before} در ${compared.above} از ${compared.of} نقطه`
    }.`,
};
const AT: Sentence<{ readonly value: Words; readonly at: Words }> = {
  en: ({ value, at }) => say`${value} (${at})`,
  fa: ({ value, at }) => say`${value} (${at})`,
};
const GAP: Text = { en: '…', fa: '…' };

export function seriesFigure(one: SeriesLine, places: readonly (Place | null)[], report: Report, page: Page): Html {
  const { lang } = page;
  const { unit, points, series } = one;
  const grain = plainText([grainWord(series.grain, lang)]);
  const names = periodNames(report, page);
  const at = pointsAt(one, places);
  const drawn = timePointsOf(one, at, places, report, page);
  const compared = names.before !== null && drawn.some(({ previous }) => previous != null);
  const isSum = points.every(({ interval }) => interval === null) && unit !== 'ratio' && unit !== 'days';
  const targets = targetsOf(one, isSum, report);
  // A currency stands behind it all.
  const kpi = titleOf(one.kpi, report);
  const title = one.title.startsWith(kpi)
    ? BY[lang](kpi, grain) + one.title.slice(kpi.length)
    : BY[lang](one.title, grain);
  const before = compared ? names.before : null;
  const draw = isSum
    ? columns(drawn, { unit, targets }, page)
    : line(drawn, { unit, targets, names: before === null ? null : { now: names.now, before } }, page);
  const dotted = targets.map((target) =>
    TARGET[lang](
      unit === 'ratio' ? [shareText(target, lang)] : valueWords(target, { unit, currency: null }, page.options),
    ),
  );
  const keys = isSum ? sumKeys(at, grain, { now: names.now, before }, page) : rateKeys(at, before, page);
  const said = [...keys, ...dotted.map((words) => page.words(words))];
  return figure(
    {
      title: html`<bdi>${title}</bdi>`,
      sub: said.length === 0 ? null : joined(said, isSum ? KEY_APART : semicolon(lang)),
      label: labelOf(one, title, before, page),
      draw,
      figures: null,
    },
    page,
  );
}

/** Between marks with their words. */
const KEY_APART = ' \u00a0';

/** What the marks of columns mean, where there is more than one kind of them. */
function sumKeys(
  points: readonly (Point | null)[],
  grain: string,
  { now, before }: { readonly now: string; readonly before: string | null },
  page: Page,
): Html[] {
  const { lang } = page;
  const cut = points.some((point) => point?.partial === true && point.value !== null);
  return [
    ...(before === null || now === '' ? [] : [html`<span class="key"></span>${now}`]),
    ...(cut ? [html`<span class="key soft"></span>${page.words(CUT[lang](grain))}`] : []),
    ...(before === null ? [] : [html`<span class="key tick"></span>${page.words(SAME[lang]({ grain, before }))}`]),
  ];
}

function rateKeys(points: readonly (Point | null)[], before: string | null, page: Page): Html[] {
  const { lang } = page;
  const level = points.flatMap((point) => point?.interval?.level ?? [])[0];
  return [
    ...(level === undefined ? [] : [page.words(BAND[lang](levelText(level, lang)))]),
    ...(before === null ? [] : [page.words(THIN[lang](before))]),
  ];
}

/** A target of a rate holds at every point; one of a sum only where it is that of such a period. */
function targetsOf({ kpi, series }: SeriesLine, isSum: boolean, { kpis }: Report): number[] {
  const target = kpis.find(({ id }) => id === kpi)?.target ?? null;
  if (target === null || (isSum && target.per !== series.grain)) return [];
  return [target.asked.min, target.asked.max].flatMap((limit) => limit ?? []);
}

function timePointsOf(
  { unit }: SeriesLine,
  points: readonly (Point | null)[],
  places: readonly (Place | null)[],
  report: Report,
  page: Page,
): TimePoint[] {
  const { options, lang } = page;
  const names = placeNames(
    places.flatMap((place) => place ?? []),
    page,
    report,
  );
  const before = periodNames(report, page).before;
  const value = (amount: number): Words => valueWords(amount, { unit, currency: null }, options);
  let next = 0;
  return points.map((point, index): TimePoint => {
    const name = places[index] === null ? { label: GAP[lang], year: null } : names[next++];
    if (point === null) return { label: '', ...name, value: null, partial: false };
    const previous = point.previous?.value ?? null;
    const said = [
      ...(point.value === null ? [] : [value(point.value)]),
      ...(point.interval === null
        ? []
        : [rangeWords(point.interval.low, point.interval.high, { unit, currency: null }, options)]),
      ...(previous === null || before === null ? [] : [say`${before} ${value(previous)}`]),
    ];
    return {
      label: '',
      ...name,
      value: point.value,
      partial: point.partial,
      previous,
      low: point.interval?.low ?? null,
      high: point.interval?.high ?? null,
      text: point.value === null ? '' : drawnText(value(point.value), page),
      title: plainText(say`${pointWords(point, options)}: ${join(said, comma(lang))}`),
    };
  });
}

function labelOf({ unit, points }: SeriesLine, title: string, before: string | null, page: Page): string {
  const { lang, options } = page;
  const valued = points.flatMap((point) => (point.value === null ? [] : [{ point, value: point.value }]));
  const [first] = valued;
  const last = valued.at(-1);
  if (first === undefined || last === undefined) return title;
  const at = ({ point, value }: typeof first): Words =>
    AT[lang]({ value: valueWords(value, { unit, currency: null }, options), at: [pointWords(point, options)] });
  const both = valued.flatMap(({ point, value }) => {
    const previous = point.previous?.value ?? null;
    return previous === null ? [] : [value > previous];
  });
  return plainText(
    LABEL[lang]({
      title,
      points: countText(valued.length, lang),
      low: at(valued.reduce((a, b) => (b.value < a.value ? b : a), first)),
      high: at(valued.reduce((a, b) => (b.value > a.value ? b : a), first)),
      last: at(last),
      compared:
        before === null || both.length === 0
          ? null
          : { before, above: countText(both.filter(Boolean).length, lang), of: countText(both.length, lang) },
    }),
  );
}
