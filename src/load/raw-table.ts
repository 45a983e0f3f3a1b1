import type { RowPlaces } from '../model/row-places.js';
import type { SpareRoom } from '../model/shared-memory.js';
import type { StoredValues } from '../model/stored-values.js';
import type { TextColumn } from '../model/text-column.js';
import type { SecondThread } from './second-thread.js';

/**
 * The table as text, by column, before any meaning is given to it. CSV and Excel readers both build it; the rest of
 * the program cannot tell them apart. Only columns that somebody asked for are filled.
 */
export interface RawTable {
  readonly head: TableHead;
  /** Data rows kept (blank rows, repeated headers and footers are in `skipped`). */
  readonly size: number;
  /** By column index of `head.columns`; undefined where the column was not asked for. */
  readonly columns: readonly (TextColumn | undefined)[];
  /** Where the data rows stand in the file. */
  readonly places: RowPlaces;
  /** Rows below the header that are no records, by reason. `rows` counts all; `places` names the first few. */
  readonly skipped: readonly SkippedRows[];
  /** What the reader saw that a person should know: cells beyond the header, a lone quote, damaged text. */
  readonly findings: readonly ReadFinding[];
  /** Where the table was asked for as it is written. */
  readonly written?: WrittenParts;
  /** SHA-256 of the file's bytes as they are on disk, hexadecimal. */
  readonly sha256: string;
  /** Room in the memory that the table was read into, where that has some. */
  readonly spare?: SpareRoom;
  /** Where another thread still takes the checksum while the table is used: then `sha256` is empty. */
  readonly laterSha256?: Promise<string>;
}

/** What stands in the file beside the cells of the columns. */
export interface WrittenParts {
  /** The header's cells, as they are written; none without a header. Two rows of it are joined. */
  readonly header: readonly string[];
  /** Cells behind the last column, by data row, where one of them is filled. */
  readonly beyond: ReadonlyMap<number, readonly string[]>;
}

/** What is known before the whole table is read. */
export interface TableHead {
  /** As the user named it; `-` for standard input. */
  readonly file: string;
  readonly format: 'csv' | 'excel';
  readonly sheet: string | null;
  readonly encoding: string;
  /** Null for workbooks. */
  readonly delimiter: string | null;
  /** Headers in file order; blank ones are named `Column 3`, repeated ones get ` #2`. */
  readonly columns: readonly string[];
  /** Row of the header, as `RowPlaces.rows` counts; 0 when the file has none and columns were named by position. */
  readonly headerRow: number;
  /** Rows above the header (titles, filters), as text, at most ten. */
  readonly preamble: readonly string[];
  /** The first data rows, one array of cells per row, for recognition by content. At most 200. */
  readonly sample: readonly (readonly string[])[];
  /** Names of all sheets, hidden ones included; empty for CSV. */
  readonly sheets: readonly string[];
}

export interface SkippedRows {
  readonly reason: SkipReason;
  readonly rows: number;
  /** The first rows, at most 20, as `RowPlaces.rows` counts. */
  readonly places: readonly number[];
}

/** Why a row is no record: rows below the header, and all rows of other tables. Codes are part of the JSON contract (`sources[].skipped[].reason`). */
export type SkipReason =
  | 'blank row'
  | 'repeated header'
  | 'footer'
  | 'total row'
  | 'note row'
  | 'other table'
  | 'row width';

export interface ReadFinding {
  readonly code:
    | 'row_too_long'
    | 'row_too_short'
    | 'row_mended'
    | 'row_unclear'
    | 'stray_quote'
    | 'unterminated_quote'
    | 'encoding_guessed'
    | 'encoding_unknown'
    | 'encoding_damage'
    | 'formula_without_value'
    | 'cell_error'
    | 'other_sheets'
    | 'sheet_missing'
    | 'other_tables'
    | 'duplicate_header'
    | 'nul_bytes';
  /** How many rows or cells. */
  readonly count: number;
  /** The first rows, at most 20. */
  readonly places: readonly number[];
  /** The physical lines where they start, one for each; 0 = not known. Left out: none is known, as in workbooks. */
  readonly lines?: readonly number[];
  /** A detail for the message, such as the encoding or the sheet names. */
  readonly detail: string;
}

/** Kinds of values that cells may be stored as. Of placed days, the times stay in a large file. */
export type ValueKind = StoredValues['kind'] | 'placed_days';

/** A table that was opened: its head is known, its columns are read on request. */
export interface OpenTable {
  readonly head: TableHead;
  /**
   * Reads the whole table and fills the given column indexes (all when omitted). May be called more than once.
   *
   * @param values what columns are for: those whose cells are that may be stored as it, and their texts made again
   */
  read(columns?: ReadonlySet<number>, values?: ReadonlyMap<number, ValueKind>): Promise<RawTable>;
  /** Reads all columns with every cell as it stands: no row is mended or left out for its width, cells behind the last column are kept. */
  readWritten(): Promise<RawTable>;
}

export interface OpenOptions {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** The most bytes of a packed or endless input that are read, unpacked. */
  readonly maxSize?: number;
  /**
   * How many of the cells are known column names, 0…1: the caller's knowledge of CRMs, used to find the header row
   * and the right sheet. The reader itself knows no names.
   */
  readonly headerScore?: (cells: readonly string[]) => number;
  /** What a row of a sheet with these columns is worth, 0…1; without it, what its header is. */
  readonly sheetScore?: (columns: readonly string[]) => number;
  /** Progress of long reads: bytes read so far, and in total where known. */
  readonly onProgress?: (bytes: number, total: number | null) => void;
  /** Another thread, which reads a part of a large file and then waits for other work; one of its own when left out. */
  readonly thread?: SecondThread;
  /**
   * What this thread does before it reads rows: it is called when another one has begun with a part of the file, or when
   * none will, and waited for.
   */
  readonly meanwhile?: () => Promise<void>;
}
