import { runInNewContext } from 'node:vm';
import type { WorkBook, WorkSheet } from 'xlsx';
import { UserError } from '../errors/user-error.js';
import { suggest } from '../locale/suggest.js';
import type { Text } from '../locale/text.js';
import { type ByteSource, readWhole } from './bytes.js';
import { createDecoder } from './decode.js';
import { type Encoding, encodingOfDamagedText, encodingOfStart, namedEncoding } from './encoding.js';
import type { DateSystem } from './excel-cell.js';
import type { OpenOptions, OpenTable, ReadFinding } from './raw-table.js';
import { filledRows, sheetRows } from './sheet-rows.js';
import { openRows } from './table.js';
import { DECLARATION, type ZipEntry, zipEntries, zipFault } from './zip.js';

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
  const { bytes, sha256 } = await readWhole(source);
  options.onProgress?.(source.size ?? bytes.length, source.size);
  if (kind === 'zip') guardArchive(file, bytes);
  const encoding = kind === 'markup' ? await markupEncoding(bytes, options.encoding) : WORKBOOK_ENCODING;
  const sheetjs = await import('xlsx');
  // Workbooks of Excel 95 and older hold text in code pages.
  if (kind === 'ole2') sheetjs.set_cptable(await import('xlsx/dist/cpexcel.full.mjs'));
  const input = kind === 'markup' ? markupText(file, bytes, encoding.name) : bytes;
  const workbook = parseWorkbook(sheetjs, file, input);
  const system: DateSystem = workbook.Workbook?.WBProps?.date1904 === true ? 1904 : 1900;
  const sheets = workbook.SheetNames;
  const filled = new Map(sheets.map((name) => [name, filledRows(workbook.Sheets[name] ?? {})]));

  const open = (sheet: string): Promise<OpenTable> => {
    const rows = sheetRows(workbookSheet(workbook, file, sheet), system, sheetjs.SSF.is_date, sha256);
    const about = { file, format: 'excel', sheet, encoding: encoding.name, delimiter: null, sheets } as const;
    return openRows({ ...about, rows, findings: findingsOf(encoding, filled, sheet) }, options);
  };
  if (options.sheet !== undefined) return open(sheetNamed(file, sheets, options.sheet));
  for (const name of sheets) workbookSheet(workbook, file, name);
  const best = await bestSheet(filled, open, options);
  if (best !== null) return best;
  if (kind === 'markup') throw new UserError('not_a_table', { file, looksLike: WEB_PAGE }, { file });
  throw new UserError('empty_file', { file, sheet: null }, { file });
}

/** Workbooks say themselves how they write text. */
const WORKBOOK_ENCODING: Encoding = { name: 'utf-8', guessed: false };
const WEB_PAGE: Text = { en: 'a web page without a table', fa: 'صفحه‌ی وب بی‌جدول' };

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

/** Whether an entry of an archive says that the archive is a workbook. */
export function isWorkbookPart({ name }: ZipEntry): boolean {
  return /(^|\/)workbook\d*\.(xml|bin)$|^content\.xml$|^Index(\/|\.zip$)/i.test(name);
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
 * files take 0.15 s per MB here; a slow machine is given twenty times that.
 */
const TIME_LIMIT = { base: 3000, perMegabyte: 3000 };
const ENDLESS: Text = {
  en: 'reading it does not come to an end, so it is damaged',
  fa: 'خواندن آن به پایان نمی‌رسد؛ پس آسیب دیده است',
};

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
    const timeout = TIME_LIMIT.base + Math.ceil((input.length / 1e6) * TIME_LIMIT.perMegabyte);
    // Not a sandbox: the way to stop a synchronous call after a time.
    return runInNewContext('read()', { read }, { timeout });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    // This error belongs to the other context: it is no Error of this one.
    if ((cause as { code?: unknown } | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      throw damagedWorkbook(file, ENDLESS, cause);
    }
    if (typeof input === 'string' && /<table>|html/i.test(message)) {
      throw new UserError('not_a_table', { file, looksLike: WEB_PAGE }, { file }, { cause });
    }
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

function sheetNamed(file: string, sheets: readonly string[], sheet: string): string {
  const wanted = sheet.trim().toLowerCase();
  const found = sheets.find((name) => name === sheet) ?? sheets.find((name) => name.trim().toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new UserError('sheet_not_found', { file, sheet, sheets, suggestion: suggest(sheet, sheets) }, { file });
}

/** What a header without a known name is worth: a long list of products does not beat a short list of deals. */
const UNKNOWN_HEADER = 0.001;

/** The sheet with the most rows under a header that is known to the caller; of equals, the first. Hidden ones count. */
async function bestSheet(
  filled: ReadonlyMap<string, number>,
  open: (sheet: string) => Promise<OpenTable>,
  options: OpenOptions,
): Promise<OpenTable | null> {
  let best: OpenTable | null = null;
  let highest = -1;
  for (const [name, rows] of filled) {
    if (rows === 0) continue;
    const table = await open(name);
    const known = options.headerScore?.(table.head.columns) ?? 0;
    const score = rows * (UNKNOWN_HEADER + known);
    if (score > highest) {
      best = table;
      highest = score;
    }
  }
  return best;
}

function findingsOf(encoding: Encoding, filled: ReadonlyMap<string, number>, chosen: string): ReadFinding[] {
  const findings: ReadFinding[] = [];
  if (encoding.guessed) findings.push({ code: 'encoding_guessed', count: 1, places: [], detail: encoding.name });
  const others = [...filled].filter(([name, rows]) => name !== chosen && rows > 0).map(([name]) => name);
  if (others.length > 0) {
    findings.push({ code: 'other_sheets', count: others.length, places: [], detail: others.join(', ') });
  }
  return findings;
}
