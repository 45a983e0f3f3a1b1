import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.js';
import { check } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

/* The gate never opens as damage grows: what fails with some cells of a column damaged fails with more of them. */

const HEADER = [
  ...['Deal ID', 'Deal Name', 'Account', 'Owner', 'Stage', 'Status', 'Amount', 'Currency', 'Created', 'Close Date'],
  ...['Probability', 'Last Activity'],
];
const ACCOUNTS = ['Ardent', 'Borea', 'Cinder', 'Dovetail', 'Ember', 'Fjord'];
const DEALS = 24;

/** Sound deals: nothing is to be found but what is done to them. */
const ROWS: readonly (readonly string[])[] = Array.from({ length: DEALS }, (_, n) => {
  const [stage, status, probability] = [
    ['Closed Won', 'Won', '100'],
    ['Closed Lost', 'Lost', '0'],
    ['Proposal', 'Open', '40'],
  ][n % 3] as [string, string, string];
  const date = (month: number): string => `2024-0${month}-${String(1 + n).padStart(2, '0')}`;
  const [created, closed, active] = [date(1 + (n % 3)), date(n % 3 === 2 ? 9 : 5), date(n % 3 === 2 ? 6 : 5)];
  return [
    ...[`D-${101 + n}`, `deal of ${n}`, ACCOUNTS[n % 6] ?? '', ['Sara', 'Omid'][n % 2] ?? '', stage, status],
    ...[String(1200 + n * 37), n % 4 === 0 ? 'USD' : 'EUR', created, closed, probability, active],
  ];
});

/** What becomes of a cell. */
const DAMAGE: Readonly<Record<string, (n: number) => string>> = {
  words: (n) => ['soon', 'tbd', 'next week', 'call me'][n % 4] ?? '',
  blank: () => '',
  garbled: (n) => ['qxv', 'zzkj', 'wvq', 'jjx'][n % 4] ?? '',
  numbers: (n) => String(70_000 + n),
  'a day that no calendar has': () => '2024-02-31',
  'an error of a spreadsheet': () => '#REF!',
};

async function outcome(rows: readonly (readonly string[])[]): Promise<string> {
  const text = [HEADER, ...rows].map((cells) => cells.join(',')).join('\n');
  try {
    const loaded = await loadTexts({ 'deals.csv': text });
    return check(loaded, { today: day('2024-08-01'), asOf: '2024-08-01' }).summary.outcome;
  } catch (error) {
    if (error instanceof UserError) return 'fail'; // no usable data: exit code 3
    throw error;
  }
}

const shuffled = fc.shuffledSubarray([...ROWS.keys()], { minLength: DEALS, maxLength: DEALS });
const sizes = fc.tuple(fc.integer({ min: 1, max: DEALS }), fc.integer({ min: 1, max: DEALS }));

describe('the gate', () => {
  it('passes what is sound', async () => {
    expect(await outcome(ROWS)).toBe('pass');
  });

  it('stays shut as more cells of a column are damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(HEADER.length - 1),
        fc.constantFrom(...Object.keys(DAMAGE)),
        shuffled,
        sizes,
        async (column, kind, order, [a, b]) => {
          const damaged = (count: number) => {
            const hit = new Set(order.slice(0, count));
            return ROWS.map((cells, row) =>
              hit.has(row) ? cells.map((cell, at) => (at === column ? (DAMAGE[kind]?.(row) ?? '') : cell)) : cells,
            );
          };
          const [fewer, more] = [await outcome(damaged(Math.min(a, b))), await outcome(damaged(Math.max(a, b)))];
          expect([fewer, more]).not.toEqual(['fail', 'pass']);
        },
      ),
      { numRuns: 120 },
    );
  });

  it('stays shut as more rows are cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: HEADER.length - 1 }), shuffled, sizes, async (left, order, [a, b]) => {
        const cut = (count: number) => {
          const hit = new Set(order.slice(0, count));
          return ROWS.map((cells, row) => (hit.has(row) ? cells.slice(0, left) : cells));
        };
        const [fewer, more] = [await outcome(cut(Math.min(a, b))), await outcome(cut(Math.max(a, b)))];
        expect([fewer, more]).not.toEqual(['fail', 'pass']);
      }),
      { numRuns: 60 },
    );
  });

  it('is shut where a fifth of the close dates are words, and where more are', async () => {
    for (const count of [1, 4, 5, 6, 12, 23, 24]) {
      const words = ROWS.map((cells, row) =>
        row < count ? cells.map((cell, at) => (at === 9 ? 'soon' : cell)) : cells,
      );
      expect(await outcome(words), `${count} of ${DEALS}`).toBe('fail');
    }
  });
});
