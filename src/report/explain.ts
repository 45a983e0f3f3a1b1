import { kpis } from '../kpi/catalogue/index.js';
import type { Kpi } from '../kpi/definition.js';
import { type Measured, measurerOf, type Question } from '../kpi/measure.js';
import { fieldWords } from '../locale/reasons.js';
import type { Lang } from '../locale/text.js';
import { UNITS } from '../locale/units.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import { convertDataset } from './convert.js';
import { filterEntry, messageEntry, periodEntry, type Tool } from './documents.js';
import { calculationOf } from './explain-calculation.js';
import { recordParts } from './explain-records.js';
import { kpiEntry } from './kpi-entry.js';
import { clockOf, clockWarnings, currenciesOf, currenciesOfAll, questionFor } from './measure-request.js';
import { modelEntry, modelsOfKpi } from './model-entry.js';
import { modelFindings } from './models/findings.js';
import { optionWarnings } from './option-warnings.js';
import { partitionOf } from './partition.js';
import type { Resolved } from './request.js';
import type { Explanation } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';
import { requireOwners, targetEntry } from './targets.js';

export interface ExplainContext {
  readonly resolved: Resolved;
  readonly today: CivilDay;
  readonly lang: Lang;
  readonly tool: Tool;
  /** Records listed per part; 0 = all. */
  readonly maxRows: number;
}

/**
 * A KPI's definition; with data also its figure, the arithmetic, the KPIs that answer a neighbouring question beside
 * it, and the records counted in and left out, each with file and row.
 */
export function explainKpi(kpi: Kpi, read: Dataset | null, context: ExplainContext): Explanation {
  const { resolved, lang, tool } = context;
  const speech = { lang, calendar: resolved.calendar, fiscalYearStart: resolved.fiscalYearStart };
  const definition = {
    schemaVersion: SCHEMA_VERSION,
    tool,
    kind: 'kpi' as const,
    id: kpi.id,
    title: kpi.title[lang],
    definition: kpi.definition[lang],
    formula: kpi.formula[lang],
    source: kpi.source,
    facts: facts(kpi, lang),
    calendar: resolved.calendar,
    fiscalYearStart: resolved.fiscalYearStart,
    models: modelsOfKpi(kpi.id).map((one) => modelEntry(one, speech, null)),
  };
  if (read === null) return { ...definition, ...NO_DATA };
  const { head, dataset, question, findings } = explained(read, context);
  const target = resolved.targets[kpi.id];
  const measurer = measurerOf(kpis, question);
  const measured = measurer.measure(kpi.id);
  const { measurement } = measured;
  const deals = { counted: recordsOf(kpi, dataset), read: recordsOf(kpi, read) };
  const variants = kpi.variants === undefined ? [] : [kpi.id, ...kpi.variants];
  return {
    ...definition,
    ...head,
    kpi: kpiEntry(
      measured,
      null,
      speech,
      target === undefined ? null : targetEntry(kpi.id, target, measurement.value, question.period),
    ),
    calculation: calculationOf(kpi, measurement, (id) => measurer.measure(id).measurement.value),
    variants: variants.map((id) => variantEntry(measurer.measure(id), lang)),
    records: recordParts(kpi, deals, measurement, context),
    models: modelsOfKpi(kpi.id).map((one) => modelEntry(one, speech, findings(one))),
  };
}

/** What files say of models. */
export interface ExplainedModels {
  /** What every explanation of files says of them. */
  readonly head: Pick<Explanation, 'asOf' | 'period' | 'filter' | 'currency' | 'partition' | 'warnings'>;
  readonly findings: ReturnType<typeof modelFindings>;
}

/** What is explained from. */
interface Explained extends ExplainedModels {
  readonly dataset: Dataset;
  readonly question: Question;
}

/** The files as they are asked about. */
export function explained(read: Dataset, { resolved, today, lang }: ExplainContext): Explained {
  const speech = { lang, calendar: resolved.calendar, fiscalYearStart: resolved.fiscalYearStart };
  const clock = clockOf(read, resolved.asOf, today);
  const dataset = convertDataset(read, resolved.rates, clock.asOf);
  requireOwners((dataset.whole ?? dataset).deals, resolved.settings.quotas);
  const question = questionFor(dataset, resolved, clock, resolved.period, today);
  const currencies = currenciesOfAll(dataset);
  const currency = currencies.length === 1 ? (currencies[0] ?? null) : null;
  const head = {
    asOf: clock.asOf === null ? null : isoDay(clock.asOf),
    period: periodEntry(resolved.period, resolved.relative),
    filter: filterEntry(dataset),
    currency,
    partition: partitionOf(dataset.deals),
    warnings: [...dataset.warnings, ...clockWarnings(clock, resolved), ...optionWarnings(resolved, clock)].map(
      (warning) => messageEntry(warning, speech),
    ),
  };
  const findings = modelFindings({
    question,
    currency,
    mixed: { all: currencies.length > 1, deals: currenciesOf(dataset.deals).length > 1 },
    horizon: resolved.forecastHorizon,
    fiscalYearStart: resolved.fiscalYearStart,
  });
  return { head, dataset, question, findings };
}

