import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { load } from '../../src/index.js';
import { areInBlock } from '../../src/model/own-cells.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-again-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Long enough that what was read is mostly what the deals live on. */
const NAME = 'A deal of which the name is somewhat longer than most, number';

/** Deals that are numbered from `from` on, each worth its number and a quarter. */
function fileOf(name: string, from: number, deals: number): string {
  const path = join(folder, name);
  const rows = Array.from({ length: deals }, (_, row) => {
    const n = from + row;
    return `D${n},${NAME} ${n},Customer ${n % 700},Closed Won,${n}.25,2025-01-${(n % 28) + 10 > 28 ? 28 : (n % 28) + 10}`;
  });
  writeFileSync(path, `Deal ID,Deal Name,Account Name,Stage,Amount,Closed Date\n${rows.join('\n')}\n`);
  return path;
}

it('leaves deals as they are when other files are read after them', async () => {
  const request = (path: string) => ({ files: [{ path }] });
  const first = await load(request(fileOf('first.csv', 1000, 30_000)));
  // Far larger, and as large: neither is written where the first one's deals stand.
  const others = [
    await load(request(fileOf('larger.csv', 70_000, 60_000))),
    await load(request(fileOf('second.csv', 7000, 30_000))),
  ];
  for (const [{ dataset }, from, size] of [
    [first, 1000, 30_000],
    [others[0] ?? first, 70_000, 60_000],
    [others[1] ?? first, 7000, 30_000],
  ] as const) {
    const { deals } = dataset;
    expect(deals.size).toBe(size);
    // Whether they stand in what the file was read into is what makes this a question at all.
    expect(areInBlock(Object.values(deals.carried().columns))).toBe(true);
    for (const row of [0, 1, size - 1]) {
      const n = from + row;
      expect(deals.record(row)).toMatchObject({ id: `D${n}`, name: `${NAME} ${n}`, amount: n + 0.25 });
      expect(deals.record(row)).toMatchObject({ account: `Customer ${n % 700}` });
    }
    const sum = deals.column('amount').reduce((all, amount) => all + amount, 0);
    expect(sum).toBe((size * (2 * from + size - 1)) / 2 + size / 4);
  }
});
