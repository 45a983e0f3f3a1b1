import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openBytes, PIECE } from '../../src/load/bytes.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BEGINNING = 256 * 1024;
const bytes = Uint8Array.from({ length: 3 * PIECE + 7 }, (_, at) => (at * 31 + (at >> 9)) & 0x7f);

async function opened(name: string, content: Uint8Array, pieceSize?: number) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const source = await openBytes(path, pieceSize);
  const pieces: Buffer[] = [];
  for await (const piece of source.content()) pieces.push(Buffer.from(piece));
  return { source, pieces, whole: Buffer.concat(pieces) };
}

describe('the bytes of a file', () => {
  it('come in pieces, the first no longer than a beginning: who looks at that only has no more read for it', async () => {
    const { source, pieces, whole } = await opened('plain', bytes);
    expect(whole.equals(bytes)).toBe(true);
    expect(pieces.map(({ length }) => length)).toEqual([BEGINNING, PIECE, PIECE, bytes.length - 2 * PIECE - BEGINNING]);
    expect(Buffer.compare(source.start, bytes.subarray(0, BEGINNING))).toBe(0);
    expect(source.startIsAll).toBe(false);
  });

  it.each([0, 1, 1000, BEGINNING, BEGINNING + 1])('are all there where there are %d', async (length) => {
    const { source, whole } = await opened('short', bytes.subarray(0, length));
    expect(whole.equals(bytes.subarray(0, length))).toBe(true);
    expect(Buffer.compare(source.start, bytes.subarray(0, Math.min(length, BEGINNING)))).toBe(0);
    expect(source.startIsAll).toBe(length < BEGINNING);
  });

  it('begin with what was packed where they are gzip, and may be asked for in pieces of any size', async () => {
    for (const size of [50_000, PIECE]) {
      const { source, whole } = await opened('packed', gzipSync(bytes), size);
      expect(whole.equals(bytes)).toBe(true);
      expect(Buffer.compare(source.start, bytes.subarray(0, BEGINNING))).toBe(0);
    }
  });
});
