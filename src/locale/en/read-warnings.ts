import { inRows, many, number } from './words.js';

/** Rows or cells of a file: how many, and the first of them as a spreadsheet counts. */
interface Found {
  readonly file: string;
  readonly count: number;
  readonly rows: readonly number[];
}
interface Detail {
  readonly file: string;
  readonly detail: string;
}

/** What the reader of a file saw. */
export const READ_WARNINGS = {
  row_too_long: ({ file, count, rows }: Found) =>
    `${file}: ${many(count, 'row has', 'rows have')} more cells than the header; the cells beyond it were left out${inRows(rows, count)}.`,
  row_too_short: ({ file, count, rows }: Found) =>
    `${file}: ${many(count, 'row has', 'rows have')} fewer cells than the header; what is missing counts as empty${inRows(rows, count)}.`,
  row_mended: ({ file, count, rows }: Found) =>
    `${file}: ${many(count, 'row has', 'rows have')} another number of cells than the others and ${count === 1 ? 'was' : 'were'} mended in the only way that fits the columns${inRows(rows, count)}; a delimiter inside a cell was not quoted, or a cell is missing.`,
  row_unclear: ({ file, count, rows }: Found) =>
    `${file}: ${many(count, 'row has', 'rows have')} another number of cells than the others and ${count === 1 ? 'was' : 'were'} left out${inRows(rows, count)}: it is open which cell belongs to which column (quote cells that hold the delimiter).`,
  stray_quote: ({ file, count, rows }: Found) =>
    `${file}: ${many(count, 'cell holds', 'cells hold')} a quote where none belongs, kept as text${inRows(rows, count)}.`,
  unterminated_quote: ({ file, count, rows }: Found) =>
    `${file}: a quote is opened and never closed${inRows(rows, count)}; the row was read up to its line end.`,
  encoding_guessed: ({ file, detail }: Detail) =>
    `${file}: the text is not UTF-8; it was read as ${detail} (--encoding says otherwise).`,
  encoding_unknown: ({ file, detail }: Detail) =>
    `${file}: the text is in none of the encodings that kpi knows by its bytes; it was read as ${detail}, and letters beyond ASCII may be wrong (--encoding says which it is).`,
  encoding_damage: ({ file, count, rows, encoding }: Found & { readonly encoding: string }) =>
    `${file}: ${many(count, 'place is', 'places are')} no valid text in ${encoding}${inRows(rows, count)}.`,
  formula_without_value: ({ file, count, rows }: Found) =>
    `${file}: ${many(count, 'formula carries no calculated value and counts', 'formulas carry no calculated value and count')} as empty${inRows(rows, count)}; open and save the workbook once.`,
  cell_error: ({ file, count, rows, detail }: Found & Detail) =>
    `${file}: ${many(count, 'cell holds', 'cells hold')} a spreadsheet error such as ${detail}${inRows(rows, count)}.`,
  other_sheets: ({ file, sheet, detail }: Detail & { readonly sheet: string }) =>
    `${file}: the sheet "${sheet}" was read; other sheets hold data, too: ${detail} (--sheet chooses).`,
  sheet_missing: ({ file, count, detail }: Detail & { readonly count: number }) =>
    `${file}: the workbook lists ${count === 1 ? 'a sheet that is' : `${number(count)} sheets that are`} not in the file: ${detail}.`,
  other_tables: ({ file, detail }: Detail) =>
    `${file}: the file holds more than one table; the rows of the others were left out: ${detail} (a file of its own for each lets them be read).`,
  duplicate_header: ({ file, detail }: Detail) => `${file}: columns with the same name: ${detail}.`,
  nul_bytes: ({ file, count, rows }: Found) =>
    `${file}: ${many(count, 'NUL byte was', 'NUL bytes were')} left out${inRows(rows, count)}.`,
} as const;
