import { crc32, inflateRawSync } from 'node:zlib';
import type { Damage } from '../locale/damage.js';
import { type SizeLimits, sizeLimits } from './size-limits.js';

/** One file in an archive, as the central directory lists it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  /** Checksum of the unpacked content. */
  readonly crc: number;
  /** Where its local header starts. */
  readonly offset: number;
}

/** What makes an archive unfit to be unpacked, in words for a person. */
export type ZipFault = { readonly kind: 'encrypted' } | { readonly kind: 'damaged'; readonly reason: Damage };

/** Guards against archives built to exhaust memory: real workbooks have some dozen parts and shrink 5 to 30 times. */
export const ZIP_LIMITS = {
  entries: 10_000,
  ratio: 200,
  /** Below this size the ratio does not matter: a sheet of equal cells packs very well. */
  ratioFrom: 50 * 1024 ** 2,
  /** A part becomes one JavaScript string, which can be no longer (V8's limit). */
  part: 0x1fffffe8,
};
/** How many times as long an archive can be that was packed once more: it holds little but what is packed already. */
export const ZIP_AGAIN = 20;

/** The entries of an archive, or null when its directory is missing or leads outside the file. */
export function zipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + 22 > bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const extra = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = Math.min(extra + bytes.readUInt16LE(at + 30), bytes.length);
    const wide = wideFields(bytes, extra, extraEnd);
    const size = wide(bytes.readUInt32LE(at + 24));
    const packed = wide(bytes.readUInt32LE(at + 20));
    entries.push({
      name: bytes.toString('utf8', at + 46, extra),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      crc: bytes.readUInt32LE(at + 16),
      packed,
      size,
      offset: wide(bytes.readUInt32LE(at + 42)),
    });
    at = extraEnd + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Why an archive must not be given to a reader that trusts it, or null. The sizes it claims are looked at first; then
 * every part is unpacked against its claim, because claims can lie, and searched for the document type declarations
 * that XML bombs and outside references need and no workbook has. One part is in memory at a time.
 */
export function zipFault(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  limits: SizeLimits = sizeLimits(undefined),
): ZipFault | null {
  const claimed = zipClaimFault(bytes, entries, limits, ZIP_LIMITS.part);
  if (claimed !== null) return claimed;
  for (const entry of entries) {
    const content = inflate(bytes, entry);
    if (content === null || crc32(content) !== entry.crc)
      return damaged({ code: 'part_damaged', args: { part: entry.name } });
    if (XML_PART.test(entry.name) && (content.includes('<!DOCTYPE') || content.includes('<!ENTITY'))) {
      return damaged(DECLARATION);
    }
  }
  return null;
}

/**
 * Why an archive is unfit by what its directory claims alone, or null. Nothing is unpacked: who reads parts must hold
 * them to their claims.
 *
 * @param longest the largest part that can be read, unpacked, in bytes
 */
export function zipClaimFault(
  bytes: Buffer,
  entries: readonly ZipEntry[],
  limits: SizeLimits = sizeLimits(undefined),
  longest: number = Number.POSITIVE_INFINITY,
): ZipFault | null {
  if (entries.some((entry) => entry.encrypted)) return { kind: 'encrypted' };
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const inflated = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (entries.length > ZIP_LIMITS.entries) return damaged({ code: 'too_many_parts', args: {} });
  if (packed > bytes.length) return damaged({ code: 'parts_overlap', args: {} });
  if (inflated > limits.unpacked) return damaged({ code: 'unpacks_too_large', args: { most: limits.unpacked } });
  if (entries.some((entry) => entry.size > longest)) return damaged({ code: 'sheet_too_large', args: {} });
  if (!limits.raised && inflated > ZIP_LIMITS.ratioFrom && inflated > ZIP_LIMITS.ratio * packed)
    return damaged({ code: 'unpacks_too_far', args: {} });
  return null;
}

const WIDE = 0xffffffff;
const ZIP64_FIELDS = 1;

/**
 * Gives fields of 32 bits as they are, and 64 bits from an entry's extra field for those that say so, in order: size,
 * packed, offset (APPNOTE.TXT 4.5.3). Java programs write them however small the file is.
 */
function wideFields(bytes: Buffer, extra: number, end: number): (field: number) => number {
  let at = extra;
  while (at + 4 <= end && bytes.readUInt16LE(at) !== ZIP64_FIELDS) at += 4 + bytes.readUInt16LE(at + 2);
  at += 4;
  return (field) => {
    if (field !== WIDE || at + 8 > end) return field;
    at += 8;
    return Number(bytes.readBigUInt64LE(at - 8));
  };
}

const END_OF_DIRECTORY = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const DIRECTORY_ENTRY = 0x02014b50;
/** First bytes of the header in front of a part. */
export const LOCAL_HEADER = 0x04034b50;
const XML_PART = /\.(xml|rels|vml)$/i;

function damaged(reason: Damage): ZipFault {
  return { kind: 'damaged', reason };
}

/** Why a part with a DOCTYPE or an ENTITY is refused. */
export const DECLARATION: Damage = { code: 'declares_type', args: {} };

/** The content of a part, exactly as long as the directory claims; null otherwise. */
function inflate(bytes: Buffer, { offset, packed, size, method }: ZipEntry): Buffer | null {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_HEADER) return null;
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) return null;
  const content = bytes.subarray(start, start + packed);
  if (method === 0) return packed === size ? content : null;
  if (method !== 8) return null;
  if (size === 0) return packed <= 2 ? Buffer.alloc(0) : null;
  try {
    const inflated = inflateRawSync(content, { maxOutputLength: size });
    return inflated.length === size ? inflated : null;
  } catch {
    return null;
  }
}
