import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { printCheckCsv } from '../../../src/format/csv/check.js';
import { printFixList } from '../../../src/format/csv/fix-list.js';
import type { Repair } from '../../../src/report/fix-list.js';
import { CHECK, withText } from '../../support/documents.js';
import { HOSTILE } from '../../support/hostile.js';

const rowsOf = (text: Iterable<string>): string[][] =>
  Papa.parse<string[]>([...text].join(''), { skipEmptyLines: true }).data;

const REPAIR: Repair = {
  file: 'deals.csv',
  sheet: null,
  row: 5,
  line: 5,
  amount: -1200.5,
  currency: 'EUR',
  owner: 'Sara',
  id: 'D4',
  name: 'Delta',
  account: 'ACME',
  outcome: 'won',
  severity: 'error',
  rules: ['deal.amount_negative', 'deal.owner_missing'],
  problems: ['the amount is negative', 'no owner'],
  repairs: ['Correct the amount.', 'Assign the deal.'],
};

describe('the violations as CSV', () => {
  it('are a row each, with a header', () => {
    const [header, first, ...rest] = rowsOf(printCheckCsv(CHECK));
    expect(header?.join(' ')).toBe(
      'rule severity file sheet row line record_id column field value message count fingerprint',
    );
    expect(first).toEqual([
      'deal.won_without_amount',
      'error',
      'hubspot.csv',
      '',
      '7',
      '7',
      'D06',
      'Amount',
      'amount',
      '',
      'won, but the amount is empty',
      '1',
      '0000000000000007',
    ]);
    expect(rest).toHaveLength(CHECK.violations.length - 1);
  });
});

describe('the list of repairs as CSV', () => {
  it('has a byte order mark, titles in the language, and a row per record', () => {
    const text = [...printFixList([REPAIR], 'en')].join('');
    expect(text.startsWith('\ufeffAmount,Currency,Owner,Id,')).toBe(true);
    expect(rowsOf(printFixList([REPAIR], 'en'))[1]).toEqual([
      '-1200.5',
      'EUR',
      'Sara',
      'D4',
      'Delta',
      'ACME',
      'won',
      'error',
      'the amount is negative · no owner',
      'Correct the amount. · Assign the deal.',
      'deal.amount_negative deal.owner_missing',
      'deals.csv',
      '',
      '5',
    ]);
    expect([...printFixList([], 'fa')].join('')).toMatch(/^\ufeffمبلغ,ارز,مسئول,/);
  });
});

describe('no text of a file', () => {
  const tables = (text: string): readonly string[][][] => [
    rowsOf(printCheckCsv(withText(CHECK, text))),
    rowsOf(printFixList([{ ...REPAIR, owner: text, id: text, name: text, problems: [text] }], 'en')),
  ];

  it('is a formula to a spreadsheet, or moves a cell', () => {
    for (const text of [...HOSTILE, '=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|cmd', '-2+3']) {
      for (const [header, ...rows] of tables(text)) {
        for (const cells of rows) {
          expect(cells, text).toHaveLength(header?.length ?? 0);
          for (const cell of cells) {
            if (/^-?\d+(\.\d+)?$/.test(cell)) continue; // a number is one
            expect(cell, text).not.toMatch(/^\s*[=+\-@|＝＋－＠]/);
            expect(cell, text).not.toMatch(/\p{Cc}/u);
          }
        }
      }
    }
  });

  it('loses its minus sign where it is a number', () => {
    const [, first] = tables('-5')[0] ?? [];
    expect(first?.[9]).toBe('-5');
  });
});
