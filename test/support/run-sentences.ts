import type { FOUND_TOGETHER, GATE } from '../../src/locale/en/gate.js';
import type { RUN_WARNINGS } from '../../src/locale/en/run-warnings.js';
import type { SNAPSHOT_WARNINGS } from '../../src/locale/en/snapshot-warnings.js';
import type { WARNING_FATES } from '../../src/locale/en/warning-fates.js';
import type { ArgsOf } from '../../src/locale/said.js';

type RunSentences = typeof RUN_WARNINGS &
  typeof SNAPSHOT_WARNINGS &
  typeof GATE &
  typeof FOUND_TOGETHER &
  typeof WARNING_FATES;

const names = { names: ['D-7', 'D-9'], more: 4 };
const nothing = { missed: [], reaches: [], counted: [], today: '2024-11-28' };

/** What the sentences about a run, its options and its verdict may be about. */
export const RUN_SAMPLES: { readonly [C in keyof RunSentences]: readonly [ArgsOf<C>, ...ArgsOf<C>[]] } = {
  // exports that are compared
  snapshots_reordered: [
    {
      exports: [
        { files: ['old.csv'], taken: '2024-01-31' },
        { files: ['new.csv'], taken: '2024-02-29' },
      ],
    },
  ],
  snapshots_same_day: [{ day: '2024-01-31', files: ['old.csv', 'new.csv'] }],
  snapshots_undated: [{ files: ['old.csv'] }, { files: ['old.csv', 'new.csv'] }],
  snapshots_same_file: [{ files: ['old.csv', 'new.csv'] }, { files: ['old.csv'] }],
  snapshot_name_contradicted: [{ files: ['old-2024-01-31.csv'], named: '2024-01-31', newest: '2024-02-03' }],
  snapshots_other_fields: [
    {
      exports: [
        { files: ['old.csv'], fields: ['amount', 'stage'] },
        { files: ['new.csv'], fields: ['expected_close'] },
      ],
    },
    {
      exports: [
        { files: ['old.csv'], fields: ['id', 'name', 'account', 'owner', 'pipeline', 'created_at', 'probability'] },
      ],
    },
  ],
  snapshots_empty: [
    { files: ['old.csv'], where: true },
    { files: ['old.csv'], where: false },
    { files: ['old.csv', 'older.csv'], where: false },
  ],
  // what was asked that the files do not have, and the clock
  target_without_period: [
    { targets: ['revenue_won', 'Ada'], more: 0 },
    { targets: ['revenue_won'], more: 13 },
  ],
  relative_period: [{ asked: 'last-quarter', today: '2024-11-28', dataEnd: '2024-02-05' }],
  isolated_dates: [
    { days: ['2031-01-05'], more: 0 },
    { days: ['2031-01-05', '2033-04-17'], more: 12 },
  ],
  future_dates: [
    { dates: 1, taken: null },
    { dates: 14, taken: null },
    { dates: 1500, taken: '2031-03-04' },
  ],
  stale_data: [
    { period: 'begins', on: '2024-10-01', asOf: '2024-02-05', sameDays: null },
    { period: 'ends', on: '2024-12-31', asOf: '2024-11-05', sameDays: null },
    { period: 'ends', on: '2024-12-31', asOf: '2024-11-05', sameDays: '2023-10-01..2023-11-05' },
  ],
  as_of_before_data: [{ dataEnd: '2024-11-05', asOf: '2024-06-30' }],
  converted: [
    {
      to: 'EUR',
      rates: [
        { currency: 'USD', low: 0.92, high: 0.95 },
        { currency: 'GBP', low: 1.17, high: 1.17 },
      ],
    },
  ],
  without_rate: [{ currencies: [{ currency: 'CHF', amounts: 1200 }] }],
  value_not_there: [
    { name: 'Region', value: 'EMAE', near: 'EMEA' },
    { name: 'Region', value: 'Nordics', near: null },
  ],
  nothing_fits: [
    { ...nothing, missed: [{ name: 'Region', value: 'EMAE', near: 'EMEA', values: [], more: 0 }] },
    {
      ...nothing,
      missed: [{ name: 'Region', value: 'Mars', near: null, values: [{ value: 'APAC', deals: 7 }], more: 21 }],
    },
    { ...nothing, missed: [{ name: 'Region', value: 'Mars', near: null, values: [], more: 0 }] },
    {
      ...nothing,
      reaches: [
        { name: 'amount', from: 5.25, to: 31000 },
        { name: 'closed_at', from: '2024-01-05', to: '2024-03-09' },
      ],
      counted: ['last-month', 'today'],
    },
  ],
  // the verdict of a check
  max_warnings: [{ warnings: 17, most: 3 }],
  required_rule: [{ rule: 'deal.owner_missing', because: { code: 'rule_off', args: {} } }],
  rule_off: [{}],
  rule_column_left_out: [{ column: 'Amount' }],
  rule_skipped: [{ reason: 'no_applicable_records' }, { reason: 'missing_field:owner' }],
  rule_applies_to_none: [{}],
  baseline_expired: [
    { file: 'b.txt', violations: 1, entries: [{ rule: 'deal.won_late', until: '2027-01-31', reason: null }], more: 0 },
    {
      file: 'b.txt',
      violations: 2400,
      entries: [{ rule: 'deal.won_late', until: '2027-01-31', reason: 'CRM-17' }],
      more: 5,
    },
  ],
  baseline_of_other_data: [{ file: 'b.txt', violations: 1312 }],
  history_kept_apart: [{ file: 'runs.jsonl', scope: 'where owner = Sara' }],
  history_not_compared: [
    { file: 'runs.jsonl', runs: 1, failed: 0, narrowed: 1, otherFiles: 0 },
    { file: 'runs.jsonl', runs: 39, failed: 11, narrowed: 12, otherFiles: 16 },
    { file: 'runs.jsonl', runs: 1, failed: 0, narrowed: 0, otherFiles: 1 },
  ],
  history_other_names: [{ file: 'runs.jsonl', files: ['may.csv'], before: ['april.csv', 'leads.csv'] }],
  prune_narrowed: [{ where: 'owner = Sara' }],
  prune_rules_unchecked: [names],
  prune_fewer_files: [names],
  prune_fewer_records: [{ records: 1200, before: 3400 }],
  prune_other_data: [
    { missing: 23, of: 'records' },
    { missing: 29, of: 'faults' },
  ],
  prune_loses: [
    {
      rules: [
        { rule: 'deal.owner_missing', violations: 1002, ...names },
        { rule: 'amount.tomans', violations: 3, names: [], more: 0 },
      ],
      more: 6,
    },
  ],
  prune_loses_nothing: [{}],
  // a finding of many records
  found_times: [{ n: 1 }, { n: 1480 }],
  found_in_records: [
    { n: 495, of: 500, outcome: null },
    { n: 495, of: 500, outcome: 'won' },
    { n: 495, of: 500, outcome: 'lost' },
    { n: 495, of: 500, outcome: 'open' },
  ],
  found_in_class: [
    { n: 495, of: 500, field: 'outcome', value: 'excluded' },
    { n: 495, of: 500, field: 'stage', value: 'Lead' },
    { n: 495, of: 500, field: 'pipeline', value: 'Partners' },
    { n: 495, of: 500, field: 'owner', value: 'Ada' },
  ],
  found_in_rows: [{ common: { code: 'found_times', args: { n: 12 } }, rows: [3, 13, 20] }],
  known_until: [
    { until: '2027-01-31', reason: null },
    { until: '2027-01-31', reason: 'CRM-17' },
  ],
  // why no rule judges a warning
  rates_were_given: [{}],
  rates_are_missing: [{}],
  condition_fits_nothing: [{}],
  condition_is_misspelt: [{}],
  spellings_are_one_customer: [{}],
  config_merges_customers: [{}],
  config_is_of_many_files: [{}],
  says_which_file: [{}],
  orders_have_their_own_run: [{}],
  orders_are_counted: [{}],
};
