import type { RawTable, ReadFinding, TableHead } from '../load/raw-table.js';
import type { READ_WARNINGS } from '../locale/en/read-warnings.js';
import { type Said, said } from '../locale/said.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { warning } from './warning.js';

/** Rows named in a sentence. */
const LISTED = 5;

/** Findings that are about rows or cells; the others are about the file. */
const COUNTED: ReadonlySet<string> = new Set([
  ...['stray_quote', 'encoding_damage', 'formula_without_value', 'cell_error', 'nul_bytes'],
  ...['row_too_long', 'row_too_short', 'row_mended', 'row_unclear'],
]);

/** What the reader of a file saw that a person should know. */
export function readWarnings(file: string, { findings, head }: Pick<RawTable, 'findings' | 'head'>): LoadWarning[] {
  return findings.map((finding) => {
    const { code, count, places, lines = [] } = finding;
    const rows = places.map((row, index) => ({ row, line: lines[index] || null }));
    const counted = COUNTED.has(code) ? { count, rows } : {};
    return warning(saidOf(file, finding, head), { file, sheet: head.sheet, ...counted });
  });
}

function saidOf(
  file: string,
  { code, count, places, detail }: ReadFinding,
  { sheet, encoding }: TableHead,
): Said<keyof typeof READ_WARNINGS> {
  const found = { file, count, rows: places.slice(0, LISTED) };
  switch (code) {
    case 'encoding_damage':
      return said(code, { ...found, encoding });
    case 'cell_error':
      return said(code, { ...found, detail });
    case 'other_sheets':
      return said(code, { file, sheet: sheet ?? '', detail });
    case 'sheet_missing':
      return said(code, { file, count, detail });
    case 'encoding_guessed':
    case 'encoding_unknown':
    case 'other_tables':
    case 'duplicate_header':
      return said(code, { file, detail });
    default:
      return said(code, found);
  }
}
