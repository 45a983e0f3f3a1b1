import type { AnySaid } from '../locale/said.js';
import type { Lang } from '../locale/text.js';
import { lineAt, type RowPlaces, sheetRowAt } from '../model/row-places.js';
import { cellText, type TextColumn } from '../model/text-column.js';
import { messageEntry, type Tool } from './documents.js';
import type { RawDocument, RawRow } from './schema.js';
import { SCHEMA_VERSION } from './schema-version.js';

/** A table as it was read, whoever read it. */
export interface ReadTableText {
  readonly head: {
    readonly file: string;
    readonly sheet: string | null;
    readonly encoding: string;
    readonly delimiter: string | null;
    readonly headerRow: number;
    readonly preamble: readonly string[];
    readonly columns: readonly string[];
  };
  readonly size: number;
  readonly columns: readonly (TextColumn | undefined)[];
  readonly places: RowPlaces;
  /** What stands in the file beside the cells of the columns. */
  readonly written?: { readonly header: readonly string[]; readonly beyond: ReadonlyMap<number, readonly string[]> };
  readonly skipped: readonly { readonly reason: string; readonly rows: number; readonly places: readonly number[] }[];
}

/** The table before any meaning is given to it. Rows are made as they are asked for, so that a large one is never whole. */
export function buildRaw(
  table: ReadTableText,
  context: { readonly lang: Lang; readonly tool: Tool; readonly warnings: readonly AnySaid[] },
): RawDocument {
  const { file, sheet, encoding, delimiter, headerRow, preamble } = table.head;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: context.tool,
    file,
    sheet,
    encoding,
    delimiter,
    headerRow,
    preamble: [...preamble],
    columns: [...(table.written?.header ?? [])],
    rows: { [Symbol.iterator]: () => rowsOf(table) },
    skipped: table.skipped.map(({ reason, rows, places }) => ({ reason, rows, places: [...places] })),
    warnings: context.warnings.map((warning) => messageEntry(warning, context.lang)),
  };
}

function* rowsOf({ size, columns, places, written }: ReadTableText): Generator<RawRow, void, undefined> {
  for (let index = 0; index < size; index++) {
    const line = lineAt(places, index);
    yield {
      row: sheetRowAt(places, index),
      line: line === 0 ? null : line,
      cells: [
        ...columns.map((column) => (column === undefined ? '' : cellText(column, index))),
        ...(written?.beyond.get(index) ?? []),
      ],
    };
  }
}
