import { describe, expect, it } from 'vitest';
import { dealIdDuplicate } from '../../../src/quality/catalogue/deal-id-duplicate.js';
import { check } from '../../../src/quality/check.js';
import { day, dealsOf } from '../../support/deals.js';
import { runRule } from '../../support/rules.js';

describe('deal.id_duplicate', () => {
  it('finds each row that is not counted, at its own place, and tells identical from conflicting', () => {
    const result = runRule(
      dealIdDuplicate,
      `id amount
       D1 100
       D2 200
       D1 100
       D3 300
       D2 999`,
    );
    const found = result.describe();
    expect(found.map(({ place, recordId, value }) => [place.row, recordId, value])).toEqual([
      [4, 'D1', 'D1'],
      [6, 'D2', 'D2'],
    ]);
    expect(found[0]?.message.en).toBe(
      'the id D1 stands in row 2 already; every cell is equal, so the deal counts once',
    );
    expect(found[1]?.message.en).toBe('the id D2 stands in row 3 already; the two differ, and only that row counts');
  });

  it('applies to every row with an id, repeats included: 2 of 5', () => {
    const result = runRule(dealIdDuplicate, 'id amount\nD1 100\nD2 200\nD1 100\nD3 300\nD2 999\n. 5\n. 5');
    expect([result.violations, result.applicable, result.rate]).toEqual([2, 5, 0.4]);
  });

  it('counts the money of a deal that stands in three rows once', () => {
    const result = runRule(dealIdDuplicate, 'id amount\nD1 100\nD1 100\nD1 100');
    expect([result.violations, result.amount]).toEqual([2, 100]);
  });

  it('accepts distinct ids and rows without one', () => {
    expect(runRule(dealIdDuplicate, 'id amount\nD1 100\nD2 100\n. 5\n. 5')).toMatchObject({
      outcome: 'pass',
      applicable: 2,
      violations: 0,
    });
  });

  it('lists repeats by file and row, and names the file of the row that counts', () => {
    const place = (file: string, row: number) => ({ file, sheet: null, row, line: row });
    const deals = dealsOf('id amount\nD1 100\nD2 200', {
      duplicates: [
        { kept: 1, place: place('old.csv', 9), identical: true },
        { kept: 0, place: place('deals.csv', 7), identical: true },
        { kept: 0, place: place('old.csv', 3), identical: false },
      ],
    });
    const [result] = check([dealIdDuplicate], { deals, ambiguous: [], asOf: day('2025-01-01') }).results;
    const found = result?.describe() ?? [];
    expect(found.map(({ place: at }) => `${at.file}:${at.row}`)).toEqual(['old.csv:3', 'old.csv:9', 'deals.csv:7']);
    expect(found[0]?.message.en).toContain('stands in row 2 of deals.csv already; the two differ');
    expect(found[2]?.message.en).toContain('stands in row 2 already');
  });
});
