import { UserError } from '../errors/user-error.js';
import { Declined } from './declined.js';
import { createFindingLog } from './findings.js';
import type { KernelParts } from './kernel/kernel.js';
import { sheetParts } from './kernel/sheet-kernel.js';
import { KernelStrings, type StringTable } from './kernel/sheet-strings.js';
import { SheetTable } from './kernel/sheet-table.js';
import type { OpenOptions, OpenTable, RawTable } from './raw-table.js';
import {
  bestSheet,
  missingSheets,
  openUnlessBlank,
  otherSheets,
  type SheetCandidate,
  sheetNamed,
} from './sheet-choice.js';
import type { SizeLimits } from './size-limits.js';
import { openRows, type RowSource } from './table.js';
import { createNumberTexts } from './xlsx-numbers.js';
import { partPieces, scanPieces, UNPACKED_PIECE, wholePart } from './xlsx-part.js';
import { SheetScanner } from './xlsx-sheet.js';
import { SharedStrings } from './xlsx-strings.js';
import { type XlsxWorkbook, xlsxWorkbook } from './xlsx-workbook.js';
import { type ZipEntry, zipClaimFault, zipEntries } from './zip.js';

/** A file that is in memory, as it is on disk. */
export interface XlsxInput {
  readonly bytes: Buffer;
  readonly sha256: string;
  /** Bytes unpacked at a time; for tests. */
  readonly pieceSize?: number;
  /** Bytes of a sheet and the shared strings from which the kernel reads them; for tests. */
  readonly kernelFrom?: number;
  readonly limits?: SizeLimits;
}

export interface XlsxFile extends XlsxInput {
  /** As the user named it. */
  readonly file: string;
  /** Reads a sheet in another way, should it turn out late that this reader cannot. */
  otherwise(sheet: string): Promise<OpenTable>;
}

/** The shared strings are kept in memory: more than this is left to nobody's patience. */
const MOST_STRINGS = 1024 ** 3;
/** Bytes unpacked from which the kernel repays its start (bench: 2,000 rows). */
const KERNEL_FROM = 1_000_000;
/** A row with a value has at least as many bytes: `<row><c><v>1</v></c></row>`. */
const SHORTEST_ROW = 26;

/**
 * Opens an .xlsx or .xlsm and chooses the sheet. Sheets are unpacked and read in pieces: the first rows of each to find
 * the one that is meant, then that one from the first row to the last when it is read. Null when the file is anything
 * that this reader does not know or trust, damage and bombs included.
 *
 * @throws UserError sheet_not_found, empty_file
 */
export async function openXlsx(input: XlsxFile, options: OpenOptions): Promise<OpenTable | null> {
  try {
    return await openSheets(input, await xlsxSheets(input, options.onProgress), options);
  } catch (cause) {
    if (cause instanceof Declined) return null;
    throw cause;
  }
}

/**
 * The rows of every sheet of an .xlsx, by its name, in the order of the tabs; with what is known of its size.
 *
 * @throws Declined
 */
export async function xlsxSheets(input: XlsxInput, onProgress?: OpenOptions['onProgress']): Promise<SheetSources> {
  const { bytes } = input;
  const entries = zipEntries(bytes);
  if (entries === null) throw new Declined('no directory');
  if (zipClaimFault(bytes, entries, input.limits) !== null) throw new Declined('an unfit archive');
  return sheetSources(input, await xlsxWorkbook(bytes, entries), onProgress);
}

/** Opens the sheet that is meant, of those that a reader of workbooks found. @throws UserError sheet_not_found, empty_file */
export async function openSheets(input: XlsxFile, sources: SheetSources, options: OpenOptions): Promise<OpenTable> {
  const { file } = input;
  const names = [...sources.keys()];
  const filled: string[] = [];
  for (const [name, { rows }] of sources) if (await hasRows(rows)) filled.push(name);
  const missing = missingSheets(names.filter((name) => sources.get(name)?.missing === true));

  const open = async (sheet: string, rows: RowSource): Promise<OpenTable> => {
    const about = { file, format: 'excel', sheet, encoding: 'utf-8', delimiter: null, sheets: names } as const;
    const table = await openRows(
      { ...about, rows, findings: [...missing, ...otherSheets(filled, sheet, options)] },
      options,
    );
    const reading = (read: (table: OpenTable) => Promise<RawTable>): Promise<RawTable> =>
      readOr(() => input.otherwise(sheet), table, read);
    return {
      ...table,
      read: (columns, values) => reading((opened) => opened.read(columns, values)),
      readWritten: () => reading((opened) => opened.readWritten()),
    };
  };
  if (options.sheet !== undefined) {
    const sheet = sheetNamed(file, names, options.sheet);
    return open(sheet, sources.get(sheet)?.rows ?? NO_ROWS);
  }
  const candidates: SheetCandidate[] = [];
  for (const [name, { rows, size }] of sources) {
    if (!filled.includes(name)) continue;
    const seen = observed(rows);
    const table = await openUnlessBlank(() => open(name, seen.rows));
    if (table !== null) candidates.push({ table, ...seen.bounds(size), count: () => countRows(rows) });
  }
  const best = await bestSheet(candidates, options);
  if (best === null) throw new UserError('empty_file', { file, sheet: null }, { file });
  return best;
}

async function readOr(
  otherwise: () => Promise<OpenTable>,
  table: OpenTable,
  read: (table: OpenTable) => Promise<RawTable>,
): Promise<RawTable> {
  try {
    return await read(table);
  } catch (cause) {
    if (!(cause instanceof Declined)) throw cause;
    return read(await otherwise());
  }
}

