import { kpis } from '../kpi/catalogue/index.js';
import type { Kpi, Measurement } from '../kpi/definition.js';
import { measureAll } from '../kpi/measure.js';
import { reasonText } from '../locale/reasons.js';
import type { Lang } from '../locale/text.js';
import { UNITS } from '../locale/units.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import { periodEntry, type Tool, warningEntry } from './documents.js';
import { kpiEntry } from './kpi-entry.js';
import { clockOf, clockWarnings, currenciesOf, questionFor } from './measure-request.js';
import type { Resolved } from './request.js';
import { type Explanation, SCHEMA_VERSION } from './schema.js';

export interface ExplainContext {
  readonly resolved: Resolved;
  readonly today: CivilDay;
  readonly lang: Lang;
  readonly tool: Tool;
  /** Records listed per part; 0 = all. */
  readonly maxRows: number;
}

/** A KPI's definition; with data also its figure and the records counted in and left out, each with file and row. */
export function explainKpi(kpi: Kpi, dataset: Dataset | null, context: ExplainContext): Explanation {
  const { resolved, today, lang, tool } = context;
  const definition = {
    schemaVersion: SCHEMA_VERSION,
    tool,
    kind: 'kpi' as const,
    id: kpi.id,
    title: kpi.title[lang],
    definition: kpi.definition[lang],
    formula: kpi.formula,
    source: kpi.source,
    facts: facts(kpi, lang),
  };
  if (dataset === null) {
    return { ...definition, asOf: null, period: null, currency: null, kpi: null, records: [], warnings: [] };
  }
  const clock = clockOf(dataset, resolved.asOf, today);
  const question = questionFor(dataset, resolved, clock, resolved.period, today);
  const [measured] = measureAll(kpis, [kpi.id], question);
  const currencies = currenciesOf(dataset.deals);
  return {
    ...definition,
    asOf: clock.asOf === null ? null : isoDay(clock.asOf),
    period: periodEntry(resolved.period),
    currency: currencies.length === 1 ? (currencies[0] ?? null) : null,
    kpi: measured === undefined ? null : kpiEntry(measured, null, lang),
    records: measured === undefined ? [] : recordParts(recordsOf(kpi, dataset), measured.measurement, context),
    warnings: [...dataset.warnings, ...clockWarnings(clock, resolved)].map((warning) => warningEntry(warning, lang)),
  };
}

/** What the row numbers of a KPI's measurement mean. */
function recordsOf(kpi: Kpi, { deals, purchases }: Dataset): Deals {
  return kpi.of === 'purchases' && purchases !== null ? purchases : deals;
}

function facts(kpi: Kpi, lang: Lang): Explanation['facts'] {
  const basis = {
    created: { en: 'deals created in the period', fa: 'معامله‌های ایجادشده در دوره' },
    closed: { en: 'deals closed in the period', fa: 'معامله‌های بسته‌شده در دوره' },
    snapshot: { en: 'deals open at the snapshot', fa: 'معامله‌های باز در تاریخ گزارش' },
    leads: { en: 'leads created in the period', fa: 'سرنخ‌های ایجادشده در دوره' },
    all: { en: "all won deals up to the period's end", fa: 'همه‌ی معامله‌های برنده تا پایان دوره' },
  }[kpi.basis];
  const better = {
    higher: { en: 'higher', fa: 'بیشتر' },
    lower: { en: 'lower', fa: 'کمتر' },
    neither: { en: 'neither', fa: 'هیچ‌کدام' },
  }[kpi.better];
  const entries: Explanation['facts'] = [
    { name: { en: 'Unit', fa: 'واحد' }[lang], value: UNITS[kpi.unit][lang] },
    { name: { en: 'Counts', fa: 'مبنا' }[lang], value: basis[lang] },
    { name: { en: 'Better', fa: 'بهتر' }[lang], value: better[lang] },
  ];
  if (kpi.needs.length > 0) entries.push({ name: { en: 'Needs', fa: 'نیازمند' }[lang], value: kpi.needs.join(', ') });
  if (kpi.wants !== undefined && kpi.wants.length > 0) {
    entries.push({ name: { en: 'Uses if there', fa: 'در صورت وجود' }[lang], value: kpi.wants.join(', ') });
  }
  if (kpi.uses !== undefined && kpi.uses.length > 0) {
    entries.push({ name: { en: 'Built from', fa: 'ساخته از' }[lang], value: kpi.uses.join(', ') });
  }
  return entries;
}

/** The records of every part: counted in first, then left out by reason. */
function recordParts(
  deals: Deals,
  measurement: Measurement,
  { lang, maxRows }: ExplainContext,
): Explanation['records'] {
  const parts: { part: string; rows: Uint32Array }[] = [];
  if (measurement.value !== null) {
    const { numerator, denominator, rows } = measurement;
    if (numerator !== undefined && numerator.rows.length > 0) parts.push({ part: 'numerator', rows: numerator.rows });
    if (denominator !== undefined && denominator.rows.length > 0)
      parts.push({ part: 'denominator', rows: denominator.rows });
    if (rows !== undefined) parts.push({ part: 'counted', rows });
  }
  for (const { reason, rows } of measurement.excluded) {
    if (rows.length > 0) parts.push({ part: `left out: ${reasonText(reason, lang)}`, rows });
  }
  return parts.map(({ part, rows }) => ({
    part,
    total: rows.length,
    shown: Array.from(maxRows === 0 ? rows : rows.subarray(0, maxRows), (row) => {
      const deal = deals.record(row);
      return {
        file: deal.place.file,
        sheet: deal.place.sheet,
        row: deal.place.row,
        line: deal.place.line,
        id: deal.id,
        name: deal.name,
        outcome: deal.outcome,
        amount: deal.amount,
        createdAt: deal.createdAt === null ? null : isoDay(deal.createdAt),
        closedAt: deal.closedAt === null ? null : isoDay(deal.closedAt),
      };
    }),
  }));
}
