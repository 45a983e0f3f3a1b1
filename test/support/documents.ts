/**
 * One document of each kind, written by hand. The figures of the report are those of the sixteen deals
 * (test/support/deals.ts), computed on paper; nothing here was made by the program.
 */
import type { Check, Explanation, Inspection, KpiEntry, Report, Source } from '../../src/report/schema.js';

const TOOL = { name: 'kpi', version: '0.1.0' } as const;

/** A message of a document, whose arguments no format reads. */
const said = (code: string, message: string): { code: string; args: Record<string, unknown>; message: string } => ({
  ...{ code, args: {}, message },
});

const SOURCE: Source = {
  file: 'hubspot.csv',
  role: 'deals',
  preset: 'hubspot',
  sheet: null,
  encoding: 'utf-8',
  delimiter: ',',
  headerRow: 1,
  rows: 21,
  records: 16,
  skipped: [
    { reason: 'blank row', rows: 1 },
    { reason: 'footer', rows: 4 },
  ],
  sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  columns: [
    { column: 'Record ID', field: 'id', confidence: 1, reason: said('preset_name', 'hubspot preset') },
    { column: 'Close Date', field: 'close_date', confidence: 1, reason: said('preset_name', 'hubspot preset') },
    { column: 'Forecast category', field: null, confidence: null, reason: said('no_field', 'no field has this name') },
  ],
};

/** A KPI of a report; whatever is not said is empty. */
export function kpiEntry(some: Pick<KpiEntry, 'id' | 'title' | 'unit' | 'value' | 'n'> & Partial<KpiEntry>): KpiEntry {
  return {
    better: null,
    numerator: null,
    denominator: null,
    interval: null,
    distribution: null,
    excluded: [],
    bounds: null,
    previous: null,
    change: null,
    target: null,
    byCurrency: null,
    definition: 'What is counted, over what, and what is left out.',
    formula: 'won / (won + lost)',
    source: 'A textbook.',
    details: {},
    ranking: null,
    rankingTotal: null,
    reason: null,
    notes: [],
    ...some,
  };
}

type InCurrency = NonNullable<KpiEntry['byCurrency']>[number];

/** What a KPI has in one of several currencies, with nothing beside it but what is given. */
export function inCurrency(some: Pick<InCurrency, 'currency' | 'value' | 'n'> & Partial<InCurrency>): InCurrency {
  const {
    id: _,
    title: __,
    unit: ___,
    better: ______,
    target: ____,
    byCurrency: _____,
    definition: _______,
    formula: ________,
    source: _________,
    ...figures
  } = kpiEntry({
    id: '',
    title: '',
    unit: 'money',
    value: some.value,
    n: some.n,
  });
  return { ...figures, ...some };
}

const count = (id: string, title: string, value: number): KpiEntry =>
  kpiEntry({ id, title, unit: 'count', value, n: value });

const absent = (id: string, title: string, unit: string, reason: string): KpiEntry =>
  kpiEntry({ id, title, unit, value: null, n: 0, reason });

const wilson = (low: number, high: number) => ({ low, high, level: 0.95, method: 'wilson' });
const UNPRICED = [{ reason: 'unpriced', n: 1 }];
const BACKDATED = [{ reason: 'closed_before_created', n: 1 }];

