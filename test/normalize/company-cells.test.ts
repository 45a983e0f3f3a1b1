import { describe, expect, it } from 'vitest';
import { categoryAt, categoryColumn } from '../../src/model/column.js';
import { firstCompany, realIds } from '../../src/normalize/company-cells.js';
import { unmadeCategory } from '../support/written-texts.js';

const texts = (column: ReturnType<typeof categoryColumn>, n: number): string[] =>
  Array.from({ length: n }, (_, row) => categoryAt(column, row));

describe('firstCompany', () => {
  it('takes the first of several companies, and counts the rows', () => {
    const { column, several } = firstCompany(categoryColumn(['8001;8002', '8001', '8002;', '', ';8003']));
    expect(texts(column, 5)).toEqual(['8001', '8001', '8002', '', '8003']);
    expect(several).toBe(1);
  });

  it('looks for them in bytes where no text was made, and makes none where there are none', () => {
    const joined = categoryColumn(['شرکت;8002', '8001', '']);
    const { column, several } = firstCompany(unmadeCategory(joined));
    expect(texts(column, 3)).toEqual(['شرکت', '8001', '']);
    expect(several).toBe(1);
    const plain = unmadeCategory(categoryColumn(['شرکت', '8001', '']));
    expect(firstCompany(plain).column).toBe(plain);
  });
});

describe('realIds', () => {
  it('knows that 0 is no account', () => {
    expect(texts(realIds(categoryColumn(['0', '12', '0', ''])), 4)).toEqual(['', '12', '', '']);
  });
});
