/**
 * The JSON contracts, as zod schemas: what `--format json` prints, what `kpi schema` describes, what tests validate.
 * Field names camelCase, ids snake_case, ratios 0…1, durations in days, money a number beside its currency, days
 * ISO 8601. A value that cannot be computed is null with a reason. Changes are additive within a schema version.
 */
import { z } from 'zod';
import { modelEntrySchema } from './model-schema.js';
import {
  calendar,
  columnSchema,
  day,
  filterSchema,
  fiscalYearStart,
  kpiEntrySchema,
  message,
  period,
  sourceSchema,
  tool,
} from './schema-parts.js';
import { SCHEMA_VERSION } from './schema-version.js';
import type { breakdownSchema } from './sections/parts/breakdowns-schema.js';
import { sectionShapes } from './sections/parts/shapes.js';

export { kpiEntrySchema } from './schema-parts.js';

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  asOf: day.nullable().describe('the snapshot date; null when no deal has a date'),
  calendar: calendar.describe(
    'what people read the days in, and what parts of all data and relative periods are counted in',
  ),
  fiscalYearStart,
  period,
  comparedTo: period,
  currency: z.string().nullable(),
  currencies: z.array(z.string()),
  sources: z.array(sourceSchema),
  filter: filterSchema,
  samples: z
    .enum(['full', 'ids', 'none'])
    .describe('what is told of single deals: all; ids, that is where they stand and their ids; none, how many'),
  partition: z
    .strictObject({
      records: z.number().int(),
      won: z.number().int(),
      lost: z.number().int(),
      open: z.number().int(),
      excluded: z.number().int(),
    })
    .describe('every record is exactly one of four'),
  ...sectionShapes,
  warnings: z.array(message),
});

/** What is printed in place of a report or a check where there is no usable data (exit code 3). */
export const failureSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  error: z.strictObject({
    code: z.string(),
    exit: z.number().int().describe('the exit code of the run'),
    message: z.string(),
    hint: z.string().describe('what to do next'),
    file: z.string().nullable().describe('the file in question, where it is one'),
  }),
});

const toleratedShape = { maxViolations: z.number().nullable(), maxRate: z.number().nullable() };

export const checkSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  asOf: day.nullable(),
  calendar: calendar.describe('what people read the days in'),
  currency: z.string().nullable().describe('of every amount; null when the files name none or several'),
  sources: z.array(sourceSchema),
  filter: filterSchema,
  summary: z.strictObject({
    records: z.number().int(),
    errors: z.number().int().describe('violations of rules of severity error that no baseline knows'),
    warnings: z.number().int(),
    infos: z.number().int(),
    score: z.number().nullable().describe('share of records without an error, known ones included'),
    strictScore: z.number().nullable().describe('share of records with neither error nor warning'),
    baseline: z.string().nullable().describe('the baseline file that the check was compared with'),
    known: z.number().int().describe('violations that the baseline knows'),
    fixed: z.number().int().describe('violations that the baseline knows and that are gone'),
    outcome: z.enum(['pass', 'fail']),
    failOn: z.string(),
    failures: z.array(message).describe('why the gate fails beside the rules'),
  }),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      severity: z.string(),
      outcome: z.enum(['pass', 'warn', 'fail', 'skipped', 'error']),
      title: z.string(),
      dimension: z.string(),
      applicable: z.number().int().describe('records the rule applies to'),
      violations: z.number().int().describe('all, known ones included'),
      rate: z.number().nullable(),
      amount: z.number().nullable().describe('money of the violating deals; null when unknown or mixed'),
      known: z.number().int().describe('in the baseline: the outcome does not count them'),
      expired: z.number().int().describe('in the baseline, but its last day has passed: the outcome counts them'),
      fixed: z.number().int().describe('in the baseline, and gone'),
      affects: z.array(z.string()),
      threshold: z
        .strictObject({
          ...toleratedShape,
          warn: z.strictObject(toleratedShape).nullable().describe('more than this is a warning'),
          fail: z.strictObject(toleratedShape).nullable().describe('more than this is an error'),
        })
        .nullable(),
      reason: z.string().nullable().describe('why it was skipped'),
      fix: z.string(),
    }),
  ),
  violations: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.string(),
      file: z.string(),
      sheet: z.string().nullable(),
      row: z.number().int().describe('as a spreadsheet program counts; 1 = first row of the file'),
      line: z.number().int().nullable().describe('physical line of a CSV record'),
      recordId: z.string().nullable(),
      column: z.string().nullable(),
      field: z.string().nullable(),
      value: z.string().nullable(),
      message: z.string(),
      count: z.number().int().describe('violations that it stands for: 1, or as many as are one fault'),
      places: z
        .array(
          z.strictObject({
            file: z.string(),
            sheet: z.string().nullable(),
            row: z.number().int(),
            line: z.number().int().nullable(),
            recordId: z.string().nullable(),
          }),
        )
        .describe('where it stands for many: the first of them (all with --max-rows 0); else empty'),
      fingerprint: z.string().describe('the same in another export; a hash of rule, record and field'),
      expired: z
        .strictObject({ until: day, reason: z.string().nullable() })
        .nullable()
        .describe('the entry of the baseline that knew it until that day'),
    }),
  ),
  known: z
    .array(
      z.strictObject({
        rule: z.string(),
        fingerprint: z.string(),
        count: z.number().int(),
        recordId: z.string().nullable(),
        until: day.nullable().describe('the last day on which it is known'),
        reason: z.string().nullable(),
      }),
    )
    .describe('what the baseline knows and the check still finds, of each rule the first; none while it is written'),
  fixed: z
    .array(
      z.strictObject({
        rule: z.string(),
        fingerprint: z.string(),
        count: z.number().int(),
        recordId: z.string().nullable(),
      }),
    )
    .describe('what the baseline knows and the check no longer finds'),
  warnings: z.array(message),
});

