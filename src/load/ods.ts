import { UserError } from '../errors/user-error.js';
import type { Damage } from '../locale/damage.js';
import { Declined } from './declined.js';
import { createFindingLog } from './findings.js';
import { OdsScanner } from './ods-sheet.js';
import type { OpenOptions, OpenTable } from './raw-table.js';
import type { RowSource } from './table.js';
import { openSheets, type SheetSources, type XlsxFile } from './xlsx.js';
import { partPieces, scanPieces, UNPACKED_PIECE, wholePart } from './xlsx-part.js';
import { partPath } from './xlsx-workbook.js';
import { type ZipEntry, zipClaimFault, zipEntries } from './zip.js';

/** The list of an OpenDocument's parts, and where it says that they are encrypted. */
const MANIFEST = 'meta-inf/manifest.xml';
const LONGEST_MANIFEST = 16 * 1024 ** 2;
/** The whole document, encrypted as one (ODF 1.4). */
const ENCRYPTED_PACKAGE = 'encrypted-package';

/**
 * Opens an .ods and chooses the sheet, as `openXlsx` does. Null when it is no OpenDocument spreadsheet, or anything
 * that this reader does not know or trust.
 *
 * @throws UserError encrypted_workbook, damaged_workbook, sheet_not_found, empty_file
 */
export async function openOds(input: XlsxFile, options: OpenOptions): Promise<OpenTable | null> {
  try {
    const sources = await odsSheets(input, options.onProgress);
    return sources === null ? null : await openSheets(input, sources, options);
  } catch (cause) {
    if (cause instanceof Declined) return null;
    throw cause;
  }
}

/** The tables of an OpenDocument spreadsheet by their names; null when the archive is none. @throws Declined, UserError */
async function odsSheets(
  { file, bytes, sha256, limits, pieceSize = UNPACKED_PIECE }: XlsxFile,
  onProgress: OpenOptions['onProgress'],
): Promise<SheetSources | null> {
  const entries = zipEntries(bytes);
  if (entries === null) return null;
  const parts = new Map(entries.map((entry) => [partPath(entry.name), entry]));
  if (parts.has(ENCRYPTED_PACKAGE)) throw new UserError('encrypted_workbook', { file }, { file });
  const content = parts.get('content.xml');
  const manifest = parts.get(MANIFEST);
  if (content === undefined || (manifest === undefined && !parts.has('mimetype'))) return null;
  if (zipClaimFault(bytes, entries, limits) !== null) throw new Declined('an unfit archive');
  if (manifest !== undefined && (await wholePart(bytes, manifest, LONGEST_MANIFEST)).includes('encryption-data')) {
    throw new UserError('encrypted_workbook', { file }, { file });
  }

  const tooMany = (): never => {
    throw new UserError('damaged_workbook', { file, reason: REPEATS }, { file });
  };
  const names = await tableNames(bytes, content, tooMany);
  if (names.length === 0 || new Set(names).size < names.length) throw new Declined('no tables, or two of one name');
  const source = (table: number): RowSource => ({
    raggedRows: false,
    slicedTexts: false,
    sha256: () => sha256,
    async each(visit, log, width) {
      const scanner = new OdsScanner({ table, visit, log, width, tooMany });
      const whole = width > 0 && width !== Number.POSITIVE_INFINITY;
      const onPacked = (packed: number): void =>
        onProgress?.(Math.round((packed / content.packed) * bytes.length), bytes.length);
      await scanPieces(partPieces(bytes, content, pieceSize, whole ? onPacked : undefined), (piece) =>
        scanner.scan(piece),
      );
    },
  });
  // A row that is repeated takes no more bytes than one: the size says nothing of how many there are.
  return new Map(names.map((name, table) => [name, { rows: source(table), size: Number.POSITIVE_INFINITY }]));
}

/** The names of all tables, in the order of their tabs. */
async function tableNames(archive: Buffer, content: ZipEntry, tooMany: () => never): Promise<readonly string[]> {
  const nowhere = { table: -1, visit: () => true, log: createFindingLog(), width: 0, tooMany };
  const scanner = new OdsScanner(nowhere);
  await scanPieces(partPieces(archive, content), (piece) => scanner.scan(piece));
  return scanner.names;
}

const REPEATS: Damage = { code: 'repeats_too_often', args: {} };
