import { createHash } from 'node:crypto';
import { appendFileSync, closeSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checksumAhead } from '../../src/load/checksum-ahead.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-ahead-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const large = Buffer.alloc(5_000_000, 'D1,Alpha,5\n');

describe('a checksum taken ahead', () => {
  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a few bytes', Buffer.from('abc')],
    ['more than one turn', large],
  ])('is that of the whole file: %s', async (name, bytes) => {
    const path = file(name, bytes);
    const ahead = checksumAhead(path);
    expect(ahead.path).toBe(path);
    expect(await ahead.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('is none of a file that grows meanwhile', async () => {
    const path = file('growing', large);
    const ahead = checksumAhead(path);
    appendFileSync(path, 'D2,Beta,6\n');
    expect(await ahead.sha256).toBeNull();
  });

  it('is none of what is no file', async () => {
    expect(await checksumAhead(join(folder, 'missing')).sha256).toBeNull();
    expect(await checksumAhead(folder).sha256).toBeNull();
  });

  describe('takes what is read anyway', () => {
    const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 7) % 251));
    const right = createHash('sha256').update(bytes).digest('hex');

    /** Gives it pieces of the file, as they are or changed, from a place on; it is then taken to the end. */
    async function given(from: number, pieces: readonly (readonly [place: number, bytes: Uint8Array])[], reach = from) {
      const path = file('followed', bytes);
      const ahead = checksumAhead(path);
      const other = openSync(path, 'r');
      ahead.reach(other, reach);
      for (const [place, piece] of pieces) ahead.take(piece, place);
      closeSync(other);
      return ahead.sha256;
    }

    it('that follows what was taken', async () => {
      const from = 1_234_567;
      const pieces = [0, 100, 100, 1, 500_000].map((length, index, all) => {
        const place = from + all.slice(0, index).reduce((sum, one) => sum + one, 0);
        return [place, bytes.subarray(place, place + length)] as const;
      });
      expect(await given(from, pieces)).toBe(right);
    });

    it('and not the file once more', async () => {
      const from = 2_500_000;
      const others = Buffer.alloc(bytes.length - from, 1);
      const sum = createHash('sha256').update(bytes.subarray(0, from)).update(others).digest('hex');
      expect(await given(from, [[from, others]])).toBe(sum);
    });

    it('but for the beginning that it knows already', async () => {
      // The first piece of the file was taken when this begins.
      const from = 10;
      const others = Buffer.from(bytes.subarray(from)).fill(1, 0, 1000);
      expect(await given(from, [[from, others]])).toBe(right);
      expect(await given(from, [[from, others.subarray(0, 100)]])).toBe(right);
    });

    it('nothing that leaves a gap', async () => {
      expect(await given(1000, [[2_900_000, Buffer.alloc(100_000, 1)]])).toBe(right);
    });

    it('up to the end and beyond', async () => {
      expect(await given(bytes.length, [], bytes.length + 1000)).toBe(right);
      expect(await given(2_900_000, [[2_900_000, bytes.subarray(2_900_000)]])).toBe(right);
    });

    it('nothing when it was told, whatever is written behind', async () => {
      const path = file('followed', 'D1,Alpha,5\n');
      const ahead = checksumAhead(path);
      const known = await ahead.sha256;
      const other = openSync(path, 'r');
      ahead.reach(other, 11);
      closeSync(other);
      expect(() => ahead.take(Buffer.from('D2,Beta,6\n'), 11)).not.toThrow();
      expect(known).toBe(createHash('sha256').update('D1,Alpha,5\n').digest('hex'));
    });

    it('nothing of another file', async () => {
      const path = file('followed', bytes);
      const ahead = checksumAhead(path);
      const other = openSync(file('other', Buffer.alloc(bytes.length, 1)), 'r');
      ahead.reach(other, 1_000_000);
      ahead.take(Buffer.alloc(100_000, 1), 1_000_000);
      ahead.take(Buffer.alloc(bytes.length, 1), 0);
      closeSync(other);
      expect(await ahead.sha256).toBe(right);
    });

    it('nothing of a file that took its place', async () => {
      const path = file('followed', bytes);
      const ahead = checksumAhead(path);
      renameSync(file('new', Buffer.alloc(bytes.length, 1)), path);
      const other = openSync(path, 'r');
      ahead.reach(other, 1_000_000);
      ahead.take(Buffer.alloc(100_000, 1), 1_000_000);
      closeSync(other);
      expect(await ahead.sha256).toBe(right);
    });
  });

  it('lets others have their turn', async () => {
    const order: string[] = [];
    const { sha256 } = checksumAhead(file('turns', large));
    setImmediate(() => order.push('another'));
    await sha256.then(() => order.push('checksum'));
    expect(order).toEqual(['another', 'checksum']);
  });
});
