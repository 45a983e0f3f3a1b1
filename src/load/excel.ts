import type { WorkBook, WorkSheet } from 'xlsx';
import { UserError } from '../errors/user-error.js';
import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';
import { type ByteSource, readWhole } from './bytes.js';
import { createDecoder } from './decode.js';
import { encodingOfDamagedText, encodingOfStart } from './encoding.js';
import { type DateSystem, type ExcelCell, excelText } from './excel-cell.js';
import type { FindingLog } from './findings.js';
import type { OpenOptions, OpenTable, ReadFinding } from './raw-table.js';
import { openRows, type RowSource } from './table.js';
import { type ZipEntry, zipEntries, zipFault } from './zip.js';

type SheetJs = typeof import('xlsx');

/**
 * Opens a workbook: .xlsx, .xlsm, .xlsb, .ods, .xls, or a web page that calls itself .xls, and chooses the sheet.
 *
 * @throws UserError damaged_workbook, encrypted_workbook, sheet_not_found, empty_file, not_a_table
 */
export async function openWorkbook(
  source: ByteSource,
  kind: 'zip' | 'ole2' | 'markup',
  options: OpenOptions,
): Promise<OpenTable> {
  const { bytes, sha256 } = await readWhole(source);
  options.onProgress?.(source.size ?? bytes.length, source.size);
  if (kind === 'zip') guardArchive(source.file, bytes);
  const sheetjs = await import('xlsx');
  // Workbooks of Excel 95 and older hold text in code pages.
  if (kind === 'ole2') sheetjs.set_cptable(await import('xlsx/dist/cpexcel.full.mjs'));
  const input = kind === 'markup' ? await markupText(bytes, options.encoding) : bytes;
  const workbook = parseWorkbook(sheetjs, source.file, input);
  const system: DateSystem = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;

  const open = (sheet: string): Promise<OpenTable> => {
    const { file } = source;
    const rows = sheetRows(workbookSheet(workbook, file, sheet), system, sheetjs.SSF.is_date, sha256);
    const sheets = workbook.SheetNames;
    const about = { file, format: 'excel', sheet, encoding: 'utf-8', delimiter: null, sheets } as const;
    return openRows({ ...about, rows, findings: otherSheets(workbook, sheet) }, options);
  };
  if (options.sheet !== undefined) return open(sheetNamed(workbook, source.file, options.sheet));
  return bestSheet(workbook, source.file, open, options);
}

/** The archive is no workbook, is encrypted, or is unfit to be unpacked. */
function guardArchive(file: string, bytes: Buffer): void {
  const entries = zipEntries(bytes);
  if (entries === null) {
    throw damagedWorkbook(file, { en: 'it ends early or is damaged', fa: 'ناتمام یا آسیب‌دیده است' });
  }
  const fault = zipFault(bytes, entries);
  if (fault?.kind === 'encrypted') throw new UserError('encrypted_workbook', { file }, { file });
  if (fault !== null) throw damagedWorkbook(file, fault.reason);
  if (!entries.some(isWorkbookPart)) {
    throw new UserError('not_a_table', { file, looksLike: { en: 'a ZIP archive', fa: 'بایگانی ZIP' } }, { file });
  }
}

function isWorkbookPart({ name }: ZipEntry): boolean {
  return /(^|\/)workbook\d*\.(xml|bin)$|^content\.xml$|^Index(\/|\.zip$)/i.test(name);
}

async function markupText(bytes: Buffer, named?: string): Promise<string> {
  async function* all() {
    yield bytes;
  }
  const encoding = named ?? encodingOfStart(bytes)?.name ?? (await encodingOfDamagedText(all())).name;
  return createDecoder(encoding)(bytes, true);
}