const KPIS: KpiEntry[] = [
  count('new_deals', 'New deals', 16),
  count('won_deals', 'Won deals', 8),
  count('lost_deals', 'Lost deals', 4),
  count('open_deals', 'Open deals', 4),
  kpiEntry({
    id: 'win_rate',
    title: 'Win rate',
    unit: 'ratio',
    value: 8 / 12,
    n: 12,
    numerator: 8,
    denominator: 12,
    interval: wilson(0.390622, 0.86188),
  }),
  kpiEntry({
    id: 'win_rate_value',
    title: 'Win rate by value',
    unit: 'ratio',
    value: 70_000 / 134_000,
    n: 11,
    numerator: 70_000,
    denominator: 134_000,
    excluded: UNPRICED,
  }),
  kpiEntry({
    id: 'cohort_conversion',
    title: 'Cohort conversion',
    unit: 'ratio',
    value: 0.5,
    n: 16,
    numerator: 8,
    denominator: 16,
    interval: wilson(0.279996, 0.720004),
    details: { resolved: 0.75 },
    notes: [
      { code: 'provisional', args: {}, message: 'Only 75 % of these deals are closed; the rate will still move.' },
    ],
  }),
  absent('lead_conversion_rate', 'Lead conversion rate', 'ratio', 'no_leads'),
  kpiEntry({
    id: 'revenue_won',
    title: 'Revenue won',
    unit: 'money',
    value: 70_000,
    n: 7,
    excluded: UNPRICED,
  }),
  kpiEntry({
    id: 'avg_deal_size',
    title: 'Average deal size',
    unit: 'money',
    value: 10_000,
    n: 7,
    interval: { low: 4687.17, high: 15_312.83, level: 0.95, method: 'bca' },
    distribution: {
      mean: 10_000,
      median: 9_000,
      p25: 5_500,
      p75: 13_000,
      p90: 16_400,
      min: 4_000,
      max: 20_000,
      sd: 5744.5626,
    },
    excluded: UNPRICED,
  }),
  kpiEntry({
    id: 'sales_cycle',
    title: 'Sales cycle',
    unit: 'days',
    value: 42.714286,
    n: 7,
    interval: { low: 16.858744, high: 68.569827, level: 0.95, method: 't' },
    distribution: { mean: 42.714286, median: 44, p25: 30, p75: 52.5, p90: 72, min: 0, max: 90, sd: 27.956599 },
    excluded: BACKDATED,
  }),
  kpiEntry({
    id: 'sales_cycle_lost',
    title: 'Sales cycle of lost deals',
    unit: 'days',
    value: 85,
    n: 4,
    distribution: { mean: 85, median: 90, p25: 82.5, p75: 92.5, p90: 97, min: 60, max: 100, sd: 17.320508 },
  }),
  kpiEntry({
    id: 'open_pipeline_value',
    title: 'Open pipeline',
    unit: 'money',
    value: 53_000,
    n: 3,
    excluded: UNPRICED,
  }),
  kpiEntry({ id: 'weighted_pipeline', title: 'Weighted pipeline', unit: 'money', value: 21_800, n: 3 }),
  kpiEntry({ id: 'sales_velocity', title: 'Sales velocity', unit: 'money_per_day', value: 468.2274, n: 3 }),
  count('customers', 'Customers', 5),
  absent('customer_retention_rate', 'Customer retention rate', 'ratio', 'insufficient_history'),
  kpiEntry({
    id: 'repeat_purchase_rate',
    title: 'Repeat purchase rate',
    unit: 'ratio',
    value: 0.4,
    n: 5,
    numerator: 2,
    denominator: 5,
    interval: wilson(0.117621, 0.769276),
  }),
  kpiEntry({ id: 'purchase_frequency', title: 'Purchase frequency', unit: 'per_year', value: 1.6, n: 5 }),
  kpiEntry({
    id: 'clv_historic',
    title: 'Historic customer value',
    unit: 'money',
    value: 17_500,
    n: 4,
    excluded: [{ reason: 'unpriced', n: 1 }],
  }),
];

type Breakdown = Report['breakdowns'][number];
type Group = Breakdown['groups'][number];

/** A breakdown of the given groups, ordered by won value and complete. */
export function breakdownOf(
  by: Breakdown['by'],
  groups: (Omit<Group, 'range' | 'partial' | 'series'> & Partial<Group>)[],
  beside: Partial<Breakdown> = {},
): Breakdown {
  return {
    by,
    axes: [by].flat().map((name) => ({ name, title: null, kind: 'values', grain: null })),
    rows: null,
    sort: { by: 'revenue_won', of: null, direction: 'desc' },
    points: null,
    groups: groups.map((one) => ({ range: one.key.map(() => null), partial: false, series: [], ...one })),
    groupsTotal: groups.length,
    top: null,
    rest: null,
    nOf: null,
    tests: [],
    notes: [],
    ...beside,
  };
}

/** A figure of a group that says nothing yet. */
export const NO_FIGURE = {
  value: null,
  n: 0,
  numerator: null,
  denominator: null,
  interval: null,
  bounds: null,
  reason: null,
  previous: null,
  change: null,
  share: null,
  byCurrency: null,
} satisfies Omit<Group['kpis'][number], 'id'>;

function group(
  key: string,
  n: number,
  [won, closed, low, high]: readonly [number, number, number, number],
  [revenue, priced, average]: readonly [number, number, number],
): Group {
  return {
    key: [key],
    range: [null],
    partial: false,
    records: n,
    n: closed,
    kpis: [
      { ...NO_FIGURE, id: 'won_deals', value: won, n: won },
      {
        ...NO_FIGURE,
        id: 'win_rate',
        value: won / closed,
        n: closed,
        numerator: won,
        denominator: closed,
        interval: wilson(low, high),
      },
      { ...NO_FIGURE, id: 'revenue_won', value: revenue, n: priced },
      { ...NO_FIGURE, id: 'avg_deal_size', value: average, n: priced },
    ],
    series: [],
  };
}

