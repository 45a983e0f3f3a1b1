import type { MODEL_EVIDENCE } from '../../src/locale/en/model-evidence.js';
import type { ArgsOf } from '../../src/locale/said.js';

/** What the sentences about assumptions of models may be about. */
export const MODEL_SAMPLES: {
  readonly [C in keyof typeof MODEL_EVIDENCE]: readonly [ArgsOf<C>, ...ArgsOf<C>[]];
} = {
  newer_half_closes: [{ since: '2024-03-02', observed: 120, expected: 131.5, pValue: 0.213 }],
  newer_half_wins: [{ since: '2024-03-02', days: 90, newer: 0.31, older: 0.285, pValue: 0.413 }],
  halves_too_small: [{ least: 20 }],
  open_beyond_closing: [{ older: 3, open: 120, days: 412 }],
  nothing_closed: [{}],
  closings_complete: [{}],
  busiest_day: [{ day: '2024-03-31', n: 45, usual: 2.5 }],
  losses_of_closed: [{ lost: 12, closed: 40, undated: 3 }],
  closed_on_creation: [{ same: 34, closed: 210 }],
  newer_half_amounts: [
    { since: '2024-03-02', newer: 13100, older: 12000, currency: 'USD', pValue: 0.041 },
    { since: '2024-03-02', newer: 13100, older: 9000, currency: null, pValue: 0.00001 },
  ],
  amounts_too_few: [{ least: 20 }],
  gaps_too_few: [{ customers: 8, least: 30 }],
  longer_gap: [{ customers: 310, share: 0.731 }],
  nothing_held_out: [{}],
  held_out: [{ expected: 310.2, actual: 298 }],
  not_fitted: [{}],
  misplaced: [{ share: 0.021, customers: 2357 }],
  frequency_and_value: [{ correlation: 0.11, customers: 946 }],
  spread_of_customers: [{ q: 3.74 }],
  priced_alike: [{ alike: true }, { alike: false }],
  nothing_open: [{}],
  largest_of_open: [{ most: 40000, total: 210000, deals: 17, currency: 'USD' }],
  creation_too_short: [{ day: '2024-12-31' }],
  created_a_month: [{ newer: 30.5, older: 28.2 }],
  months_in_interval: [{ inside: 19, months: 22, level: 0.95 }],
  months_forecast_anew: [{ months: 13 }],
  errors_on_past: [
    { model: 0.213, simple: 0.341, baseline: 'last_period' },
    { model: 0.213, simple: 0.341, baseline: 'same_month_last_year' },
  ],
};
