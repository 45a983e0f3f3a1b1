import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { BIN, ROOT } from '../support/run.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-young-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Megabytes for new objects at the end of a command, and what it printed. */
function run(args: readonly string[]): { readonly megabytes: number; readonly printed: string } {
  const told = join(folder, 'told');
  const watcher = join(folder, 'watch.cjs');
  writeFileSync(
    watcher,
    `process.on('exit', () => {
      const spaces = require('node:v8').getHeapSpaceStatistics();
      const { space_size } = spaces.find(({ space_name }) => space_name === 'new_space');
      require('node:fs').writeFileSync(${JSON.stringify(told)}, String(space_size / 2 ** 20));
    });`,
  );
  const printed = execFileSync(process.execPath, ['-r', watcher, BIN, ...args], { encoding: 'utf8', cwd: ROOT });
  return { megabytes: Number(readFileSync(told, 'utf8')), printed };
}

it('takes two megabytes for new objects, not the sixteen and more that V8 would', () => {
  const { megabytes, printed } = run(['report', 'fixtures/crm/hubspot.csv', '--format', 'json']);
  expect(JSON.parse(printed)).toHaveProperty('kpis');
  expect(megabytes).toBe(2);
});
