import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { keepYoungSmall, shareUseOfFlags, underUsualGrowth, useOfFlags } from '../../src/cli/young.js';
import { BIN, ROOT } from '../support/run.js';

const { flags } = vi.hoisted(() => ({ flags: [] as string[] }));
vi.mock('node:v8', async (original) => ({
  ...(await original<object>()),
  setFlagsFromString: (flag: string) => flags.push(flag),
}));

const folder = mkdtempSync(join(tmpdir(), 'kpi-young-'));
const cache = join(folder, 'cache');
mkdirSync(cache);
afterAll(() => rmSync(folder, { recursive: true }));

/** Megabytes for new objects at the end of a report, and how many deals it is of. */
function report(file: string): { readonly megabytes: number; readonly records: number } {
  const told = join(folder, 'told');
  const watcher = join(folder, 'watch.cjs');
  writeFileSync(
    watcher,
    `const { isMainThread } = require('node:worker_threads');
    if (isMainThread) process.on('exit', () => {
      const spaces = require('node:v8').getHeapSpaceStatistics();
      const { space_size } = spaces.find(({ space_name }) => space_name === 'new_space');
      require('node:fs').writeFileSync(${JSON.stringify(told)}, String(space_size / 2 ** 20));
    });`,
  );
  const printed = execFileSync(process.execPath, ['-r', watcher, BIN, 'report', file, '--format', 'json'], {
    encoding: 'utf8',
    cwd: ROOT,
    env: { ...process.env, XDG_CACHE_HOME: cache },
    maxBuffer: 2 ** 26,
  });
  return { megabytes: Number(readFileSync(told, 'utf8')), records: JSON.parse(printed).quality.records };
}

/** What was compiled and kept, and when. */
function kept(): string[] {
  const files = readdirSync(cache, { recursive: true, encoding: 'utf8' }).map((name) => join(cache, name));
  return files.filter((file) => statSync(file).isFile()).map((file) => `${file} ${statSync(file).mtimeMs}`);
}

it('takes two megabytes for new objects, not the sixteen and more that V8 would', () => {
  expect(report('fixtures/crm/hubspot.csv').megabytes).toBe(2);
});

it('takes few for a file that two threads read, and keeps what was compiled all the same', () => {
  const rows = 110_000;
  const file = join(folder, 'large.csv');
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = `2024-${String(1 + (row % 12)).padStart(2, '0')}-15`;
    return `D-${row},Renewal of contract number ${row} for the north,Account ${row % 900},${row % 3 === 0 ? 'Won' : 'Lost'},${row % 977},${day},${day}`;
  });
  writeFileSync(file, ['Id,Deal name,Account,Stage,Amount,Created,Closed', ...lines].join('\n'));
  expect(statSync(file).size).toBeGreaterThan(10_000_000);
  const first = report(file);
  expect(first.records).toBe(rows);
  const once = kept();
  expect(once.length).toBeGreaterThan(0);
  const second = report(file);
  // Had V8 refused what was kept of another set of flags, it would have been written anew. (What the other thread compiled
  // is kept once that thread came to its end before the process did.)
  expect(kept()).toEqual(expect.arrayContaining(once));
  expect(Math.max(first.megabytes, second.megabytes)).toBeLessThanOrEqual(8);
});

const USUAL = '--semi-space-growth-factor=2';
const SMALL = '--semi-space-growth-factor=1';

it('has the usual flags for as long as any thread compiles, and the others from then on', () => {
  const other = new Int32Array(new SharedArrayBuffer(8));
  shareUseOfFlags(other);
  expect(useOfFlags()).toBe(other);
  flags.length = 0;
  const answer = underUsualGrowth(() => {
    expect(flags).toEqual([USUAL]);
    keepYoungSmall(); // as when a thread has started meanwhile
    expect(underUsualGrowth(() => 1)).toBe(1); // as the other thread would
    expect(new Set(flags)).toEqual(new Set([USUAL]));
    return 2;
  });
  expect([answer, flags.at(-1)]).toEqual([2, SMALL]);
  expect(() =>
    underUsualGrowth(() => {
      throw new Error('no such file');
    }),
  ).toThrow('no such file');
  expect(flags.at(-1)).toBe(SMALL);
  expect([...other]).toEqual([0, 0]);
});

it('does not wait for ever for a thread that was ended while it set them', () => {
  const use = new Int32Array(new SharedArrayBuffer(8));
  use[0] = 1;
  shareUseOfFlags(use);
  expect(underUsualGrowth(() => flags.at(-1))).toBe(USUAL);
  expect(flags.at(-1)).toBe(SMALL);
});
