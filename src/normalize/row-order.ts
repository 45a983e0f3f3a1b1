import { type CategoryColumn, type CodedNumbers, categoryAt, numbersIn, type RatioColumn } from '../model/column.js';
import type { DealColumns } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../model/fields.js';
import { OPEN } from '../model/outcome.js';
import { cellText, type TextColumn } from '../model/text-column.js';

type Columns = Partial<Omit<DealColumns, 'customer'>>;

/**
 * What decides between two rows with one id, the first that differs: the newer day of modification; closed before open;
 * the later closing, stage change or activity, creation; the file given later; the greater amount; any other cell.
 */
export type OrderRule =
  | 'modified'
  | 'closed'
  | 'closing'
  | 'activity'
  | 'created'
  | 'file'
  | 'amount'
  | 'content'
  | 'equal';

/** Which of two rows with the same id counts. */
export interface RowOrder {
  /** Positive where row `a` counts before row `b`; 0 only where they are equal in every field. */
  compare(a: number, b: number): number;
  /** What decides between them. */
  rule(a: number, b: number): OrderRule;
}

/** Fields that the first rules look at, and what says nothing of a row itself. */
const LOOKED_AT = new Set<string>([
  'id',
  'modified_at',
  'outcome',
  'closed_at',
  'stage_changed_at',
  'last_activity',
  'created_at',
  'amount',
]);

/**
 * The order of rows that share an id, by what they hold: the order they stand in never decides, so that the same rows
 * give the same figures however they are sorted. `fileOf` is the place of each row's file among those given.
 */
export function rowOrder(columns: Columns, fileOf?: Uint16Array): RowOrder {
  type Compare = (a: number, b: number) => number;
  const numbers = (column: ArrayLike<number> | CodedNumbers | undefined): Compare => {
    if (column === undefined) return () => 0;
    const valueAt = numbersIn(column);
    // A missing day is the smallest number there is; a missing amount none at all.
    return (a, b) => {
      const [x, y] = [valueAt(a), valueAt(b)];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
      return x - y;
    };
  };
  const { outcome } = columns;
  const either = (first: Compare, second: Compare): Compare => {
    return (a, b) => first(a, b) || second(a, b);
  };
  const others = (Object.keys(DEAL_FIELDS) as DealFieldName[])
    .filter((field) => !LOOKED_AT.has(field) && columns[field] !== undefined)
    .map((field): Compare => {
      const { kind } = DEAL_FIELDS[field];
      const column = columns[field];
      if (kind === 'category') return texts((row) => categoryAt(column as CategoryColumn, row));
      if (kind === 'text') return texts((row) => cellText(column as TextColumn, row).trim());
      return numbers(column as RatioColumn);
    });
  const content: Compare = (a, b) => {
    for (const compare of others) {
      const order = compare(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
  const rules: readonly (readonly [OrderRule, Compare])[] = [
    ['modified', numbers(columns.modified_at)],
    ['closed', (a, b) => (outcome === undefined ? 0 : Number(outcome[a] !== OPEN) - Number(outcome[b] !== OPEN))],
    ['closing', numbers(columns.closed_at)],
    ['activity', either(numbers(columns.stage_changed_at), numbers(columns.last_activity))],
    ['created', numbers(columns.created_at)],
    ['file', numbers(fileOf)],
    ['amount', numbers(columns.amount)],
    ['content', either(numbers(outcome), content)],
  ];
  return {
    compare(a, b) {
      for (const [, compare] of rules) {
        const order = compare(a, b);
        if (order !== 0) return order;
      }
      return 0;
    },
    rule(a, b) {
      return rules.find(([, compare]) => compare(a, b) !== 0)?.[0] ?? 'equal';
    },
  };
}

/** Filled before empty, then the first by the alphabet's codes. */
function texts(at: (row: number) => string): (a: number, b: number) => number {
  return (a, b) => {
    const [x, y] = [at(a), at(b)];
    if (x === y) return 0;
    if (x === '' || y === '') return x === '' ? -1 : 1;
    return x < y ? 1 : -1;
  };
}
