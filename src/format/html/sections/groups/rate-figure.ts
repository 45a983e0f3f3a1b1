/** The rate of each group with its interval, in the order of the bars, beside that of all of them. */
import type { KpiEntry } from '../../../../report/schema.js';
import { type Sentence, say, type Words } from '../../../page.js';
import { levelText, rangeWords, semicolon, valueWords } from '../../../pages/figures.js';
import { kpiOf } from '../../../pages/group-columns.js';
import { type Dot, dots } from '../../charts/dots.js';
import { figure } from '../../charts/figure.js';
import { drawnText } from '../../drawn-text.js';
import { type Html, html, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { shortValue } from './figures-text.js';
import { type GroupsView, titleBy } from './view.js';

const SUB: Sentence<{ readonly level: string | null; readonly all: Words | null; readonly holds: boolean }> = {
  en: ({ level, all, holds }) =>
    say`${level === null ? '' : `with ${level} interval`}${level !== null && all !== null ? '; ' : ''}${
      all === null ? [] : say`dotted: all, ${all}`
    }${holds ? '; every interval holds it' : ''}`,
  fa: ({ level, all, holds }) =>
    say`${level === null ? '' : `با بازه‌ی ${level}`}${level !== null && all !== null ? '؛ ' : ''}${
      all === null ? [] : say`خط‌چین: همه، ${all}`
    }${holds ? '؛ همه‌ی بازه‌ها آن را در بر دارند' : ''}`,
};

export function rateFigure(view: GroupsView, page: Page): Html | null {
  const { rate, drawn } = view;
  if (rate === null) return null;
  const { lang, options } = page;
  const { id, unit, title, value: all } = rate;
  const measure = { unit, currency: null };
  const rows = drawn.map((group): Dot => {
    const kpi = kpiOf(group, id);
    const interval = kpi?.interval ?? null;
    const text = kpi === undefined ? [] : shortValue(kpi, unit, page);
    const range = interval === null ? [] : say` (${rangeWords(interval.low, interval.high, measure, options)})`;
    return {
      name: view.nameOf(group),
      value: kpi?.value ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      text: drawnText(text, page),
      title: `${view.nameOf(group)}: ${plainText(say`${text}${range}`)}`,
    };
  });
  const name = titleBy(title, view, page);
  const holds = rows.filter(({ low, high }) => low !== null && high !== null);
  const sub = SUB[lang]({
    level: holds.length === 0 ? null : levelText(levelOf(view, rate), lang),
    all: all === null ? null : valueWords(all, measure, options),
    holds: all !== null && holds.length === rows.length && rows.length > 1 && holds.every((row) => within(all, row)),
  });
  return figure(
    {
      title: html`<bdi>${name}</bdi>`,
      sub: page.words(sub),
      label: `${name}: ${rows.map((row) => row.title).join(semicolon(lang))}`,
      draw: dots(rows, { unit, all }, page),
      figures: null,
    },
    page,
  );
}

function within(value: number, { low, high }: Dot): boolean {
  return low !== null && high !== null && low <= value && value <= high;
}

function levelOf({ drawn }: GroupsView, { id }: KpiEntry): number {
  return drawn.flatMap((group) => kpiOf(group, id)?.interval?.level ?? [])[0] ?? 0.95;
}
