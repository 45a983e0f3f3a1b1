/** The figures of a report as lines: a KPI, or what it is in one of several currencies. */
import { currencyName as nameOf } from '../../locale/currencies.js';
import type { Lang } from '../../locale/text.js';
import type { KpiEntry, Report } from '../../report/schema.js';
import { UNNAMED } from './figures.js';

/** A line of the table: a KPI, or what it is in one of several currencies. */
export interface Line extends KpiEntry {
  /** Null where the report's own currency holds. */
  readonly currency: string | null;
}

/** Several currencies have a line each; a total of them there is none. */
export function linesOf(entry: KpiEntry): readonly Line[] {
  const { byCurrency } = entry;
  if (byCurrency === null) return [{ ...entry, currency: null }];
  return byCurrency.map((one) => ({ ...entry, ...one, target: null, byCurrency: null }));
}

/** `Won value · EUR` where there are several currencies. */
export function titleText({ title, currency }: Pick<Line, 'title' | 'currency'>, lang: Lang): string {
  return currency === null ? title : `${title} · ${currencyName(currency, lang)}`;
}

/** A currency by its code, or that the amounts name none. */
export function currencyName(currency: string, lang: Lang): string {
  return currency === '' ? UNNAMED[lang] : nameOf(currency, lang);
}

/** The title of a KPI; one that the report does not have is told by its id. */
export function titleOf(id: string, { kpis }: Pick<Report, 'kpis'>): string {
  return kpis.find((kpi) => kpi.id === id)?.title ?? id;
}

/** The unit of a KPI of the report. */
export function unitOf(id: string, { kpis }: Pick<Report, 'kpis'>): string {
  return kpis.find((kpi) => kpi.id === id)?.unit ?? '';
}