export const inspectionSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  asOf: day.nullable(),
  calendar: calendar.describe('what people read the days in; the cells stay as they are'),
  currency: z.string().nullable(),
  sources: z.array(
    z.strictObject({
      ...sourceSchema.shape,
      presetReason: message,
      sheets: z.array(z.string()),
      preamble: z.array(z.string()),
      columns: z.array(
        z.strictObject({
          ...columnSchema.shape,
          fieldTitle: z.string().nullable().describe("the field as people call it, in the report's language"),
          filled: z.number().int().describe('non-empty cells'),
          distinct: z.number().int(),
          unreadable: z.number().int().describe('cells that are not what the field holds'),
          reading: message.nullable().describe('how its cells are read: date order, number format, scale'),
          examples: z.array(z.string()),
        }),
      ),
      stages: z.array(
        z.strictObject({
          column: z.string(),
          value: z.string(),
          rows: z.number().int(),
          outcome: z.string(),
          reason: message,
        }),
      ),
      history: z
        .strictObject({
          source: z.string().describe('columns of this file, or this file as a log of changes'),
          entries: z.number().int().describe('stages entered'),
          deals: z.number().int().describe('by how many deals'),
          stages: z.array(z.string()),
        })
        .nullable()
        .describe('what the file tells of when deals entered their stages'),
    }),
  ),
  ambiguous: z
    .array(
      z.strictObject({
        file: z.string(),
        column: z.string(),
        field: z.string(),
        taken: z.string(),
        other: z.string(),
        cells: z.number().int().describe('cells that would be something else under the other reading'),
      }),
    )
    .describe('columns whose cells do not settle how they are read'),
  partition: reportSchema.shape.partition.nullable(),
  records: z
    .array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
    .describe('the first normalized deals'),
  warnings: z.array(message),
});

