/** What a config file may contain, as a zod schema: validates the file, and is printed by `kpi schema config`. */
import { z } from 'zod';
import { parseSize } from '../locale/byte-size.js';
import { LANGS, type Lang, type Text } from '../locale/text.js';
import type { ConfigColumn, ConfigUnique } from './column-schema.js';
import { type ConfigCustomRule, customShape } from './custom-schema.js';
import { CUSTOM_EXPECTED } from './custom-words.js';
import { DECIMAL_SIGNS } from './decimal-sign.js';
import { delimiterOf } from './delimiters.js';
import type { ConfigExpect } from './expect-schema.js';
import { type ConfigLimits, limitShape, RULE_SEVERITIES, type RuleSeverity } from './limit-schema.js';
import { type ConfigTargets, TARGET_EXPECTED, targetShape } from './target-schema.js';
import { isTimezone } from './timezone.js';

export const OUTCOMES = ['won', 'lost', 'open', 'excluded'] as const;
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const;
export const CALENDARS = ['gregorian', 'jalali'] as const;
export const REPEATED_IDS = ['lines', 'newest', 'all'] as const;

export type ConfigOutcome = (typeof OUTCOMES)[number];
export type ConfigCalendar = (typeof CALENDARS)[number];
export type ConfigDateOrder = (typeof DATE_ORDERS)[number];
/** `.` and `,`, or their names. */
export type ConfigDecimal = keyof typeof DECIMAL_SIGNS;
export type ConfigRepeatedIds = (typeof REPEATED_IDS)[number];

export const REPORT_SECTIONS = ['series', 'funnel', 'cohorts', 'insights'] as const;
export const SERIES_GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export const REPORT_DETAILS = ['brief', 'standard', 'full'] as const;
export type ConfigDetail = (typeof REPORT_DETAILS)[number];
export type ConfigSection = (typeof REPORT_SECTIONS)[number];
export type ConfigGrain = (typeof SERIES_GRAINS)[number];

/** A severity, or an object with thresholds and the rule's own parameters. */
export type ConfigRule = RuleSeverity | (ConfigLimits & { readonly [parameter: string]: unknown });

/** A config file's content. Every key may be left out. */
export interface Config extends ConfigTargets {
  readonly preset?: string;
  readonly mapping?: Readonly<Record<string, string>>;
  readonly ignore?: readonly string[];
  readonly stages?: Readonly<Record<string, ConfigOutcome>>;
  readonly currency?: string;
  readonly timezone?: string;
  readonly dateOrder?: ConfigDateOrder;
  readonly decimal?: ConfigDecimal;
  readonly repeatedIds?: ConfigRepeatedIds;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly maxSize?: string;
  readonly fiscalYearStart?: number;
  readonly calendar?: ConfigCalendar;
  readonly assumeComplete?: boolean;
  readonly customers?: {
    /** Names that are one customer, list by list. */
    readonly merge?: readonly (readonly string[])[];
  };
  readonly retention?: { readonly window?: number };
  readonly rules?: Readonly<Record<string, ConfigRule>>;
  readonly customRules?: readonly ConfigCustomRule[];
  /** By field id or column header. */
  readonly columns?: Readonly<Record<string, ConfigColumn>>;
  readonly unique?: ConfigUnique;
  readonly unexpectedColumns?: RuleSeverity;
  readonly expect?: ConfigExpect;
  /** Relative to the config file. */
  readonly baseline?: string;
  readonly report?: {
    readonly kpis?: readonly string[];
    readonly by?: readonly string[];
    readonly sections?: readonly ConfigSection[];
    readonly grain?: ConfigGrain;
    readonly detail?: ConfigDetail;
  };
  readonly lang?: Lang;
}

/** The names a config may use: ids of the catalogues, and the parameters that a rule takes. */
export interface KnownNames {
  readonly kpis: readonly string[];
  /** KPI → unit, for what a target of it may be. */
  readonly units?: Readonly<Record<string, string>>;
  readonly presets: readonly string[];
  readonly rules: readonly { readonly id: string; readonly params?: z.ZodType | undefined }[];
  /** Ids of the rules that the file itself makes. */
  readonly own?: readonly string[];
}

