import fc from 'fast-check';
import { expect, it } from 'vitest';
import { report } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

/*
 * Whatever the files hold: every row below a header is a record or is left out for a reason, and the partition adds up
 * to the records of the deals.
 */

const cell = (...values: readonly string[]) => fc.constantFrom(...values);
const date = fc.integer({ min: 1, max: 28 }).map((n) => `2024-0${1 + (n % 6)}-${String(n).padStart(2, '0')}`);
const dealLine = fc
  .tuple(
    cell('', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6'),
    cell('Alpha', 'Beta Ltd', ''),
    cell('Closed Won', 'Closed Lost', 'Negotiation', '', 'Hm'),
    cell('', '10', '10', '25', 'x'),
    cell('', '2024-01-02', '2024-01-03'),
    date,
    cell('', 'Scale', 'Printer', 'Paper'),
  )
  .map((cells) => cells.join(','));
const orderLine = fc
  .tuple(cell('', '1', '2', '3', 'C4', '5'), cell('', '2', '-1', 'x'), date, cell('', '5', '7.5'), cell('', 'K1', 'K2'))
  .map((cells) => cells.join(','));
const customerLine = fc.tuple(cell('Alpha', 'Beta', 'Gamma', ''), cell('Retail', '')).map((cells) => cells.join(','));
const blank = cell(',,,,,,');

const deals = fc.record({
  kind: fc.constant('deals' as const),
  lines: fc.array(fc.oneof({ weight: 9, arbitrary: dealLine }, { weight: 1, arbitrary: blank }), { maxLength: 14 }),
});
const orders = fc.record({ kind: fc.constant('orders' as const), lines: fc.array(orderLine, { maxLength: 10 }) });
const customers = fc.record({
  kind: fc.constant('customers' as const),
  lines: fc.array(customerLine, { maxLength: 6 }),
});

const HEADERS = {
  deals: 'Deal ID,Account,Stage,Amount,Create Date,Closed On,Product Name',
  orders: 'Invoice,Quantity,Invoice Date,Unit Price,Customer ID',
  customers: 'Account Name,Industry',
};

it('every row of every file is accounted for', async () => {
  const files = fc
    .array(fc.oneof({ weight: 3, arbitrary: deals }, orders, customers), { minLength: 1, maxLength: 4 })
    .filter((list) => {
      // Without a record there is nothing to report on, and the command says so.
      const main = list.some(({ kind }) => kind === 'deals') ? 'deals' : 'orders';
      return list.some(({ kind, lines }) => kind === main && lines.some((line) => /[^,]/.test(line)));
    });
  await fc.assert(
    fc.asyncProperty(files, async (list) => {
      const names = list.map(({ kind }, index) => [`${index}-${kind}.csv`, kind] as const);
      const texts = list.map(({ kind, lines }, index) => [
        `${index}-${kind}.csv`,
        [HEADERS[kind], ...lines, ''].join('\n'),
      ]);
      const loaded = await loadTexts(Object.fromEntries(texts), {}, Object.fromEntries(names));
      const document = report(loaded, { today: day('2025-01-01') });
      const { sources, partition } = document;
      for (const [index, { rows, records, skipped }] of sources.entries()) {
        expect(records).toBeGreaterThanOrEqual(0);
        expect(rows).toBe(records + skipped.reduce((sum, one) => sum + one.rows, 0));
        expect(rows).toBe(list[index]?.lines.length);
      }
      const recordsOf = (role: string): number =>
        sources.filter((source) => source.role === role).reduce((sum, { records }) => sum + records, 0);
      const ofDeals = sources.some(({ role }) => role === 'deals') ? recordsOf('deals') : recordsOf('orders');
      const { won, lost, open, excluded } = partition;
      expect([won + lost + open + excluded, partition.records]).toEqual([ofDeals, ofDeals]);
      expect(loaded.dataset.purchases?.size ?? null).toBe(
        sources.some(({ role }) => role === 'deals') && sources.some(({ role }) => role === 'orders')
          ? recordsOf('orders')
          : null,
      );
    }),
    { numRuns: 120 },
  );
}, 120_000);