/** The sixteen deals, all data. */
export const REPORT: Report = {
  schemaVersion: 2,
  filter: null,
  samples: 'full',
  tool: TOOL,
  asOf: '2024-12-31',
  calendar: 'gregorian',
  fiscalYearStart: 1,
  period: null,
  comparedTo: null,
  currency: 'USD',
  currencies: ['USD'],
  sources: [SOURCE],
  partition: { records: 16, won: 8, lost: 4, open: 4, excluded: 0 },
  headline: [],
  actions: null,
  pipeline: null,
  cycle: null,
  evidence: [],
  lines: [],
  parts: null,
  conversion: null,
  survival: null,
  lifetime: null,
  forecast: null,
  changes: null,
  why: null,
  becameOf: null,
  kpis: KPIS,
  breakdowns: [
    breakdownOf(
      'source',
      [
        group('Referral', 5, [4, 4, 0.510109, 1], [49_000, 4, 12_250]),
        group('Web', 7, [2, 5, 0.117621, 0.769276], [12_000, 1, 12_000]),
        group('Event', 4, [2, 3, 0.20766, 0.938508], [9_000, 2, 4_500]),
      ],
      { nOf: 'win_rate' },
    ),
    breakdownOf(
      'owner',
      [
        group('Omid', 5, [3, 4, 0.30064, 0.95441], [43_000, 3, 14_333.33]),
        group('Sara', 6, [3, 5, 0.23072, 0.88237], [23_000, 3, 7_666.67]),
        group('Lina', 5, [2, 3, 0.20766, 0.938508], [4_000, 1, 4_000]),
      ],
      { nOf: 'win_rate' },
    ),
  ],
  series: [
    {
      kpi: 'revenue_won',
      grain: 'quarter',
      points: [
        {
          label: '2024-Q1',
          start: '2024-01-01',
          end: '2024-03-31',
          value: 38_000,
          bounds: null,
          n: 3,
          partial: false,
          interval: null,
          previous: null,
          byCurrency: null,
        },
        {
          label: '2024-Q2',
          start: '2024-04-01',
          end: '2024-06-30',
          value: 18_000,
          bounds: null,
          n: 3,
          partial: false,
          interval: null,
          previous: null,
          byCurrency: null,
        },
        {
          label: '2024-Q3',
          start: '2024-07-01',
          end: '2024-09-30',
          value: 14_000,
          bounds: null,
          n: 1,
          partial: false,
          interval: null,
          previous: null,
          byCurrency: null,
        },
        {
          label: '2024-Q4',
          start: '2024-10-01',
          end: '2024-12-31',
          value: 0,
          n: 0,
          bounds: null,
          partial: true,
          interval: null,
          previous: null,
          byCurrency: null,
        },
      ],
      undated: null,
      trend: {
        method: 'mann-kendall' as const,
        n: 9,
        tau: -0.8333,
        slope: -4_000,
        interval: { low: -9_000, high: -1_000, level: 0.95, method: 'theil-sen' },
        pValue: 0.0024,
        significant: true,
      },
      trendReason: null,
    },
  ],
  funnel: [
    {
      pipeline: null,
      stage: 'Qualified',
      entered: 16,
      advanced: 12,
      lost: 3,
      open: 1,
      rate: 12 / 15,
      interval: { low: 0.548, high: 0.9295, level: 0.95, method: 'wilson' },
      lostValue: 53_000,
      stays: 12,
      medianDays: 12,
      p75Days: 20.5,
      source: 'history',
    },
    {
      pipeline: null,
      stage: 'Proposal',
      entered: 12,
      advanced: 8,
      lost: 1,
      open: 3,
      rate: 8 / 9,
      interval: { low: 0.565, high: 0.9801, level: 0.95, method: 'wilson' },
      lostValue: null,
      stays: 0,
      medianDays: null,
      p75Days: null,
      source: 'history',
    },
  ],
  funnelExcluded: [{ reason: 'stage_unknown', n: 2 }],
  cohorts: {
    grain: 'quarter',
    partial: true,
    excluded: [],
    rows: [
      { label: '2024-Q1', start: '2024-01-01', size: 2, retained: [1, 0.5, 0.5, 0] },
      { label: '2024-Q2', start: '2024-04-01', size: 3, retained: [1, 0, 0, null] },
    ],
  },
  insights: [
    {
      id: 'concentration',
      severity: 'risk',
      code: 'concentration_risk',
      args: {},
      title: 'Two customers bring 87 % of the revenue',
      detail: 'Alpha and Gamma bought for 61,000 of 70,000 USD; the others once each.',
      action: null,
      command: null,
      impact: 61_000,
      evidence: { customers: 2 },
    },
  ],
  insightsLeftOut: 0,
  quality: {
    score: 0.875,
    strictScore: 0.8125,
    records: 16,
    rules: [
      {
        id: 'deal.won_without_amount',
        severity: 'error',
        title: 'Won deals without an amount',
        violations: 1,
        affects: ['revenue_won', 'avg_deal_size'],
      },
      {
        id: 'deal.closed_before_created',
        severity: 'error',
        title: 'Closed before it was created',
        violations: 1,
        affects: ['sales_cycle'],
      },
      {
        id: 'deal.open_past_close',
        severity: 'warn',
        title: 'Open past the expected close date',
        violations: 1,
        affects: ['overdue_pipeline_value'],
      },
      { id: 'deal.id_duplicate', severity: 'error', title: 'Two deals with one id', violations: 0, affects: [] },
    ],
    notRun: [],
  },
  warnings: [{ code: 'stale_data', args: {}, message: 'The newest record is 31 days older than the run.' }],
};

