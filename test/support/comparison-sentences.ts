import type { SNAPSHOT_CHANGES } from '../../src/locale/en/snapshot-changes.js';
import type { ArgsOf } from '../../src/locale/said.js';

const days = { from: '2024-01-31', to: '2024-02-29' };
const undated = { from: null, to: null };
const amount = { before: 12000, after: 15300 };

/** What the sentences about two exports of the deals may be about. */
export const COMPARISON_SAMPLES: {
  readonly [C in keyof typeof SNAPSHOT_CHANGES]: readonly [ArgsOf<C>, ...ArgsOf<C>[]];
} = {
  open_pipeline_moved: [
    { ...days, period: null, currency: 'USD', amount, deals: { before: 84, after: 91 } },
    { ...days, period: '2024', currency: 'USD', amount, deals: { before: 84, after: 84 } },
    { ...undated, period: null, currency: null, amount: null, deals: { before: 84, after: 91 } },
    { ...days, period: null, currency: 'USD', amount: { before: 12000, after: 12000 }, deals: { before: 7, after: 9 } },
    {
      ...days,
      period: null,
      currency: 'USD',
      amount: { before: 12_000_000, after: 12_000_300 },
      deals: { before: 7, after: 9 },
    },
    { ...days, period: null, currency: 'USD', amount: { before: 0, after: 12000 }, deals: { before: 0, after: 9 } },
  ],
  largest_steps: [
    { steps: [{ step: 'new', amount: 2300, deals: 12 }], currency: null },
    {
      steps: [
        { step: 'won', amount: -2300, deals: 12 },
        { step: 'vanished', amount: null, deals: 45 },
      ],
      currency: 'USD',
    },
  ],
  nothing_changed: [
    { ...days, deals: 45 },
    { from: '2024-01-31', to: '2024-01-31', deals: 45 },
    { ...undated, deals: 45 },
  ],
  close_dates_moved: [
    { slipped: 14, of: 84, medianDays: 30, pulledIn: 3 },
    { slipped: 0, of: 84, medianDays: null, pulledIn: 3 },
    { slipped: 14, of: 84, medianDays: 30, pulledIn: 0 },
    { slipped: 1, of: 84, medianDays: 30, pulledIn: 0 },
  ],
  nothing_in_common: [{ smaller: 45 }],
  hardly_in_common: [{ common: 3, smaller: 45 }],
  outside_condition: [{ vanished: 12, appeared: 45 }],
  open_without_amount: [{ before: 12, after: 1 }],
  ids_used_again: [{ ids: 12 }],
  matched_by_name: [
    { deals: 45, all: true },
    { deals: 12, all: false },
  ],
  ambiguous_deals: [{ deals: 12 }],
  pipelines_gone: [{ pipelines: [{ name: 'Partners', deals: 45 }], more: 7 }],
  pipelines_appeared: [{ pipelines: [{ name: 'Partners', deals: 45 }], more: 7 }],
  stages_read_differently: [{ stages: [{ name: 'Parked', deals: 45 }], more: 7 }],
  left_out_before: [{ deals: 12, day: '2024-01-31' }],
  closed_backdated: [{ deals: 12, day: '2024-01-31' }],
  groups_are_newest: [{ deals: 12 }],
};
