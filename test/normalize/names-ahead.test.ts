import { describe, expect, it } from 'vitest';
import { UnmadeDictionary } from '../../src/model/distinct-texts.js';
import { textColumn } from '../../src/model/text-column.js';
import { keepWritten } from '../../src/model/written-texts.js';
import { buildDataset } from '../../src/normalize/build.js';
import type { NameCells, NamedCustomers } from '../../src/normalize/named-customers.js';
import { planTables } from '../../src/normalize/plan.js';
import { placesBelow } from '../support/row-places.js';
import { keptTextsOf } from '../support/written-texts.js';

/** What another thread is asked, and the customers of deals where it says that all are the last name's. */
function built(columns: readonly string[], rows: readonly (readonly string[])[], merged?: readonly string[][]) {
  const head = {
    ...{ file: 'deals.csv', format: 'csv' as const, sheet: null, encoding: 'utf-8', delimiter: ',' },
    ...{ columns, headerRow: 1, preamble: [], sample: rows, sheets: [] },
  };
  const settings = { preset: undefined, mapping: {}, by: [], allColumns: false };
  const [plan] = planTables([{ head }], settings);
  if (plan === undefined) throw new Error('no plan');
  const cells = columns.map((_, at) => {
    const column = textColumn(rows.map((row) => row[at] ?? ''));
    if (column.kind === 'dictionary') {
      const kept = keptTextsOf(column.values);
      keepWritten(column.codes, kept);
      return new UnmadeDictionary(column.codes, kept);
    }
    return column;
  });
  const raw = { head, size: rows.length, columns: cells, places: placesBelow(rows.length), skipped: [], findings: [] };
  const asked: string[] = [];
  const ahead = ({ codes, texts }: NameCells): { take(): NamedCustomers } => {
    asked.push(Buffer.from(texts.bytes).toString());
    const [deals, labelOf] = [new Uint32Array(texts.length + 1), Uint32Array.of(0, texts.length)];
    return { take: () => ({ codes: new Uint8Array(codes.length).fill(1), labelOf, several: [], deals }) };
  };
  const dataset = buildDataset([{ plan, raw: { ...raw, sha256: '' } }], {
    ...{ stages: {}, currency: null, zone: () => 0, by: [], contents: false, customersAhead: ahead },
    ...(merged === undefined ? {} : { merged }),
  });
  const { codes, values } = dataset.deals.column('customer');
  return { asked, customers: [...codes].map((code) => values[code]) };
}

const HEADER = ['Deal Name', 'Account Name', 'Stage', 'Amount', 'Close Date'];
const ROWS = [
  ['One', 'Alpha', 'Won', '5', '2024-01-05'],
  ['Two', 'Beta', 'Lost', '7', '2024-01-06'],
];

describe('names of customers that another thread looks at', () => {
  it('are those of the column that is read, and its word is taken', () => {
    expect(built(HEADER, ROWS)).toEqual({ asked: ['AlphaBeta'], customers: ['Beta', 'Beta'] });
  });

  it('are not asked for where ids or the user tell customers, too', () => {
    const withIds = ROWS.map(([name = '', ...rest], at) => [name, `A${at}`, ...rest]);
    expect(built(['Deal Name', 'Account ID', ...HEADER.slice(1)], withIds)).toEqual({
      asked: [],
      customers: ['Alpha', 'Beta'],
    });
    expect(built(HEADER, ROWS, [['Alpha', 'Beta']])).toEqual({ asked: [], customers: ['Alpha', 'Alpha'] });
  });

  it('are found here where another column is read in the end, or its rows are others', () => {
    // A report of groups: the sum below each is no deal.
    const header = 'Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Created Date,Close Date'.split(',');
    const groups = [
      'Ava,Alpha,One,Closed Won,100,2024-01-01,2024-02-01',
      'Ava,Beta,Two,Closed Lost,60,2024-01-02,2024-02-02',
      'Ava Total,,,,160,,',
      'Ben,Alpha,One,Closed Won,100,2024-01-01,2024-02-01',
      'Ben,Gamma,Three,Negotiation,40,2024-01-03,2024-08-02',
      'Ben Total,,,,140,,',
    ].map((line) => line.split(','));
    const { asked, customers } = built(header, groups);
    expect(asked).toEqual(['AlphaBetaGamma']);
    expect(customers).toEqual(['Alpha', 'Beta', 'Alpha', 'Gamma']);
  });
});