function parseWorkbook(sheetjs: SheetJs, file: string, input: Buffer | string): WorkBook {
  try {
    return sheetjs.read(input, {
      type: typeof input === 'string' ? 'string' : 'buffer',
      // Rows as arrays of cells; numbers as they are, with their formats, and cells without a value.
      dense: true,
      cellDates: false,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: true,
      sheetStubs: true,
      raw: true,
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (/password|encrypt/i.test(message)) throw new UserError('encrypted_workbook', { file }, { file }, { cause });
    throw damagedWorkbook(file, { en: `the reader says "${message}"`, fa: `پیام خواننده: «${message}»` }, cause);
  }
}

function workbookSheet(workbook: WorkBook, file: string, name: string): WorkSheet {
  const sheet = workbook.Sheets[name];
  // SheetJS leaves out a sheet that it could not read, without a word.
  if (sheet === undefined) {
    throw damagedWorkbook(file, { en: `its sheet "${name}" is damaged`, fa: `برگه‌ی «${name}» آسیب دیده است` });
  }
  return sheet;
}

function damagedWorkbook(file: string, reason: Text, cause?: unknown): UserError {
  return new UserError('damaged_workbook', { file, reason }, { file }, { cause });
}

function sheetNamed(workbook: WorkBook, file: string, sheet: string): string {
  const sheets = workbook.SheetNames;
  const wanted = sheet.trim().toLowerCase();
  const found = sheets.find((name) => name === sheet) ?? sheets.find((name) => name.trim().toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new UserError('sheet_not_found', { file, sheet, sheets, suggestion: suggest(sheet, sheets) }, { file });
}

/** The sheet with the most rows under a header that is known to the caller; of equals, the first. Hidden ones count. */
async function bestSheet(
  workbook: WorkBook,
  file: string,
  open: (sheet: string) => Promise<OpenTable>,
  options: OpenOptions,
): Promise<OpenTable> {
  let best: OpenTable | null = null;
  let highest = -1;
  for (const name of workbook.SheetNames) {
    const rows = filledRows(workbookSheet(workbook, file, name));
    if (rows === 0) continue;
    const table = await open(name);
    const known = options.headerScore?.(table.head.columns) ?? 0;
    const score = rows * (UNKNOWN_HEADER + known);
    if (score > highest) {
      best = table;
      highest = score;
    }
  }
  if (best === null) throw new UserError('empty_file', { file, sheet: null }, { file });
  return best;
}

/** What a header without a known name is worth: a long list of products does not beat a short list of deals. */
const UNKNOWN_HEADER = 0.001;

function otherSheets(workbook: WorkBook, chosen: string): ReadFinding[] {
  const others = workbook.SheetNames.filter(
    (name) => name !== chosen && filledRows(workbook.Sheets[name] ?? {}) > 0,
  );
  if (others.length === 0) return [];
  return [{ code: 'other_sheets', count: others.length, places: [], detail: others.join(', ') }];
}

type DenseRow = readonly (ExcelCell | undefined)[];

/** The rows that exist. The range a sheet claims to have is not looked at: it may be the whole grid. */
function denseRows(sheet: WorkSheet): readonly (DenseRow | undefined)[] {
  return (sheet['!data'] as (DenseRow | undefined)[] | undefined) ?? [];
}

function filledRows(sheet: WorkSheet): number {
  let filled = 0;
  for (const row of denseRows(sheet)) if (row?.some((cell) => cell !== undefined && cell.t !== 'z')) filled++;
  return filled;
}

/** Blank rows are given, and counted, between records; a gap longer than this is the empty grid of the program. */
const LONGEST_GAP = 1000;

function sheetRows(
  sheet: WorkSheet,
  system: DateSystem,
  isDate: (format: string) => boolean,
  sha256: string,
): RowSource {
  return {
    raggedRows: false,
    sha256: () => sha256,
    async each(visit, log, width) {
      const data = denseRows(sheet);
      let last = -1;
      for (let index = 0; index < data.length; index++) {
        const row = data[index];
        if (row === undefined) continue;
        const cells = cellTexts(row, index + 1, width, log);
        if (cells.length === 0) continue;
        if (index - last <= LONGEST_GAP) {
          for (let blank = last + 1; blank < index; blank++) if (!visit([], blank + 1, 0)) return;
        }
        last = index;
        if (!visit(cells, index + 1, 0)) return;
      }
    },
  };

  function cellTexts(row: DenseRow, number: number, width: number, log: FindingLog): string[] {
    const cells: string[] = [];
    const read = (cell: ExcelCell | undefined, column: number): void => {
      if (cell === undefined) return;
      if (cell.t === 'e') log.add('cell_error', number);
      if (cell.t === 'z' && cell.f !== undefined) log.add('formula_without_value', number);
      const text = excelText(cell, system, isDate);
      if (text === '') return;
      while (cells.length < column) cells.push('');
      cells.push(text);
    };
    const end = Math.min(row.length, width, WIDEST);
    for (let column = 0; column < end; column++) read(row[column], column);
    // Cells beyond the table: only that there is one matters, and only those that exist are looked at.
    if (row.length > end) {
      const beyond = Object.keys(row).find((key) => Number(key) >= end && row[Number(key)]?.t !== 'z');
      if (beyond !== undefined) read(row[Number(beyond)], end);
    }
    return cells;
  }
}

/** Columns read while the width of the table is not known yet. */
const WIDEST = 2000;
