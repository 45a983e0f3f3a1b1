import { isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import { rules } from '../quality/catalogue/index.js';
import type { Rule, RuleSetting, Severity } from '../quality/definition.js';
import { runRules, skipText } from './check.js';
import { filterEntry, messageEntry } from './documents.js';
import { type ExplainContext, fieldsIn, namesOf } from './explain.js';
import { clockOf } from './measure-request.js';
import type { Explanation } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';

const catalogue: readonly Rule[] = rules;

const THOROUGH = {
  name: { en: 'Runs in', fa: 'اجرا در' },
  value: {
    en: 'kpi check; in kpi report only where its severity is error',
    fa: 'kpi check؛ در kpi report تنها اگر شدتش error باشد',
  },
} as const;

const SEVERITIES: { readonly [S in Severity]: string } = {
  error: 'خطا',
  warn: 'هشدار',
  info: 'اطلاع',
  off: 'خاموش',
};
const DIMENSIONS: { readonly [D in Rule['dimension']]: string } = {
  completeness: 'کامل بودن',
  validity: 'معتبر بودن',
  uniqueness: 'یکتایی',
  consistency: 'سازگاری',
  timeliness: 'به‌روز بودن',
  integrity: 'درستی پیوندها',
};

/** A rule's condition, why it matters and how to repair it; with data also the records that violate it. */
export function explainRule(
  rule: Rule,
  dataset: Dataset | null,
  context: ExplainContext & {
    readonly settings: Readonly<Record<string, RuleSetting>>;
    readonly assumeComplete?: boolean | undefined;
  },
): Explanation {
  const { lang, tool, resolved, today } = context;
  const setting = context.settings[rule.id];
  const severity = typeof setting === 'string' ? setting : setting?.severity;
  // Who asks about a rule that is off wants to see what it would find.
  const settings = setting === undefined || severity === 'off' ? {} : { [rule.id]: setting };
  const facts: Explanation['facts'] = [
    {
      name: { en: 'Severity', fa: 'شدت' }[lang],
      value:
        lang === 'fa'
          ? `${SEVERITIES[severity ?? rule.severity]} (${severity ?? rule.severity})`
          : (severity ?? rule.severity),
    },
    {
      name: { en: 'Dimension', fa: 'بعد کیفیت' }[lang],
      value: lang === 'fa' ? DIMENSIONS[rule.dimension] : rule.dimension,
    },
    ...(rule.thorough === true ? [{ name: THOROUGH.name[lang], value: THOROUGH.value[lang] }] : []),
    ...(rule.needs.length === 0
      ? []
      : [{ name: { en: 'Needs', fa: 'نیازمند' }[lang], value: fieldsIn(rule.needs, lang) }]),
    ...(rule.affects.length === 0
      ? []
      : [{ name: { en: 'Changes', fa: 'اثر بر' }[lang], value: namesOf(rule.affects, lang) }]),
    { name: { en: 'Repair', fa: 'راهکار' }[lang], value: rule.fix[lang] },
    ...(!catalogue.includes(rule)
      ? [] // a rule of the user's own is silenced where it is written
      : [{ name: { en: 'Silence', fa: 'خاموش کردن' }[lang], value: `rules: { ${rule.id}: off }` }]),
  ];
  const definition = {
    schemaVersion: SCHEMA_VERSION,
    tool,
    kind: 'rule' as const,
    id: rule.id,
    title: rule.title[lang],
    definition: rule.condition[lang],
    formula: null,
    source: rule.source,
    calendar: resolved.calendar,
    fiscalYearStart: resolved.fiscalYearStart,
    period: null,
    filter: dataset === null ? null : filterEntry(dataset),
    currency: null,
    kpi: null,
    calculation: null,
    variants: [],
    partition: null,
    models: [],
  };
  if (dataset === null) return { ...definition, facts, asOf: null, records: [], warnings: [] };
  const asOf = clockOf(dataset, resolved.asOf, today).asOf;
  const [result] = runRules(dataset, {
    rules: [rule],
    settings,
    asOf: resolved.asOf,
    today,
    rates: resolved.rates,
    assumeComplete: context.assumeComplete,
  }).results;
  if (result !== undefined) {
    const found =
      result.reason === null ? `${result.violations} / ${result.applicable}` : skipText(result.reason, lang);
    facts.push({ name: { en: 'Violations', fa: 'موارد نقض' }[lang], value: found });
  }
  const violations = result?.describe(context.maxRows === 0 ? undefined : context.maxRows) ?? [];
  return {
    ...definition,
    facts,
    asOf: asOf === null ? null : isoDay(asOf),
    records:
      violations.length === 0
        ? []
        : [
            {
              part: 'violations',
              total: result?.violations ?? 0,
              priced: null,
              amount: null,
              days: null,
              weighted: null,
              shown: violations.map((one) => violationRecord(dataset, one)),
            },
          ],
    warnings: dataset.warnings.map((warning) => messageEntry(warning, { lang, calendar: resolved.calendar })),
  };
}

function violationRecord(
  dataset: Dataset,
  {
    place,
    row,
    recordId,
  }: {
    readonly place: {
      readonly file: string;
      readonly sheet: string | null;
      readonly row: number;
      readonly line: number | null;
    };
    readonly row: number | null;
    readonly recordId: string | null;
  },
): Explanation['records'][number]['shown'][number] {
  const deal = row === null ? null : dataset.deals.record(row);
  return {
    file: place.file,
    sheet: place.sheet,
    row: place.row,
    line: place.line,
    id: recordId,
    name: deal?.name ?? null,
    outcome: deal?.outcome ?? '',
    owner: deal?.owner ?? null,
    amount: deal?.amount ?? null,
    currency: deal?.currency ?? null,
    original: null,
    probability: null,
    weighted: null,
    expectedClose: deal?.expectedClose == null ? null : isoDay(deal.expectedClose),
    createdAt: deal?.createdAt == null ? null : isoDay(deal.createdAt),
    closedAt: deal?.closedAt == null ? null : isoDay(deal.closedAt),
  };
}