/** The second quarter compared with the first: 4 of 5 against 3 of 4, 18,000 against 38,000. */
export const QUARTER_REPORT: Report = {
  ...REPORT,
  period: {
    label: '2024-Q2',
    start: '2024-04-01',
    end: '2024-06-30',
    calendar: 'gregorian',
    asked: null,
    countedFrom: null,
  },
  comparedTo: {
    label: '2024-Q1',
    start: '2024-01-01',
    end: '2024-03-31',
    calendar: 'gregorian',
    asked: null,
    countedFrom: null,
  },
  kpis: [
    kpiEntry({
      id: 'won_deals',
      title: 'Won deals',
      unit: 'count',
      value: 4,
      n: 4,
      previous: { value: 3, n: 3, reason: null },
      change: {
        absolute: 1,
        relative: 1 / 3,
        significant: null,
        pValue: null,
        interval: null,
        reason: null,
        likeForLike: null,
      },
    }),
    kpiEntry({
      id: 'win_rate',
      title: 'Win rate',
      unit: 'ratio',
      value: 0.8,
      n: 5,
      numerator: 4,
      denominator: 5,
      interval: wilson(0.37554, 0.96378),
      bounds: { low: 0.666667, high: 0.833333 },
      previous: { value: 0.75, n: 4, reason: null },
      change: {
        absolute: 0.05,
        relative: 0.0667,
        significant: false,
        pValue: 0.858,
        interval: null,
        reason: null,
        likeForLike: null,
      },
      target: { min: 0.7, max: null, met: true, asked: { min: 0.7, max: null }, per: null, pacing: null },
    }),
    kpiEntry({
      id: 'revenue_won',
      title: 'Revenue won',
      unit: 'money',
      value: 18_000,
      n: 3,
      previous: { value: 38_000, n: 3, reason: null },
      change: {
        absolute: -20_000,
        relative: -20 / 38,
        significant: true,
        pValue: 0.03,
        interval: null,
        reason: null,
        likeForLike: null,
      },
      target: { min: 30_000, max: null, met: false, asked: { min: 30_000, max: null }, per: null, pacing: null },
    }),
    kpiEntry({
      id: 'sales_cycle',
      title: 'Sales cycle',
      unit: 'days',
      value: 40,
      n: 3,
      previous: { value: null, n: 0, reason: 'no_won_deals' },
    }),
    kpiEntry({
      id: 'avg_deal_size',
      title: 'Average deal size',
      unit: 'money',
      value: null,
      n: 3,
      reason: 'mixed_currencies',
      byCurrency: [
        inCurrency({ currency: 'EUR', value: 4_500, n: 2 }),
        inCurrency({ currency: 'USD', value: 9_000, n: 1 }),
      ],
    }),
  ],
  breakdowns: [],
  series: [],
  funnel: [],
  funnelExcluded: [],
  cohorts: null,
  insights: [],
};

