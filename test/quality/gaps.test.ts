import { describe, expect, it } from 'vitest';
import { say } from '../../src/locale/say.js';
import { dealAccountMissing } from '../../src/quality/catalogue/deal-account-missing.js';
import { dealOpenWithoutAmount } from '../../src/quality/catalogue/deal-open-without-amount.js';
import { refValueOrphan } from '../../src/quality/catalogue/ref-value-orphan.js';
import type { Rule } from '../../src/quality/definition.js';
import { runRule } from '../support/rules.js';

const rows = (n: number, line: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => line(at)).join('\n');
const found = (rule: Rule, table: string, most?: number) =>
  runRule(rule, table)
    .list(most)
    .map(({ place, recordId, count, common, first }) => ({
      row: place.row,
      recordId,
      count,
      common: common === null ? null : say(common, 'en'),
      first: first.map((one) => one.place.row),
    }));

describe('violations that are one fault', () => {
  it('are one finding where all records of the rule have it, or nine of ten', () => {
    const won = 'W1 won 5';
    const all = `id outcome amount\n${won}\n${rows(12, (at) => `D${at} open .`)}`;
    const one = { row: 3, recordId: null, first: [3, 4, 5, 6, 7] };
    expect(found(dealOpenWithoutAmount, all, 20)).toEqual([{ ...one, count: 12, common: '12 of 12 open deals' }]);
    expect(found(dealOpenWithoutAmount, `${all}\nD99 open 7`, 20)).toEqual([
      { ...one, count: 12, common: '12 of 13 open deals' },
    ]);
    // 12 of 14 are under nine tenths.
    expect(found(dealOpenWithoutAmount, `${all}\nD98 open 7\nD99 open 7`)).toHaveLength(12);
    // All of them are listed with all their rows.
    expect(found(dealOpenWithoutAmount, all)[0]?.first).toHaveLength(12);
    expect(runRule(dealOpenWithoutAmount, all)).toMatchObject({ violations: 12, applicable: 12 });
  });

  it('are one finding of the class that has them all, and the others stand alone', () => {
    const table = `id outcome stage account
      ${rows(10, (at) => `A${at} open Lead .`)}
      ${rows(20, (at) => `B${at} open Offer Alpha`)}
      B99 open Offer .`;
    expect(found(dealAccountMissing, table, 20)).toEqual([
      { row: 2, recordId: null, count: 10, common: '10 of 10 deals with the stage "Lead"', first: [2, 3, 4, 5, 6] },
      { row: 32, recordId: 'B99', count: 1, common: null, first: [] },
    ]);
  });

  it('are one finding of the value that they share', () => {
    const products = '# lookup product products.csv\nproduct\nGTX_Pro';
    const table = `id product\n${rows(11, (at) => `D${at} GTXPro`)}\nD20 Mega\n${products}`;
    expect(found(refValueOrphan, table, 20)).toEqual([
      { row: 2, recordId: null, count: 11, common: '11 times', first: [2, 3, 4, 5, 6] },
      { row: 13, recordId: 'D20', count: 1, common: null, first: [] },
    ]);
    expect(found(refValueOrphan, table, 1)).toHaveLength(1);
  });

  it('are read one by one where they are few', () => {
    expect(found(dealOpenWithoutAmount, `id outcome amount\n${rows(9, (at) => `D${at} open .`)}`)).toHaveLength(9);
  });
});
