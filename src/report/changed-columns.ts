/** The columns of a list of deals that changed: their names, what a deal has in them, and how they are sorted. */
import type { ComparedPair, Comparison } from '../analysis/snapshots/compare.js';
import { CLASSES, MOVE_BIT, MOVES } from '../analysis/snapshots/definition.js';
import { UserError } from '../errors/user-error.js';
import { CHANGE_CLASS_NAMES } from '../locale/deal-changes.js';
import { foldText } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';
import { NO_DAY } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { DEAL_FIELDS, type FieldKind } from '../model/fields.js';
import { OPEN } from '../model/outcome.js';
import { dealColumn } from './deal-columns.js';

type Cell = string | number | null;

export interface ChangedColumn {
  /** As `--sort` takes it and CSV heads it: what the newer export says has the name of its field, so that kpi reads it. */
  readonly name: string;
  /** Of a deal in the document. */
  readonly key: string;
  readonly title: Text;
  readonly kind: FieldKind;
}

const OUTCOME: Text = { en: 'Outcome', fa: 'نتیجه' };

export const CHANGED_COLUMNS = [
  { name: 'class', key: 'class', kind: 'category', title: { en: 'Class', fa: 'دسته' } },
  { name: 'moves', key: 'moves', kind: 'text', title: { en: 'Moves', fa: 'جابه‌جایی‌ها' } },
  { name: 'id', key: 'id', kind: 'text', title: DEAL_FIELDS.id.title },
  { name: 'name', key: 'name', kind: 'text', title: DEAL_FIELDS.name.title },
  { name: 'account', key: 'account', kind: 'text', title: DEAL_FIELDS.account.title },
  { name: 'owner_before', key: 'before.owner', kind: 'text', title: { en: 'Owner before', fa: 'مسئول قبلی' } },
  { name: 'owner', key: 'owner', kind: 'text', title: DEAL_FIELDS.owner.title },
  { name: 'stage_before', key: 'before.stage', kind: 'text', title: { en: 'Stage before', fa: 'مرحله‌ی قبلی' } },
  { name: 'stage', key: 'after.stage', kind: 'text', title: DEAL_FIELDS.stage.title },
  {
    name: 'outcome_before',
    key: 'before.outcome',
    kind: 'category',
    title: { en: 'Outcome before', fa: 'نتیجه‌ی قبلی' },
  },
  { name: 'outcome', key: 'after.outcome', kind: 'category', title: OUTCOME },
  { name: 'amount_before', key: 'before.amount', kind: 'money', title: { en: 'Amount before', fa: 'مبلغ قبلی' } },
  { name: 'amount', key: 'after.amount', kind: 'money', title: DEAL_FIELDS.amount.title },
  { name: 'amount_change', key: 'amountChange', kind: 'money', title: { en: 'Change', fa: 'تغییر مبلغ' } },
  { name: 'currency_before', key: 'before.currency', kind: 'text', title: { en: 'Currency before', fa: 'ارز قبلی' } },
  { name: 'currency', key: 'after.currency', kind: 'text', title: DEAL_FIELDS.currency.title },
  {
    name: 'close_date_before',
    key: 'before.closeDate',
    kind: 'day',
    title: { en: 'Close date before', fa: 'تاریخ بستن قبلی' },
  },
  { name: 'close_date', key: 'after.closeDate', kind: 'day', title: { en: 'Close date', fa: 'تاریخ بستن' } },
  { name: 'days_moved', key: 'daysMoved', kind: 'number', title: { en: 'Days later', fa: 'روز تعویق' } },
  { name: 'times_pushed', key: 'timesPushed', kind: 'number', title: { en: 'Times later', fa: 'دفعات تعویق' } },
  { name: 'file_before', key: 'before.file', kind: 'text', title: { en: 'File before', fa: 'فایل قبلی' } },
  { name: 'sheet_before', key: 'before.sheet', kind: 'text', title: { en: 'Sheet before', fa: 'برگه‌ی قبلی' } },
  { name: 'row_before', key: 'before.row', kind: 'number', title: { en: 'Row before', fa: 'سطر قبلی' } },
  { name: 'file', key: 'after.file', kind: 'text', title: { en: 'File', fa: 'فایل' } },
  { name: 'sheet', key: 'after.sheet', kind: 'text', title: { en: 'Sheet', fa: 'برگه' } },
  { name: 'row', key: 'after.row', kind: 'number', title: { en: 'Row', fa: 'سطر' } },
] as const satisfies readonly ChangedColumn[];

export type ChangedName = (typeof CHANGED_COLUMNS)[number]['name'];

/** Every name that `--sort` takes. */
export const CHANGED_SORTS: readonly string[] = CHANGED_COLUMNS.map(({ name }) => name);

/**
 * A column by its name (`amount_change`, `amount-change`) or its title in either language.
 * @throws UserError `unknown_column` (exit 2)
 */
export function changedColumn(typed: string): (typeof CHANGED_COLUMNS)[number] {
  const asked = bare(typed);
  const found = CHANGED_COLUMNS.find(({ name, title }) =>
    [name, title.en, title.fa].some((one) => bare(one) === asked),
  );
  if (found !== undefined) return found;
  throw new UserError('unknown_column', {
    column: typed,
    option: '--sort',
    suggestion: suggest(typed, CHANGED_SORTS),
    columns: [...CHANGED_SORTS],
  });
}

