import { civilDay, NO_DAY, parseIsoDay } from '../../src/model/civil-day.js';
import { categoryColumn } from '../../src/model/column.js';
import { type DealColumns, Deals, type DealsInput } from '../../src/model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../../src/model/fields.js';
import { OUTCOMES, type Outcome } from '../../src/model/outcome.js';
import { textColumn } from '../../src/model/text-column.js';
import { placesBelow } from './row-places.js';

/**
 * Deals from a table literal, so that the reader of a test can do the sum:
 *
 *     dealsOf(`id  outcome created_at closed_at  amount
 *              D1  won     2024-01-05 2024-02-10 5000
 *              D2  open    2024-02-01 .          .`)
 *
 * Cells are separated by white space; `.` is a missing cell; `_` in a cell stands for a space. Columns are deal
 * fields, `outcome` and `customer`, or any other name (then an extra column). Row 2 of "deals.csv" is the first deal.
 */
export function dealsOf(table: string, more: Partial<DealsInput> = {}): Deals {
  const lines = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const [header = [], ...rows] = lines;
  const cells = (index: number): string[] =>
    rows.map((row) => {
      const cell = row[index];
      if (cell === undefined) throw new Error(`row "${row.join(' ')}" has no cell ${index + 1}`);
      return cell === '.' ? '' : cell.replaceAll('_', ' ');
    });
  const columns: Record<string, unknown> = {};
  const extra = new Map<string, ReturnType<typeof categoryColumn>>();
  header.forEach((name, index) => {
    const texts = cells(index);
    if (name === 'outcome') {
      columns[name] = Uint8Array.from(texts, (text) => {
        const code = OUTCOMES.indexOf(text as Outcome);
        if (code < 0) throw new Error(`no outcome "${text}"`);
        return code;
      });
    } else if (name === 'customer') columns[name] = categoryColumn(texts);
    else if (name in DEAL_FIELDS) columns[name] = columnOf(name as DealFieldName, texts);
    else extra.set(name, categoryColumn(texts));
  });
  return new Deals({
    size: rows.length,
    columns: columns as Partial<DealColumns>,
    files: [{ file: 'deals.csv', sheet: null }],
    places: placesBelow(rows.length),
    extra,
    unreadable: [],
    duplicates: [],
    ...more,
  });
}

function columnOf(field: DealFieldName, texts: string[]): unknown {
  switch (DEAL_FIELDS[field].kind) {
    case 'text':
      return textColumn(texts);
    case 'category':
      return categoryColumn(texts);
    case 'day':
      return Int32Array.from(texts, (text) => (text === '' ? NO_DAY : day(text)));
    case 'boolean':
      return Int8Array.from(texts, (text) => (text === '' ? -1 : text === 'yes' ? 1 : 0));
    case 'ratio': {
      // As they are read: few differ.
      const { codes, values } = categoryColumn(texts);
      return { codes, numbers: Float64Array.from(values, (text) => (text === '' ? Number.NaN : Number(text))) };
    }
    default:
      return Float64Array.from(texts, (text) => (text === '' ? Number.NaN : Number(text)));
  }
}

/** The day number of `2024-01-31`; throws on anything else. */
export function day(text: string): number {
  const value = parseIsoDay(text);
  if (value === null) throw new Error(`no day "${text}"`);
  return value;
}

/** Section 12 of the KPI reference: sixteen deals whose every answer was computed by hand. Snapshot 2024-12-31. */
export const SIXTEEN_DEALS = `
  id  account owner source   created_at closed_at  outcome amount probability expected_close
  D01 Alpha   Sara  Web      2024-01-05 2024-02-19 won     12000  1           .
  D02 Beta    Sara  Web      2024-01-10 2024-03-10 lost    8000   0           .
  D03 Gamma   Omid  Referral 2024-01-20 2024-03-04 won     20000  1           .
  D04 Delta   Omid  Web      2024-02-01 2024-05-01 lost    15000  0           .
  D05 Alpha   Sara  Referral 2024-03-01 2024-03-31 won     6000   1           .
  D06 Eps     Lina  Web      2024-03-15 2024-06-13 won     .      1           .
  D07 Zeta    Lina  Event    2024-04-02 2024-07-01 lost    30000  0           .
  D08 Gamma   Omid  Referral 2024-05-06 2024-06-05 won     9000   1           .
  D09 Eta     Lina  Event    2024-06-10 2024-06-10 won     4000   1           .
  D10 Theta   Sara  Web      2024-07-01 2024-10-09 lost    11000  0           .
  D11 Alpha   Omid  Referral 2024-08-01 2024-09-30 won     14000  1           .
  D12 Iota    Lina  Web      2024-09-02 .          open    25000  0.4         2024-12-01
  D13 Kappa   Sara  Web      2024-10-15 .          open    10000  0.1         2025-02-28
  D14 Gamma   Omid  Referral 2024-11-20 .          open    18000  0.6         2025-01-31
  D15 Lam     Lina  Event    2024-12-10 .          open    .      0.2         2025-03-31
  D16 Mu      Sara  Event    2024-05-20 2024-05-10 won     5000   1           .`;

/** The sixteen deals, with the customer column that normalizing would derive from the account. */
export function sixteenDeals(): Deals {
  const [header = '', ...rows] = SIXTEEN_DEALS.trim().split('\n');
  const table = [`${header} customer`, ...rows.map((row) => `${row} ${row.trim().split(/\s+/)[1] ?? '.'}`)];
  return dealsOf(table.join('\n'));
}

export const SIXTEEN_AS_OF = civilDay(2024, 12, 31);
