import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { check, type Loaded, load, readAhead, report } from '../../src/index.js';
import { civilDay } from '../../src/model/civil-day.js';
import { placedDays } from '../../src/model/stored-values.js';

/** Of the columns of days that were read: whether their times stay in the file. */
const daysRead = vi.hoisted((): boolean[] => []);

// Files that are small enough for a test are large enough for texts to stay in them.
vi.mock('../../src/load/fast-csv.js', async (original) => {
  const actual = await original<typeof import('../../src/load/fast-csv.js')>();
  const readFast: typeof actual.readFast = async (input, plan, score, twoFrom) => {
    const table = await actual.readFast(input, plan, score, twoFrom, 0);
    for (const column of table === null ? [] : table.columns.values()) {
      if (column?.kind === 'plain' && column.stored?.kind === 'days') daysRead.push(placedDays(column) !== null);
    }
    return table;
  };
  return { ...actual, readFast };
});

const folder = mkdtempSync(join(tmpdir(), 'kpi-staying-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  daysRead.length = 0;
});

const TODAY = civilDay(2025, 6, 1);
const HEADER = 'Deal ID,Deal Name,Account,Stage,Amount,Created Date,Closed Date';
const COUNT = 9200;

/** Deals of which nearly every name is another one, some are odd, and some ids stand twice. */
function deals(name: string): string {
  const path = join(folder, name);
  const two = (number: number): string => String(number).padStart(2, '0');
  const rows = Array.from({ length: COUNT }, (_, row) => {
    const odd = ['', 'Test deal', '"two\nlines"', '=1+1', 'ساختمان ۳', `"Order, ""${row}"""`][row % 97];
    const title = odd ?? (row % 3 === 0 ? `"Order ${row % 9000} for plant, ${row}"` : `Order ${row} for plant`);
    const [stage, closed] = [
      ['Open', ''],
      ['Closed Won', `2025-0${1 + (row % 4)}-${two(1 + (row % 28))}`],
      ['Closed Lost', `2025-03-${two(1 + (row % 28))}`],
    ][row % 3] ?? ['', ''];
    const id = row % 500 === 499 ? row - 1 : row;
    const time = `${two(row % 24)}:${two(row % 60)}:${two(Math.floor(row / 60) % 60)}`;
    const noted = [`2024-${two(1 + (row % 12))}-03 ${time}`, '', 'tomorrow', '2024-01-05T10:00'][row % 89];
    const created = noted ?? `2024-${two(1 + (row % 12))}-${two(1 + (Math.floor(row / 7) % 28))} ${time}`;
    return `D${id},${title},Customer ${row % 300},${stage},${row % 1000},${created},${closed}`;
  });
  writeFileSync(path, `${HEADER}\n${rows.join('\n')}`);
  return path;
}

const storedOf = ({ dataset }: Loaded): string | undefined => {
  const { name } = dataset.deals.carried().columns;
  return name?.kind === 'plain' ? name.stored?.kind : undefined;
};

describe('names and times that stay in the file', () => {
  it('change nothing of what is told of the deals', async () => {
    const files = [{ path: deals('same.csv') }];
    const by = ['account', 'Deal Name'];
    const [stored, stays] = [await load({ files, by }), await load({ files, by, leaveTexts: true })];
    expect([storedOf(stored), storedOf(stays)]).toEqual([undefined, 'places']);
    expect(daysRead).toEqual([false, true]);
    for (const request of [
      { sections: ['all'] },
      { by, top: 5 },
      { where: 'amount > 500', rules: { 'deal.duplicate_likely': { severity: 'error' } } },
    ] as const) {
      expect(report(stays, { today: TODAY, ...request })).toEqual(report(stored, { today: TODAY, ...request }));
    }
    expect(check(stays, { today: TODAY, maxRows: 0 })).toEqual(check(stored, { today: TODAY, maxRows: 0 }));
  });

  it('are stored of days by whose texts deals are split', async () => {
    const files = [{ path: deals('split.csv') }];
    const by = ['Created Date'];
    const [stored, stays] = [await load({ files, by }), await load({ files, by, leaveTexts: true })];
    expect(daysRead).toEqual([false, false]);
    const [first, other] = [stored, stays].map((one) => report(one, { today: TODAY, by, top: 5 }));
    expect(other).toEqual(first);
  });

  it('are what a begun reading left there, where that was asked for', async () => {
    const files = [{ path: deals('ahead.csv') }];
    const ahead = await readAhead({ files, leaveTexts: true });
    expect(storedOf(await load({ files, leaveTexts: true, ahead }))).toBe('places');
    const other = await readAhead({ files, leaveTexts: true });
    expect(storedOf(await load({ files, ahead: other }))).toBeUndefined();
  });

  it('are asked of no other file: it is said that this one changed', async () => {
    const path = deals('changed.csv');
    const loaded = await load({ files: [{ path }], leaveTexts: true });
    appendFileSync(path, '\nD1,x,y,Open,1,2025-01-01,');
    expect(() => check(loaded, { today: TODAY })).toThrowError(
      expect.objectContaining({ code: 'changed_while_reading', args: { file: path } }),
    );
  });
});