/** Nothing could be computed. */
export const EMPTY_REPORT: Report = {
  ...REPORT,
  asOf: null,
  currency: null,
  currencies: [],
  sources: [{ ...SOURCE, rows: 0, records: 0, skipped: [], columns: [] }],
  partition: { records: 0, won: 0, lost: 0, open: 0, excluded: 0 },
  headline: [],
  actions: null,
  kpis: KPIS.map(({ id, title, unit }) => absent(id, title, unit, 'no_deals')),
  breakdowns: [
    breakdownOf('owner', []),
    breakdownOf('source', [
      { key: [''], records: 0, n: 0, kpis: [{ ...NO_FIGURE, id: 'win_rate', reason: 'no_deals' }] },
    ]),
  ],
  series: [
    {
      kpi: 'revenue_won',
      grain: 'month',
      points: [
        {
          label: '2024-01',
          start: '2024-01-01',
          end: '2024-01-31',
          value: null,
          bounds: null,
          n: 0,
          partial: true,
          interval: null,
          previous: null,
          byCurrency: null,
        },
      ],
      undated: { value: null, n: 1 },
      trend: null,
      trendReason: null,
    },
  ],
  funnel: [
    {
      pipeline: '',
      stage: '',
      entered: 0,
      advanced: 0,
      lost: 0,
      open: 0,
      rate: null,
      interval: null,
      lostValue: null,
      stays: 0,
      medianDays: null,
      p75Days: null,
      source: 'current_stage',
    },
  ],
  funnelExcluded: [{ reason: '', n: 0 }],
  cohorts: {
    grain: 'month',
    partial: false,
    excluded: [],
    rows: [{ label: '2024-Q1', start: '2024-01-01', size: 0, retained: [null, null] }],
  },
  insights: [
    {
      id: 'none',
      severity: 'info',
      code: 'concentration_risk',
      args: {},
      title: 'Nothing',
      detail: '',
      action: null,
      command: null,
      impact: null,
      evidence: {},
    },
  ],
  quality: { score: null, strictScore: null, records: 0, rules: [], notRun: [] },
  warnings: [],
};

type Rule = Check['rules'][number];

function rule(some: Pick<Rule, 'id' | 'severity' | 'outcome' | 'title'> & Partial<Rule>): Rule {
  return {
    dimension: 'completeness',
    applicable: 16,
    violations: 0,
    rate: 0,
    amount: null,
    known: 0,
    expired: 0,
    fixed: 0,
    affects: [],
    threshold: null,
    reason: null,
    fix: '',
    ...some,
  };
}

type Violation = Check['violations'][number];

function violation(some: Pick<Violation, 'rule' | 'row' | 'message'> & Partial<Violation>): Violation {
  return {
    severity: 'error',
    file: 'hubspot.csv',
    sheet: null,
    line: some.row,
    recordId: null,
    column: null,
    field: null,
    value: null,
    count: 1,
    places: [],
    fingerprint: some.row.toString(16).padStart(16, '0'),
    expired: null,
    ...some,
  };
}

