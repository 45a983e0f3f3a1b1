import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../src/index.js';
import { civilDate, civilDay } from '../src/model/civil-day.js';

/**
 * Deals written as a person's CRM would write them (delimiter, encoding, line ends, date order, number format, all at
 * random) and read back through the library: every fact must be what was written, or the report must say that the
 * file does not settle it.
 */

interface Written {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly cents: number | null;
  readonly created: number;
  readonly closed: number | null;
  readonly outcome: 'won' | 'lost' | 'open';
}

type Order = 'iso' | 'dmy' | 'mdy' | 'dots' | 'named';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');

function dateText(day: number | null, order: Order): string {
  if (day === null) return '';
  const { year, month, day: dayOfMonth } = civilDate(day);
  switch (order) {
    case 'iso':
      return `${year}-${two(month)}-${two(dayOfMonth)}`;
    case 'dmy':
      return `${two(dayOfMonth)}/${two(month)}/${year}`;
    case 'mdy':
      return `${month}/${dayOfMonth}/${year}`;
    case 'dots':
      return `${two(dayOfMonth)}.${two(month)}.${year}`;
    case 'named':
      return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
  }
}

function amountText(cents: number | null, style: 'plain' | 'us' | 'de' | 'fr'): string {
  if (cents === null) return '';
  const [whole = '', fraction = ''] = (cents / 100).toFixed(2).split('.');
  const grouped = (separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator);
  if (style === 'us') return `$${grouped(',')}.${fraction}`;
  if (style === 'de') return `${grouped('.')},${fraction} €`;
  if (style === 'fr') return `${grouped('\u00a0')},${fraction}`;
  return `${whole}.${fraction}`;
}

const text = fc
  .string({ unit: fc.constantFrom(...'abc XYZ,;|\t"\n\'é-_.'), minLength: 1, maxLength: 12 })
  .map((one) => `N${one}`);
const anyDay = fc.integer({ min: civilDay(2015, 1, 1), max: civilDay(2026, 6, 30) });

const deal = fc
  .record({
    name: text,
    owner: fc.constantFrom('Ana', 'Zoë', 'Lee'),
    cents: fc.option(fc.integer({ min: 0, max: 500_000_000 }), { nil: null }),
    created: anyDay,
    length: fc.integer({ min: 0, max: 400 }),
    outcome: fc.constantFrom('won' as const, 'lost' as const, 'open' as const),
  })
  .map(({ length, ...rest }) => ({ ...rest, closed: rest.outcome === 'open' ? null : rest.created + length }));

const deals = fc
  .array(deal, { minLength: 1, maxLength: 25 })
  .map((list): Written[] => list.map((one, index) => ({ ...one, id: `D-${index + 1}` })));

const style = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf8' as const, 'utf8-bom' as const, 'utf16le' as const, 'latin1' as const),
  order: fc.constantFrom<Order>('iso', 'dmy', 'mdy', 'dots', 'named'),
  amounts: fc.constantFrom('plain' as const, 'us' as const, 'de' as const, 'fr' as const),
  zipped: fc.boolean(),
  quoteAll: fc.boolean(),
});

type Style = typeof style extends fc.Arbitrary<infer S> ? S : never;

function fileOf(rows: readonly Written[], how: Style): Buffer {
  const quoted = (cell: string): string =>
    how.quoteAll || /["\n\r\t,;|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  const line = (cells: readonly string[]): string => cells.map(quoted).join(how.delimiter) + how.newline;
  const stage = { won: 'Closed Won', lost: 'Closed Lost', open: 'Negotiation' } as const;
  const body =
    line(['Deal Id', 'Deal Name', 'Owner', 'Stage', 'Amount', 'Created Date', 'Closed Date']) +
    rows
      .map((row) =>
        line([
          row.id,
          row.name,
          row.owner,
          stage[row.outcome],
          amountText(row.cents, how.amounts),
          dateText(row.created, how.order),
          dateText(row.closed, how.order),
        ]),
      )
      .join('');
  const bytes =
    how.encoding === 'utf16le'
      ? Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(body, 'utf16le')])
      : how.encoding === 'latin1'
        ? Buffer.from(body.replaceAll('€', 'EUR'), 'latin1')
        : Buffer.from(how.encoding === 'utf8-bom' ? `\ufeff${body}` : body, 'utf8');
  return how.zipped ? gzipSync(bytes) : bytes;
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kpi-reading-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether any date of the file can only be read in one order. */
function settled(rows: readonly Written[], order: Order): boolean {
  if (order === 'iso' || order === 'named' || order === 'dots') return true;
  return rows.some((row) => [row.created, row.closed].some((day) => day !== null && civilDate(day).day > 12));
}

describe('deals written in any style', () => {
  it('are read back as they were written', async () => {
    await fc.assert(
      fc.asyncProperty(deals, style, async (rows, how) => {
        const file = join(folder, 'deals.csv');
        writeFileSync(file, fileOf(rows, how));
        const said = settled(rows, how.order) ? {} : { dateOrder: how.order as 'dmy' | 'mdy' };
        // Names of random letters are no words that a code page could be told by.
        const encoding = how.encoding === 'latin1' ? { encoding: 'windows-1252' } : {};
        const files = [{ path: file, role: 'deals' as const }];
        const { dataset } = await load({ files, delimiter: how.delimiter, ...encoding, ...said });
        const read = Array.from({ length: dataset.deals.size }, (_, row) => dataset.deals.record(row));
        expect(
          read.map(({ id, owner, outcome, amount, createdAt, closedAt }) => ({
            id,
            owner,
            outcome,
            amount,
            createdAt,
            closedAt,
          })),
        ).toEqual(
          rows.map((row) => ({
            id: row.id,
            owner: row.owner,
            outcome: row.outcome,
            amount: row.cents === null ? null : row.cents / 100,
            createdAt: row.created,
            closedAt: row.closed,
          })),
        );
        expect(read.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
        expect(dataset.sources[0]?.rows).toBe(rows.length);
      }),
      { numRuns: 150 },
    );
  });

  it('that do not settle the order of day and month say so, with the number of cells', async () => {
    const file = join(folder, 'ambiguous.csv');
    writeFileSync(
      file,
      'Deal Id,Stage,Amount,Created Date\n1,Won,5,03/04/2024\n2,Lost,6,05/05/2024\n3,Lost,7,01/02/2024\n',
    );
    const { dataset } = await load({ files: [{ path: file }] });
    expect(dataset.ambiguous).toMatchObject([{ column: 'Created Date', field: 'created_at', cells: 2 }]);
    expect(dataset.warnings.map(({ code }) => code)).toContain('ambiguous_column');
    const told = await load({ files: [{ path: file }], dateOrder: 'dmy' });
    expect(told.dataset.ambiguous).toEqual([]);
    expect(told.dataset.deals.record(0).createdAt).toBe(civilDay(2024, 4, 3));
  });
});
