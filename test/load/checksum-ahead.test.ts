import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

  it('is that of the file that was opened, whatever takes its place', async () => {
    const path = file('replaced', large);
    const ahead = checksumAhead(path);
    renameSync(file('new', Buffer.alloc(large.length, 1)), path);
    expect(await ahead.sha256).toBe(createHash('sha256').update(large).digest('hex'));
  });

  it('is none of what is no file', async () => {
    expect(await checksumAhead(join(folder, 'missing')).sha256).toBeNull();
    expect(await checksumAhead(folder).sha256).toBeNull();
  });

  it('lets others have their turn', async () => {
    const order: string[] = [];
    const { sha256 } = checksumAhead(file('turns', large));
    setImmediate(() => order.push('another'));
    await sha256.then(() => order.push('checksum'));
    expect(order).toEqual(['another', 'checksum']);
  });
});
