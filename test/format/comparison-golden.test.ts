import { describe, expect, it } from 'vitest';
import { kpi } from '../support/run.js';

// What a reader of a comparison sees: open the files, do not diff them only. `vitest -u` rewrites them. The figures in
// them are held to arithmetic by hand in test/fixtures-exports.test.ts.
const EXPORTS = ['2025-01-31', '2025-02-28', '2025-03-31'].map((day) => `fixtures/exports/deals-${day}.csv`);
const PERSIAN = ['1403-11-30', '1403-12-30'].map((day) => `fixtures/exports/deals-fa-${day}.csv`);

describe('what a reader sees of a comparison', () => {
  it.each([
    ['comparison.txt', [...EXPORTS.slice(0, 2), '--lang', 'en']],
    ['comparison.md', [...EXPORTS.slice(0, 2), '--lang', 'en', '--format', 'markdown']],
    ['comparison-three.txt', [...EXPORTS, '--lang', 'en', '--detail', 'full']],
    ['comparison-fa.txt', [...PERSIAN, '--lang', 'fa']],
    ['comparison-fa.md', [...PERSIAN, '--lang', 'fa', '--format', 'markdown']],
  ])('%s', async (file, args) => {
    const { status, stdout } = kpi(['compare', ...args]);
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`golden/${file}`);
  });
});
