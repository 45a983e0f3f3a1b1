import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { UserError } from '../errors/user-error.js';
import type { Damage, LooksLike } from '../locale/damage.js';
import { type ByteSource, PIECE, piecesSource, readWhole } from './bytes.js';
import { isWorkbookPart } from './excel.js';
import { sniff } from './sniff.js';
import { LOCAL_HEADER, ZIP_AGAIN, type ZipEntry, zipClaimFault, zipEntries } from './zip.js';

/** Endings of tables, the sure ones: beside one of them, a `.txt` is a note about it. */
const TABLE = /\.(?:csv|tsv|tab|xlsx|xlsm|xlsb|xls|ods)(?:\.gz)?$/i;
const TEXT = /\.txt(?:\.gz)?$/i;
/** What programs leave in archives beside what was meant. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The one table in a ZIP archive, as a source of its own; null when the archive is itself a workbook. Its content is
 * unpacked in pieces, never further than its directory claims.
 *
 * @throws UserError damaged_archive, encrypted_archive, several_tables, not_a_table
 */
export async function tableInArchive(archive: ByteSource): Promise<ByteSource | null> {
  const { file } = archive;
  const { bytes } = await readWhole(archive, ZIP_AGAIN);
  const entries = zipEntries(bytes);
  if (entries === null) throw damaged(file, { code: 'ends_early', args: {} });
  if (entries.some(isWorkbookPart)) return null;
  const entry = onlyTable(file, entries);
  const fault = zipClaimFault(bytes, entries, archive.limits);
  if (fault?.kind === 'damaged') throw damaged(file, fault.reason);
  if (fault !== null) throw new UserError('encrypted_archive', { file }, { file });
  const inner = await piecesSource(
    file,
    () => unpackedPieces(file, bytes, entry),
    archive.limits,
    archive.assertUnchanged,
  );
  const { kind } = sniff(inner.start);
  if (kind === 'zip' && !/\.(?:xls[xmb]|ods)(?:\.gz)?$/i.test(entry.name)) throw notATable(file, 'nested_zip');
  return {
    ...inner,
    size: archive.size,
    async *content(onRaw) {
      // The bytes on disk are those of the archive.
      if (onRaw !== undefined) for await (const _ of archive.content(onRaw));
      yield* inner.content();
    },
  };
}

function onlyTable(file: string, entries: readonly ZipEntry[]): ZipEntry {
  const files = entries.filter(({ name }) => !name.endsWith('/') && !LITTER.test(name));
  const named = files.filter(({ name }) => TABLE.test(name));
  const tables = named.length > 0 ? named : files.filter(({ name }) => TEXT.test(name));
  const [first] = tables;
  if (first === undefined) {
    throw notATable(file, files.some(({ name }) => /\.zip$/i.test(name)) ? 'nested_zip' : 'zip_without_table');
  }
  if (tables.length === 1) return first;
  throw new UserError('several_tables', { file, names: tables.map(({ name }) => name) }, { file });
}

/** The content of an entry in pieces, checked against the length and the checksum that the directory claims. */
async function* unpackedPieces(file: string, bytes: Buffer, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { offset, packed, size, method } = entry;
  const header = offset + 30 <= bytes.length && bytes.readUInt32LE(offset) === LOCAL_HEADER;
  const start = header ? offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28) : bytes.length;
  if (!header || start + packed > bytes.length)
    throw damaged(file, { code: 'entry_damaged', args: { name: entry.name } });
  if (method !== 0 && method !== 8) throw damaged(file, { code: 'packed_otherwise', args: { name: entry.name } });
  const content = bytes.subarray(start, start + packed);
  let length = 0;
  let checksum = 0;
  try {
    for await (const piece of method === 0 ? slices(content) : inflated(content)) {
      length += piece.length;
      if (length > size) throw damaged(file, { code: 'entry_damaged', args: { name: entry.name } });
      checksum = crc32(piece, checksum);
      yield piece;
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw damaged(file, { code: 'entry_damaged', args: { name: entry.name } }, cause);
  }
  if (length !== size || checksum !== entry.crc)
    throw damaged(file, { code: 'entry_damaged', args: { name: entry.name } });
}

function* slices(content: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
}

async function* inflated(content: Buffer): AsyncGenerator<Uint8Array> {
  const unpacker = createInflateRaw({ chunkSize: 256 * 1024 });
  pipeline(Readable.from(slices(content)), unpacker, () => {});
  for await (const piece of unpacker) yield piece as Uint8Array;
}

function damaged(file: string, reason: Damage, cause?: unknown): UserError {
  return new UserError('damaged_archive', { file, reason }, { file }, { cause });
}

function notATable(file: string, looksLike: LooksLike): UserError {
  return new UserError('not_a_table', { file, looksLike }, { file });
}
