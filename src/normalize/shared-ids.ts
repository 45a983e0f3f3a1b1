import { lineColumns } from '../crm/line-columns.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn } from '../model/column.js';
import type { DealColumns } from '../model/deals.js';
import { LOST, WON } from '../model/outcome.js';
import { cellText, haveSameText, type TextColumn } from '../model/text-column.js';
import type { Repeat } from './dedupe.js';
import type { ReadTable } from './read-table.js';

type Columns = Partial<Omit<DealColumns, 'customer'>>;

/** What rows that share an id are, as the user says: lines of one deal, versions of it, or deals of their own. */
export type RepeatedIds = 'lines' | 'newest' | 'all';

/** Of the ids whose rows differ, at least this share must be lines or used again: then the table has such rows. */
const MANY = 0.5;
/** Rows that differ in amount and closing alone are versions as well; so many ids, and so many of all, are lines. */
const FEWEST_ALIKE = 3;
const ALIKE_SHARE = 0.1;

/** How an id's rows hang together. `alike`: nothing but amount and closing tell them apart. */
type Kind = 'same' | 'versions' | 'lines' | 'alike' | 'reused';

/** What is asked of the rows of all tables. */
export interface RowFacts {
  readonly columns: Columns;
  /** The customer of every row. */
  readonly customer: CategoryColumn | undefined;
}

/** Rows that share an id, and are not versions of one record. */
export interface SharedIds {
  /** By id, then by deal. */
  readonly parts: number[][][];
  /** Rows that are equal in every cell that was read to another one with their id. */
  readonly equal: readonly Repeat[];
}

/**
 * The rows that share an id without being one record at different times, each id's in parts: rows that agree about
 * customer, outcome and name are lines of one deal, other parts are deals of their own. In `groups` are the rows of
 * each id that stands in several rows of the table. Null where most ids that differ look like versions of a record.
 *
 * Two facts of a record never change, or hardly: the day it was created, and its customer together with its name. Where
 * they differ, with the amount, product, closing or outcome, the id was used again. Where customer and outcome agree
 * and the product differs, the rows are lines; also where the amount differs and the day of creation does, or where the
 * amounts and closings of closed deals differ for many ids.
 */
export function sharedIds(
  table: ReadTable,
  start: number,
  groups: readonly (readonly number[])[],
  facts: RowFacts,
): SharedIds | null {
  const kindOf = kinds(table, start, facts);
  const found = groups.map((rows) => kindOf(rows));
  const count = (kind: Kind): number => found.filter((one) => one === kind).length;
  const differing = groups.length - count('same');
  const ids = table.raw.size - groups.reduce((sum, rows) => sum + rows.length - 1, 0);
  const alike = count('alike');
  const many = alike >= FEWEST_ALIKE && alike >= ids * ALIKE_SHARE;
  const chosen = count('lines') + count('reused') + (many ? alike : 0);
  if (chosen === 0 || chosen < differing * MANY) return null;
  const factsOf = rowCells(table, start);
  const equals = sameCells(table, start);
  const equal: Repeat[] = [];
  const parts = groups.flatMap((rows, index) => {
    const kind = found[index];
    if (kind !== 'lines' && kind !== 'reused' && !(kind === 'alike' && many)) return [];
    const [one = 0, other = 0] = rows;
    if (rows.length === 2) {
      if (!equals(one, other)) return [partsOf(rows, facts)];
      equal.push({ kept: one, dropped: other });
      return [partsOf([one], facts)];
    }
    const first = new Map<string, number>();
    const unlike = rows.filter((row) => {
      const cells = factsOf(row);
      const kept = first.get(cells);
      if (kept === undefined) first.set(cells, row);
      else equal.push({ kept, dropped: row });
      return kept === undefined;
    });
    return [partsOf(unlike, facts)];
  });
  return { parts, equal };
}

/**
 * The rows of one id in parts that agree about customer, outcome and name: in one part, they are lines of one deal. An
 * empty cell agrees with the only name that the others have.
 */
export function partsOf(rows: readonly number[], { columns, customer }: RowFacts): number[][] {
  const { outcome, name } = columns;
  const [first = 0, second = 0] = rows;
  // Most ids stand in two rows: those have one outcome and no two customers or names, or are parts of their own.
  if (rows.length === 2) {
    const [a, b] = [customer?.codes[first] ?? 0, customer?.codes[second] ?? 0];
    const alike = (a === b || a === 0 || b === 0) && (outcome?.[first] ?? 0) === (outcome?.[second] ?? 0);
    return alike && isNamedAlike(name, first, second) ? [[first, second]] : [[first], [second]];
  }
  const names = name === undefined ? [] : rows.map((row) => cellText(name, row).trim());
  const customers = customer === undefined ? [] : rows.map((row) => customer.codes[row] ?? 0);
  const [onlyName, onlyCustomer] = [onlyOne(names, ''), onlyOne(customers, 0)];
  const parts = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const key = `${customers[index] || onlyCustomer},${outcome?.[row] ?? 0},${names[index] || onlyName}`;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [row]);
    else part.push(row);
  });
  return [...parts.values()];
}

function isNamedAlike(name: TextColumn | undefined, a: number, b: number): boolean {
  if (name === undefined) return true;
  const [x, y] = [cellText(name, a).trim(), cellText(name, b).trim()];
  return x === y || x === '' || y === '';
}

