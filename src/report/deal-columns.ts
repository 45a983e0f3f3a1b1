/** The columns that a list of deals may have: fields, the days that a deal is open or overdue, and columns of the files. */
import { UserError } from '../errors/user-error.js';
import { foldText } from '../locale/fold.js';
import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';
import { type CivilDay, isoDay, NO_DAY } from '../model/civil-day.js';
import { type CategoryColumn, categoryAt, numbersIn, type RatioColumn, type TextColumn } from '../model/column.js';
import type { DealField, Deals } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName, type FieldKind } from '../model/fields.js';
import { OPEN, OUTCOMES } from '../model/outcome.js';
import { cellText } from '../model/text-column.js';

export type CellValue = string | number | boolean | null;

export interface DealColumn {
  /** A field's name, or a column's own header. */
  readonly name: string;
  readonly title: Text;
  readonly kind: FieldKind;
  /** Days as ISO texts; null where the cell is empty. */
  readonly cellOf: (row: number) => CellValue;
}

/** Columns that no file has: they follow from the others. */
const MADE = {
  outcome: { title: { en: 'Outcome', fa: 'نتیجه' }, kind: 'category' },
  customer: { title: { en: 'Customer', fa: 'مشتری' }, kind: 'category' },
  days_open: { title: { en: 'Days open', fa: 'روزهای باز بودن' }, kind: 'number' },
  days_overdue: { title: { en: 'Days overdue', fa: 'روزهای گذشته از سررسید' }, kind: 'number' },
} as const satisfies Record<string, { readonly title: Text; readonly kind: FieldKind }>;

/** Every name that a column may have, whatever the files. */
export const COLUMN_NAMES: readonly string[] = [...Object.keys(DEAL_FIELDS), ...Object.keys(MADE)];

/** Whether a column follows from others, and stands in no file. */
export function isMade(name: string): boolean {
  return Object.hasOwn(MADE, name);
}

/** A name as it was typed: a field by its name or its title in either language, else a header. */
export function columnMeant(typed: string): string {
  if (COLUMN_NAMES.includes(typed)) return typed;
  const folded = foldText(typed);
  const named = Object.entries({ ...DEAL_FIELDS, ...MADE }).find(
    ([name, { title }]) => foldText(name) === folded || foldText(title.en) === folded || foldText(title.fa) === folded,
  );
  return named?.[0] ?? typed;
}

/** What columns are made with: the deals, and the day on which they are open or overdue. */
export interface ColumnSource {
  readonly deals: Deals;
  /** Null where no day is known. */
  readonly day: CivilDay | null;
}

/**
 * The columns of the given names (fields, titles, headers).
 * @throws UserError `unknown_column` (exit 2)
 */
export function dealColumns(names: readonly string[], source: ColumnSource, option: string): DealColumn[] {
  return names.map((typed) => {
    const found = dealColumn(columnMeant(typed), source) ?? dealColumn(typed, source);
    if (found !== null) return found;
    const columns = [...COLUMN_NAMES.filter((name) => isThere(name, source.deals)), ...source.deals.extra.keys()];
    throw new UserError('unknown_column', { column: typed, option, suggestion: suggest(typed, columns), columns });
  });
}

function isThere(name: string, deals: Deals): boolean {
  if (name === 'outcome') return true;
  if (name === 'days_open') return deals.has('created_at');
  if (name === 'days_overdue') return deals.has('expected_close');
  return deals.has(name as DealField);
}

/** A column by its name; null where the files do not have it. */
export function dealColumn(name: string, { deals, day }: ColumnSource): DealColumn | null {
  const own = deals.extra.get(name);
  if (own !== undefined) {
    return { name, title: { en: name, fa: name }, kind: 'category', cellOf: (row) => categoryAt(own, row) || null };
  }
  if (!COLUMN_NAMES.includes(name) || !isThere(name, deals)) return null;
  const made = MADE[name as keyof typeof MADE];
  if (made !== undefined) return { name, ...made, cellOf: madeCell(name as keyof typeof MADE, deals, day) };
  const field = name as DealFieldName;
  const { title, kind } = DEAL_FIELDS[field];
  return { name, title, kind, cellOf: fieldCell(deals.column(field), kind) };
}

function madeCell(name: keyof typeof MADE, deals: Deals, day: CivilDay | null): DealColumn['cellOf'] {
  const outcome = deals.column('outcome');
  const [created, closed, expected] = [
    deals.column('created_at'),
    deals.column('closed_at'),
    deals.column('expected_close'),
  ];
  /** Open at the day: closed later, or not yet. */
  const isOpen = (row: number): boolean => {
    const ended = closed[row] as number;
    return outcome[row] === OPEN || (day !== null && ended !== NO_DAY && ended > day);
  };
  switch (name) {
    case 'outcome':
      return (row) => OUTCOMES[outcome[row] as number] ?? null;
    case 'customer': {
      const customer = deals.column('customer');
      return (row) => categoryAt(customer, row) || null;
    }
    case 'days_open':
      return (row) => {
        const since = created[row] as number;
        return day === null || since === NO_DAY || since > day || !isOpen(row) ? null : day - since;
      };
    default:
      return (row) => {
        const due = expected[row] as number;
        return day === null || due === NO_DAY || due >= day || !isOpen(row) ? null : day - due;
      };
  }
}

function fieldCell(column: unknown, kind: FieldKind): DealColumn['cellOf'] {
  switch (kind) {
    case 'category':
      return (row) => categoryAt(column as CategoryColumn, row) || null;
    case 'text':
      return (row) => cellText(column as TextColumn, row) || null;
    case 'day':
      return (row) => {
        const day = (column as Int32Array)[row] as number;
        return day === NO_DAY ? null : isoDay(day);
      };
    case 'boolean':
      return (row) => {
        const flag = (column as Int8Array)[row];
        return flag === undefined || flag < 0 ? null : flag === 1;
      };
    default: {
      const numberAt = numbersIn(column as RatioColumn);
      return (row) => {
        const value = numberAt(row);
        return Number.isNaN(value) ? null : value;
      };
    }
  }
}

/** What a reader wants to see of deals that wait, and of others. */
const WAITING = [
  ...['id', 'name', 'account', 'owner', 'product', 'stage', 'amount', 'currency'],
  ...['created_at', 'days_open', 'expected_close', 'days_overdue', 'next_activity'],
];
const OTHERS = [
  ...['id', 'name', 'account', 'owner', 'product', 'stage', 'outcome', 'amount', 'currency'],
  ...['created_at', 'closed_at'],
];

/** The columns shown unless asked otherwise: those that the listed deals fill. */
export function usualColumns(source: ColumnSource, rows: Uint32Array, isWaiting: boolean): DealColumn[] {
  const columns = (isWaiting ? WAITING : OTHERS).flatMap((name) => dealColumn(name, source) ?? []);
  return columns.filter(({ cellOf }) => rows.length === 0 || rows.some((row) => cellOf(row) !== null));
}

/**
 * Rows by a column: numbers, days and words in their order, empty cells last, equal ones in the order of the files.
 */
export function sortRows(rows: Uint32Array, { cellOf }: DealColumn, direction: 'asc' | 'desc'): Uint32Array {
  const sign = direction === 'asc' ? 1 : -1;
  const keyed = Array.from(rows, (row, at) => ({ row, at, value: cellOf(row) }));
  keyed.sort((a, b) => {
    if (a.value === b.value) return a.at - b.at;
    if (a.value === null) return 1;
    if (b.value === null) return -1;
    return a.value < b.value ? -sign : sign;
  });
  return Uint32Array.from(keyed, ({ row }) => row);
}
