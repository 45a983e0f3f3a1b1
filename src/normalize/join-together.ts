import type { CategoryColumn } from '../model/column.js';
import type { Join } from './join.js';
import type { ReadTable } from './read-table.js';

/** A table, or several customers files together, and how they hang on the deals. */
export interface JoinedFiles {
  /** Names of the files, as the user gave them. */
  readonly file: string;
  readonly join: Join | null;
}

/** The first of the columns that has a value, row by row. They are of one length. */
export function firstFilled(columns: readonly CategoryColumn[]): CategoryColumn | undefined {
  const [first, ...rest] = columns;
  if (first === undefined || rest.length === 0) return first;
  const values = [''];
  const index = new Map<string, number>([['', 0]]);
  const codes = new Uint32Array(first.codes.length);
  for (const column of columns) {
    const codeOf = column.values.map((value) => {
      const code = index.get(value) ?? values.push(value) - 1;
      index.set(value, code);
      return code;
    });
    column.codes.forEach((code, row) => {
      if (codes[row] === 0) codes[row] = codeOf[code] ?? 0;
    });
  }
  return { codes, values };
}

/**
 * Several customers files that hang on the same column of the deals are one list of customers: a deal is unmatched
 * where none of them has its value. `counts` says which rows are deals.
 */
export function joinedFiles(
  joins: readonly { readonly table: ReadTable; readonly join: Join | null }[],
  counts: (row: number) => boolean,
): JoinedFiles[] {
  const groups = new Map<string, { readonly table: ReadTable; readonly join: Join }[]>();
  const result: JoinedFiles[] = [];
  for (const { table, join } of joins) {
    if (join === null || table.plan.role !== 'customers') {
      result.push({ file: table.plan.head.file, join });
      continue;
    }
    const group = groups.get(join.dealColumn);
    if (group === undefined) groups.set(join.dealColumn, [{ table, join }]);
    else group.push({ table, join });
  }
  for (const group of groups.values()) {
    const file = group.map(({ table }) => table.plan.head.file).join(', ');
    const [first] = group;
    if (first === undefined) continue;
    result.push({
      file,
      join:
        group.length === 1
          ? first.join
          : together(
              group.map(({ join }) => join),
              counts,
            ),
    });
  }
  return result;
}

function together(joins: readonly Join[], counts: (row: number) => boolean): Join | null {
  const [first] = joins;
  if (first === undefined) return null;
  const rowOf = first.rowOf.slice();
  for (const join of joins) {
    join.rowOf.forEach((row, deal) => {
      if ((rowOf[deal] ?? -1) < 0) rowOf[deal] = row;
    });
  }
  const { codes, values } = first.on;
  const missing = new Set<number>();
  let unmatchedDeals = 0;
  codes.forEach((code, deal) => {
    if (code === 0 || (rowOf[deal] ?? -1) >= 0 || !counts(deal)) return;
    unmatchedDeals++;
    missing.add(code);
  });
  return { ...first, rowOf, unmatchedDeals, unmatchedValues: [...missing].map((code) => values[code] ?? '').sort() };
}
