import { describe, expect, it } from 'vitest';
import { idExcelMangled } from '../../../src/quality/catalogue/id-excel-mangled.js';
import { runRule } from '../../support/rules.js';

describe('id.excel_mangled', () => {
  const ids = (table: string) =>
    runRule(idExcelMangled, table)
      .describe()
      .map(({ value }) => value);

  it('rejects ids in scientific notation, and long ones that end in zeros where most do', () => {
    expect(ids('id amount\nD1 5\n4.2E+17 5\n4,2e+17 6')).toEqual(['4.2E+17', '4,2e+17']);
    expect(ids('id amount\n4200000001234000 5\n4200000001235000 5\n4200000001236789 5')).toEqual([
      '4200000001234000',
      '4200000001235000',
    ]);
  });

  it('accepts one long id that ends in zeros among others, and codes with an E', () => {
    expect(ids('id amount\n4200000001234000 5\n4200000001235001 5\n4200000001236789 5\n12E17 5\n1E7 6')).toEqual([]);
  });

  it('rejects account ids that have lost the zeros of the customers file', () => {
    const [found, ...others] = runRule(
      idExcelMangled,
      'id account_id\nD1 17\nD2 18\n# customers\nid name\n0017 Alpha\n18 Beta',
    ).describe();
    expect(found?.message.en).toBe('the id 17 has lost its leading zeros: the customers file has 0017');
    expect(others).toEqual([]);
  });
});
