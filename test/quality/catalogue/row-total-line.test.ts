import { describe, expect, it } from 'vitest';
import { rowTotalLine } from '../../../src/quality/catalogue/row-total-line.js';
import { runRule } from '../../support/rules.js';

describe('row.total_line', () => {
  const found = (table: string) =>
    runRule(rowTotalLine, table)
      .describe()
      .map(({ place }) => place.row);

  it('rejects words for a total without an id, in the last three records only', () => {
    expect(found('id name amount\n. Total 9\nD1 A 5\nD2 B 4\n. Sum 9\n. جمع_کل 9')).toEqual([5, 6]);
    expect(found('id name amount\nD1 A 5\nTotal . 5')).toEqual([3]);
  });

  it('rejects a record without any text whose amount is the sum of all others', () => {
    expect(found('id name amount\nD1 A 5.25\nD2 B 4\n. . 9.25')).toEqual([4]);
    expect(found('id name amount\nD1 A 5.25\nD2 B 4\n. . 9.5')).toEqual([]);
  });

  it('accepts deals that only sound so', () => {
    expect(found('id name amount\nD1 Total_Energies 5\nD2 Summit 4\n. Totally_new 1')).toEqual([]);
  });

  it('takes a name that begins with such a word for a deal where it has the cells of one', () => {
    const header = 'name account stage amount created_at closed_at';
    const deals = `A Acme Won 100 2024-01-01 2024-02-01
       B Bolt Lost 200 2024-01-01 2024-02-01`;
    const own = (name: string) => `${name} Dune Won 70 2024-01-01 2024-02-01`;
    const names = ['Total_Energies', 'Summe_GmbH', 'مجموع_آریا', 'Grand_Total_Wine', 'Count_down', 'Sum-up', 'Totals'];
    for (const name of names) expect(found(`${header}\n${deals}\n${own(name)}`), name).toEqual([]);
    // 100 + 200 = 300: the sum of the rows above is one, whatever else the line says.
    expect(found(`${header}\n${deals}\nTotal_2024 Dune Won 300 2024-01-01 2024-02-01`)).toEqual([4]);
    // Most cells are empty: an average is no sum, and a total line all the same.
    expect(found(`${header}\n${deals}\nAverage_2024 . . 150 . .`)).toEqual([4]);
    // 100 + 200 + 70 = 370, with a deal that sounds like a total among the last.
    expect(found(`${header}\n${deals}\n${own('Total_Energies')}\n. . . 370 . .`)).toEqual([5]);
  });

  it('judges a table of names and amounts by the sum alone', () => {
    expect(found('name amount\nA 5\nB 4\nTotal_Energies 7')).toEqual([]);
    expect(found('name amount\nA 5\nB 4\nTotal_of_May 9')).toEqual([4]);
  });
});
