import type { PresetDefinition } from '../crm/definition.js';
import { ARCHIVED_COLUMNS, DELETED_COLUMNS, DELETED_WORDS, KEPT_WORDS } from '../crm/deleted-columns.js';
import { headerKey } from '../crm/header.js';
import { foldText } from '../locale/fold.js';
import { WON } from '../model/outcome.js';
import { parseFlag } from './parse/number.js';
import type { TableReader } from './table-reader.js';

/** Rows that a column says are in the bin. */
export interface DeletedRows {
  readonly column: number;
  readonly value: string;
  readonly rows: readonly number[];
  readonly archived: boolean;
}

/** Share of a column's filled cells that must be yes, no or a date. */
const UNDERSTOOD = 0.8;
const A_DATE = /\d{4}[-/.年]\s?\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|^\d{10}(?:\d{3})?$/;

/**
 * Rows in the bin by a column that any CRM may have (`is_deleted`, `Deleted At`, «حذف شده»), where the preset has no
 * mark of its own for it. A column of that name that mostly holds something else says nothing, nor do dates that most
 * rows have (the day on which a record is to be deleted), nor an archive that most won deals have gone to.
 */
export function deletedRows(
  reader: TableReader,
  headers: readonly string[],
  preset: PresetDefinition,
  mapped: ReadonlySet<number>,
  outcome: Uint8Array,
): DeletedRows[] {
  const own = new Set((preset.marks ?? []).flatMap(({ column }) => column.map(headerKey)));
  const binned = new Set(DELETED_COLUMNS.map(headerKey));
  const archives = new Set(ARCHIVED_COLUMNS.map(headerKey));
  return headers.flatMap((header, column): DeletedRows[] => {
    const key = headerKey(header);
    const archived = archives.has(key);
    if (own.has(key) || mapped.has(column) || !(archived || binned.has(key))) return [];
    const found = markedIn(reader, column);
    if (found === null || found.rows.length === 0) return [];
    if (archived && holdsMostWins(found.rows, outcome)) return [];
    return [{ column, archived, ...found }];
  });
}

function markedIn(reader: TableReader, column: number): Pick<DeletedRows, 'value' | 'rows'> | null {
  const { codes, values } = reader.as(column, 'category');
  const says = Int8Array.from(values, saysDeleted);
  const counts = { [KEPT]: 0, [BINNED]: 0, [DATED]: 0, [OTHER]: 0, [EMPTY]: 0 };
  const rows: number[] = [];
  for (let row = 0; row < codes.length; row++) {
    const one = says[codes[row] as number] as keyof typeof counts;
    counts[one]++;
    if (one === BINNED || one === DATED) rows.push(row);
  }
  const filled = codes.length - counts[EMPTY];
  if (counts[OTHER] > (1 - UNDERSTOOD) * filled || counts[DATED] * 2 > codes.length) return null;
  const [first] = rows;
  return { rows, value: first === undefined ? '' : (values[codes[first] as number] ?? '') };
}

const [KEPT, BINNED, DATED, OTHER, EMPTY] = [0, 1, 2, 3, 4] as const;
const YES = new Set(DELETED_WORDS.map(foldText));
const NO = new Set(KEPT_WORDS.map(foldText));

function saysDeleted(value: string): number {
  if (value === '') return EMPTY;
  const folded = foldText(value);
  if (NO.has(folded)) return KEPT;
  if (YES.has(folded)) return BINNED;
  const flag = parseFlag(value);
  if (flag === null) return EMPTY;
  if (flag !== undefined) return flag ? BINNED : KEPT;
  return A_DATE.test(folded) ? DATED : OTHER;
}

function holdsMostWins(rows: readonly number[], outcome: Uint8Array): boolean {
  let wins = 0;
  for (const one of outcome) if (one === WON) wins++;
  return rows.filter((row) => outcome[row] === WON).length * 2 > wins;
}