/** What an explanation without files has nothing to say of. */
export const NO_DATA = {
  asOf: null,
  period: null,
  filter: null,
  currency: null,
  kpi: null,
  calculation: null,
  variants: [],
  partition: null,
  records: [],
  warnings: [],
} satisfies Partial<Explanation>;

function variantEntry(measured: Measured, lang: Lang): Explanation['variants'][number] {
  const { id, title, unit, value, n, numerator, denominator, reason } = kpiEntry(measured, null, lang);
  return { id, title, formula: measured.kpi.formula[lang], unit, value, n, numerator, denominator, reason };
}

/** What the row numbers of a KPI's measurement mean. */
function recordsOf(kpi: Kpi, { deals, purchases, subscriptions = null }: Dataset): Deals {
  if (kpi.of === 'subscriptions' && subscriptions !== null) return subscriptions.records;
  return kpi.of === 'purchases' && purchases !== null ? purchases : deals;
}

/** KPIs by the ids that are typed; to a Persian reader with their titles. */
export function namesOf(ids: readonly string[], lang: Lang): string {
  if (lang === 'en') return ids.join(', ');
  return ids.map((id) => `${kpis.find((one) => one.id === id)?.title.fa ?? ''} (${id})`.trimStart()).join('، ');
}

/** Fields likewise. */
export function fieldsIn(fields: readonly string[], lang: Lang): string {
  if (lang === 'en') return fields.join(', ');
  return fields.map((field) => `${fieldWords(field, 'fa')} (${field})`).join('، ');
}

function facts(kpi: Kpi, lang: Lang): Explanation['facts'] {
  const basis = {
    created: { en: 'deals created in the period', fa: 'معامله‌های ایجادشده در دوره' },
    closed: { en: 'deals closed in the period', fa: 'معامله‌های بسته‌شده در دوره' },
    snapshot: { en: 'deals open at the snapshot', fa: 'معامله‌های باز در تاریخ گزارش' },
    leads: { en: 'leads created in the period', fa: 'سرنخ‌های ایجادشده در دوره' },
    all: { en: "all won deals up to the period's end", fa: 'همه‌ی معامله‌های برنده تا پایان دوره' },
  }[kpi.basis];
  const counted =
    kpi.of === 'subscriptions'
      ? { en: "paid subscriptions up to the period's end", fa: 'اشتراک‌های پولی تا پایان دوره' }
      : kpi.basis === 'snapshot' && kpi.cumulative === true
        ? {
            en: 'deals created up to the snapshot, open and closed',
            fa: 'معامله‌های ایجادشده تا تاریخ گزارش، باز و بسته',
          }
        : basis;
  const better = {
    higher: { en: 'higher', fa: 'بیشتر' },
    lower: { en: 'lower', fa: 'کمتر' },
    neither: { en: 'neither', fa: 'هیچ‌کدام' },
  }[kpi.better];
  const entries: Explanation['facts'] = [
    { name: { en: 'Unit', fa: 'واحد' }[lang], value: UNITS[kpi.unit][lang] },
    { name: { en: 'Counts', fa: 'مبنا' }[lang], value: counted[lang] },
    { name: { en: 'Better', fa: 'بهتر' }[lang], value: better[lang] },
  ];
  if (kpi.onDemand === true) {
    entries.push({
      name: { en: 'Measured', fa: 'محاسبه' }[lang],
      value: { en: 'where it is named: --kpi, a target of it', fa: 'تنها آنجا که نامش بیاید: --kpi یا هدفی برای آن' }[
        lang
      ],
    });
  }
  if (kpi.needs.length > 0)
    entries.push({ name: { en: 'Needs', fa: 'نیازمند' }[lang], value: fieldsIn(kpi.needs, lang) });
  if (kpi.wants !== undefined && kpi.wants.length > 0) {
    entries.push({ name: { en: 'Uses if there', fa: 'در صورت وجود' }[lang], value: fieldsIn(kpi.wants, lang) });
  }
  if (kpi.uses !== undefined && kpi.uses.length > 0) {
    entries.push({ name: { en: 'Built from', fa: 'ساخته از' }[lang], value: namesOf(kpi.uses, lang) });
  }
  if (kpi.variants !== undefined) {
    entries.push({ name: { en: 'See also', fa: 'همچنین' }[lang], value: namesOf(kpi.variants, lang) });
  }
  return entries;
}
