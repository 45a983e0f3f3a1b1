import type { WorkBook, WorkSheet } from 'xlsx';
import { UserError } from '../errors/user-error.js';
import type { Damage } from '../locale/damage.js';
import { type ByteSource, readWhole } from './bytes.js';
import { Declined } from './declined.js';
import { createDecoder } from './decode.js';
import { type Encoding, encodingOfDamagedText, encodingOfStart, namedEncoding } from './encoding.js';
import { endingCall, isTimeout } from './ending-call.js';
import type { DateSystem } from './excel-cell.js';
import { openOds } from './ods.js';
import type { OpenOptions, OpenTable, ReadFinding } from './raw-table.js';
import { bestSheet, openUnlessBlank, otherSheets, type SheetCandidate, sheetNamed } from './sheet-choice.js';
import { filledRows, sheetRows } from './sheet-rows.js';
import { type SizeLimits, sizeLimits } from './size-limits.js';
import { openRows } from './table.js';
import { openXlsx } from './xlsx.js';
import { xlsxWorkbook } from './xlsx-workbook.js';
import { DECLARATION, ZIP_AGAIN, ZIP_LIMITS, type ZipEntry, zipEntries, zipFault } from './zip.js';

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
  const { file } = source;
  const { bytes, sha256 } = await readWhole(source, kind === 'zip' ? ZIP_AGAIN : ZIP_LIMITS.ratio);
  const withSheetJs = (sheet?: string): Promise<OpenTable> =>
    openWithSheetJs({ file, bytes, sha256 }, kind, options, sheet);
  if (kind === 'zip') {
    const input = { file, bytes, sha256, limits: source.limits, otherwise: withSheetJs };
    const table = (await openXlsx(input, options)) ?? (await openOds(input, options));
    if (table !== null) return table;
  }
  options.onProgress?.(source.size ?? bytes.length, source.size);
  return withSheetJs();
}

/**
 * The reader of every other format, of what `openXlsx` declines, and the reference that tests compare with.
 *
 * @param chosen the sheet to read where the caller has chosen it already
 * @throws UserError as `openWorkbook`
 */
export async function openWithSheetJs(
  { file, bytes, sha256 }: { readonly file: string; readonly bytes: Buffer; readonly sha256: string },
  kind: 'zip' | 'ole2' | 'markup',
  options: OpenOptions,
  chosen: string | undefined = options.sheet,
): Promise<OpenTable> {
  if (kind === 'zip') guardArchive(file, bytes, sizeLimits(options.maxSize));
  const encoding = kind === 'markup' ? await markupEncoding(bytes, options.encoding) : WORKBOOK_ENCODING;
  const sheetjs = await import('xlsx');
  // Workbooks of Excel 95 and older hold text in code pages.
  if (kind === 'ole2') sheetjs.set_cptable(await import('xlsx/dist/cpexcel.full.mjs'));
  const input = kind === 'markup' ? markupText(file, bytes, encoding.name) : bytes;
  const workbook = parseWorkbook(sheetjs, file, input);
  const system: DateSystem = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const sheets = workbook.SheetNames;
  const counts = new Map(sheets.map((name) => [name, filledRows(workbook.Sheets[name] ?? {})]));
  const filled = sheets.filter((name) => (counts.get(name) ?? 0) > 0);

  const guesses: ReadFinding[] = encoding.guessed
    ? [
        {
          code: encoding.unknown ? 'encoding_unknown' : 'encoding_guessed',
          count: 1,
          places: [],
          detail: encoding.name,
        },
      ]
    : [];

  const open = (sheet: string): Promise<OpenTable> => {
    const rows = sheetRows(workbookSheet(workbook, file, sheet), system, sheetjs.SSF.is_date, sha256);
    const about = { file, format: 'excel', sheet, encoding: encoding.name, delimiter: null, sheets } as const;
    return openRows({ ...about, rows, findings: [...guesses, ...otherSheets(filled, sheet, options)] }, options);
  };
  if (chosen !== undefined) return open(sheetNamed(file, sheets, chosen));
  const without = kind === 'zip' ? await sheetsWithoutCells(bytes) : [];
  for (const name of sheets) if (!without.includes(name)) workbookSheet(workbook, file, name);
  const candidates: SheetCandidate[] = [];
  for (const name of filled) {
    const rows = counts.get(name) ?? 0;
    const table = await openUnlessBlank(() => open(name));
    if (table !== null) candidates.push({ table, fewest: rows, most: rows, count: async () => rows });
  }
  const best = await bestSheet(candidates, options);
  if (best !== null) return best;
  if (kind === 'markup') throw new UserError('not_a_table', { file, looksLike: 'web_page' }, { file });
  throw new UserError('empty_file', { file, sheet: null }, { file });
}

