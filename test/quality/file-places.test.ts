import { describe, expect, it } from 'vitest';
import { check } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

/* Where violations stand: the row that a spreadsheet shows, and beside it the physical line of a text file. */

const HEADER = 'Deal ID,Deal Name,Stage,Amount,Created,Close Date';
const deal = (id: string, note = `deal ${id}`): string => `${id},${note},Closed Won,100,2024-01-01,2024-02-01`;

async function placesOf(texts: Readonly<Record<string, string>>, rule: string, roles = {}) {
  const loaded = await loadTexts(texts, {}, roles);
  return check(loaded, { today: day('2024-12-31'), asOf: '2024-12-31', maxRows: 0 })
    .violations.filter((one) => one.rule === rule)
    .map(({ file, row, line }) => ({ file: file.replace(/^.*[\\/]/, ''), row, line }));
}

describe('the place of a violation', () => {
  it('is a row and a line, which part behind a quoted line break', async () => {
    // Row 2 takes lines 2 to 4: row 3 stands in line 5, row 4 in line 6.
    const text = [HEADER, deal('D1', '"a\nb\nc"'), deal('D2'), 'D3,x,Closed Won,,2024-01-01,2024-02-01'].join('\n');
    expect(await placesOf({ 'a.csv': text }, 'deal.won_without_amount')).toEqual([{ file: 'a.csv', row: 4, line: 6 }]);
  });

  it('has its line for rows of another width, by bytes and by the reference reader', async () => {
    const rows = Array.from({ length: 6 }, (_, index) => deal(`D${index + 2}`));
    for (const encoding of ['utf8', 'stray quote'] as const) {
      const first = encoding === 'utf8' ? deal('D1', '"a\nb"') : deal('D1', '"a\nb" "c"');
      const text = [HEADER, first, ...rows, 'D9,x', deal('D10')].join('\n');
      // Rows 2 (two lines), 3 … 8, and 9 in line 10.
      expect(await placesOf({ 'a.csv': text }, 'row.width'), encoding).toEqual([{ file: 'a.csv', row: 9, line: 10 }]);
    }
  });

  it('is that of the uncounted row, where an id stands twice', async () => {
    const text = [HEADER, deal('D1'), deal('D2'), deal('D1')].join('\n');
    expect(await placesOf({ 'a.csv': text }, 'deal.id_duplicate')).toEqual([{ file: 'a.csv', row: 4, line: 4 }]);
  });

  it('is in the joined file for what is wrong there, once', async () => {
    const customers = [
      'Customer ID,Customer Name,Since',
      'C1,Ardent,2020-01-01',
      'C2,Borea,soon',
      'C3,"Cin\nder",2021-02-30',
      'C4,Delta,2022-05-05',
      'C5,Ember,2022-06-06',
      'C6,Fjord,2022-07-07',
      'C7,Gale,2022-08-08',
      'C8,Heath,2022-08-09',
      'C9,Iris,2022-08-10',
      'C10,Jade,2022-08-11',
    ].join('\n');
    const deals = [
      'Deal ID,Deal Name,Customer Name,Stage,Amount,Created,Close Date',
      ...['Ardent', 'Borea', 'Borea', 'Delta'].map(
        (name, index) => `D${index},x${index},${name},Closed Won,100,2024-01-01,2024-02-01`,
      ),
    ].join('\n');
    const found = await placesOf({ 'deals.csv': deals, 'customers.csv': customers }, 'cell.unreadable', {
      'customers.csv': 'customers',
    });
    // Row 4 begins in line 4 and takes two.
    expect(found).toEqual([
      { file: 'customers.csv', row: 3, line: 3 },
      { file: 'customers.csv', row: 4, line: 4 },
    ]);
  });
});
