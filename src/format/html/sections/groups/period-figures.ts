/** Groups that are periods: they stand in the order of time, so they are drawn as what happens over time. */
import { countText } from '../../../../locale/numbers.js';
import type { KpiEntry } from '../../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import { comma, levelText, rangeWords, semicolon, valueWords } from '../../../pages/figures.js';
import { type Group, type GroupKpi, kpiOf } from '../../../pages/group-columns.js';
import { keyWords } from '../../../pages/group-keys.js';
import { columns } from '../../charts/columns.js';
import { figure } from '../../charts/figure.js';
import { line } from '../../charts/line.js';
import type { TimePoint } from '../../charts/time-frame.js';
import { drawnText } from '../../drawn-text.js';
import { type Html, html, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { placeNames } from '../time/place-names.js';
import { currenciesOf, currencyOver, type GroupsView, titleBy } from './view.js';

/** Of more periods the newest are drawn. */
const MOST = 120;

const NEWEST: Sentence<{ readonly shown: string; readonly total: string }> = {
  en: ({ shown, total }) => say`the newest ${shown} of ${total}; all of them in the table`,
  fa: ({ shown, total }) => say`${shown} دوره‌ی آخر از ${total}؛ همه در جدول`,
};
const SUB: Sentence<{ readonly level: string | null; readonly all: Words | null }> = {
  en: ({ level, all }) =>
    say`${level === null ? '' : `band: ${level} interval`}${level !== null && all !== null ? '; ' : ''}${
      all === null ? [] : say`dotted: all, ${all}`
    }`,
  fa: ({ level, all }) =>
    say`${level === null ? '' : `نوار: بازه‌ی ${level}`}${level !== null && all !== null ? '؛ ' : ''}${
      all === null ? [] : say`خط‌چین: همه، ${all}`
    }`,
};

interface Dated {
  readonly group: Group;
  readonly label: string;
  readonly start: string;
}

type Figures = Pick<GroupKpi, 'value' | 'interval'>;

export function periodFigures(view: GroupsView, page: Page): Html[] {
  const { groups, sum, rate, report } = view;
  const dated = groups.flatMap((group): Dated[] => {
    const start = group.range[0]?.from;
    return typeof start === 'string' ? [{ group, label: group.key[0] ?? '', start }] : [];
  });
  if (dated.length === 0) return [];
  const drawn = dated.slice(-MOST);
  const cut =
    drawn.length < dated.length
      ? NEWEST[page.lang]({ shown: countText(drawn.length, page.lang), total: countText(dated.length, page.lang) })
      : [];
  const found: Html[] = [];
  if (sum !== null) {
    const currencies = currenciesOf(
      drawn.map(({ group }) => group),
      sum.id,
      report,
    );
    const kinds: readonly (string | null)[] = currencies.length === 0 ? [null] : currencies;
    for (const currency of kinds) {
      const of = (group: Group): Figures | undefined => {
        const kpi = kpiOf(group, sum.id);
        return currency === null ? kpi : kpi?.byCurrency?.find((one) => one.currency === currency);
      };
      const own = currencyOver(
        currency ?? (sum.unit === 'money' ? report.currency : null),
        currencies.length > 0,
        page,
      );
      const money = own === null ? [] : [own];
      found.push(
        figureOf(sum, drawn, of, join([...money, ...(cut.length === 0 ? [] : [cut])], comma(page.lang)), view, page),
      );
    }
  }
  if (rate !== null) found.push(figureOf(rate, drawn, (group) => kpiOf(group, rate.id), cut, view, page));
  return found;
}

function figureOf(
  entry: KpiEntry,
  drawn: readonly Dated[],
  figuresOf: (group: Group) => Figures | undefined,
  cut: Words,
  view: GroupsView,
  page: Page,
): Html {
  const { lang, options } = page;
  const { unit, title, value: all } = entry;
  const measure = { unit, currency: null };
  const names = placeNames(drawn, page, view.report);
  const points = drawn.map(({ group }, index): TimePoint => {
    const kpi = figuresOf(group);
    const value = kpi?.value ?? null;
    const range = kpi?.interval ?? null;
    const said = valueWords(value, measure, options);
    const within = range === null ? [] : say` (${rangeWords(range.low, range.high, measure, options)})`;
    return {
      label: names[index]?.label ?? '',
      year: names[index]?.year ?? null,
      value,
      partial: isPartial(group),
      low: range?.low ?? null,
      high: range?.high ?? null,
      text: value === null ? '' : drawnText(said, page),
      title: plainText(say`${keyWords(group, view.breakdown.axes, options)}: ${said}${within}`),
    };
  });
  const isSum = entry.id === view.sum?.id;
  const level = drawn.flatMap(({ group }) => figuresOf(group)?.interval?.level ?? [])[0];
  const keys = isSum
    ? []
    : SUB[lang]({
        level: level === undefined ? null : levelText(level, lang),
        all: all === null ? null : valueWords(all, measure, options),
      });
  const said = join(
    [keys, cut].filter(({ length }) => length > 0),
    semicolon(lang),
  );
  const name = titleBy(title, view, page);
  return figure(
    {
      title: html`<bdi>${name}</bdi>`,
      sub: said.length === 0 ? null : page.words(said),
      label: `${name}: ${points
        .slice(-LABELLED)
        .map((point) => point.title)
        .join(semicolon(lang))}`,
      draw: isSum ? columns(points, { unit }, page) : line(points, { unit, targets: all === null ? [] : [all] }, page),
      figures: null,
    },
    page,
  );
}

/** A label that is heard names no more; the table has all. */
const LABELLED = 12;

function isPartial(group: Group): boolean {
  return 'partial' in group && group.partial === true;
}
