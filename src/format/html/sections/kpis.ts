/** The figures: six cards with their shape, all of them in a table, and why the others have no value. */

import { countText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';
import type { KpiEntry, Report } from '../../../report/schema.js';
import { absentWords } from '../../pages/absent-kpis.js';
import { comma, semicolon } from '../../pages/figures.js';
import { linesOf } from '../../pages/kpi-lines.js';
import { shownEntries } from '../../pages/sections/kpis.js';
import { besideWords } from '../../pages/short-label.js';
import { type Html, html } from '../markup.js';
import type { Page } from '../page.js';
import type { SectionHtml } from './definition.js';
import { card } from './kpi-card.js';
import { shapeOf } from './kpi-shape.js';
import { kpiTable } from './kpi-table.js';

const ALL: { readonly [L in Lang]: (n: string, more: boolean) => string } = {
  en: (n, more) => (more ? `All ${n} figures` : 'These figures in a table'),
  fa: (n, more) => (more ? `همه‌ی ${n} شاخص` : 'همین شاخص‌ها در جدول'),
};
const NONE: Text = {
  en: 'No figure could be computed from these files.',
  fa: 'هیچ شاخصی از این فایل‌ها محاسبه نشد.',
};
const GRAINS: Readonly<Record<string, Text>> = {
  day: { en: 'by day', fa: 'روز به روز' },
  week: { en: 'by week', fa: 'هفته به هفته' },
  month: { en: 'by month', fa: 'ماه به ماه' },
  quarter: { en: 'by quarter', fa: 'فصل به فصل' },
  year: { en: 'by year', fa: 'سال به سال' },
};
const THIS: Text = { en: 'this period', fa: 'این دوره' };
const CUT: Text = {
  en: 'sums and counts from 0, without points that the period cuts',
  fa: 'جمع‌ها و شمارها از صفر و بدون نقطه‌هایی که دوره آن‌ها را بریده است',
};

export const kpisHtml: SectionHtml = (report, page) => {
  if (report.kpis.length === 0) return null;
  const { lang, options } = page;
  const entries = shownEntries(report, { ...options, detail: 'brief' });
  const lines = report.kpis.flatMap(linesOf).filter(({ value }) => value !== null);
  const absent = absentWords(report.kpis, options);
  const said = absent === null ? null : html`<p class="note">${page.words(absent)}</p>`;
  if (entries.length === 0) return html`<p>${NONE[lang]}</p>${said}`;
  const name = ALL[lang](countText(lines.length, lang), lines.length > entries.length);
  return html`<div class="cards of-${entries.length}">${entries.map((entry) => card(entry, report, page))}</div>${legend(
    entries,
    report,
    page,
  )}<details class="print"><summary>${name}</summary>${kpiTable(report, name, page)}</details>${said}`;
};

/** What the lines in the cards are; nothing where there are none. */
function legend(entries: readonly KpiEntry[], report: Report, page: Page): Html | null {
  const { lang, options } = page;
  const { series, lines, comparedTo, period } = report;
  const drawn = entries.filter((entry) => shapeOf(entry, report) !== null);
  const grain = [...series, ...lines].find(({ kpi }) => drawn.some(({ id }) => id === kpi))?.grain;
  if (drawn.length === 0 || grain === undefined) return null;
  const before =
    comparedTo === null
      ? null
      : html`<span class="key grey"></span>${page.words([besideWords(comparedTo.label, period?.label ?? null, options)])} `;
  const now = period === null ? THIS[lang] : [besideWords(period.label, comparedTo?.label ?? null, options)];
  return html`<p class="note keys">${before}<span class="key"></span>${page.words([now].flat())}${comma(lang)}${GRAINS[grain]?.[lang] ?? ''}${semicolon(lang)}${CUT[lang]}.</p>`;
}