/**
 * What a value should have been, by the code that the schema gives as its message: sentences are made in the reader's
 * language.
 */
export const EXPECTED = {
  section: { en: 'keys and values, indented below it', fa: 'کلید و مقدار، با تورفتگی در زیر آن' },
  text: { en: 'a text (in quotes if it looks like a number)', fa: 'متن (اگر شبیه عدد است، در گیومه)' },
  yes_no: { en: 'true or false', fa: 'true یا false' },
  list: { en: 'a list, such as [owner, source]', fa: 'فهرست، مانند [owner, source]' },
  kpi: { en: 'a KPI of `kpi list kpis`', fa: 'شاخصی از `kpi list kpis`' },
  preset: { en: 'a preset of `kpi list presets`', fa: 'پیش‌تنظیمی از `kpi list presets`' },
  outcome: { en: 'won, lost, open or excluded', fa: 'won، lost، open یا excluded' },
  severity: { en: 'error, warn, info or off', fa: 'error، warn، info یا off' },
  rule: {
    en: 'error, warn, info or off, or an object with severity, maxViolations, maxRate, or with warn and fail',
    fa: 'error، warn، info یا off، یا شیئی با severity، maxViolations، maxRate، یا با warn و fail',
  },
  count: { en: 'a whole number, 0 or more', fa: 'عدد صحیح، 0 یا بیشتر' },
  share: { en: 'a share from 0 to 1', fa: 'سهمی از 0 تا 1' },
  days: { en: 'a whole number of days, 1 to 3660', fa: 'تعداد روز، از 1 تا 3660' },
  month: { en: 'the number of a month, 1 to 12', fa: 'شماره‌ی ماه، از 1 تا 12' },
  report_section: { en: 'series, funnel, cohorts or insights', fa: 'series، funnel، cohorts یا insights' },
  grain: { en: 'day, week, month, quarter or year', fa: 'day، week، month، quarter یا year' },
  detail: { en: 'brief, standard or full', fa: 'brief، standard یا full' },
  currency: { en: 'a three-letter code, such as EUR', fa: 'کدی سه‌حرفی، مانند EUR' },
  timezone: { en: 'an IANA zone, such as Europe/Berlin', fa: 'نام منطقه در IANA، مانند Asia/Tehran' },
  calendar: { en: 'gregorian or jalali', fa: 'gregorian یا jalali' },
  date_order: { en: 'dmy, mdy or ymd', fa: 'dmy، mdy یا ymd' },
  decimal: { en: 'point or comma, or the character in quotes', fa: 'point یا comma، یا خود نویسه در گیومه' },
  repeated_ids: { en: 'lines, newest or all', fa: 'lines، newest یا all' },
  delimiter: {
    en: 'comma, semicolon, tab or pipe, or the character',
    fa: 'comma، semicolon، tab یا pipe، یا خود نویسه',
  },
  size: { en: 'a size, such as 500MB, 4GB or 2GiB', fa: 'اندازه، مانند 500MB، 4GB یا 2GiB' },
  headers: { en: 'a list of column headers', fa: 'فهرستی از سرستون‌ها' },
  merge: {
    en: 'a list of lists of names, two or more in each: [[Acme GmbH, Acme Inc.]]',
    fa: 'فهرستی از فهرست‌های نام، هر یک با دست‌کم دو نام: [[Acme GmbH, Acme Inc.]]',
  },
  lang: { en: 'en or fa', fa: 'en یا fa' },
  ...CUSTOM_EXPECTED,
  ...TARGET_EXPECTED,
} as const satisfies Record<string, Text>;

const text = (): z.ZodString => z.string('text').min(1, 'text');
const section = <Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> =>
  z.strictObject(shape, 'section');

