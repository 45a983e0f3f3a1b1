import type { CategoryColumn } from '../model/column.js';

/** Ids that exports write for "none". */
const NO_ID = new Set(['0']);

/**
 * Cells that name several companies (`8001;8002`, `Alpha GmbH;Beta AG`), as HubSpot and others join them: the first
 * is the primary one, and the deal's customer. `several` counts the rows.
 */
export function firstCompany(column: CategoryColumn): { readonly column: CategoryColumn; readonly several: number } {
  if (!column.values.some((value) => value.includes(';'))) return { column, several: 0 };
  const values = [''];
  const index = new Map<string, number>([['', 0]]);
  const codeOf = column.values.map((value) => {
    const first = (value.split(';').find((part) => part.trim() !== '') ?? '').trim();
    let code = index.get(first);
    if (code === undefined) {
      code = values.push(first) - 1;
      index.set(first, code);
    }
    return code;
  });
  const joined = column.values.map((value) => value.split(';').filter((part) => part.trim() !== '').length > 1);
  let several = 0;
  const codes = column.codes.map((code) => {
    if (joined[code]) several++;
    return codeOf[code] ?? 0;
  });
  return { column: { codes, values }, several };
}

/** Account ids without the ones that stand for "none". */
export function realIds(column: CategoryColumn): CategoryColumn {
  const none = column.values.map((value) => NO_ID.has(value));
  if (!none.includes(true)) return column;
  return { values: column.values, codes: column.codes.map((code) => (none[code] ? 0 : code)) };
}
