/** What each group amounts to: bars in the order of the document, a tick for the compared period. */
import { countText } from '../../../../locale/numbers.js';
import type { KpiEntry } from '../../../../report/schema.js';
import { join, type Sentence, say, type Words } from '../../../page.js';
import { comma, semicolon, valueWords } from '../../../pages/figures.js';
import { type Group, type GroupKpi, kpiOf } from '../../../pages/group-columns.js';
import { fallWords, orderWords } from '../../../pages/group-cuts.js';
import { type Bar, bars } from '../../charts/bars.js';
import { figure } from '../../charts/figure.js';
import { drawnText } from '../../drawn-text.js';
import { type Html, html, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type PeriodNames, periodNames } from '../../period-names.js';
import { NO_VALUE, shortChange, shortValue } from './figures-text.js';
import { currenciesOf, currencyOver, type GroupsView, titleBy } from './view.js';

const KEYS: Sentence<PeriodNames> = {
  en: ({ now }) => say`${now} and its change`,
  fa: ({ now }) => say`${now} و تغییر آن`,
};
const DRAWN: Sentence<{ readonly shown: string; readonly total: string; readonly order: Words }> = {
  en: ({ shown, total, order }) => say`${shown} of ${total}, ${order}`,
  fa: ({ shown, total, order }) => say`${shown} از ${total}، ${order}`,
};
const IN_TABLE: Sentence<string> = {
  en: (rest) => say`; the other ${rest} in the table`,
  fa: (rest) => say`؛ ${rest} مورد دیگر در جدول`,
};
const LABEL: Sentence<{ readonly title: string; readonly groups: string }> = {
  en: ({ title, groups }) => say`${title}: ${groups}`,
  fa: ({ title, groups }) => say`${title}: ${groups}`,
};

type Figures = Pick<GroupKpi, 'value' | 'n' | 'numerator' | 'denominator' | 'previous' | 'change'>;

/** One figure; of money in several currencies one for each. */
export function sumFigures(view: GroupsView, page: Page): Html[] {
  const { sum, drawn, report } = view;
  if (sum === null) return [];
  const currencies = currenciesOf(drawn, sum.id, report);
  if (currencies.length === 0) {
    const currency = currencyOver(sum.unit === 'money' ? report.currency : null, false, page);
    return [sumFigure(view, sum, (group) => kpiOf(group, sum.id), currency, page)];
  }
  return currencies.map((currency) => {
    const of = (group: Group): Figures | undefined =>
      kpiOf(group, sum.id)?.byCurrency?.find((one) => one.currency === currency);
    return sumFigure(view, sum, of, currencyOver(currency, true, page), page);
  });
}

function sumFigure(
  view: GroupsView,
  { title, unit }: KpiEntry,
  figuresOf: (group: Group) => Figures | undefined,
  money: Words | null,
  page: Page,
): Html {
  const { lang, options } = page;
  const { drawn, groups, report, breakdown, nameOf } = view;
  const names = periodNames(report, page);
  const rows = drawn.map((group): Bar => {
    const kpi = figuresOf(group);
    const previous = kpi?.previous?.value ?? null;
    const change = kpi === undefined ? null : shortChange(kpi, unit, lang);
    const value = kpi === undefined ? [NO_VALUE[lang]] : shortValue(kpi, unit, page);
    const before =
      previous === null || names.before === null
        ? []
        : [say`${names.before} ${valueWords(previous, { unit, currency: null }, options)}`];
    const said = join([value, ...before, ...(change === null ? [] : [[change]])], comma(lang));
    return {
      name: nameOf(group),
      value: kpi?.value ?? null,
      previous,
      text: drawnText(change === null ? value : say`${value}  ${change}`, page),
      title: `${nameOf(group)}: ${plainText(said)}`,
    };
  });
  const compared = rows.some(({ previous }) => previous !== null);
  const keys = compared
    ? html`<span class="key"></span>${page.words(KEYS[lang](names))} <span class="key tick"></span>${names.before}`
    : null;
  const order = orderWords({ ...breakdown, groupsTotal: 0 }, 0, report, options);
  const total = breakdown.rows === null ? groups.length + (breakdown.rest?.groups ?? 0) : breakdown.groupsTotal;
  const cut = groups.length - drawn.length;
  const shown =
    drawn.length < total
      ? DRAWN[lang]({ shown: countText(drawn.length, lang), total: countText(total, lang), order })
      : order;
  const rest = cut > 0 ? IN_TABLE[lang](countText(cut, lang)) : [];
  const said = join([...(money === null ? [] : [money]), say`${shown}${rest}`], comma(lang));
  const falls = drawn.length < groups.length ? fallWords(breakdown, groups, view.sum?.id ?? '', unit, options) : null;
  const name = titleBy(title, view, page);
  return figure(
    {
      title: html`<bdi>${name}</bdi>`,
      sub: html`${page.words(said)}${keys === null ? null : html`<br>${keys}`}`,
      label: plainText(LABEL[lang]({ title: name, groups: rows.map((row) => row.title).join(semicolon(lang)) })),
      draw: bars(rows, unit, page),
      figures: null,
      note: falls === null ? null : page.words(falls),
    },
    page,
  );
}