export const CHECK: Check = {
  schemaVersion: 2,
  filter: null,
  tool: TOOL,
  asOf: '2024-12-31',
  calendar: 'gregorian',
  currency: 'EUR',
  sources: [SOURCE],
  summary: {
    records: 16,
    errors: 8,
    warnings: 1,
    infos: 0,
    score: 0.5,
    strictScore: 0.4375,
    baseline: 'kpi-baseline.txt',
    known: 2,
    fixed: 1,
    outcome: 'fail',
    failOn: 'error',
    failures: [{ code: 'max_warnings', args: {}, message: 'warnings: 1, more than --max-warnings 0' }],
  },
  rules: [
    rule({
      id: 'deal.open_past_close',
      severity: 'warn',
      outcome: 'warn',
      title: 'Open deals whose expected close has passed',
      dimension: 'timeliness',
      applicable: 4,
      violations: 1,
      rate: 0.25,
      amount: 25_000,
      affects: ['open_pipeline_value', 'weighted_pipeline'],
      fix: 'Ask the owner for a new date, or close the deal as lost.',
    }),
    rule({
      id: 'deal.won_without_amount',
      severity: 'error',
      outcome: 'fail',
      title: 'Won deals without an amount',
      applicable: 10,
      violations: 9,
      rate: 0.9,
      amount: null,
      known: 2,
      fixed: 1,
      affects: ['revenue_won', 'avg_deal_size'],
      threshold: { maxViolations: 0, maxRate: 0.05, warn: null, fail: null },
      fix: 'Fill in the amount in the CRM and export again.',
    }),
    rule({
      id: 'deal.closed_before_created',
      severity: 'error',
      outcome: 'fail',
      title: 'Deals closed before they were created',
      dimension: 'consistency',
      applicable: 12,
      violations: 1,
      rate: 1 / 12,
      amount: 5_000,
      affects: ['sales_cycle'],
      fix: 'Correct one of the two dates.',
    }),
    rule({ id: 'deal.id_duplicate', severity: 'error', outcome: 'pass', title: 'Ids that occur twice' }),
    rule({ id: 'deal.amount_negative', severity: 'warn', outcome: 'pass', title: 'Negative amounts' }),
    rule({
      id: 'deal.lost_without_reason',
      severity: 'warn',
      outcome: 'skipped',
      title: 'Lost deals without a reason',
      applicable: 0,
      rate: null,
      reason: 'missing_field:lost_reason',
    }),
  ],
  violations: [
    ...[7, 9, 11, 12, 14, 16].map((row) =>
      violation({
        rule: 'deal.won_without_amount',
        row,
        recordId: `D${String(row - 1).padStart(2, '0')}`,
        column: 'Amount',
        field: 'amount',
        value: '',
        message: 'won, but the amount is empty',
      }),
    ),
    violation({
      rule: 'deal.closed_before_created',
      row: 17,
      line: null,
      sheet: 'Deals',
      recordId: 'D16',
      column: 'Close Date',
      field: 'close_date',
      value: '2024-05-10',
      message: 'closed on 2024-05-10, 10 days before it was created',
    }),
    violation({
      rule: 'deal.open_past_close',
      severity: 'warn',
      row: 13,
      recordId: 'D12',
      message: 'expected on 2024-12-01, 30 days ago',
    }),
  ],
  known: [
    {
      rule: 'deal.won_without_amount',
      fingerprint: '85944171f73967e7',
      count: 2,
      recordId: 'D01',
      until: '2027-01-31',
      reason: 'ticket 7',
    },
  ],
  fixed: [{ rule: 'deal.won_without_amount', fingerprint: '85944171f73967e8', count: 1, recordId: 'D05' }],
  warnings: [],
};

/** Everything in order; nothing to sample. */
export const PASSING_CHECK: Check = {
  ...CHECK,
  asOf: null,
  summary: {
    records: 16,
    errors: 0,
    warnings: 0,
    infos: 0,
    score: null,
    strictScore: null,
    baseline: null,
    known: 0,
    fixed: 0,
    outcome: 'pass',
    failOn: 'warn',
    failures: [],
  },
  rules: [
    rule({ id: 'deal.id_duplicate', severity: 'error', outcome: 'pass', title: 'Ids that occur twice', rate: null }),
  ],
  violations: [],
  known: [],
  fixed: [],
};

export const INSPECTION: Inspection = {
  schemaVersion: 2,
  tool: TOOL,
  asOf: '2024-12-31',
  calendar: 'gregorian',
  currency: 'USD',
  sources: [
    {
      ...SOURCE,
      delimiter: '\t',
      presetReason: said('telling_columns', '7 of 8 telling columns'),
      sheets: [],
      preamble: ['Deals report', 'created 2025-01-02'],
      columns: [
        {
          column: 'Record ID',
          field: 'id',
          confidence: 1,
          reason: said('preset_name', 'hubspot preset'),
          fieldTitle: 'Deal id',
          filled: 16,
          distinct: 16,
          unreadable: 0,
          reading: null,
          examples: ['D01', 'D02', 'D03'],
        },
        {
          column: 'Close Date',
          field: 'close_date',
          confidence: 0.75,
          reason: said('contains_name', 'header alike'),
          fieldTitle: 'Close date',
          filled: 12,
          distinct: 12,
          unreadable: 1,
          reading: said('dates', 'day first (19/02/2024)'),
          examples: ['19/02/2024'],
        },
        {
          column: 'Forecast category',
          field: null,
          confidence: null,
          reason: said('no_field', 'no field has this name'),
          fieldTitle: null,
          filled: 0,
          distinct: 0,
          unreadable: 0,
          reading: null,
          examples: [],
        },
        {
          column: 'Time in "Contract Sent"',
          field: null,
          confidence: null,
          reason: said('time_in_stage', 'time in stage: recomputed from dates, not read'),
          fieldTitle: null,
          filled: 9,
          distinct: 9,
          unreadable: 0,
          reading: null,
          examples: ['864000000'],
        },
      ],
      stages: [
        {
          column: 'Deal Stage',
          value: 'Closed Won',
          rows: 8,
          outcome: 'won',
          reason: said('preset_name', 'hubspot preset'),
        },
        { column: 'Deal Stage', value: '', rows: 1, outcome: 'open', reason: said('unknown_name', 'no outcome') },
      ],
      history: { source: 'columns', entries: 21, deals: 16, stages: ['Contract Sent', 'Closed Won'] },
    },
  ],
  ambiguous: [
    {
      file: 'hubspot.csv',
      column: 'Close Date',
      field: 'close_date',
      taken: 'day/month',
      other: 'month/day',
      cells: 3,
    },
  ],
  partition: REPORT.partition,
  records: [
    { id: 'D01', account: 'Alpha', outcome: 'won', amount: 12_000, createdAt: '2024-01-05', closedAt: '2024-02-19' },
    { id: 'D15', account: 'Lam', outcome: 'open', amount: null, createdAt: '2024-12-10', closed_at: null },
  ],
  warnings: [
    { code: 'date_order', args: {}, message: 'Close Date could be month first, too; --date-order settles it.' },
  ],
};

