import type { CategoryColumn } from '../model/column.js';

/** Ids that exports write for "none". */
const NO_ID = new Set(['0']);

const SEMICOLON = 0x3b;

/** `Accounts::::Ardent`, as vtiger writes a reference to a record of a module: the name follows the word. */
const REFERENCE = /^\s*\p{L}[\p{L}\p{N}_ ]*::::\s*/u;

/** Names without the module that a reference of vtiger puts before them; the given column where none has one. */
export function withoutModules(column: CategoryColumn): CategoryColumn {
  if (!column.values.some((value) => value.includes('::::'))) return column;
  return renamed(column, (value) => value.replace(REFERENCE, '').trim());
}

/** A category column with other texts for its values; what becomes equal is one value. */
function renamed(column: CategoryColumn, rename: (value: string) => string): CategoryColumn {
  const values = [''];
  const index = new Map<string, number>([['', 0]]);
  const codeOf = column.values.map((value) => {
    const name = rename(value);
    let code = index.get(name);
    if (code === undefined) {
      code = values.push(name) - 1;
      index.set(name, code);
    }
    return code;
  });
  return { codes: column.codes.map((code) => codeOf[code] ?? 0), values };
}

/**
 * Cells that name several companies (`8001;8002`, `Alpha GmbH;Beta AG`), as HubSpot and others join them: the first
 * is the primary one, and the deal's customer. `several` counts the rows.
 */
export function firstCompany(column: CategoryColumn): { readonly column: CategoryColumn; readonly several: number } {
  if (!holdsSemicolon(column)) return { column, several: 0 };
  const joined = column.values.map((value) => value.split(';').filter((part) => part.trim() !== '').length > 1);
  let several = 0;
  for (const code of column.codes) if (joined[code]) several++;
  const first = (value: string): string => (value.split(';').find((part) => part.trim() !== '') ?? '').trim();
  return { column: renamed(column, first), several };
}

/** Whether any text has one: of texts that stand as bytes none is made for it. */
function holdsSemicolon(column: CategoryColumn): boolean {
  const written = column.unmade?.texts;
  if (written === undefined) return column.values.some((value) => value.includes(';'));
  const { bytes, offsets, length } = written;
  return bytes.subarray(offsets[0], offsets[length]).includes(SEMICOLON);
}

/** Account ids without the ones that stand for "none". */
export function realIds(column: CategoryColumn): CategoryColumn {
  const none = column.values.map((value) => NO_ID.has(value));
  if (!none.includes(true)) return column;
  return { values: column.values, codes: column.codes.map((code) => (none[code] ? 0 : code)) };
}
