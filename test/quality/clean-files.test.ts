import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check, load } from '../../src/index.js';
import { LAYOUTS } from '../support/layouts.js';
import { sixteenLayoutDeals } from '../support/print-layout.js';

/*
 * The same sixteen deals as each CRM would export them: whatever the columns, no rule may find anything but what is
 * wrong with the deals themselves.
 */

const folder = mkdtempSync(join(tmpdir(), 'kpi-clean-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(LAYOUTS.map((layout) => [layout.file, layout] as const))('sixteen deals as %s', (file, layout) => {
  it('violate what they are known to violate, and nothing else', async () => {
    const path = join(folder, file);
    writeFileSync(path, layout.print(sixteenLayoutDeals()));
    const loaded = await load({ files: [{ path }] });
    const document = check(loaded, { asOf: '2024-12-31', today: 20_088 });
    const found = document.rules.filter(({ violations }) => violations > 0);
    expect(found.map(({ id, violations }) => [id, violations])).toEqual([
      ['deal.won_without_amount', 1],
      ['deal.close_before_create', 1],
      ['deal.open_past_close', 1],
      ['deal.open_without_amount', 1],
      // Its export has a row per product.
      ...(file === 'didar.csv' ? [['row.line_items', 6]] : []),
      ['deal.same_day_close', 1],
      // Its export is in windows-1252.
      ...(file === 'suitecrm.csv' ? [['file.encoding_guessed', 1]] : []),
    ]);
  });
});
