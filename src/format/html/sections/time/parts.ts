/** The parts of the asked period, each beside its like in the compared one: July against April. */
import { capitalized } from '../../../../locale/first-letter.js';
import { periodText } from '../../../../locale/periods.js';
import type { Lang, Text } from '../../../../locale/text.js';
import type { KpiEntry, Report } from '../../../../report/schema.js';
import {
  changeTone,
  comma,
  currencyValuesWords,
  kpiValueWords,
  labelWords,
  movedText,
  verdictWord,
} from '../../../pages/figures.js';
import { grainWord } from '../../../pages/trends.js';
import { type Html, html, NOTHING, plainText } from '../../markup.js';
import type { Page } from '../../page.js';
import { type TableCell, type TableColumn, table } from '../../table.js';

type Parts = NonNullable<Report['parts']>;
type Part = Parts['rows'][number];
type PartKpi = Part['kpis'][number];

/** More names are no title. */
const MOST_NAMED = 4;
const FIRST = ['revenue_won', 'win_rate', 'sales_cycle', 'won_deals'];
const MOST_KPIS = 3;

const AGAINST: { readonly [L in Lang]: (part: string, like: string) => string } = {
  en: (part, like) => `${part} against ${like}`,
  fa: (part, like) => `${part} در برابر ${like}`,
};
const BY: { readonly [L in Lang]: (grain: string) => string } = {
  en: (grain) => `By ${grain}`,
  fa: (grain) => `به تفکیک ${grain}`,
};
const CHANGE: Text = { en: 'Change', fa: 'تغییر' };
const CUT: Text = { en: '‡ not the whole of its period', fa: '‡ دوره‌ی ناکامل' };

/** The table; null where there is one part only or none has a value. */
export function partsTable(report: Report, page: Page): Html | null {
  const { parts } = report;
  if (parts === null || parts.rows.length < 2) return null;
  const { lang } = page;
  const { rows, grain } = parts;
  const measured = [...new Set([...FIRST, ...rows.flatMap(({ kpis }) => kpis.map(({ id }) => id))])];
  const entries = measured
    .flatMap((id) => report.kpis.find((kpi) => kpi.id === id) ?? [])
    .filter(({ id }) => rows.some((row) => hasFigure(partKpi(row, id))))
    .slice(0, MOST_KPIS);
  const told = rows.filter((row) =>
    entries.some(({ id }) => (partKpi(row, id)?.value ?? null) !== null || hasCurrencies(row, id)),
  );
  // One part beside empty ones tells nothing of a rhythm.
  if (told.length < 2) return null;
  const named = capitalized(plainText([grainWord(grain, lang)]));
  const columns: TableColumn[] = [
    { title: html`${named}`, kind: 'text' },
    ...entries.flatMap(({ id, title }): TableColumn[] => [
      { title: html`<bdi>${title}</bdi>`, kind: 'number' },
      ...(hasChange(rows, id)
        ? [{ title: html`${CHANGE[lang]}<span class="vh">, ${title}</span>`, kind: 'number' as const }]
        : []),
    ]),
  ];
  const title = titleOf(parts, page);
  const body = rows.map((row): TableCell[] => [
    { html: html`${partName(row, page)}${row.partial ? ' ‡' : ''}` },
    ...entries.flatMap((entry) => cellsOf(row, rows, entry, page)),
  ]);
  const cut = rows.some(({ partial }) => partial) ? html`<p class="note">${CUT[lang]}</p>` : null;
  return html`<div class="parts"><h3>${title}</h3>${table({ caption: title, columns, rows: body }, page)}${cut}</div>`;
}

function partKpi({ kpis }: Part, id: string): PartKpi | undefined {
  return kpis.find((kpi) => kpi.id === id);
}

function hasCurrencies(row: Part, id: string): boolean {
  return (partKpi(row, id)?.byCurrency ?? []).some(({ value }) => value !== null);
}

function hasFigure(kpi: PartKpi | undefined): boolean {
  return kpi !== undefined && (kpi.value !== null || kpi.byCurrency !== null);
}

function hasChange(rows: readonly Part[], id: string): boolean {
  return rows.some((row) => {
    const change = partKpi(row, id)?.change ?? null;
    return change !== null && change.reason !== 'cumulative';
  });
}

function cellsOf(row: Part, rows: readonly Part[], { id, unit, better }: KpiEntry, page: Page): TableCell[] {
  const { options, lang } = page;
  const kpi = partKpi(row, id);
  const words =
    kpi === undefined
      ? []
      : kpi.byCurrency === null
        ? kpiValueWords(kpi, { unit, currency: null }, options)
        : currencyValuesWords(kpi.byCurrency, unit, options);
  const value: TableCell = { html: page.words(words), tone: kpi?.value == null ? 'dim' : undefined };
  if (!hasChange(rows, id)) return [value];
  const change = kpi?.change ?? null;
  if (change === null || change.reason === 'cumulative') return [value, { html: NOTHING }];
  const moved = movedText(change, unit, lang).replace(/^[▲▼=] /, '');
  const word = change.significant === true ? verdictWord({ ...change, likeForLike: null }, better, lang) : null;
  return [value, { html: page.words([word === null ? moved : `${moved}, ${word}`]), tone: changeTone(change, better) }];
}

/** `July`, where its like is of the same year; else `2018-01`. */
function partName({ label, compared }: Part, { options }: Page): string {
  return compared === null ? plainText([labelWords(label, options)]) : periodText(label, options, compared.label);
}

/** `July against April, August against May`. */
function titleOf({ rows, grain }: Parts, page: Page): string {
  const { lang, options } = page;
  const pairs = rows.flatMap((row) =>
    row.compared === null
      ? []
      : [AGAINST[lang](partName(row, page), periodText(row.compared.label, options, row.label))],
  );
  if (pairs.length < rows.length || pairs.length > MOST_NAMED) return BY[lang](plainText([grainWord(grain, lang)]));
  return pairs.join(comma(lang));
}
