import type { Report } from '../../src/report/schema.js';

type Why = NonNullable<Report['why']>;

/** A name that no page may take for its own. */
export const UGLY = '=cmd()|<b>`Ana`';

const said = (code: string, message: string) => ({ code, args: {}, message });
const QUARTERS = {
  before: { start: '2024-01-01', end: '2024-03-31' },
  after: { start: '2024-04-01', end: '2024-06-30' },
};

/** Why three figures changed, in every way of taking a change apart: won value, the win rate and recurring revenue. */
export const WHY: Why = {
  reason: null,
  changes: [
    {
      ...{ figure: 'revenue_won', title: 'Won value', unit: 'money', better: 'higher', currency: 'EUR' },
      ...{ between: 'periods', days: QUARTERS, alike: null, before: 60_000, after: 45_000, change: -15_000 },
      ...{ significant: null, reason: 'no_test' },
      sentence: said('why_factors', 'Won value fell.'),
      verdict: said('why_untested', 'Nobody can tell.'),
      parts: [
        {
          kind: 'factors',
          factors: [
            { factor: 'deals_closed', title: 'Deals closed', unit: 'count', before: 20, after: 10, effect: -26_250 },
            { factor: 'win_rate', title: 'Win rate', unit: 'ratio', before: 0.5, after: 0.5, effect: 0 },
            { factor: 'mean_amount', title: 'Mean amount', unit: 'money', before: 6000, after: 9000, effect: 11_250 },
          ],
        },
        {
          kind: 'sum',
          by: 'owner',
          groups: [
            { key: UGLY, groups: 1, before: 40_000, after: 20_000, effect: -20_000 },
            { key: '', groups: 1, before: 0, after: 8000, effect: 8000 },
            { key: null, groups: 3, before: 20_000, after: 17_000, effect: -3000 },
          ],
        },
        {
          kind: 'sum',
          by: 'created_in_period',
          groups: [
            { key: 'yes', groups: 1, before: 40_000, after: 20_000, effect: -20_000 },
            { key: 'no', groups: 1, before: 20_000, after: 25_000, effect: 5000 },
          ],
        },
      ],
    },
    {
      ...{ figure: 'win_rate', title: 'Win rate', unit: 'ratio', better: 'higher', currency: null },
      ...{ between: 'periods', days: QUARTERS, alike: 'part_of_quarter', before: 0.26, after: 0.2, change: -0.06 },
      ...{ significant: false, reason: null },
      sentence: said('why_mix_rate', 'The win rate fell.'),
      verdict: said('why_within_chance', 'Chance moves it as far.'),
      parts: [
        {
          ...{ kind: 'mix_rate', by: 'regional_office', mix: -0.0817, rate: 0.0217 },
          groups: [
            {
              ...{ key: 'ENT', groups: 1, mix: -0.0487, rate: 0.0067 },
              ...{ before: { size: 20, value: 0.1 }, after: { size: 60, value: 0.1167 } },
            },
            {
              ...{ key: 'SMB', groups: 1, mix: -0.033, rate: 0.015 },
              ...{ before: { size: 80, value: 0.3 }, after: { size: 40, value: 0.325 } },
            },
          ],
        },
      ],
    },
    {
      ...{ figure: 'mrr', title: 'Monthly recurring revenue', unit: 'money', better: 'higher', currency: 'EUR' },
      ...{ between: 'periods', days: QUARTERS, alike: null, before: 190, after: 210, change: 20 },
      ...{ significant: null, reason: null },
      sentence: said('why_steps', 'Recurring revenue rose.'),
      verdict: null,
      parts: [
        {
          kind: 'bridge',
          steps: [
            { step: 'new', title: 'New', effect: 60 },
            { step: 'churned', title: 'Churned', effect: -40 },
          ],
        },
      ],
    },
  ],
  notes: [said('why_arithmetic', 'It is arithmetic.')],
};