/** A table of which nothing was recognized. */
export const EMPTY_INSPECTION: Inspection = {
  ...INSPECTION,
  asOf: null,
  currency: null,
  sources: [
    {
      ...SOURCE,
      delimiter: null,
      sheet: 'Sheet1',
      headerRow: 0,
      skipped: [],
      presetReason: said('no_crm', ''),
      sheets: ['Sheet1', 'Other'],
      preamble: [],
      columns: [],
      stages: [],
      history: null,
    },
  ],
  ambiguous: [],
  partition: null,
  records: [],
  warnings: [],
};

const WIN_RATE = KPIS.find(({ id }) => id === 'win_rate') ?? null;

export const EXPLANATION: Explanation = {
  schemaVersion: 2,
  filter: null,
  tool: TOOL,
  kind: 'kpi',
  id: 'win_rate',
  title: 'Win rate',
  definition: 'Won deals over all deals closed in the period; open deals are left out.',
  formula: 'won / (won + lost)',
  source: 'Newcombe 1998, Statistics in Medicine 17:857',
  facts: [
    { name: 'unit', value: 'ratio' },
    { name: 'needs', value: 'outcome, closed_at' },
  ],
  asOf: '2024-12-31',
  calendar: 'gregorian',
  fiscalYearStart: 1,
  period: null,
  currency: 'USD',
  kpi: WIN_RATE,
  calculation: '8 / 12 = 0.666667',
  variants: [
    {
      id: 'win_rate',
      title: 'Win rate',
      formula: 'won / (won + lost)',
      unit: 'ratio',
      value: 8 / 12,
      n: 12,
      numerator: 8,
      denominator: 12,
      reason: null,
    },
    {
      id: 'win_rate_value',
      title: 'Win rate by value',
      formula: 'Σ amount won / (Σ amount won + Σ amount lost)',
      unit: 'ratio',
      value: 70_000 / 134_000,
      n: 11,
      numerator: 70_000,
      denominator: 134_000,
      reason: null,
    },
    {
      id: 'cohort_conversion',
      title: 'Cohort conversion',
      formula: 'won so far / created in the period',
      unit: 'ratio',
      value: null,
      n: 0,
      numerator: null,
      denominator: null,
      reason: 'no_created_deals',
    },
  ],
  partition: { records: 16, won: 8, lost: 4, open: 4, excluded: 0 },
  records: [
    {
      part: 'numerator',
      total: 8,
      priced: 7,
      amount: 70_000,
      days: null,
      weighted: null,
      shown: [
        {
          file: 'hubspot.csv',
          sheet: null,
          row: 2,
          line: 2,
          id: 'D01',
          name: 'Alpha: licence',
          outcome: 'won',
          owner: 'Sara',
          amount: 12_000,
          currency: 'USD',
          original: { amount: 11_000, currency: 'EUR' },
          probability: 1,
          weighted: null,
          expectedClose: null,
          createdAt: '2024-01-05',
          closedAt: '2024-02-19',
        },
        {
          file: 'hubspot.csv',
          sheet: null,
          row: 7,
          line: 7,
          id: null,
          name: null,
          outcome: 'won',
          owner: null,
          amount: null,
          currency: null,
          original: null,
          probability: null,
          weighted: null,
          expectedClose: null,
          createdAt: null,
          closedAt: null,
        },
      ],
    },
    { part: 'closed_before_created', total: 1, priced: null, amount: null, days: null, weighted: null, shown: [] },
  ],
  models: [],
  warnings: [],
};