/** The schema for given catalogues. Everything is optional: nothing needs to be said for a report. */
export function configSchema(known: KnownNames): z.ZodType<Config> {
  const schema = section({
    preset: z.enum(known.presets, 'preset').describe('the CRM that wrote the files'),
    mapping: z.record(z.string(), text(), 'section').describe('field or role.field → column header of the file'),
    ignore: z.array(text(), 'headers').describe('headers of columns that are never taken for a field'),
    stages: z
      .record(z.string(), z.enum(OUTCOMES, 'outcome'), 'section')
      .describe('stage or status name → outcome; "*" = every name that is not listed, "(blank)" = rows without one'),
    currency: z
      .string('currency')
      .regex(/^[A-Z]{3}$/, 'currency')
      .describe('currency of amounts that carry none and, with rates, of the report, ISO 4217'),
    timezone: z
      .string('timezone')
      .refine(isTimezone, 'timezone')
      .describe('IANA zone that decides the day of timestamps'),
    dateOrder: z.enum(DATE_ORDERS, 'date_order').describe('order of day, month and year where the cells fit several'),
    decimal: z
      .enum(Object.keys(DECIMAL_SIGNS) as ConfigDecimal[], 'decimal')
      .describe('decimal sign of numbers that fit both, as 1.234 does'),
    repeatedIds: z
      .enum(REPEATED_IDS, 'repeated_ids')
      .describe('rows with one id: lines of one deal (added up), versions (the newest counts), or all counted'),
    sheet: text().describe('sheet of a workbook'),
    encoding: text().describe('text encoding, such as windows-1256'),
    delimiter: z
      .string('delimiter')
      .refine((name) => delimiterOf(name) !== null, 'delimiter')
      .describe('comma, semicolon, tab or pipe, or the character itself'),
    maxSize: z
      .string('size')
      .refine((size) => parseSize(size) !== null, 'size')
      .describe('most bytes of a packed file that are read, unpacked, such as 4GB'),
    fiscalYearStart: z.int('month').min(1, 'month').max(12, 'month').describe('first month of the fiscal year'),
    calendar: z
      .enum(CALENDARS, 'calendar')
      .describe('what relative periods and series of all data are counted in; as the files are written when left out'),
    assumeComplete: z.boolean('yes_no').describe('accept a file without any lost (or won) deal as complete'),
    retention: section({
      window: z
        .int('days')
        .min(1, 'days')
        .max(3660, 'days')
        .describe('days that a won deal keeps a customer active')
        .optional(),
    }),
    customers: section({
      merge: z
        .array(z.array(text(), 'merge').min(2, 'merge'), 'merge')
        .describe('lists of names that are one customer each, under the first of them')
        .optional(),
    }),
    rules: section(
      Object.fromEntries(
        [...known.rules, ...(known.own ?? []).map((id) => ({ id, params: undefined }))].map(({ id, params }) => [
          id,
          ruleSchema(params).optional(),
        ]),
      ),
    ),
    ...targetShape(known.kpis.map((id) => ({ id, unit: known.units?.[id] ?? '' }))),
    ...customShape(known.rules.map(({ id }) => id)),
    baseline: text().describe('baseline of `kpi check`, relative to this file: what it knows does not fail'),
    report: section({
      kpis: z.array(z.enum(known.kpis, 'kpi'), 'list').describe('only these KPIs').optional(),
      by: z
        .array(text(), 'list')
        .describe('breakdowns: a field or a column; "a,b" crosses two; a name that holds a comma is quoted, as in CSV')
        .optional(),
      sections: z
        .array(z.enum(REPORT_SECTIONS, 'report_section'), 'list')
        .describe('parts beside the KPIs (default: all; none where kpis are named)')
        .optional(),
      grain: z.enum(SERIES_GRAINS, 'grain').describe('what series are counted in (default: from the range)').optional(),
      detail: z
        .enum(REPORT_DETAILS, 'detail')
        .describe('how much a table or Markdown shows (default: standard)')
        .optional(),
    }),
    lang: z.enum(LANGS, 'lang').describe('language of words and messages'),
  });
  return schema.partial() as unknown as z.ZodType<Config>;
}

function ruleSchema(params: z.ZodType | undefined): z.ZodType {
  const severity = z.enum(RULE_SEVERITIES, 'severity');
  const own = params instanceof z.ZodObject ? params.partial().shape : {};
  const settings = section({ ...limitShape, ...own });
  return z.union([severity, settings], 'rule');
}
