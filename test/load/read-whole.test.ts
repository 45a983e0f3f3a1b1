import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bytesSource, openBytes, readWhole } from '../../src/load/bytes.js';

const folder = mkdtempSync(join(tmpdir(), 'whole-'));
afterAll(() => rmSync(folder, { recursive: true }));

// More than two pieces, and no whole number of them.
const bytes = Buffer.from(Array.from({ length: 1_300_001 }, (_, at) => (at * 7919) % 251));
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('a whole file', () => {
  it('is read from the disk as from memory, with its checksum', async () => {
    const path = join(folder, 'deals.xlsx');
    writeFileSync(path, bytes);
    for (const source of [await openBytes(path), await bytesSource(path, bytes)]) {
      const whole = await readWhole(source, 1);
      expect(whole.sha256).toBe(sha256);
      expect(whole.bytes.equals(bytes)).toBe(true);
    }
  });

  it('that has changed since it was opened says so', async () => {
    const path = join(folder, 'changed.xlsx');
    writeFileSync(path, bytes);
    const source = await openBytes(path);
    appendFileSync(path, 'more');
    await expect(readWhole(source, 1)).rejects.toMatchObject({ code: 'changed_while_reading' });
  });
});