/** By name: the rows of a sheet, and how many bytes its part has unpacked. */
export type SheetSources = ReadonlyMap<string, SheetSource>;

interface SheetSource {
  readonly rows: RowSource;
  readonly size: number;
  /** It is listed, but not in the file. */
  readonly missing?: boolean;
}

/** Shared strings are read when the first sheet is. */
function sheetSources(input: XlsxInput, workbook: XlsxWorkbook, onProgress: OpenOptions['onProgress']): SheetSources {
  const { bytes, sha256, pieceSize = UNPACKED_PIECE, kernelFrom = KERNEL_FROM } = input;
  const numbers = createNumberTexts(workbook.formats, workbook.system);
  const shared = workbook.sharedStrings;
  const largest = Math.max(0, ...workbook.sheets.map(({ part }) => part?.size ?? 0));
  const isLarge = largest + (shared?.size ?? 0) >= kernelFrom;
  let loaded: Promise<LoadedStrings> | null = null;
  const strings = () => {
    loaded ??= loadStrings(bytes, shared, isLarge ? sheetParts() : null);
    return loaded;
  };
  // In bytes of the file, as if the sheet was all of it.
  const reading = (part: ZipEntry) => (packed: number) =>
    onProgress?.(Math.round((packed / part.packed) * bytes.length), bytes.length);
  const source = (part: ZipEntry): RowSource => ({
    raggedRows: false,
    slicedTexts: false,
    sha256: () => sha256,
    async contents(layout, score) {
      const { texts, table } = await strings();
      if (table === null) return null;
      try {
        const sheet = new SheetTable({ table, numbers, strings: texts }, layout, score, part.size);
        for await (const piece of partPieces(bytes, part, pieceSize, reading(part)))
          if (!sheet.feed(piece)) return null;
        // Nobody asks for them again, mostly: the memory that they stand in is let go with the table.
        loaded = null;
        return sheet.finish();
      } catch (error) {
        if (!isKernelStopped(error)) throw error;
        return null;
      }
    },
    async each(visit, log, width) {
      const { texts } = await strings();
      const scanner = new SheetScanner({ numbers, strings: texts, visit, log, width });
      let stopped = false;
      const scan = (piece: Buffer): number => {
        const used = scanner.scan(piece);
        if (used < 0) stopped = true;
        return used;
      };
      const whole = width > 0 && width !== Number.POSITIVE_INFINITY;
      await scanPieces(partPieces(bytes, part, pieceSize, whole ? reading(part) : undefined), scan);
      if (!stopped) scanner.finish();
    },
  });
  return new Map(
    workbook.sheets.map(({ name, part, missing }) => [
      name,
      part === null ? { rows: NO_ROWS, size: 0, missing } : { rows: source(part), size: part.size },
    ]),
  );
}

interface LoadedStrings {
  readonly texts: Pick<SharedStrings, 'text'>;
  /** Where they stand in the kernel's memory; null where it cannot have them. */
  readonly table: StringTable | null;
}

/** @param parts what a kernel runs on, where one is to read the sheets */
async function loadStrings(bytes: Buffer, part: ZipEntry | null, parts: KernelParts | null): Promise<LoadedStrings> {
  if (parts === null) {
    const texts = part === null ? NO_STRINGS : new SharedStrings(await wholePart(bytes, part, MOST_STRINGS));
    return { texts, table: null };
  }
  if (part !== null && part.size > MOST_STRINGS) throw new Declined(`${part.name} is too large`);
  try {
    const table = new KernelStrings(parts, part?.size ?? 0);
    if (part === null) return { texts: table, table };
    for await (const piece of partPieces(bytes, part)) table.feed(piece);
    return table.finish() ? { texts: table, table } : { texts: new SharedStrings(table.bytes()), table: null };
  } catch (error) {
    if (!isKernelStopped(error)) throw error;
    return loadStrings(bytes, part, null);
  }
}

/** Whether a kernel gave up, as it does when there is no more memory: then another reader reads all of it. */
function isKernelStopped(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError;
}

const NO_STRINGS: Pick<SharedStrings, 'text'> = {
  text: (index) => {
    throw new Declined(`no shared string ${index}`);
  },
};

/** A sheet that holds a chart. */
const NO_ROWS: RowSource = { raggedRows: false, slicedTexts: false, sha256: () => '', each: async () => {} };

async function hasRows(rows: RowSource): Promise<boolean> {
  let any = false;
  const visit = (cells: readonly string[]): boolean => {
    any ||= cells.length > 0;
    return !any;
  };
  await rows.each(visit, createFindingLog(), 0);
  return any;
}

async function countRows(rows: RowSource): Promise<number> {
  let count = 0;
  const visit = (cells: readonly string[]): boolean => {
    if (cells.length > 0) count++;
    return true;
  };
  await rows.each(visit, createFindingLog(), 0);
  return count;
}

/** The same rows, watched while the first of them are looked at. */
function observed(rows: RowSource): {
  readonly rows: RowSource;
  bounds(size: number): Pick<SheetCandidate, 'fewest' | 'most'>;
} {
  let seen = 0;
  let ended = false;
  let first = true;
  return {
    rows: {
      ...rows,
      async each(visit, log, width) {
        if (!first) return rows.each(visit, log, width);
        first = false;
        let stopped = false;
        const watch = (cells: readonly string[], row: number, line: number): boolean => {
          if (cells.length > 0) seen++;
          stopped = !visit(cells, row, line);
          return !stopped;
        };
        await rows.each(watch, log, width);
        ended = !stopped;
      },
    },
    bounds: (size) => ({ fewest: seen, most: ended ? seen : Math.ceil(size / SHORTEST_ROW) }),
  };
}
