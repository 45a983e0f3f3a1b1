import { describe, expect, it } from 'vitest';
import { Declined } from '../../src/load/declined.js';
import { partPieces, STOP, scanPieces, wholePart } from '../../src/load/xlsx-part.js';
import { type ZipEntry, zipEntries } from '../../src/load/zip.js';
import { claiming, zip } from '../support/workbook-bytes.js';

const CONTENT = Buffer.from(Array.from({ length: 5000 }, (_, index) => `line ${index}\n`).join(''));
const ARCHIVE = zip([{ name: 'part.xml', content: CONTENT }]);

function entryOf(archive: Buffer): ZipEntry {
  const entry = zipEntries(archive)?.[0];
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

async function piecesOf(archive: Buffer, size?: number): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of partPieces(archive, entryOf(archive), size)) pieces.push(Buffer.from(piece));
  return pieces;
}

describe('a part of a workbook', () => {
  it('comes in pieces no longer than asked for, and whole', async () => {
    for (const size of [1, 63, 64, 1000, 1_000_000]) {
      const pieces = await piecesOf(ARCHIVE, size);
      expect(Buffer.concat(pieces).equals(CONTENT)).toBe(true);
      expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(size);
    }
    expect((await wholePart(ARCHIVE, entryOf(ARCHIVE), CONTENT.length)).equals(CONTENT)).toBe(true);
  });

  it('may be stored as it is', async () => {
    const stored = zip([{ name: 'part.xml', content: CONTENT, stored: true }]);
    expect(Buffer.concat(await piecesOf(stored, 100)).equals(CONTENT)).toBe(true);
  });

  it('is held to what the directory claims', async () => {
    for (const archive of [
      claiming(ARCHIVE, 'part.xml', 'size', CONTENT.length - 1),
      claiming(ARCHIVE, 'part.xml', 'size', CONTENT.length + 1),
      claiming(ARCHIVE, 'part.xml', 'crc', 1),
    ]) {
      await expect(piecesOf(archive)).rejects.toBeInstanceOf(Declined);
    }
    await expect(wholePart(ARCHIVE, entryOf(ARCHIVE), CONTENT.length - 1)).rejects.toBeInstanceOf(Declined);
  });

  it('is not unpacked past what is larger than it claims', async () => {
    const archive = claiming(ARCHIVE, 'part.xml', 'size', 100);
    const read: number[] = [];
    const reading = async (): Promise<void> => {
      for await (const piece of partPieces(archive, entryOf(archive), 64)) read.push(piece.length);
    };
    await expect(reading()).rejects.toBeInstanceOf(Declined);
    expect(read).toEqual([64]);
  });

  it('that is damaged, or packed in another way, is declined', async () => {
    const damaged = Buffer.from(ARCHIVE);
    damaged.fill(0xff, 60, 120);
    await expect(piecesOf(damaged)).rejects.toBeInstanceOf(Declined);
    const entry = { ...entryOf(ARCHIVE), method: 12 };
    await expect(partPieces(ARCHIVE, entry).next()).rejects.toBeInstanceOf(Declined);
    const elsewhere = { ...entryOf(ARCHIVE), offset: 5 };
    await expect(partPieces(ARCHIVE, elsewhere).next()).rejects.toBeInstanceOf(Declined);
  });
});

describe('a scanner', () => {
  async function* bytes(text: string, size: number) {
    for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
  }
  const lines = async (text: string, size: number, stopAt?: string): Promise<string[]> => {
    const found: string[] = [];
    await scanPieces(bytes(text, size), (given) => {
      let from = 0;
      for (let end = given.indexOf(10); end >= 0; end = given.indexOf(10, from)) {
        found.push(given.toString('latin1', from, end));
        from = end + 1;
        if (stopAt !== undefined && found.at(-1) === stopAt) return STOP;
      }
      return from;
    });
    return found;
  };

  it('gets again what it has not used, in front of the next piece', async () => {
    for (const size of [1, 2, 3, 100])
      expect(await lines('one\ntwo\n\nthree\nrest', size)).toEqual(['one', 'two', '', 'three']);
  });

  it('may stop', async () => {
    expect(await lines('one\ntwo\nthree\n', 2, 'two')).toEqual(['one', 'two']);
  });

  it('is not fed for ever without an end', async () => {
    async function* endless() {
      const piece = Buffer.alloc(4 * 1024 ** 2);
      for (;;) yield piece;
    }
    await expect(scanPieces(endless(), () => 0)).rejects.toBeInstanceOf(Declined);
  });
});
