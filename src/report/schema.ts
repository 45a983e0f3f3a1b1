/**
 * The JSON contracts, as zod schemas: what `--format json` prints, what `kpi schema` describes, what tests validate.
 * Field names camelCase, ids snake_case, ratios 0…1, durations in days, money a number beside its currency, days
 * ISO 8601. A value that cannot be computed is null with a reason. Changes are additive within a schema version.
 */
import { z } from 'zod';

export const SCHEMA_VERSION = 2 as const;

const day = z
  .string()
  .regex(/^-?\d{4,6}-\d{2}-\d{2}$/)
  .describe('ISO 8601 calendar day');
const tool = z.strictObject({ name: z.literal('kpi'), version: z.string() });

const period = z
  .strictObject({
    label: z.string(),
    start: day,
    end: day.describe('last day, inclusive'),
    calendar: z.enum(['gregorian', 'jalali']).describe('what its years, quarters and months are those of'),
    asked: z.string().nullable().describe('as it was written, where that names no days of its own: last-quarter'),
    countedFrom: day.nullable().describe('the day that such a period was counted from'),
  })
  .nullable()
  .describe('null = all data');

const calendar = z.enum(['gregorian', 'jalali']);
const fiscalYearStart = z.number().int().describe('first month of the fiscal year, 1 to 12, in that calendar');

const message = z.strictObject({
  code: z.string(),
  args: z
    .record(z.string(), z.unknown())
    .describe('what the message is about: numbers, days as ISO 8601, names as the files have them, lists'),
  message: z.string().describe("in the report's language"),
});

const interval = z.strictObject({
  low: z.number(),
  high: z.number(),
  level: z.number(),
  method: z.string(),
});

const distribution = z.strictObject({
  mean: z.number(),
  median: z.number(),
  p25: z.number(),
  p75: z.number(),
  p90: z.number(),
  min: z.number(),
  max: z.number(),
  sd: z.number().nullable(),
});

export const columnSchema = z.strictObject({
  column: z.string(),
  field: z.string().nullable(),
  confidence: z.number().nullable(),
  reason: z.string(),
});

export const sourceSchema = z.strictObject({
  file: z.string(),
  role: z.string(),
  preset: z.string(),
  sheet: z.string().nullable(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  headerRow: z.number().int(),
  rows: z
    .number()
    .int()
    .describe('rows below the header, and of other tables in the file: records + everything skipped'),
  records: z.number().int(),
  skipped: z.array(z.strictObject({ reason: z.string(), rows: z.number().int() })),
  sha256: z.string(),
  columns: z.array(columnSchema),
});

export const filterSchema = z
  .strictObject({
    where: z.string().describe('the condition, as it was given'),
    records: z.number().int().describe('kept + leftOut'),
    kept: z.number().int(),
    leftOut: z.number().int().describe('deals for which the condition is not true'),
    unknown: z.number().int().describe('of them, those for which an empty cell leaves it unknown'),
  })
  .nullable()
  .describe('null = all deals');

const bounds = z.strictObject({ low: z.number(), high: z.number() }).nullable();

const previousSchema = z
  .strictObject({ value: z.number().nullable(), n: z.number().int(), reason: z.string().nullable() })
  .nullable();

/** A measurement and what stands beside it, of a total or of one currency. */
const kpiFigures = {
  value: z.number().nullable(),
  n: z.number().int(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: interval.nullable(),
  distribution: distribution.nullable(),
  excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
  bounds,
  previous: previousSchema,
  change: z
    .strictObject({
      absolute: z.number(),
      relative: z.number().nullable(),
      significant: z.boolean().nullable().describe('null where no test applies, and then there is a reason'),
      pValue: z.number().nullable(),
      interval: interval.nullable(),
      reason: z
        .string()
        .nullable()
        .describe(
          'why there is no verdict: no_test, few_records, cumulative, shared_records, judged_as_share, unequal_age, rhythm_of_quarter',
        ),
      likeForLike: z
        .strictObject({
          by: z.string().describe('age, part_of_quarter or share_of_open_deals'),
          days: z.number().int().nullable().describe('by age: the days that every deal had'),
          period: period.describe('by part of the quarter: what is compared with instead; else null'),
          value: z.number(),
          previous: z.number(),
          absolute: z.number(),
          significant: z.boolean().nullable(),
          pValue: z.number().nullable(),
          interval: interval.nullable(),
        })
        .nullable()
        .describe('where the two figures are not alike: a comparison of what is'),
    })
    .nullable(),
  details: z.record(z.string(), z.number().nullable()),
  ranking: z
    .array(
      z.strictObject({
        key: z.string().describe("a reason, an owner, a customer; '' = the cell is empty"),
        n: z.number().int().describe('deals'),
        amount: z.number().nullable().describe('their money; null when none is priced or currencies are mixed'),
        share: z.number().nullable().describe('share of the whole; for quotas the attainment'),
      }),
    )
    .nullable()
    .describe('the parts of the figure by name, most important first'),
  rankingTotal: z.number().int().nullable().describe('parts in all, where `ranking` may hold the first of them only'),
  reason: z.string().nullable(),
  notes: z.array(message),
};

export const kpiEntrySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  better: z
    .enum(['higher', 'lower'])
    .nullable()
    .describe('which way is good news; null = neither, such as the number of open deals'),
  ...kpiFigures,
  target: z
    .strictObject({
      min: z.number().nullable().describe('for the whole period asked about'),
      max: z.number().nullable(),
      met: z.boolean().nullable().describe('null without a value, and while what adds up over time has time left'),
      asked: z
        .strictObject({ min: z.number().nullable(), max: z.number().nullable() })
        .describe('as the target was given: of each `per`, else of the period'),
      per: z.enum(['week', 'month', 'quarter', 'year']).nullable(),
      pacing: z
        .strictObject({
          elapsed: z.number().describe('share of the period that has passed at the snapshot'),
          expected: z.number().describe('what the elapsed share of the period is to bring, of `min`, else of `max`'),
          reached: z.number().nullable().describe('value / `min`, else `max`'),
        })
        .nullable()
        .describe('of figures that add up over time, in a period that runs beyond the snapshot'),
    })
    .nullable(),
  byCurrency: z
    .array(z.strictObject({ currency: z.string().describe("'' = amounts that name none"), ...kpiFigures }))
    .nullable()
    .describe('of money in files of several currencies: one entry for each, most deals first'),
});

