import { parseSize } from '../locale/byte-size.js';
import type { Lang } from '../locale/text.js';
import { type DecimalSign, decimalSignOf } from './decimal-sign.js';
import { delimiterOf } from './delimiters.js';
import type {
  Config,
  ConfigCalendar,
  ConfigDateOrder,
  ConfigDetail,
  ConfigGrain,
  ConfigOutcome,
  ConfigRepeatedIds,
  ConfigRule,
  ConfigSection,
} from './schema.js';
import type { ConfigTargets } from './target-schema.js';

/** Rules of the user's own. */
export interface CustomSettings {
  readonly rules: Config['customRules'];
  readonly columns: Config['columns'];
  readonly unique: Config['unique'];
  readonly unexpectedColumns: Config['unexpectedColumns'];
  readonly expect: Config['expect'];
}

/** What both the command line and the config can say. What is left out is detected, or has its default. */
export interface Settings {
  readonly preset?: string | undefined;
  /** `field` or `role.field` → column. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Keys of `mapping` that only the config says: they may speak of files that are not given this time. */
  readonly standing: readonly string[];
  /** Headers of columns that are never taken for a field. */
  readonly ignore: readonly string[];
  /** Stage → outcome; `*` = every stage that is not listed. */
  readonly stages: Readonly<Record<string, ConfigOutcome>>;
  /** Keys of `stages` that only the config says: nobody may be in them this time. */
  readonly standingStages: readonly string[];
  readonly currency?: string | undefined;
  readonly timezone?: string | undefined;
  readonly dateOrder?: ConfigDateOrder | undefined;
  /** The character itself. */
  readonly decimal?: DecimalSign | undefined;
  readonly repeatedIds?: ConfigRepeatedIds | undefined;
  readonly sheet?: string | undefined;
  readonly encoding?: string | undefined;
  /** The character itself. */
  readonly delimiter?: string | undefined;
  /** Bytes. */
  readonly maxSize?: number | undefined;
  readonly fiscalYearStart?: number | undefined;
  readonly calendar?: ConfigCalendar | undefined;
  readonly assumeComplete?: boolean | undefined;
  /** Days. */
  readonly retentionWindow?: number | undefined;
  /** Names that are one customer, list by list. */
  readonly mergedCustomers?: readonly (readonly string[])[] | undefined;
  readonly rules: Readonly<Record<string, ConfigRule>>;
  /** KPI id → target. */
  readonly targets: NonNullable<ConfigTargets['targets']>;
  /** Owner → quota. */
  readonly quotas: NonNullable<ConfigTargets['quotas']>;
  /** Share of revenue that is margin. */
  readonly margin?: number | undefined;
  /** Years that a customer stays. */
  readonly lifespanYears?: number | undefined;
  /** By currency, or a CSV file; that of the config is relative to the config's folder. */
  readonly rates?: ConfigTargets['rates'] | undefined;
  /** The user's own rules; they are said in the config alone. */
  readonly custom?: CustomSettings | undefined;
  /** A baseline of `kpi check`; that of the config is relative to the config's folder. */
  readonly baseline?: string | undefined;
  readonly kpis?: readonly string[] | undefined;
  /** Each a list of names, or a text that holds one. */
  readonly by?: readonly (string | readonly string[])[] | undefined;
  readonly sections?: readonly ConfigSection[] | undefined;
  readonly grain?: ConfigGrain | undefined;
  readonly detail?: ConfigDetail | undefined;
  readonly lang?: Lang | undefined;
}

/**
 * Settings of the command line over those of the config. Mappings and stages are joined, name by name, and columns to
 * ignore are added up; everything else is taken as a whole: `--by` replaces the config's breakdowns.
 */
export function mergeSettings(commandLine: Partial<Settings>, config: Config): Settings {
  return {
    preset: commandLine.preset ?? config.preset,
    mapping: join(config.mapping, commandLine.mapping),
    standing: Object.keys(config.mapping ?? {}).filter((key) => !Object.hasOwn(commandLine.mapping ?? {}, key)),
    ignore: [...(config.ignore ?? []), ...(commandLine.ignore ?? [])],
    stages: join(config.stages, commandLine.stages),
    standingStages: Object.keys(config.stages ?? {}).filter((key) => !Object.hasOwn(commandLine.stages ?? {}, key)),
    currency: commandLine.currency ?? config.currency,
    timezone: commandLine.timezone ?? config.timezone,
    dateOrder: commandLine.dateOrder ?? config.dateOrder,
    decimal: commandLine.decimal ?? decimalSignOf(config.decimal ?? '') ?? undefined,
    repeatedIds: commandLine.repeatedIds ?? config.repeatedIds,
    sheet: commandLine.sheet ?? config.sheet,
    encoding: commandLine.encoding ?? config.encoding,
    delimiter: commandLine.delimiter ?? delimiterOf(config.delimiter ?? '') ?? undefined,
    maxSize: commandLine.maxSize ?? parseSize(config.maxSize ?? '') ?? undefined,
    fiscalYearStart: commandLine.fiscalYearStart ?? config.fiscalYearStart,
    calendar: commandLine.calendar ?? config.calendar,
    assumeComplete: commandLine.assumeComplete ?? config.assumeComplete,
    retentionWindow: commandLine.retentionWindow ?? config.retention?.window,
    mergedCustomers: config.customers?.merge,
    rules: join(config.rules, commandLine.rules),
    targets: { ...config.targets, ...commandLine.targets },
    quotas: config.quotas ?? {},
    margin: config.clv?.margin,
    lifespanYears: config.clv?.lifespan,
    rates: config.rates,
    custom: customOf(config),
    baseline: commandLine.baseline ?? config.baseline,
    kpis: commandLine.kpis ?? config.report?.kpis,
    by: commandLine.by ?? config.report?.by,
    sections: commandLine.sections ?? config.report?.sections,
    grain: commandLine.grain ?? config.report?.grain,
    detail: commandLine.detail ?? config.report?.detail,
    lang: commandLine.lang ?? config.lang,
  };
}

/** The user's own rules as the library takes them; undefined where there are none. */
function customOf({
  customRules: rules,
  columns,
  unique,
  unexpectedColumns,
  expect,
}: Config): CustomSettings | undefined {
  const custom = { rules, columns, unique, unexpectedColumns, expect };
  return Object.values(custom).some((said) => said !== undefined) ? custom : undefined;
}

/** No prototype: a stage may be called `constructor`. */
function join<T>(below: Readonly<Record<string, T>> = {}, above: Readonly<Record<string, T>> = {}): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, below, above);
}
