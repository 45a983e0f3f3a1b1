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

/** Null for bytes that are no pack, or were damaged: V8 itself does not look whether what it runs is what it wrote. */
export function readPack(bytes: Uint8Array): Pack | null {
  const end = bytes.indexOf(LF) + 1;
  const entries = entriesIn(Buffer.from(bytes.subarray(0, end)).toString('latin1'));
  if (entries === null) return null;
  const pack = new Map<string, KeptCode>();
  for (const [name, source, at, length, sum] of entries) {
    const code = bytes.subarray(end + at, end + at + length);
    if (code.length !== length || crc32(code) !== sum) return null;
    pack.set(name, { source, code });
  }
  return pack;
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
