import type { COLUMN_REASONS, OUTCOME_REASONS, PRESET_REASONS, ROW_MARKS } from '../../src/locale/en/column-reasons.js';
import type { COLUMN_WARNINGS } from '../../src/locale/en/column-warnings.js';
import type { DEAL_WARNINGS } from '../../src/locale/en/deal-warnings.js';
import type { OBJECTIONS } from '../../src/locale/en/objections.js';
import type { READ_WARNINGS } from '../../src/locale/en/read-warnings.js';
import type { READINGS } from '../../src/locale/en/readings.js';
import type { TABLE_WARNINGS } from '../../src/locale/en/table-warnings.js';
import type { ArgsOf } from '../../src/locale/said.js';

type FileSentences = typeof COLUMN_REASONS &
  typeof OUTCOME_REASONS &
  typeof PRESET_REASONS &
  typeof ROW_MARKS &
  typeof COLUMN_WARNINGS &
  typeof DEAL_WARNINGS &
  typeof OBJECTIONS &
  typeof READ_WARNINGS &
  typeof READINGS &
  typeof TABLE_WARNINGS;

const file = 'deals.csv';
const found = { file, count: 12, rows: [3, 8, 9, 21, 22] };
const few = { file, count: 2, rows: [31, 47] };
const values = ['Texas', 'Ohio'];
const counted = { values: [{ value: 'Paused', rows: 4 }], more: 6 };
const names = { customers: 7, examples: [{ names: ['Acme', 'ACME Inc'], more: 2 }], more: 5 };

