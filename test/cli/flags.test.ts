import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  type Flag,
  flagsFor,
  noLongerAlone,
  type Run,
  setFlags,
  sharedFlags,
  shareFlags,
  startingThread,
  threadStarted,
  underUsualFlags,
} from '../../src/cli/flags.js';
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

it('takes two megabytes for new objects, or four while the program is loaded, not the sixteen and more that V8 would', () => {
  expect(report('fixtures/crm/hubspot.csv').megabytes).toBeLessThanOrEqual(4);
});

/** A file of so many deals, a hundred bytes each. */
function deals(name: string, rows: number): string {
  const file = join(folder, name);
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = `2024-${String(1 + (row % 12)).padStart(2, '0')}-15`;
    return `D-${row},Renewal of contract number ${row} for the north,Account ${row % 900},${row % 3 === 0 ? 'Won' : 'Lost'},${row % 977},${day},${day}`;
  });
  writeFileSync(file, ['Id,Deal name,Account,Stage,Amount,Created,Closed', ...lines].join('\n'));
  return file;
}

it('takes few for a file that two threads read, and keeps what was compiled all the same', () => {
  const rows = 110_000;
  const file = deals('large.csv', rows);
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
  // Nor may a long run, which keeps its own flags, push that out, or be pushed out.
  const long = deals('long.csv', 450_000);
  expect(statSync(long).size).toBeGreaterThan(40_000_000);
  report(long);
  const both = kept();
  expect(both).toEqual(expect.arrayContaining(once));
  expect(both.length).toBeGreaterThan(once.length);
  report(file);
  report(long);
  expect(kept()).toEqual(expect.arrayContaining(both));
  // Nor one of so many deals in a small file that another thread runs the rules, which starts late.
  const late = deals('late.csv', 60_000);
  expect(statSync(late).size).toBeLessThan(10_000_000);
  report(late);
  const all = kept();
  report(late);
  report(late);
  expect(kept()).toEqual(expect.arrayContaining(all));
});

const FLAGS: readonly Flag[] = [
  { own: '--one', usual: '--no-one' },
  { own: '--two=5', usual: '--two=1' },
];
const OWN = ['--one', '--two=5'];
const USUAL = ['--no-one', '--two=1'];

/** The flags that work leaves behind it. */
function leftBy(work: () => void): readonly string[] {
  flags.length = 0;
  work();
  return flags.slice(-FLAGS.length);
}

it('has the usual flags for as long as any thread compiles, and its own from then on', () => {
  expect(leftBy(() => setFlags(FLAGS))).toEqual(OWN);
  const other = { flags: FLAGS, tag: cachedDataVersionTag(), use: new Int32Array(new SharedArrayBuffer(16)) };
  shareFlags(other);
  expect(sharedFlags()).toBe(other);
  const left = leftBy(() => {
    const answer = underUsualFlags(() => {
      expect(flags).toEqual(USUAL);
      // As another thread would, which is done before this one is.
      expect(leftBy(() => expect(underUsualFlags(() => 1)).toBe(1))).toEqual(USUAL);
      return 2;
    });
    expect(answer).toBe(2);
  });
  expect(left).toEqual(OWN);
  const failed = (): never =>
    underUsualFlags(() => {
      throw new Error('no such file');
    });
  expect(leftBy(() => expect(failed).toThrow('no such file'))).toEqual(OWN);
  expect([...other.use]).toEqual([0, 0, 0, 0]);
});

it('has the usual flags until a thread has started, which is heard once, from whoever says so', () => {
  setFlags(FLAGS);
  expect(leftBy(startingThread)).toEqual(USUAL);
  expect(leftBy(() => underUsualFlags(() => 1))).toEqual(USUAL);
  expect(leftBy(threadStarted)).toEqual(OWN);
  expect(leftBy(threadStarted)).toEqual([]); // as when it ends
  expect([...sharedFlags().use]).toEqual([0, 0, 0, 0]);
});

it('changes none of those that another thread may be looking at once there is one', () => {
  setFlags([...FLAGS, { own: '--three', usual: '--no-three', whileAlone: true }]);
  const changes = (): string[] => {
    flags.length = 0;
    underUsualFlags(() => 1);
    return [...flags];
  };
  expect(changes()).toEqual([...USUAL, '--no-three', ...OWN, '--three']);
  noLongerAlone();
  expect(changes()).toEqual([...USUAL, ...OWN]);
});

it('does not wait for ever for a thread that was ended while it set them', () => {
  const use = new Int32Array(new SharedArrayBuffer(16));
  use[0] = 1;
  shareFlags({ flags: FLAGS, tag: cachedDataVersionTag(), use });
  expect(leftBy(() => underUsualFlags(() => expect(flags.slice(-2)).toEqual(USUAL)))).toEqual(OWN);
});

describe('the flags of a run', () => {
  const long = { reads: true, isShort: false, splitsAlone: false };
  const short = { reads: true, isShort: true, splitsAlone: true };
  const NODE_20 = '11.3.244.8-node.33';

  it('are none that its V8 does not have, which would say so on the error stream', () => {
    for (const run of [long, short])
      for (const { own, usual } of flagsFor(run))
        expect(spawnSync(process.execPath, [own, usual, '-e', '0'], { encoding: 'utf8' })).toMatchObject({
          stderr: '',
          status: 0,
        });
    for (const v8 of ['12.4.254.21-node.33', '13.6.233.10-node.28', '14.1.146.11-node.14', '111.3.1'])
      expect(flagsFor(short, v8).map(({ own }) => own)).toEqual(flagsFor(long, v8).map(({ own }) => own));
    expect(flagsFor(short, NODE_20).length).toBeGreaterThan(flagsFor(long, NODE_20).length);
  });

  it('change nothing that V8 does not ask for anew while it looks for garbage, where another thread may change it', () => {
    const names = (run: Run): string[] => flagsFor(run, NODE_20).map(({ own }) => own.replace(/=.*/, ''));
    expect(names(short)).toContain('--no-allocation-site-pretenuring');
    expect(names({ ...short, splitsAlone: false })).toEqual([
      '--no-flush-bytecode',
      '--semi-space-growth-factor',
      '--no-concurrent-osr',
      '--interrupt-budget',
    ]);
  });

  it('keep memory for new objects small throughout a long run, and by turns in a short one', () => {
    const usual = (run: Run) => flagsFor(run).find(({ own }) => own === '--semi-space-growth-factor=1')?.usual;
    expect(usual(long)).toBe('--semi-space-growth-factor=1');
    expect(usual(short)).toBe('--semi-space-growth-factor=2');
  });

  it('are taken back by what Node has: it runs what it keeps of its own modules under no others', () => {
    const all = flagsFor(short).map(({ own, usual }) => [own, usual]);
    const script = `const { setFlagsFromString, cachedDataVersionTag } = require('node:v8');
      const tags = [cachedDataVersionTag()];
      for (const place of [0, 1]) {
        for (const flag of ${JSON.stringify(all)}) setFlagsFromString(flag[place]);
        tags.push(cachedDataVersionTag());
      }
      process.stdout.write(JSON.stringify(tags));`;
    const [before, own, after] = JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
    expect(own).not.toBe(before);
    expect(after).toBe(before);
  });
});