/** Without what names are written apart with. */
function bare(text: string): string {
  return foldText(text).replaceAll(/[-_ \u200c()]/g, '');
}

/** What a deal has in every column, by its position in the comparison. */
export type ChangedCells = { readonly [N in ChangedName]: (at: number) => Cell };

/** The columns of a comparison; nothing is made before it is asked for. */
export function changedCells(pair: ComparedPair, { money, timesPushed }: Comparison): ChangedCells {
  const { compared, before, after } = pair;
  const { old, now, classOf, moves } = compared;
  const sides = [sideOf(before, money, old), sideOf(after, money, now)] as const;
  const [was, is] = sides;
  /** As the newest export that has the deal says. */
  const newest = (field: 'id' | 'name' | 'account' | 'owner') => (at: number) =>
    ((now[at] as number) >= 0 ? is : was)[field](at);
  return {
    class: (at) => CHANGE_CLASS_NAMES[classOf[at] as number] ?? null,
    moves: (at) => movesOf(moves[at] as number).join(' ') || null,
    id: newest('id'),
    name: newest('name'),
    account: newest('account'),
    owner_before: was.owner,
    owner: newest('owner'),
    stage_before: was.stage,
    stage: is.stage,
    outcome_before: was.outcome,
    outcome: is.outcome,
    amount_before: was.amount,
    amount: is.amount,
    amount_change: (at) => {
      const [row, rowNow] = [old[at] as number, now[at] as number];
      if (row < 0 || rowNow < 0 || before.amounts.bucket[row] !== after.amounts.bucket[rowNow]) return null;
      const units = (after.amounts.units[rowNow] as number) - (before.amounts.units[row] as number);
      return Number.isNaN(units) ? null : money.amount(units, after.amounts.bucket[rowNow] as number);
    },
    currency_before: was.currency,
    currency: is.currency,
    close_date_before: was.closeDate,
    close_date: is.closeDate,
    days_moved: (at) => {
      if (((moves[at] as number) & (MOVE_BIT.slipped | MOVE_BIT.pulled_in)) === 0) return null;
      const [from, to] = [was.due[old[at] as number] as number, is.due[now[at] as number] as number];
      return from === NO_DAY || to === NO_DAY ? null : to - from;
    },
    times_pushed: (at) => ((now[at] as number) < 0 ? null : timesPushed(now[at] as number)),
    file_before: was.file,
    sheet_before: was.sheet,
    row_before: was.row,
    file: is.file,
    sheet: is.sheet,
    row: is.row,
  };
}

/** The moves of bits, in their order. */
export function movesOf(bits: number): (typeof MOVES)[number][] {
  return MOVES.filter((move) => (bits & MOVE_BIT[move]) !== 0);
}

function sideOf(
  { snapshot: { deals }, amounts }: ComparedPair['before'],
  money: Comparison['money'],
  rows: Int32Array,
) {
  const source = { deals, day: null };
  const field = (name: DealField) => {
    const cellOf = dealColumn(name, source)?.cellOf ?? (() => null);
    return onRow((row) => cellOf(row) as Cell);
  };
  /** Null of a deal that this side does not have. */
  const onRow = (of: (row: number) => Cell) => (at: number) => {
    const row = rows[at] as number;
    return row < 0 ? null : of(row);
  };
  const [outcome, due] = [deals.column('outcome'), deals.column('expected_close')];
  const [open, closed] = [field('expected_close'), field('closed_at')];
  const [account, accountId] = [field('account'), field('account_id')];
  return {
    due,
    id: field('id'),
    name: field('name'),
    account: (at: number) => account(at) ?? accountId(at),
    owner: field('owner'),
    stage: field('stage'),
    outcome: field('outcome'),
    amount: onRow((row) => {
      const units = amounts.units[row] as number;
      return Number.isNaN(units) ? null : money.amount(units, amounts.bucket[row] as number);
    }),
    currency: onRow((row) => money.currencies[amounts.bucket[row] as number] || null),
    closeDate: (at: number) => (outcome[rows[at] as number] === OPEN ? open(at) : closed(at)),
    file: onRow((row) => deals.place(row).file),
    sheet: onRow((row) => deals.place(row).sheet),
    row: onRow((row) => deals.place(row).row),
  };
}

/** Positions by a column: numbers, days and words in their order, empty cells last, equal ones as they are. */
export function sortChanged(
  positions: Uint32Array,
  cellOf: (at: number) => Cell,
  direction: 'asc' | 'desc',
): Uint32Array {
  const sign = direction === 'asc' ? 1 : -1;
  const keyed = Array.from(positions, (at) => ({ at, value: cellOf(at) }));
  // Sorting is stable.
  keyed.sort((a, b) => {
    if (a.value === b.value) return 0;
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return a.value < b.value ? -sign : sign;
  });
  return Uint32Array.from(keyed, ({ at }) => at);
}

/** The class of a position. */
export function classAt({ compared: { classOf } }: ComparedPair, at: number): (typeof CLASSES)[number] {
  return CLASSES[classOf[at] as number] as (typeof CLASSES)[number];
}