/** What the sentences about files and their columns may be about. */
export const FILE_SAMPLES: {
  readonly [C in keyof FileSentences]: readonly [ArgsOf<C>, ...ArgsOf<C>[]];
} = {
  // what the reader of a file saw
  row_too_long: [found, few],
  row_too_short: [found],
  row_mended: [found],
  row_unclear: [found],
  stray_quote: [found],
  unterminated_quote: [few],
  encoding_guessed: [{ file, detail: 'windows-1252' }],
  encoding_unknown: [{ file, detail: 'windows-1256' }],
  encoding_damage: [{ ...found, encoding: 'utf-8' }],
  formula_without_value: [found],
  cell_error: [{ ...found, detail: '#REF!' }],
  other_sheets: [{ file, sheet: 'Deals', detail: 'People' }],
  sheet_missing: [{ file, count: 3, detail: 'Old' }],
  other_tables: [{ file, detail: 'Targets' }],
  duplicate_header: [{ file, detail: 'Notes' }],
  nul_bytes: [found],
  // which column is what
  assumed_mapping: [
    { file, column: 'Rep', field: 'owner', key: 'owner', reason: { code: 'spelt_like', args: { name: 'reps' } } },
  ],
  unfit_column: [{ file, column: 'Worth', field: 'amount', key: 'amount', share: 0.27 }],
  refused_column: [
    {
      ...{ file, column: 'State', field: 'status', key: 'status', hopeless: false },
      why: { code: 'place_names', args: { values } },
    },
    {
      ...{ file, column: 'State', field: 'status', key: 'status', hopeless: true },
      why: { code: 'place_names', args: { values } },
    },
  ],
  mapping_tie: [{ file, column: 'Value', field: 'amount', key: 'amount', other: 'Total' }],
  unmapped_candidates: [
    { file, fields: [{ field: 'amount', columns: ['a', 'b', 'c'], option: '--map amount=a' }] },
    { file, fields: [{ field: 'amount', columns: ['a'], option: '--map amount=a' }] },
  ],
  ambiguous_column: [
    { file, column: 'Day', taken: 'day/month', other: 'month/day', cells: 31, example: '03/04/2024' },
    { file, column: 'Sum', taken: 'decimal point', other: 'decimal comma', cells: 31, example: null },
  ],
  map_without_effect: [{ key: 'leads.status', column: 'State', field: 'status', roles: ['deals', 'orders'] }],
  nothing_to_ignore: [
    { column: 'Amuont', near: 'Amount' },
    { column: 'Amuont', near: null },
  ],
  unknown_stage_said: [
    { stage: 'Pilto', outcome: 'open', near: 'Pilot', stages: [], more: 0 },
    { stage: 'Pilto', outcome: null, near: null, stages: ['Won', 'Lost'], more: 14 },
    { stage: 'Pilto', outcome: null, near: null, stages: [], more: 0 },
  ],
  time_zone: [{ file, column: 'Created', cells: 17 }],
  unreadable_cells: [
    { file, column: 'Amount', field: 'amount', cells: 3, examples: ['n/a', 'tbd'] },
    { file: null, column: 'Entered', field: null, cells: 3, examples: [] },
  ],
  unknown_currency: [{ file, column: 'Currency', cells: 21, values: [{ text: 'US', rows: 19 }], more: 2 }],
  own_currency: [{ file, column: 'Currency', amount: 'Amount in company currency' }],
  currency_conflict: [
    { file, column: 'Currency', amount: 'Amount', amounts: 6, counts: 'amount' },
    { file, column: 'Currency', amount: 'Amount', amounts: 6, counts: 'column' },
  ],
  // what became of a deal
  unknown_outcome: [
    { deals: 12, closed: 5, stages: [{ value: 'Done', rows: 4 }], more: 3, hasStages: true, blank: 2 },
    { deals: 12, closed: 0, stages: [], more: 0, hasStages: false, blank: 0 },
  ],
  assumed_open: [{ file, rows: 9, stages: [{ value: 'Warm', rows: 8 }], more: 6 }],
  other_status: [{ file, column: 'Status' }],
  set_aside: [{ rows: 4, column: 'Deleted', value: 'yes', what: { code: 'row_deleted', args: {} } }],
  repeating_amounts: [
    { column: 'Period', once: 0, kinds: [{ value: 'monthly', rows: 8 }] },
    { column: 'Period', once: 5, kinds: [{ value: 'monthly', rows: 8 }] },
  ],
  tomans: [{ amounts: 14 }],
  repeated_ids: [
    { rows: 9, conflicting: 0, rules: [] },
    { rows: 9, conflicting: 5, rules: [{ rule: 'modified', rows: 5 }] },
    {
      ...{ rows: 9, conflicting: 35 },
      rules: [
        ...[
          { rule: 'closed' as const, rows: 11 },
          { rule: 'closing' as const, rows: 2 },
        ],
        ...[
          { rule: 'activity' as const, rows: 3 },
          { rule: 'created' as const, rows: 4 },
        ],
        ...[
          { rule: 'file' as const, rows: 5 },
          { rule: 'amount' as const, rows: 6 },
        ],
        ...[
          { rule: 'content' as const, rows: 7 },
          { rule: 'equal' as const, rows: 8 },
        ],
      ],
    },
  ],
  reused_ids: [{ file, ids: 3, deals: 7 }],
  damaged_ids: [{ ids: 12 }],
  line_items: [
    { file, deals: 4, rows: 9, summed: true, ownDays: true },
    { file, deals: 4, rows: 9, summed: false, ownDays: false },
  ],
  possible_line_items: [
    { file, rows: 4, deals: 3, idColumn: 'Name' },
    { file, rows: 4, deals: 3, idColumn: null },
  ],
  snapshots: [
    {
      files: [
        { file: 'may.csv', day: '2024-05-31' },
        { file, day: null },
      ],
      newest: file,
      several: 7,
      onlyOlder: 2,
    },
  ],
  group_carried: [{ file, column: 'Owner', cells: 11 }],
  groups_left_out: [{ file, column: 'Owner', rows: 4 }],
  orders_waiting: [{ file, column: 'Status', rows: 6, values: ['pending'] }],
  orders_as_deals: [{ files: ['orders.csv', 'more.csv'] }],
  // other tables
  not_joined: [{ file }],
  unmatched_join: [{ file, column: 'Account', deals: 5, values: ['Acme'], more: 3 }],
  unmatched_history: [
    { file, changes: 8, deals: ['D7'] },
    { file, changes: 8, deals: null },
  ],
  ambiguous_history: [{ file, changes: 8, names: ['Door'] }],
  customers_joined: [names],
  customers_merged: [names],
  customers_merge_unknown: [{ customers: 6, names: ['Acme'], more: 5 }],
  customers_from_orders: [{ files: ['orders.csv'] }],
  orders_not_checked: [{ files: ['orders.csv'], deals: 31, orders: 27 }],
  assumed_monthly: [{ file, column: 'Price' }],
  unknown_interval: [{ file, ...counted }],
  unknown_subscription_status: [{ file, first: 'Paused', ...counted }],
  running_past_end: [{ file, column: 'Renewal', rows: 4 }],
  price_not_per_seat: [{ file, price: 'Price', seats: 'Seats' }],
  // why a column is what it is
  preset_name: [{ preset: 'hubspot' }],
  known_name: [{ name: 'owner' }],
  known_name_with_unit: [{}],
  known_name_after: [{ before: 'deal' }],
  same_words: [{ name: 'close date' }],
  meaning_of_words: [{}],
  spelt_like: [{ name: 'owner' }],
  contains_name: [{ name: 'owner' }],
  said_with_map: [{}],
  closed_have_day: [{}],
  expected_beside_actual: [{}],
  stage_entered: [{ stage: 'Demo' }],
  refused_by_cells: [{ field: 'status', why: { code: 'place_names', args: { values } } }],
  taken_by_other: [
    { field: 'amount', other: 'Total', why: null },
    { field: 'amount', other: 'Total', why: { code: 'one_digit', args: { values: ['1', '2'] } } },
  ],
  cells_do_not_show: [{ field: 'owner', name: { code: 'contains_name', args: { name: 'owner' } } }],
  without_cells: [{ field: 'status' }],
  few_cells_fit: [{ field: 'amount', share: 0.42 }],
  no_field: [{}],
  column_to_join: [{}],
  tells_lines: [{}],
  said_with_ignore: [{}],
  time_in_stage: [{}],
  stage_left: [{}],
  marks_rows: [
    { preset: 'odoo', outcome: 'lost' },
    { preset: 'odoo', outcome: 'excluded' },
  ],
  amount_when_won: [{ preset: 'dynamics' }],
  payment_period: [{ preset: 'close' }],
  left_alone: [{ preset: 'zoho' }],
  telling_columns: [{ columns: ['Record ID', 'Deal Stage'] }],
  no_crm: [{}],
  said_with_preset: [{}],
  said_with_stage: [{ byOtherColumns: true }, { byOtherColumns: false }],
  preset_stage: [{ byOtherColumns: false }],
  known_word: [{ byOtherColumns: false }],
  no_closing_word: [{ byOtherColumns: true }],
  closed_somehow: [{ byOtherColumns: true }],
  unknown_name: [{ byOtherColumns: true }],
  row_deleted: [{}],
  row_archived: [{}],
  row_no_sale: [{}],
  row_recurring_template: [{}],
  row_unqualified_lead: [{}],
  row_archived_as_lost: [{}],
  // what speaks against it
  one_digit: [{ values: ['1', '2'] }],
  numbers_not_names: [{ values: ['10', '20'] }],
  no_known_value: [{ field: 'stage' }],
  yes_or_no: [{ values: ['Yes', 'No'] }],
  dates_not_names: [{ values: ['2024-01-02'] }],
  job_titles: [{ values: ['CEO'] }],
  place_names: [{ values }],
  after_close: [
    { n: 8, of: 9, closed: true },
    { n: 8, of: 9, closed: false },
  ],
  before_creation: [
    { n: 8, of: 9, closed: true },
    { n: 8, of: 9, closed: false },
  ],
  after_other: [{ n: 8, of: 9, other: 'Modified' }],
  before_other: [{ n: 8, of: 9, other: 'Created' }],
  // how its cells are read
  dates: [
    {
      forms: (['cells', 'option', 'sibling', 'separator', 'preset', 'default'] as const).map((decidedBy, index) => ({
        example: `0${index + 1}/04/2024`,
        order: index % 2 === 0 ? ('day/month/year' as const) : ('month/day/year' as const),
        decidedBy,
        ambiguous: index,
      })),
      asWritten: true,
    },
    {
      forms: [{ example: null, order: 'jalali year/month/day', decidedBy: 'cells', ambiguous: 0 }],
      asWritten: false,
    },
    { forms: [{ example: null, order: 'year/month/day', decidedBy: 'default', ambiguous: 5 }], asWritten: false },
  ],
  numbers: [
    { decimal: 'point', times: 1, byOption: true, ambiguous: 0 },
    { decimal: 'comma', times: 1000, byOption: false, ambiguous: 12 },
  ],
};
