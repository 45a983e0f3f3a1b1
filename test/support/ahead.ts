import type { Report } from '../../src/index.js';

/* Parts of documents that look ahead, made by hand: the views are tested on what a document may hold. */

type Forecast = NonNullable<Report['forecast']>;
type Survival = NonNullable<Report['survival']>;
type Lifetime = NonNullable<Report['lifetime']>;

const interval = (low: number, high: number, method = 'simulation') => ({ low, high, level: 0.95, method });

function monthOf(number: number, given: Partial<Forecast['months'][number]> = {}): Forecast['months'][number] {
  const month = String(number).padStart(2, '0');
  return {
    label: `2024-${month}`,
    start: `2024-${month}-01`,
    end: `2024-${month}-28`,
    partial: false,
    wonSoFar: 0,
    pipeline: 200_000,
    newBusiness: 100_000,
    expected: 300_000,
    interval: interval(200_000, 420_000),
    best: 400_000,
    worst: 210_000,
    baseline: 280_000,
    wins: 30,
    ...given,
  };
}

/** Four months, two owners, two stages, a target and a quota; tested on eight past months. */
export const FORECAST: Forecast = {
  asOf: '2024-06-15',
  from: '2024-06-01',
  until: '2024-09-28',
  horizonMonths: 4,
  unit: 'money',
  currency: 'EUR',
  reason: null,
  method: 'model',
  baseline: 'mean_of_three',
  headline: { beats: true, message: null },
  months: [
    monthOf(6, { partial: true, wonSoFar: 150_000, pipeline: 90_000, newBusiness: 20_000, expected: 260_000 }),
    monthOf(7),
    monthOf(8, { pipeline: 120_000, newBusiness: 170_000, expected: 290_000 }),
    monthOf(9, { pipeline: 60_000, newBusiness: 250_000, expected: 310_000 }),
  ],
  total: {
    ...{ wonSoFar: 150_000, pipeline: 470_000, newBusiness: 540_000, expected: 1_160_000 },
    ...{ interval: interval(900_000, 1_450_000), best: 1_400_000, worst: 950_000, baseline: 1_120_000, wins: 118 },
  },
  open: {
    ...{ deals: 240, priced: 200, unpriced: 40, undated: 3, expectedWins: 96, amount: 1_900_000 },
    ...{ unpricedValue: 80_000, bounds: { low: 1_080_000, high: 1_300_000 } },
  },
  groups: [
    {
      by: ['owner'],
      groups: [
        {
          ...{
            key: ['Sara'],
            deals: 130,
            amount: 1_100_000,
            wonSoFar: 90_000,
            pipeline: 280_000,
            newBusiness: 20_000,
            expected: 390_000,
          },
          ...{ interval: interval(280_000, 510_000), quota: 400_000, attainment: 0.975 },
        },
        {
          ...{
            key: [''],
            deals: 110,
            amount: 800_000,
            wonSoFar: 60_000,
            pipeline: 150_000,
            newBusiness: 20_000,
            expected: 230_000,
          },
          ...{ interval: interval(150_000, 320_000), quota: null, attainment: null },
        },
      ],
    },
  ],
  pacing: [
    {
      ...{ kpi: 'revenue_won', owner: null, period: { label: '2024-Q2', start: '2024-04-01', end: '2024-06-30' } },
      ...{ target: 900_000, wonSoFar: 700_000, expected: 820_000, interval: interval(760_000, 930_000) },
      ...{ probability: 0.12, needed: 200_000, reason: null },
    },
    {
      ...{ kpi: null, owner: 'Sara', period: { label: '2024-Q2', start: '2024-04-01', end: '2024-06-30' } },
      ...{ target: 400_000, wonSoFar: 380_000, expected: 450_000, interval: interval(410_000, 520_000) },
      ...{ probability: 0.98, needed: 20_000, reason: null },
    },
    {
      ...{ kpi: 'win_rate', owner: null, period: { label: '2024-Q2', start: '2024-04-01', end: '2024-06-30' } },
      ...{ target: 0.6, wonSoFar: null, expected: null, interval: null },
      ...{ probability: null, needed: null, reason: 'no_model' },
    },
  ],
  byStage: [
    { pipeline: null, stage: 'Prospecting', n: 160, amount: 1_200_000, pWin: 0.3, expected: 350_000 },
    { pipeline: null, stage: 'Engaging', n: 80, amount: 700_000, pWin: 0.6, expected: 400_000 },
  ],
  backtest: {
    reason: null,
    origins: 8,
    horizon: 1,
    months: [10, 11, 12, 1, 2, 3, 4, 5].map((month, index) => ({
      label: `${index < 3 ? 2023 : 2024}-${String(month).padStart(2, '0')}`,
      start: `${index < 3 ? 2023 : 2024}-${String(month).padStart(2, '0')}-01`,
      actual: 250_000 + 20_000 * ((index * 3) % 5),
      forecast: 260_000 + 10_000 * index,
      interval: interval(180_000 + 10_000 * index, 350_000 + 10_000 * index),
      baselines: {
        last_period: 240_000,
        mean_of_three: index < 3 ? null : 255_000 + 5_000 * index,
        same_month_last_quarter: null,
        same_month_last_year: null,
      },
    })),
    scores: [
      { method: 'model', horizon: 1, wape: 0.12, bias: -0.03, coverage: 0.95, coverage80: 0.75, n: 8 },
      { method: 'mean_of_three', horizon: 3, wape: 0.18, bias: 0.05, coverage: null, coverage80: null, n: 5 },
    ],
    calibration: [
      { from: 0, to: 0.2, n: 100, predicted: 0.1, won: 0.12, interval: interval(0.07, 0.2, 'wilson') },
      { from: 0.4, to: 0.6, n: 60, predicted: 0.5, won: 0.45, interval: interval(0.33, 0.57, 'wilson') },
    ],
    brier: 0.181,
  },
  crm: {
    reason: null,
    brier: 0.224,
    calibration: [{ from: 0.8, to: 1, n: 40, predicted: 0.9, won: 0.6, interval: interval(0.45, 0.74, 'wilson') }],
    wape: 0.31,
    wapeReason: null,
  },
  notes: [{ code: 'some', args: {}, message: 'what closes in a month is worth what it was worth before' }],
};