/** A rule explained without files. */
export const RULE_EXPLANATION: Explanation = {
  ...EXPLANATION,
  kind: 'rule',
  id: 'deal.won_without_amount',
  title: 'Won deals without an amount',
  definition: 'A won deal whose amount is empty.',
  formula: null,
  facts: [{ name: 'severity', value: 'error' }],
  asOf: null,
  currency: null,
  kpi: null,
  calculation: null,
  variants: [],
  partition: null,
  records: [],
};

/** A model explained with files. */
export const MODEL_EXPLANATION: Explanation = {
  ...RULE_EXPLANATION,
  kind: 'model',
  id: 'bg_nbd',
  title: 'BG/NBD: who still buys',
  definition: 'Purchases come at random.',
  formula: 'P(alive) = 1 / (1 + a/(b+x−1) · ((α+T)/(α+tₓ))^(r+x))',
  source: 'Fader, Hardie and Lee, Marketing Science 24 (2005)',
  facts: [{ name: 'section', value: 'lifetime' }],
  asOf: '2024-12-31',
  currency: 'USD',
  partition: { records: 16, won: 8, lost: 4, open: 4, excluded: 0 },
  models: [
    {
      id: 'bg_nbd',
      title: 'BG/NBD: who still buys',
      definition: 'Purchases come at random.',
      formulas: [{ of: 'chance of still buying', formula: 'P(alive) = 1 / (1 + a/(b+x−1))' }],
      symbols: [{ name: 't_x', symbol: 'tₓ', meaning: 'weeks from the first purchase to the last one' }],
      source: 'Fader, Hardie and Lee, Marketing Science 24 (2005)',
      section: 'lifetime',
      kpis: ['clv_predicted'],
      reason: null,
      parameters: [
        { name: 'alpha', symbol: 'α', meaning: 'weeks', value: 4.413532, standardError: 0.3782 },
        { name: 'a', symbol: 'a', meaning: 'of the probability of leaving', value: 1234.5, standardError: null },
      ],
      fit: {
        figures: [
          { id: 'mean', title: 'mean amount', unit: 'money', value: 35.17, low: 30, high: 40.5 },
          { id: 'logLikelihood', title: 'log-likelihood', unit: 'decimal', value: -9582.4292, low: null, high: null },
          { id: 'median', title: 'median', unit: 'days', value: null, low: null, high: null },
          { id: 'zero', title: 'nothing', unit: 'number', value: 0, low: null, high: null },
        ],
        tables: [
          {
            id: 'frequency',
            title: 'Customers by repeat purchases',
            columns: [
              { id: 'purchases', title: 'Repeat purchases', unit: 'text' },
              { id: 'since', title: 'Since', unit: 'day' },
              { id: 'expected', title: 'Expected', unit: 'count' },
              { id: 'share', title: 'Share', unit: 'ratio' },
            ],
            rows: [
              { purchases: '0', since: '2024-01-05', expected: 1407.7, share: 0.598 },
              { purchases: '7+', since: null, expected: 72, share: null },
            ],
          },
        ],
      },
      assumptions: [
        { id: 'one', text: 'Customers buy at random.', otherwise: 'Else no.', holds: true, evidence: '74 % of both' },
        {
          id: 'two',
          text: 'They go on.',
          otherwise: 'Else a season is unknown.',
          holds: false,
          evidence: '12, not 30',
        },
        { id: 'three', text: 'They leave silently.', otherwise: 'Else they come back.', holds: null, evidence: null },
      ],
      limits: ['Refused under 50 customers.'],
    },
  ],
};

/** Texts that the contract fixes: days, enumerations, the tool's name. */
const FIXED = new Set([
  ...['kpi', 'rule', 'pass', 'warn', 'fail', 'skipped', 'error', 'won', 'lost', 'open', 'excluded'],
  ...['gregorian', 'jalali', 'mann-kendall', 'seasonal-kendall', 'asc', 'desc', 'higher', 'lower'],
  ...['values', 'days', 'numbers', 'time'],
  ...['overdue', 'stalled', 'no_next_step', 'largest_open', 'amount', 'full', 'ids', 'none'],
  ...['week', 'month', 'quarter', 'year'],
  ...['model', 'section', 'text', 'day', 'weeks', 'count', 'ratio', 'money', 'number', 'decimal'],
]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The document with every text of a file, a person or a catalogue replaced by another. */
export function withText<Document>(document: Document, text: string): Document {
  return replaced(document, text) as Document;
}

function replaced(value: unknown, text: string): unknown {
  if (typeof value === 'string') return FIXED.has(value) || DAY.test(value) ? value : text;
  if (Array.isArray(value)) return value.map((part: unknown) => replaced(part, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replaced(part, text)]));
}
