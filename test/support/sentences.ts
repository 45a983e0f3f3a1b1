import type { ArgsOf, Code } from '../../src/locale/said.js';
import { FILE_SAMPLES } from './file-sentences.js';

/**
 * For each code what it may be about, once for every form of its sentence that is about something else. A code that is
 * not here does not compile.
 */
export const SAMPLES: { readonly [C in Code]: readonly [ArgsOf<C>, ...ArgsOf<C>[]] } = {
  // how far the files reach
  running_period: [{ end: '2024-12-31', asOf: '2024-11-05' }],
  data_begins: [{ of: 'closed', day: '2024-03-02' }],
  data_ends: [
    { of: 'leads', day: '2024-03-02' },
    { of: null, day: '2024-03-02' },
  ],
  not_compared: [{ because: [{ code: 'data_begins', args: { of: 'created', day: '2023-01-04' } }] }],
  // what stands out
  win_rate_change: [{ before: 0.8, after: 0.6 }],
  win_rate_change_detail: [
    {
      before: 0.81,
      after: 0.57,
      interval: { low: -0.32, high: -0.11 },
      counts: { before: { n: 81, of: 100 }, after: { n: 57, of: 101 } },
      by: { field: 'owner', mix: -0.05, rate: -0.19, most: 'Bob', effect: -0.2 },
    },
    {
      before: 0.81,
      after: 0.57,
      interval: { low: -0.32, high: -0.11 },
      counts: { before: { n: 81, of: 100 }, after: { n: 57, of: 101 } },
      by: null,
    },
  ],
  simpsons_paradox: [{ field: 'source', before: 0.6, after: 0.5 }],
  simpsons_paradox_detail: [
    {
      before: 0.61,
      after: 0.52,
      interval: { low: -0.2, high: 0.03 },
      mix: -0.12,
      rate: 0.04,
      segments: [{ value: '', difference: 0.07 }],
    },
  ],
  revenue_change: [{ before: 50000, after: 30000, currency: 'USD' }],
  revenue_change_detail: [
    {
      before: 50000,
      after: 30000,
      currency: 'USD',
      interval: { low: -31000, high: -9000 },
      deals: { effect: -5000, before: 120, after: 101 },
      winRate: { effect: -7000, before: 0.62, after: 0.51 },
      size: { effect: -8000, before: 672, after: 583 },
    },
  ],
  velocity_change: [{ before: 900, after: 1200, currency: 'USD' }],
  velocity_change_detail: [
    {
      before: 900,
      after: 1200,
      interval: { low: 0.1, high: 0.56 },
      open: 101,
      winRate: { effect: 52, before: 0.51, after: 0.58 },
      size: 77,
      cycle: 70,
    },
  ],
  lost_reason_growth: [{ reason: 'Price', before: 0.2, after: 0.5 }],
  lost_reason_growth_detail: [
    {
      counts: { before: { n: 20, of: 100 }, after: { n: 51, of: 102 } },
      interval: { low: 0.17, high: 0.42 },
      adjustedPValue: 0.004,
    },
  ],
  segment_win_rate: [
    { field: 'owner', value: 'Bob', rate: 0.8, worse: false },
    { field: 'owner', value: '', rate: 0.3, worse: true },
  ],
  segment_win_rate_detail: [
    {
      won: 56,
      closed: 70,
      otherWon: 48,
      otherClosed: 80,
      interval: { low: 0.05, high: 0.33 },
      adjustedPValue: 0.017,
      compared: 9,
    },
  ],
  stage_leak: [{ stage: 'Offer' }],
  stage_leak_detail: [
    {
      value: 120000,
      currency: 'USD',
      lost: 34,
      share: 0.62,
      rate: 0.41,
      decided: 58,
      next: 'Demo',
      interval: { low: 21000, high: 83000 },
    },
  ],
  stalled_value: [
    { share: 0.75, asOf: null },
    { share: 0.75, asOf: '2024-09-30' },
  ],
  stalled_value_detail: [
    { n: 30, of: 41, value: 1500, currency: 'USD', interval: { low: 0.57, high: 0.84 }, since: null },
    {
      n: 30,
      of: 41,
      value: null,
      currency: null,
      interval: { low: 0.57, high: 0.84 },
      since: { asOf: '2024-09-30', newest: '2024-12-31', settled: 12, left: 18 },
    },
  ],
  overdue_value: [
    { share: 0.5, asOf: null },
    { share: 0.5, asOf: '2024-09-30' },
  ],
  overdue_value_detail: [
    { n: 20, of: 41, value: 1500, currency: 'USD', interval: { low: 0.35, high: 0.64 }, since: null },
    {
      n: 20,
      of: 41,
      value: null,
      currency: null,
      interval: { low: 0.35, high: 0.64 },
      since: { asOf: '2024-09-30', newest: '2024-12-31', settled: 7, left: 13 },
    },
  ],
  concentration_risk: [{ share: 0.4, customer: 'Alpha' }],
  concentration_risk_detail: [
    {
      value: 40000,
      currency: 'USD',
      deals: 12,
      interval: { low: 0.27, high: 0.53 },
      customers: 23,
      effectiveCustomers: 5.4,
    },
  ],
  lapsed_customers: [
    { n: 20, window: 365, asOf: null },
    { n: 20, window: 365, asOf: '2024-09-30' },
  ],
  lapsed_customers_detail: [
    {
      n: 20,
      of: 41,
      value: 9000,
      currency: 'USD',
      interval: { low: 0.35, high: 0.64 },
      since: { asOf: '2024-09-30', newest: '2024-12-31', settled: 15, left: 5 },
      names: ['L20', 'L19'],
      namesTotal: 5,
    },
    {
      n: 20,
      of: 41,
      value: null,
      currency: null,
      interval: { low: 0.35, high: 0.64 },
      since: null,
      names: ['L20'],
      namesTotal: 1,
    },
  ],
  bulk_closing: [{ n: 50, day: '2024-09-30' }],
  bulk_closing_detail: [{ n: 50, of: 120, lost: 44, usual: 2, interval: { low: 0.33, high: 0.51 } }],
  // beside a figure
  priced: [{ priced: 1234, of: 5678 }],
  priced_won_lost: [{ won: { priced: 11, of: 12 }, lost: { priced: 13, of: 14 } }],
  priced_customers: [{ priced: 4, of: 5 }],
  weighted: [{ weighted: 21, of: 43 }],
  two_humps: [
    { near: 0.04, mean: 512.2, lower: { n: 30, from: 110, to: 120 }, upper: { n: 17, from: 870, to: 960 } },
    { near: 0, mean: 50.5, lower: { n: 30, from: 10.5, to: 12 }, upper: { n: 17, from: 87.1, to: 96 } },
  ],
  overwritten_at_closing: [{}],
  few_customers: [{}],
  provisional: [{}],
  owners_as_of_now: [{ of: 'ranking' }, { of: 'groups' }],
  intervals_of_first_groups: [{ under: 30, groups: 100 }],
  stages_as_of_snapshot: [{}],
  outcomes_as_of_snapshot: [{}],
  period_not_over: [{}],
  not_representative: [{}],
  probability_by_stage: [{}],
  quota_without_deals: [{ owners: ['Ada', 'Sara'] }],
  could_be: [{ columns: ['arr', 'ACV'], option: '--map amount=arr' }],
  leads_without_outcome: [{ leads: 17 }],
  leads_undated: [{ leads: 19 }],
  from_orders: [{}],
  from_customers: [{}],
  from_subscriptions: [{}],
  customers_undated: [{ customers: 23 }],
  customers_ended_undated: [{ customers: 29 }],
  nobody_ended_in_file: [{ of: 'customers' }, { of: 'subscriptions' }],
  last_day_counts: [{}],
  mrr_movements: [{ start: 1000, fresh: 200, expansion: 50.5, reactivation: 7, contraction: 20, churned: 101.25 }],
  margin: [{ margin: 0.355 }],
  revenue: [{}],
  lifespan_from_churn: [{ years: 2.04 }],
  ...FILE_SAMPLES,
};
