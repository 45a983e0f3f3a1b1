import type { WHY } from '../../src/locale/en/why.js';
import type { ArgsOf } from '../../src/locale/said.js';

const plain = { beside: null, days: null, due: null };

/** What the sentences about why a figure changed may be about. */
export const WHY_SAMPLES: { readonly [C in keyof typeof WHY]: readonly [ArgsOf<C>, ...ArgsOf<C>[]] } = {
  why_factors: [
    {
      ...{ figure: 'revenue_won', before: 3_200_000, after: 2_000_000, currency: 'USD', ...plain },
      factors: [
        { factor: 'deals_closed', up: false, effect: -900_000 },
        { factor: 'win_rate', up: false, effect: -500_000 },
        { factor: 'mean_amount', up: true, effect: 200_000 },
      ],
    },
    {
      ...{ figure: 'won_deals', before: 9, after: 12, currency: null, beside: null, days: 31, due: null },
      factors: [
        { factor: 'deals_closed', up: true, effect: 3.4 },
        { factor: 'win_rate', up: false, effect: -0.4 },
      ],
    },
    {
      ...{ figure: 'stalled_deals', before: 100, after: 140, currency: null, ...plain },
      factors: [
        { factor: 'open_deals', up: true, effect: 24.2 },
        { factor: 'share_stalled', up: true, effect: 15.8 },
      ],
    },
  ],
  why_steps: [
    {
      ...{ figure: 'mrr', before: 190, after: 210, currency: 'EUR', ...plain },
      steps: [
        { step: 'new', effect: 10 },
        { step: 'expansion', effect: 30 },
        { step: 'reactivation', effect: 90 },
        { step: 'contraction', effect: -40 },
        { step: 'churned', effect: -70 },
      ],
    },
  ],
  why_mix_rate: [
    {
      ...{ figure: 'win_rate', before: 0.26, after: 0.2, currency: null, ...plain },
      ...{ by: 'segment', mix: -0.0817, rate: 0.0217, most: { value: 'ENT', effect: -0.042 } },
    },
    {
      ...{ figure: 'sales_cycle', before: 40, after: 42.5, currency: null, beside: '2017', days: null, due: null },
      ...{ by: 'owner', mix: 1, rate: 1.5, most: null },
    },
  ],
  why_groups: [
    {
      ...{ figure: 'open_deals', before: 10, after: 12, currency: null, ...plain },
      by: 'owner',
      groups: [
        { value: 'Ann', effect: 3 },
        { value: '', effect: -1 },
      ],
    },
  ],
  why_unmoved: [{ figure: 'open_pipeline_value', before: 10, after: 10, currency: null, ...plain }],
  why_alone: [
    { figure: 'avg_deal_size', before: 10, after: 12, currency: null, beside: '2017', days: 31, due: null },
    { figure: 'open_pipeline_value', before: 10, after: 12, currency: null, beside: null, days: null, due: '2018' },
  ],
  why_beyond_chance: [{}],
  why_within_chance: [{}],
  why_untested: [{ reason: 'no_test' }],
  why_arithmetic: [{}],
};
