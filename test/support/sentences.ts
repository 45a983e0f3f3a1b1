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
