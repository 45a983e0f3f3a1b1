import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TWO_THREADS_FROM } from '../../src/disk/thread.js';
import { HELP_FROM } from '../../src/second/helper.js';
import { BIN } from '../support/run.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-threads-'));
const path = join(folder, 'deals.csv');
let sha256 = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** More deals, and more bytes, than one thread is left alone with; some lack something, some say what cannot be. */
beforeAll(() => {
  const filler = 'what was agreed on the telephone stands in the system of the other side, '.repeat(3);
  const lines = ['Deal ID,Deal Name,Account,Owner,Stage,Amount,Create Date,Close Date,Note'];
  for (let at = 0; at < HELP_FROM + 10_000; at++) {
    const stage = ['Won', 'Lost', 'Open', 'Closed Won'][at % 4];
    const amount = at % 97 === 0 ? '' : at % 89 === 0 ? '-5' : (at * 7919) % 100_000;
    const day = (from: number): string =>
      `2024-${String(1 + (from % 12)).padStart(2, '0')}-${String(1 + (from % 28)).padStart(2, '0')}`;
    const owner = at % 101 === 0 ? '' : `Owner ${at % 13}`;
    lines.push(
      `D${at},Deal ${at},Company ${at % 5003},${owner},${stage},${amount},${day(at)},${day(at * 5)},${filler}`,
    );
  }
  const text = `${lines.join('\n')}\n`;
  writeFileSync(path, text);
  sha256 = createHash('sha256').update(text).digest('hex');
});

/** What a process prints that believes to have so many processors, and how many messages it sent to other threads. */
function onThreads(threads: number, command: string): { readonly stdout: string; readonly sent: string } {
  const preload = `
    import os from 'node:os'; import threads from 'node:worker_threads'; import { syncBuiltinESMExports } from 'node:module';
    os.availableParallelism = () => ${threads};
    const { Worker } = threads; let sent = 0;
    threads.Worker = class extends Worker { postMessage(...message) { sent++; super.postMessage(...message); } };
    syncBuiltinESMExports();
    process.on('exit', () => process.stderr.write('sent ' + sent));`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
  const run = spawnSync(process.execPath, [...args, BIN, command, path, '--format', 'json', '--no-progress'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { stdout: run.stdout, sent: /sent \d+$/.exec(run.stderr)?.[0] ?? run.stderr };
}

describe('the number of threads', () => {
  it('is more than one for such a file', () => {
    expect(HELP_FROM * 240).toBeGreaterThan(TWO_THREADS_FROM);
  });

  // Its part of the file, names of customers, ids, what all deals are asked, the rules, and sections of the report.
  for (const [command, messages] of [
    ['report', 6],
    ['check', 5],
  ] as const)
    it(`does not show in what kpi ${command} says, and none is left over`, { timeout: 120_000 }, () => {
      const [one, two, four] = [1, 2, 4].map((threads) => onThreads(threads, command));
      expect(one?.sent).toBe('sent 0');
      expect(two?.sent).toBe(`sent ${messages}`);
      expect(four?.sent).toBe(`sent ${messages}`);
      expect(JSON.parse(one?.stdout ?? '')).toMatchObject({ schemaVersion: 2, sources: [{ sha256 }] });
      expect(two?.stdout).toBe(one?.stdout);
      expect(four?.stdout).toBe(one?.stdout);
    });
});
