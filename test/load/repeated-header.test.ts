import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordScanner, SENTINELS } from '../../src/load/record-scanner.js';
import { createHeaderTest, createOtherHeaderTest } from '../../src/load/repeated-header.js';
import { createRowSorter } from '../../src/load/row-sorter.js';
import { profileOf } from '../../src/load/several-tables.js';
import { createRecordTest } from '../../src/load/sure-record.js';
import { kpiValue, loadTexts, reportTexts } from '../support/load-texts.js';

const HEADER = ['Deal Name', 'Stage', 'Owner', 'Amount', 'Created', 'Closed'];
const cells = (row: string): string[] => row.split(',');

describe('a row that says the header again', () => {
  const test = createHeaderTest(HEADER);

  it.each([
    'Deal Name,Stage,Owner,Amount,Created,Closed',
    'deal name, STAGE ,Owner,Amount,Created,Closed',
    'Deal Name,Stage,Owner',
    'Deal Name,,,Amount,,Closed',
    ',Stage,Owner,Amount,Created,Closed',
    'Group B,Stage,Owner,Amount,Created,Closed',
    'Q3 2024,Stage,,Amount,Created,',
  ])('%s', (row) => {
    expect(test(cells(row))).toBe(true);
  });

  it.each([
    ['a deal that is called as its column', 'Deal Name,Won,Ann,100,2024-01-02,2024-02-03'],
    ['one that has nothing but that name', 'Deal Name,,,,,'],
    ['an owner that is called as his column', 'Alpha,Won,Owner,100,2024-01-02,2024-02-03'],
    ['two such cells in a record', 'Deal Name,Stage,Ann,100,2024-01-02,2024-02-03'],
    ['a record with two such cells, and nothing else', 'Alpha,Stage,,,,'],
    ['the header in another order', 'Stage,Deal Name,Owner,Amount,Created,Closed'],
    ['blanks', ',,,,,'],
  ])('is not %s', (_, row) => {
    expect(test(cells(row))).toBe(false);
  });
});

const BODY = ['One,Won,Ann,100,2024-01-02,2024-02-03', 'Two,Lost,Bob,50,2024-01-02,2024-02-03'].map(cells);
const KNOWN = new Set(['Opportunity', 'Phase', 'Sales Rep', 'Value', 'Create Date', 'Close Date', ...HEADER]);
const score = (names: readonly string[]): number => names.filter((name) => KNOWN.has(name)).length / names.length;

describe('a header in other words', () => {
  const test = createOtherHeaderTest(profileOf(HEADER, BODY), score);

  it.each(['Opportunity,Phase,Sales Rep,Value,Create Date,Close Date', 'Opportunity,Phase,,Value,,'])('%s', (row) => {
    expect(test(cells(row))).toBe(true);
  });

  it.each([
    ['a record with words for its amount and dates', 'Three,Won,Ann,unpriced,soon,later'],
    ['a record without amount and dates', 'Opportunity,Phase,Sales Rep,,,'],
    ['a record with what people write for nothing', 'Opportunity,Phase,Sales Rep,n/a,tbd,unknown'],
    ['the names in another order', 'Stage,Owner,Deal Name,Amount,Created,Closed'],
    ['a record', 'Opportunity,Phase,Sales Rep,100,2024-01-02,Close Date'],
  ])('is not %s', (_, row) => {
    expect(test(cells(row))).toBe(false);
  });
});

it('what is surely a record is no header, in its own words or in others', () => {
  const word = fc.constantFrom(
    '',
    ' ',
    'Deal Name',
    'stage ',
    'Owner',
    'Amount',
    'Created',
    'Closed',
    'Phase',
    'Value',
    'Close Date',
    'Ann',
    'بهار',
    '100',
    '2024-01-02',
    '۱۰۰',
  );
  const profile = profileOf(HEADER, BODY);
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (row) => {
      const bytes = Buffer.concat([Buffer.from(row.join('|')), new Uint8Array(SENTINELS)]);
      const scanner = new RecordScanner('|');
      scanner.feed(bytes, bytes.length - SENTINELS, true);
      scanner.next();
      if (!createRecordTest(HEADER, HEADER.length, profile.data)(scanner)) return;
      let accepted = false;
      const sorter = createRowSorter({
        header: HEADER,
        columns: HEADER.length,
        raggedRows: true,
        firstColumnIsTerse: false,
        profile,
        score,
        accept: () => {
          accepted = true;
        },
        skip: () => {},
      });
      sorter.push(row, 2, 2);
      expect(accepted).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

describe('files put one under the other', () => {
  const head = 'Deal Name,Account Name,Stage,Amount,Created Date,Close Date';
  const first = ['One,Alpha,Closed Won,100,2024-01-02,2024-02-01', 'Two,Beta,Closed Lost,50,2024-01-05,2024-02-11'];
  const second = ['Three,Alpha,Closed Won,70,2024-01-09,2024-02-12', 'Four,Gamma,Negotiation,90,2024-02-01,2024-08-01'];

  it.each([
    head,
    'Deal Name,Account Name,Stage,Amount',
    'DEAL NAME,ACCOUNT NAME,STAGE,AMOUNT,CREATED DATE,CLOSE DATE',
    'Team North,Account Name,Stage,,Created Date,Close Date',
    'Opportunity Name,Company,Deal Stage,Value,Create Date,Closed On',
    'نام معامله,شرکت,مرحله,مبلغ,تاریخ ایجاد,تاریخ بستن',
  ])('are four deals with %s between them', async (between) => {
    const report = await reportTexts({ 'deals.csv': [head, ...first, between, ...second, ''].join('\n') });
    expect(['new_deals', 'won_deals', 'lost_deals', 'open_deals'].map((id) => kpiValue(report, id))).toEqual([
      4, 2, 1, 1,
    ]);
    expect(report.sources[0]?.skipped).toEqual([{ reason: 'repeated header', rows: 1 }]);
  });

  it('keep a deal that is called as a column', async () => {
    const { dataset } = await loadTexts({
      'deals.csv': [head, ...first, 'Deal Name,Stage,Closed Won,70,2024-01-09,2024-02-12', ''].join('\n'),
    });
    expect(dataset.deals.size).toBe(3);
  });

  it('leave a further table below a blank row to itself only where its names stand elsewhere', async () => {
    const { dataset } = await loadTexts({
      'deals.csv': [head, ...first, '', 'Deal Name,Account Name,Stage,Amount', ...second, ''].join('\n'),
    });
    expect(dataset.deals.size).toBe(4);
  });
});