const curvePoint = (day: number, won: number, lost: number): Survival['curve'][number] => ({
  ...{ day, atRisk: 100, won, lost, open: 1 - won - lost },
  wonInterval: interval(Math.max(0, won - 0.05), won + 0.05, 'greenwood'),
  openInterval: null,
});

const group = (name: string, rate: number | null): Survival['groups'][number]['groups'][number] => ({
  ...{ key: [name], n: 40, eventualWinRate: rate, median: 50, reason: rate === null ? 'no_model' : null },
  interval: rate === null ? null : interval(rate - 0.1, rate + 0.1, 'greenwood'),
  curve: [0, 30, 60].map((day) => ({ day, won: ((rate ?? 0) * day) / 60, open: 1 - day / 80 })),
});

/** Won 50 %, lost 30 % within 90 days; two groups that differ by chance, one stage. */
export const SURVIVAL: Survival = {
  ...{ asOf: '2024-06-15', n: 100, won: 48, lost: 29, open: 23, reason: null, notes: [] },
  excluded: [{ reason: 'without_created', n: 3 }],
  eventualWinRate: { value: 0.5, interval: interval(0.42, 0.58, 'greenwood'), reach: 90, stillOpen: 0.2, reason: null },
  timeToClose: {
    median: 44,
    interval: { low: 38, high: null, level: 0.95, method: 'greenwood' },
    restrictedMean: { value: 51.5, interval: null, horizon: 90 },
    eventsOnlyMedian: 31,
    reason: null,
  },
  curve: [curvePoint(0, 0, 0), curvePoint(30, 0.3, 0.2), curvePoint(60, 0.42, 0.28), curvePoint(90, 0.5, 0.3)],
  groups: [
    {
      by: ['owner'],
      test: { method: 'log-rank', statistic: 0.4, df: 1, pValue: 0.53 },
      reason: null,
      groups: [group('Sara', 0.6), group('Ali', 0.4), group('', null)],
      groupsTotal: 3,
    },
  ],
  winFromAge: [
    {
      pipeline: null,
      stage: null,
      points: [
        { age: 0, n: 100, pWin: 0.5, interval: interval(0.4, 0.6, 'greenwood'), pLost: 0.3, medianRest: 44 },
        { age: 30, n: 50, pWin: 0.35, interval: interval(0.25, 0.5, 'greenwood'), pLost: 0.3, medianRest: null },
      ],
    },
    {
      pipeline: 'Sales',
      stage: 'Offer',
      points: [
        { age: 0, n: 40, pWin: 0.7, interval: null, pLost: 0.2, medianRest: 12 },
        { age: 30, n: 4, pWin: null, interval: null, pLost: null, medianRest: null },
      ],
    },
  ],
  stageTimes: [
    {
      ...{ pipeline: 'Sales', stage: 'Offer', n: 40, ended: 31, median: 12, p75: 30 },
      interval: { low: 9, high: 17, level: 0.95, method: 'greenwood' },
    },
    { pipeline: 'Sales', stage: 'Trial', n: 20, ended: 8, median: null, interval: null, p75: null },
  ],
};

const customer = (name: string, purchases: number, pAlive: number | null): Lifetime['list'][number] => ({
  ...{ customer: name, purchases, firstPurchase: '2023-01-10', lastPurchase: '2024-05-01', daysSince: 45 },
  ...{ value: 12_000, meanValue: 2_400, pAlive, expectedPurchases: 4.25, expectedValue: 9_800 },
  ...{ interval: interval(6_000, 14_000, 'delta'), atRisk: false },
});

/** Eighty customers, half of whom bought again. */
export const LIFETIME: Lifetime = {
  ...{ asOf: '2024-06-15', customers: 80, repeatCustomers: 40, purchases: 230, excluded: [], currency: 'EUR' },
  ...{ horizonMonths: 36, discountRate: 0.1, discountRateAssumed: true, margin: null, reason: null },
  model: {
    ...{ name: 'bg_nbd', timeUnit: 'week', logLikelihood: -9582.43, starts: 5, converged: true },
    parameters: [
      { name: 'r', value: 0.2426, standardError: 0.0126 },
      { name: 'alpha', value: 4.4136, standardError: null },
    ],
  },
  spend: {
    ...{ name: 'gamma_gamma', logLikelihood: -4058.2, correlation: 0.11, n: 40 },
    parameters: [{ name: 'p', value: 6.25, standardError: 1.2 }],
  },
  spendReason: null,
  fit: {
    frequency: [
      { purchases: '0', observed: 40, expected: 41.2 },
      { purchases: '1', observed: 20, expected: 16.5 },
      { purchases: '7+', observed: 20, expected: 22.3 },
    ],
    calibration: [
      { purchases: '0', customers: 40, expected: 0.2, actual: 0.25 },
      { purchases: '7+', customers: 10, expected: 2.5, actual: 2 },
    ],
  },
  meanValue: 5_200,
  interval: interval(4_100, 6_600, 'delta'),
  totalValue: 416_000,
  list: [customer('Acme', 6, 0.93), customer('Beta', 1, null)],
  atRisk: [{ ...customer('Gone', 9, 0.21), atRisk: true }],
  atRiskTotal: 4,
  notes: [],
};
