/** What V8 compiled of several files, as one file: a line that says what lies where, then the bytes. */
import { crc32 } from 'node:zlib';

/** Code compiled from a file of a known content. */
export interface KeptCode {
  /** CRC-32 of the file that it was compiled from. */
  readonly source: number;
  readonly code: Uint8Array;
}

/** By the name of the file. */
export type Pack = ReadonlyMap<string, KeptCode>;

/** V8 reads what it kept in words of eight bytes. */
const WORD = 8;
const LF = 0x0a;

export function writePack(pack: Pack): Uint8Array {
  let at = 0;
  const entries: [name: string, source: number, at: number, length: number, sum: number][] = [];
  for (const [name, { source, code }] of pack) {
    entries.push([name, source, at, code.length, crc32(code)]);
    at += padded(code.length);
  }
  const text = JSON.stringify(entries);
  const head = Buffer.from(`${text.padEnd(padded(text.length + 1) - 1)}\n`, 'latin1');
  const bytes = new Uint8Array(head.length + at);
  bytes.set(head);
  let place = head.length;
  for (const { code } of pack.values()) {
    bytes.set(code, place);
    place += padded(code.length);
  }
  return bytes;
}

/** Where a pack lies. */
export interface PackPlace {
  readonly length: number;
  /** So many bytes from a place on, or fewer where they are not there; valid until the next call. */
  read(at: number, length: number): Uint8Array;
}

/** A pack of which each piece is read when it is asked for. */
export interface OpenPack {
  readonly names: readonly string[];
  /** CRC-32 of the file that code was compiled from; undefined for one of which there is none. */
  sourceOf(name: string): number | undefined;
  /**
   * The code, valid until more is read. Null for a piece that was damaged: V8 itself does not look whether what it runs is
   * what it wrote.
   */
  codeOf(name: string): Uint8Array | null;
}

/** The head of a pack of a hundred files. */
const MOST_HEAD = 16_384;

/** Null for bytes that are no pack, or were cut off. */
export function openPack(place: PackPlace): OpenPack | null {
  const start = place.read(0, Math.min(MOST_HEAD, place.length));
  const end = start.indexOf(LF) + 1;
  const entries = entriesIn(Buffer.from(start.subarray(0, end)).toString('latin1'));
  if (entries === null || entries.some(([, , at, length]) => at < 0 || end + at + length > place.length)) return null;
  const pieces = new Map(entries.map(([name, source, at, length, sum]) => [name, { source, at, length, sum }]));
  return {
    names: [...pieces.keys()],
    sourceOf: (name) => pieces.get(name)?.source,
    codeOf: (name) => {
      const piece = pieces.get(name);
      if (piece === undefined) return null;
      const code = place.read(end + piece.at, piece.length);
      return code.length === piece.length && crc32(code) === piece.sum ? code : null;
    },
  };
}

type Entry = readonly [name: string, source: number, at: number, length: number, sum: number];

function entriesIn(text: string): readonly Entry[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every(isEntry) ? parsed : null;
  } catch {
    return null;
  }
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [name, ...numbers] = value as unknown[];
  return typeof name === 'string' && numbers.length === 4 && numbers.every((one) => Number.isSafeInteger(one));
}

function padded(length: number): number {
  return Math.ceil(length / WORD) * WORD;
}