export const explanationSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  kind: z.enum(['kpi', 'rule', 'model', 'section']).describe('section: one of a report that is made of models'),
  id: z.string(),
  title: z.string(),
  definition: z.string(),
  formula: z.string().nullable(),
  source: z.string(),
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })).describe('unit, basis, needs, severity, …'),
  asOf: day.nullable(),
  calendar: calendar.describe('what people read the days in'),
  fiscalYearStart,
  period,
  filter: filterSchema,
  currency: z.string().nullable(),
  kpi: kpiEntrySchema.nullable().describe('the figure, when files were given'),
  calculation: z.string().nullable().describe('the arithmetic with its numbers, to be done again by a person'),
  variants: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        formula: z.string(),
        unit: z.string(),
        value: z.number().nullable(),
        n: z.number().int(),
        numerator: z.number().nullable(),
        denominator: z.number().nullable(),
        reason: z.string().nullable(),
      }),
    )
    .describe('this KPI and the ones that answer a neighbouring question, side by side'),
  partition: reportSchema.shape.partition.nullable().describe('every record is exactly one of four'),
  records: z
    .array(
      z.strictObject({
        part: z
          .string()
          .describe('numerator, denominator, counted, violations, or the reason that records are left out for'),
        total: z.number().int().describe('how many records this part has'),
        priced: z.number().int().nullable().describe('records with an amount; null where amounts play no part'),
        amount: z
          .number()
          .nullable()
          .describe('Σ of their amounts; null where amounts play no part or currencies are mixed'),
        days: z.number().nullable().describe('Σ of closed − created, for KPIs in days'),
        weighted: z
          .number()
          .nullable()
          .describe('Σ of their amounts times their probabilities, where the figure weighs deals'),
        shown: z.array(
          z.strictObject({
            file: z.string(),
            sheet: z.string().nullable(),
            row: z.number().int(),
            line: z.number().int().nullable(),
            id: z.string().nullable(),
            name: z.string().nullable(),
            outcome: z.string(),
            owner: z.string().nullable(),
            amount: z.number().nullable(),
            currency: z.string().nullable(),
            original: z
              .strictObject({ amount: z.number(), currency: z.string() })
              .nullable()
              .describe('as the file has it, where the amount was converted'),
            probability: z.number().nullable().describe('as the figure weighs the deal, else as the file has it'),
            weighted: z.number().nullable().describe('amount times probability, where the figure weighs deals'),
            expectedClose: day.nullable(),
            createdAt: day.nullable(),
            closedAt: day.nullable(),
          }),
        ),
      }),
    )
    .describe('with files: the records behind the figure'),
  models: z
    .array(modelEntrySchema)
    .describe('the model; of a KPI or a section, those that it rests on; empty where there is none'),
  warnings: z.array(message),
});

export const rawSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool,
  file: z.string(),
  sheet: z.string().nullable(),
  encoding: z.string(),
  delimiter: z.string().nullable().describe('with the space that belongs to it; null for workbooks'),
  headerRow: z.number().int().describe('0 = there is no header'),
  preamble: z.array(z.string()).describe('titles and filters above the header'),
  columns: z.array(z.string()).describe('cells of the header as they are written; empty without a header'),
  rows: z.array(
    z.strictObject({
      row: z.number().int().describe('in a spreadsheet program; a CSV record counts once'),
      line: z.number().int().nullable().describe('of the file, where the record starts; null for workbooks'),
      cells: z.array(z.string()).describe('as they are in the file; more than there are columns where a row goes on'),
    }),
  ),
  skipped: z.array(
    z.strictObject({
      reason: z.string(),
      rows: z.number().int(),
      places: z.array(z.number().int()).describe('the first rows'),
    }),
  ),
  warnings: z.array(message),
});

export type RawRow = z.infer<typeof rawSchema>['rows'][number];
/** A table as it was read; its rows can be had one after the other, and again. */
export type RawDocument = Omit<z.infer<typeof rawSchema>, 'rows'> & { readonly rows: Iterable<RawRow> };
export type Report = z.infer<typeof reportSchema>;
export type KpiEntry = z.infer<typeof kpiEntrySchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Filter = z.infer<typeof filterSchema>;
export type Breakdown = z.infer<typeof breakdownSchema>;
export type Check = z.infer<typeof checkSchema>;
export type Failure = z.infer<typeof failureSchema>;
export type Inspection = z.infer<typeof inspectionSchema>;
export type Explanation = z.infer<typeof explanationSchema>;
export type Message = z.infer<typeof message>;
