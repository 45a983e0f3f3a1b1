/** What becomes of each warning of reading: the rule that judges it, or why it stays a word to the reader. */
import type { WARNING_FATES } from '../locale/en/warning-fates.js';
import { type Said, said } from '../locale/said.js';
import type { LoadWarning, LoadWarningCode, WarningPlace } from '../model/load-warnings.js';
import { DATE_FIELDS } from './dates.js';
import { CATEGORY_FIELDS } from './texts.js';

/** `rule`: it can change a figure, and that rule judges it. `stays`: it cannot, and why. */
export type Fate =
  | { readonly rule: string | ((about: WarningPlace | undefined) => string) }
  | { readonly stays: Said<keyof typeof WARNING_FATES> };

/** Every warning there is: a new one does not compile before its fate stands here. */
export const FATES: { readonly [C in LoadWarningCode]: Fate } = {
  row_too_long: { rule: 'row.width' },
  row_too_short: { rule: 'row.width' },
  row_mended: { rule: 'row.width' },
  row_unclear: { rule: 'row.width' },
  stray_quote: { rule: 'cell.stray_quote' },
  unterminated_quote: { rule: 'file.truncated' },
  encoding_guessed: { rule: 'file.encoding_guessed' },
  encoding_unknown: { rule: 'file.encoding_damage' },
  encoding_damage: { rule: 'file.encoding_damage' },
  nul_bytes: { rule: 'file.nul_bytes' },
  formula_without_value: { rule: 'cell.no_value' },
  cell_error: { rule: 'cell.no_value' },
  other_sheets: { rule: 'file.other_sheets' },
  sheet_missing: { rule: 'file.sheet_missing' },
  other_tables: { rule: 'file.other_tables' },
  duplicate_header: { rule: 'column.duplicate_header' },
  assumed_mapping: { rule: 'column.mapping_low_confidence' },
  mapping_tie: { rule: 'column.mapping_low_confidence' },
  unfit_column: { rule: 'column.refused' },
  refused_column: { rule: (about) => (about?.otherMeaning ? 'column.other_meaning' : 'column.refused') },
  unmapped_candidates: { rule: 'column.unmapped' },
  ambiguous_column: {
    rule: (about) =>
      about?.role !== undefined
        ? 'column.ambiguous'
        : ofDates(about?.field)
          ? 'date.ambiguous_format'
          : about?.field === 'amount'
            ? 'amount.ambiguous_locale'
            : 'column.ambiguous',
  },
  map_without_effect: { rule: 'mapping.without_effect' },
  nothing_to_ignore: { rule: 'mapping.without_effect' },
  unknown_stage_said: { rule: 'mapping.without_effect' },
  time_zone: { rule: 'date.zone_mixed' },
  unreadable_cells: {
    rule: (about) =>
      about?.role !== 'deals'
        ? 'cell.unreadable'
        : ofDates(about.field)
          ? 'date.unparseable'
          : about.field === 'amount'
            ? 'amount.unparseable'
            : 'cell.unreadable',
  },
  unknown_outcome: { rule: 'deal.outcome_unknown' },
  assumed_open: { rule: 'deal.assumed_open' },
  other_status: { rule: 'deal.status_stage_conflict' },
  set_aside: { rule: 'row.set_aside' },
  repeating_amounts: { rule: 'amount.repeating' },
  tomans: { rule: 'amount.tomans' },
  unknown_currency: { rule: 'currency.unknown' },
  own_currency: { rule: 'currency.own' },
  currency_conflict: { rule: 'currency.conflict' },
  repeated_ids: { rule: 'deal.id_duplicate' },
  reused_ids: { rule: 'deal.id_reused' },
  damaged_ids: { rule: 'id.excel_mangled' },
  line_items: { rule: 'row.line_items' },
  possible_line_items: { rule: 'row.possible_lines' },
  snapshots: { rule: 'file.snapshots' },
  group_carried: { rule: 'row.groups' },
  groups_left_out: { rule: 'row.groups' },
  not_joined: { rule: 'ref.not_joined' },
  unmatched_join: {
    rule: (about) =>
      about?.role === 'customers' && (about.field === 'account' || about.field === 'account_id')
        ? 'ref.account_orphan'
        : about?.role === 'lookup' && (CATEGORY_FIELDS as readonly string[]).includes(about.field ?? '')
          ? 'ref.value_orphan'
          : 'ref.unmatched',
  },
  unmatched_history: { rule: 'ref.history_orphan' },
  ambiguous_history: { rule: 'ref.history_orphan' },
  orders_waiting: { rule: 'order.waiting' },
  assumed_monthly: { rule: 'subscription.assumed' },
  unknown_subscription_status: { rule: 'subscription.assumed' },
  running_past_end: { rule: 'subscription.assumed' },
  price_not_per_seat: { rule: 'subscription.assumed' },
  unknown_interval: { rule: 'subscription.unknown_interval' },
  converted: { stays: said('rates_were_given') },
  without_rate: { stays: said('rates_are_missing') },
  nothing_fits: { stays: said('condition_fits_nothing') },
  value_not_there: { stays: said('condition_is_misspelt') },
  customers_joined: { stays: said('spellings_are_one_customer') },
  customers_merged: { stays: said('config_merges_customers') },
  customers_merge_unknown: { stays: said('config_is_of_many_files') },
  customers_from_orders: { stays: said('says_which_file') },
  orders_not_checked: { stays: said('orders_have_their_own_run') },
  orders_as_deals: { stays: said('orders_are_counted') },
};

/** The id of the rule that judges a warning; null where none does, or the user settled the matter. */
export function ruleOf({ code, about }: Pick<LoadWarning, 'code' | 'about'>): string | null {
  if (about?.settled === true) return null;
  const fate = FATES[code];
  if ('stays' in fate) return null;
  return typeof fate.rule === 'string' ? fate.rule : fate.rule(about);
}

function ofDates(field: string | undefined): boolean {
  return (DATE_FIELDS as readonly string[]).includes(field ?? '');
}