const groupFigures = {
  value: z.number().nullable(),
  n: z.number().int(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  interval: interval.nullable(),
  bounds: bounds.describe('what a rate is if the records in doubt turn out one way or the other'),
  reason: z.string().nullable(),
  previous: previousSchema.describe('of the compared period; null where nothing is compared'),
  change: z
    .strictObject({
      absolute: z.number(),
      relative: z.number().nullable(),
      significant: z
        .boolean()
        .nullable()
        .describe('at 5 % of the adjusted p-value; null where nothing is tested, and then there is a reason'),
      pValue: z.number().nullable(),
      adjustedPValue: z.number().nullable().describe('after Benjamini–Hochberg over the groups of the breakdown'),
      reason: z.string().nullable().describe('as of a KPI: no_test, few_records, cumulative, …'),
    })
    .nullable(),
};

export const groupKpiSchema = z.strictObject({
  id: z.string(),
  ...groupFigures,
  byCurrency: z
    .array(z.strictObject({ currency: z.string(), ...groupFigures }))
    .nullable()
    .describe('of money in files of several currencies: one entry for each that the group has'),
});

const groupCounts = {
  records: z.number().int().describe('deals (or subscriptions) of the group, whatever their dates'),
  n: z.number().int().describe('records behind the main figure of the group, which is `nOf`'),
  kpis: z.array(groupKpiSchema),
};

export const breakdownSchema = z.strictObject({
  by: z
    .union([z.string(), z.array(z.string())])
    .describe('a field or column, by its name alone; several that are crossed, as a list'),
  sort: z
    .strictObject({
      by: z.string().describe('a KPI, name, records, change, or own: periods in time, ranges from the lowest'),
      of: z.string().nullable().describe('by change: the KPI whose change it is'),
      direction: z.enum(['asc', 'desc']),
    })
    .describe('the order of the groups; a rate counts by the lower end of its interval (ascending: the upper end)'),
  groups: z.array(
    z.strictObject({
      key: z.array(z.string()).describe("the value of each field or column of `by`; '' = the cell is empty"),
      ...groupCounts,
    }),
  ),
  groupsTotal: z.number().int().describe('groups in all, those that --top left out included'),
  top: z.number().int().nullable().describe('groups at most, as it was asked; null = all'),
  rest: z
    .strictObject({ groups: z.number().int().describe('how many'), ...groupCounts })
    .nullable()
    .describe('the groups that --top left out, measured as one; null where none was'),
  nOf: z.string().nullable().describe('the KPI whose records `n` of the groups counts; null where none has a value'),
  tests: z
    .array(
      z.strictObject({
        kpi: z.string(),
        method: z.string().describe('chi-squared, permutation (rates of few records) or kruskal-wallis (means)'),
        statistic: z.number(),
        df: z.number().int(),
        pValue: z.number().describe('that groups which do not differ look so apart'),
        adjustedPValue: z.number().describe('after Benjamini–Hochberg over all tests of breakdowns in this report'),
        significant: z.boolean().describe('at 5 % of the adjusted p-value; false: no difference beyond chance'),
        groups: z.number().int().describe('groups compared'),
        leftOut: z.number().int().describe('groups with too few records to be compared'),
        n: z.number().int().describe('records of the groups compared'),
      }),
    )
    .describe('one test per figure of closed deals: whether the groups differ at all, those of --top or not'),
  notes: z.array(message).describe('what must be known of what the records were split by'),
});

const ruleSummary = z.strictObject({ id: z.string(), severity: z.string(), violations: z.number().int() });

/** A sentence as data: what it says, and what it says it of. */
const said = z.strictObject({
  code: z.string(),
  args: z.record(z.string(), z.unknown()).describe('the figures, days and names in the sentence'),
  message: z.string().describe("in the report's language"),
});

const waitingDeal = z.strictObject({
  id: z.string().nullable(),
  name: z.string().nullable(),
  owner: z.string().nullable(),
  account: z.string().nullable(),
  product: z.string().nullable(),
  stage: z.string().nullable(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  createdAt: day.nullable(),
  expectedClose: day.nullable(),
  nextActivity: day.nullable(),
  daysOpen: z.number().int().nullable().describe('asOf − createdAt'),
  daysOverdue: z.number().int().nullable().describe('asOf − expectedClose, where that has passed'),
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.number().int(),
});

export const actionsSchema = z
  .strictObject({
    asOf: day.nullable().describe('the newest day that the files tell of, whatever the period; null when undated'),
    open: z.number().int().describe('open deals on that day'),
    openUndated: z.number().int().describe('of them, those without a creation date: nobody knows how long'),
    kinds: z.array(
      z.strictObject({
        id: z.enum(['overdue', 'stalled', 'no_next_step', 'largest_open']),
        total: z.number().int().nullable().describe('deals of the kind; null with a reason'),
        priced: z.number().int().describe('of them, those with an amount'),
        amount: z.number().nullable().describe('their money; null when none is priced or currencies are mixed'),
        currency: z.string().nullable(),
        byCurrency: z
          .array(z.strictObject({ currency: z.string(), amount: z.number().nullable(), n: z.number().int() }))
          .nullable()
          .describe('where currencies are mixed'),
        order: z
          .enum(['amount', 'days'])
          .describe('of `deals`: the largest amount first, or the longest open or overdue'),
        deals: z.array(waitingDeal).describe('the first of them; `command` lists all'),
        byOwner: z
          .array(
            z.strictObject({
              key: z.string().describe("'' = the cell is empty"),
              n: z.number().int(),
              amount: z.number().nullable(),
            }),
          )
          .describe('most deals first; the first of `owners`'),
        owners: z.number().int().describe('owners in all'),
        command: z.array(z.string()).describe('what follows `kpi` to see all of them, without the files'),
        reason: z.string().nullable(),
      }),
    ),
  })
  .nullable()
  .describe('open deals that wait for somebody; null where it was not asked for or there is no deal');

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
  partition: z
    .strictObject({
      records: z.number().int(),
      won: z.number().int(),
      lost: z.number().int(),
      open: z.number().int(),
      excluded: z.number().int(),
    })
    .describe('every record is exactly one of four'),
  headline: z.array(said).describe('one to three sentences to repeat; none where the figures asked for make none'),
  kpis: z.array(kpiEntrySchema),
  breakdowns: z.array(breakdownSchema),
  series: z.array(
    z.strictObject({
      kpi: z.string(),
      grain: z.string(),
      points: z.array(
        z.strictObject({
          label: z.string().describe('of the whole period; a fiscal year is named by the year it starts in'),
          start: day.describe('cut to the asked period'),
          end: day.describe('last day, inclusive; cut to the asked period'),
          value: z.number().nullable(),
          n: z.number().int(),
          bounds: bounds.describe('what a rate is if the records in doubt turn out one way or the other'),
          partial: z
            .boolean()
            .describe('not the whole of its period: it goes on, the asked range cuts it, or the data begins in it'),
          byCurrency: z
            .array(z.strictObject({ currency: z.string(), value: z.number().nullable(), n: z.number().int() }))
            .nullable()
            .describe('of money in files of several currencies, where the value is null'),
        }),
      ),
      undated: z
        .strictObject({ value: z.number().nullable(), n: z.number().int() })
        .nullable()
        .describe('of all data: what the figure counts and no point has, for want of a day'),
      trend: z
        .strictObject({
          method: z
            .enum(['mann-kendall', 'seasonal-kendall'])
            .describe('seasonal where a figure has a rhythm within quarters'),
          n: z.number().int().describe('whole periods with a value'),
          tau: z.number().describe("Kendall's tau-b"),
          slope: z.number().describe("change per period, Theil–Sen, in the KPI's unit"),
          interval: interval.nullable().describe('of the slope'),
          pValue: z.number().describe('two-sided'),
          significant: z.boolean().describe('at 5 % after Benjamini–Hochberg over the series of this report'),
        })
        .nullable()
        .describe('null under eight whole periods, and with a reason'),
      trendReason: z
        .string()
        .nullable()
        .describe('why there is no trend although the periods would do: rhythm_of_quarter'),
    }),
  ),
  funnel: z.array(
    z.strictObject({
      pipeline: z.string().nullable().describe('null where there is one'),
      stage: z.string(),
      entered: z.number().int().describe('came to this stage or past it: advanced + lost + open'),
      advanced: z.number().int(),
      lost: z.number().int().describe('without having come further'),
      open: z.number().int().describe('never further than here so far'),
      rate: z.number().nullable().describe('advanced / (advanced + lost)'),
      interval: interval.nullable(),
      lostValue: z.number().nullable(),
      stays: z.number().int().describe('ended stays'),
      medianDays: z.number().nullable().describe('of the ended stays'),
      p75Days: z.number().nullable(),
      source: z.string().describe('history, or current_stage: the weakest form, no times'),
    }),
  ),
  funnelExcluded: z
    .array(z.strictObject({ reason: z.string(), n: z.number().int() }))
    .describe('deals that the funnel leaves out'),
  cohorts: z
    .strictObject({
      grain: z.string(),
      partial: z.boolean().describe('the last share of every row is about a period that is not over'),
      excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
      rows: z.array(z.strictObject({ start: day, size: z.number().int(), retained: z.array(z.number().nullable()) })),
    })
    .nullable(),
  insights: z.array(
    z.strictObject({
      id: z.string().describe('the kind; several findings may be of one kind'),
      severity: z.string().describe('opportunity, risk or info'),
      title: z.string(),
      detail: z.string(),
      impact: z.number().nullable().describe('money at stake'),
      evidence: z
        .record(z.string(), z.unknown())
        .describe('n, interval, records (total and the first of them), and further numbers by kind'),
    }),
  ),
  insightsLeftOut: z
    .number()
    .int()
    .describe('findings that are not in `insights`: beyond --max-insights, or beyond three of a kind'),
  actions: actionsSchema,
  quality: z
    .strictObject({
      score: z.number().nullable().describe('share of records without an error'),
      strictScore: z
        .number()
        .nullable()
        .describe(
          'share of records with neither error nor warning; null also where a rule in notRun could warn of one',
        ),
      records: z.number().int(),
      rules: z.array(ruleSummary),
      notRun: z.array(z.string()).describe('thorough rules, which kpi check runs and a report does not'),
    })
    .nullable(),
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
      presetReason: z.string(),
      sheets: z.array(z.string()),
      preamble: z.array(z.string()),
      columns: z.array(
        z.strictObject({
          ...columnSchema.shape,
          filled: z.number().int().describe('non-empty cells'),
          distinct: z.number().int(),
          unreadable: z.number().int().describe('cells that are not what the field holds'),
          reading: z.string().nullable().describe('how its cells are read: date order, number format, scale'),
          examples: z.array(z.string()),
        }),
      ),
      stages: z.array(
        z.strictObject({
          column: z.string(),
          value: z.string(),
          rows: z.number().int(),
          outcome: z.string(),
          reason: z.string(),
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
  kind: z.enum(['kpi', 'rule']),
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