/** Workbooks say themselves how they write text. */
const WORKBOOK_ENCODING: Encoding = { name: 'utf-8', guessed: false };

/** The archive is no workbook, is encrypted, or is unfit to be unpacked. */
function guardArchive(file: string, bytes: Buffer, limits: SizeLimits): void {
  const entries = zipEntries(bytes);
  if (entries === null) {
    throw damagedWorkbook(file, { code: 'ends_early', args: {} });
  }
  const fault = zipFault(bytes, entries, limits);
  if (fault?.kind === 'encrypted') throw new UserError('encrypted_workbook', { file }, { file });
  if (fault !== null) throw damagedWorkbook(file, fault.reason);
  if (!entries.some(isWorkbookPart)) {
    throw new UserError('not_a_table', { file, looksLike: 'zip' }, { file });
  }
}

/** Whether an entry of an archive says that the archive is a workbook. */
export function isWorkbookPart({ name }: ZipEntry): boolean {
  return /(^|[\\/])workbook\d*\.(xml|bin)$|^[\\/]*content\.xml$|^encrypted-package$|^Index([\\/]|\.zip$)/i.test(name);
}

async function markupEncoding(bytes: Buffer, named?: string): Promise<Encoding> {
  async function* all() {
    yield bytes;
  }
  return named === undefined ? (encodingOfStart(bytes) ?? encodingOfDamagedText(all())) : namedEncoding(named);
}

function markupText(file: string, bytes: Buffer, encoding: string): string {
  const text = createDecoder(encoding)(bytes, true);
  if (text.includes('<!ENTITY')) throw damagedWorkbook(file, DECLARATION);
  return text;
}

/**
 * SheetJS reads counts from the file and believes them: a damaged .xls makes it loop until the memory is full. Sound
 * files take 0.15 s per MB here; a slow machine is given twenty times that, a busy one more (ending-call.ts).
 */
const TIME_LIMIT = { base: 3000, perMegabyte: 3000 };

function parseWorkbook(sheetjs: SheetJs, file: string, input: Buffer | string): WorkBook {
  const read = (): WorkBook =>
    sheetjs.read(input, {
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
  try {
    return endingCall(read, TIME_LIMIT.base + Math.ceil((input.length / 1e6) * TIME_LIMIT.perMegabyte));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (isTimeout(cause)) throw damagedWorkbook(file, { code: 'endless', args: {} }, cause);
    if (typeof input === 'string' && /<table>|html/i.test(message)) {
      throw new UserError('not_a_table', { file, looksLike: 'web_page' }, { file }, { cause });
    }
    if (/password|encrypt/i.test(message)) throw new UserError('encrypted_workbook', { file }, { file }, { cause });
    throw damagedWorkbook(file, causeOf(cause, message), cause);
  }
}

/**
 * What SheetJS says of a file where it means to say something ("Unsupported ZIP file"). Where it stumbles over damaged
 * bytes, Node speaks of the reader's own code ("reading 'charAt'"), which helps nobody; --verbose shows it.
 */
function causeOf(cause: unknown, message: string): Damage {
  const own = cause instanceof Error && cause.constructor === Error;
  return own ? { code: 'reader_says', args: { message } } : { code: 'parts_do_not_fit', args: {} };
}

/** Names of sheets that are listed and have no cells: charts, dialogs, modules of macros. */
async function sheetsWithoutCells(bytes: Buffer): Promise<string[]> {
  try {
    const { sheets } = await xlsxWorkbook(bytes, zipEntries(bytes) ?? []);
    return sheets.filter(({ part }) => part === null).map(({ name }) => name);
  } catch (cause) {
    if (cause instanceof Declined) return [];
    throw cause;
  }
}

function workbookSheet(workbook: WorkBook, file: string, name: string): WorkSheet {
  const sheet = workbook.Sheets[name];
  // SheetJS leaves out a sheet that it could not read, without a word.
  if (sheet === undefined) {
    throw damagedWorkbook(file, { code: 'sheet_damaged', args: { sheet: name } });
  }
  return sheet;
}

function damagedWorkbook(file: string, reason: Damage, cause?: unknown): UserError {
  return new UserError('damaged_workbook', { file, reason }, { file }, { cause });
}
