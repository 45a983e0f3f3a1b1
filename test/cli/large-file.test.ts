import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { TWO_THREADS_FROM } from '../../src/disk/thread.js';
import { kpi, kpiProcess } from '../support/run.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-large-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Deals with a note that makes the file large, one of them over two lines. */
function largeFile(): string {
  const path = join(folder, 'deals.csv');
  const note = 'x'.repeat(1000);
  const rows = Array.from({ length: TWO_THREADS_FROM / 1000 }, (_, row) => {
    const day = String((row % 28) + 1).padStart(2, '0');
    const [stage, closed] =
      row % 3 === 0 ? ['Open', ''] : [row % 3 === 1 ? 'Closed Won' : 'Closed Lost', `2025-03-${day}`];
    return `D${row},Deal ${row},${stage},${row % 1000},2025-01-${day},${closed},"${note}${row === 7 ? '\nmore' : ''}"`;
  });
  writeFileSync(path, `Deal ID,Deal Name,Stage,Amount,Created Date,Closed Date,Notes\n${rows.join('\n')}\n`);
  return path;
}

describe('a large file', () => {
  it('gives the same with a thread that was started before the program was loaded, and without', () => {
    const file = largeFile();
    const args = ['report', file, '--format', 'json', '--no-progress'];
    const early = kpiProcess(args);
    expect(early.stderr).toBe('');
    expect(early.status).toBe(0);
    expect(JSON.parse(early.stdout)).toMatchObject({ sources: [{ records: TWO_THREADS_FROM / 1000 }] });
    expect(early).toEqual(kpi(args));
  });

  it('is told of as ever where it is no table, and where the command ends before it is read', () => {
    const path = join(folder, 'large.bin');
    writeFileSync(path, Buffer.alloc(TWO_THREADS_FROM, 1));
    const early = kpiProcess(['report', path]);
    expect(early.status).toBe(3);
    expect(early).toEqual(kpi(['report', path]));
    expect(kpiProcess(['report', path, '--format', 'nonsense']).status).toBe(2);
  });
});