/** The only value that there is beside the missing one; the missing one where there are several. */
function onlyOne<T>(values: readonly T[], missing: T): T {
  const distinct = new Set(values.filter((value) => value !== missing));
  const [only] = distinct;
  return distinct.size === 1 && only !== undefined ? only : missing;
}

function kinds(table: ReadTable, start: number, { columns, customer }: RowFacts): (rows: readonly number[]) => Kind {
  const { name, amount, outcome, created_at: created, closed_at: closed, expected_close: expected } = columns;
  const products = productColumns(table);
  const numbers = (column: ArrayLike<number> | undefined, missing: number) => (rows: readonly number[]) =>
    column !== undefined && differ(rows, (row) => valueOr(column[row], missing), missing);
  const differs = {
    customer: numbers(customer?.codes, 0),
    amount: numbers(amount, Number.NaN),
    outcome: numbers(outcome, -1),
    created: numbers(created, NO_DAY),
    closed: numbers(closed, NO_DAY),
    expected: numbers(expected, NO_DAY),
    modified: numbers(columns.modified_at, NO_DAY),
  };
  const known = (column: ArrayLike<number> | undefined, missing: number, rows: readonly number[]): boolean =>
    column !== undefined && rows.some((row) => valueOr(column[row], missing) !== missing);
  const texts = (column: TextColumn, offset: number, rows: readonly number[]): boolean =>
    differ(rows, (row) => cellText(column, row - offset).trim(), '');
  return (rows) => {
    const product = products.some((column) => texts(column, start, rows));
    // Names may have to be read: mostly the numbers tell.
    const named = onceAsked(() => name !== undefined && texts(name, 0, rows));
    const [priced, closing, ended] = [differs.amount(rows), differs.closed(rows), differs.outcome(rows)];
    const created_ = differs.created(rows);
    const facts = [product, priced, closing || differs.expected(rows), ended].filter(Boolean).length;
    if (facts === 0 && !created_ && !named()) return 'same';
    const modified = differs.modified(rows);
    const someoneElse = differs.customer(rows);
    const hasName = (): boolean => name !== undefined && rows.some((row) => cellText(name, row).trim() !== '');
    const isAnother = (): boolean => created_ || (!modified && named());
    const isTold = (): boolean => known(created, NO_DAY, rows) || hasName();
    if (someoneElse)
      return isAnother() ? (facts > 0 ? 'reused' : 'versions') : facts < 2 || isTold() ? 'versions' : 'reused';
    // Without the customer, or with the same one, another name and day of creation are another deal.
    if (created_ && priced && (named() || (!known(customer?.codes, 0, rows) && !hasName()))) return 'reused';
    if (modified || named()) return 'versions';
    if (product && (priced || !ended)) return 'lines';
    if (ended || !priced) return 'versions';
    if (created_) return 'lines';
    const over = outcome !== undefined && rows.every((row) => outcome[row] === WON || outcome[row] === LOST);
    return closing && over ? 'alike' : 'versions';
  };
}

/** What a question is answered with, which is found when it is first asked. */
function onceAsked(find: () => boolean): () => boolean {
  let answer: boolean | undefined;
  return () => {
    answer ??= find();
    return answer;
  };
}

/** A number that can be compared with the one for "missing": NaN is unequal to itself. */
function valueOr(value: number | undefined, missing: number): number | string {
  if (value === undefined || value === missing || Number.isNaN(value)) return missing;
  return value;
}

/** Whether two of the rows have different values, apart from those where it is missing. */
function differ<T>(rows: readonly number[], at: (row: number) => T, missing: T): boolean {
  let known: T | undefined;
  for (const row of rows) {
    const value = at(row);
    if (Object.is(value, missing)) continue;
    if (known === undefined) known = value;
    else if (known !== value) return true;
  }
  return false;
}

/** How many and how dear: what a record may change without becoming another product. */
const MEASURES = /quantity|qty|price|amount|total|تعداد|قیمت|مبلغ/i;

/** The columns that say which product a row is of. */
function productColumns({ plan, raw, mapping }: ReadTable): TextColumn[] {
  const { columns: headers } = plan.head;
  const wanted = new Set(lineColumns(headers).filter((column) => !MEASURES.test(headers[column] ?? '')));
  const product = mapping.fields.get('product')?.column;
  if (product !== undefined) wanted.add(product);
  return [...wanted].flatMap((column) => raw.columns[column] ?? []);
}

/** Whether two rows are equal in every cell that was read. */
function sameCells({ raw }: ReadTable, start: number): (a: number, b: number) => boolean {
  const columns = raw.columns.filter((column) => column !== undefined);
  // Numbers tell most rows apart before a text is made.
  const coded = columns.filter(({ kind }) => kind === 'dictionary');
  const ordered = [...coded, ...columns.filter(({ kind }) => kind === 'plain')];
  return (a, b) => ordered.every((column) => haveSameText(column, a - start, b - start));
}

/** The cells of a row that were read, as one text. */
function rowCells({ raw }: ReadTable, start: number): (row: number) => string {
  const columns = raw.columns.filter((column) => column !== undefined);
  return (row) =>
    columns
      .map((column) =>
        column.kind === 'dictionary' ? column.codes[row - start] : JSON.stringify(cellText(column, row - start)),
      )
      .join(',');
}
