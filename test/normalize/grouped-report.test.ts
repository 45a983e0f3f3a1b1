import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/model/text-column.js';
import { kpiValue, loadTexts, reportTexts, warningCodes } from '../support/load-texts.js';

const HEADER = 'Opportunity Owner,Account Name,Opportunity Name,Stage,Amount,Created Date,Close Date';
const file = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
const owners = async (text: string): Promise<string[]> => {
  const { dataset } = await loadTexts({ 'deals.csv': text });
  const { codes, values } = dataset.deals.column('owner');
  return [...codes].map((code) => values[code] ?? '');
};

const WON = 'Ardent,One,Closed Won,100,2024-01-01,2024-02-01';
const LOST = 'Borea,Two,Closed Lost,60,2024-01-02,2024-02-02';
const OPEN = 'Cinder,Three,Negotiation,40,2024-01-03,2024-08-02';

describe('a report of groups', () => {
  it.each([
    [
      'sums below each group',
      [
        `Ava,${WON}`,
        `,${LOST}`,
        'Subtotal,,,,160,,',
        `Ben,${WON}`,
        `,${OPEN}`,
        'Subtotal,,,,140,,',
        'Grand Total,,,,300,,',
      ],
    ],
    [
      'sums that name the group',
      [
        `Ava,${WON}`,
        `,${LOST}`,
        'Ava Total,,,,160,,',
        `Ben,${WON}`,
        `,${OPEN}`,
        'Ben Total,,,,140,,',
        'Grand Total,,,,300,,',
      ],
    ],
    [
      'sums in German',
      [
        `Ava,${WON}`,
        `,${LOST}`,
        'Summe Ava,,,,160,,',
        `Ben,${WON}`,
        `,${OPEN}`,
        'Summe Ben,,,,140,,',
        'Gesamtsumme,,,,300,,',
      ],
    ],
    ...[
      ['Итого Ava', 'Всего Ben'],
      ['Ava مجموع', 'جمع کل Ben'],
      ['Ava 合计', 'Ben 小計'],
      ['Ava toplam', 'SUBTOTAL Ben'],
    ].map(([first = '', second = '']): [string, string[]] => [
      `sums with other words: ${first}, ${second}`,
      [
        `Ava,${WON}`,
        `,${LOST}`,
        `${first},,,,160,,`,
        `Ben,${WON}`,
        `,${OPEN}`,
        `${second},,,,140,,`,
        'Grand Total,,,,300,,',
      ],
    ]),
    [
      'sums without a last one',
      [`Ava,${WON}`, `,${LOST}`, 'Subtotal,,,,160,,', `Ben,${WON}`, `,${OPEN}`, 'Subtotal,,,,140,,'],
    ],
  ])('carries the owner down: %s', async (_, rows) => {
    const text = file(...rows);
    expect(await owners(text)).toEqual(['Ava', 'Ava', 'Ben', 'Ben']);
    const report = await reportTexts({ 'deals.csv': text });
    expect(kpiValue(report, 'new_deals')).toBe(4);
    expect(report.warnings.find(({ code }) => code === 'group_carried')?.message).toContain(
      '"Opportunity Owner" stands in the first row of each group alone; 2 empty cells took the value above',
    );
  });

  it('carries groups within groups', async () => {
    const { dataset } = await loadTexts({
      'deals.csv': [
        'Owner,Deal Stage,Deal Name,Amount,Created Date,Close Date',
        'Ava,Closed Won,One,100,2024-01-01,2024-02-01',
        ',,Two,60,2024-01-01,2024-02-01',
        ',Subtotal,,160,,',
        ',Closed Lost,Three,40,2024-01-01,2024-02-01',
        ',,Four,40,2024-01-01,2024-02-01',
        ',Subtotal,,80,,',
        'Subtotal,,,240,,',
        'Ben,Closed Won,Five,10,2024-01-01,2024-02-01',
        ',,Six,10,2024-01-01,2024-02-01',
        ',Subtotal,,20,,',
        'Subtotal,,,20,,',
        'Total,,,260,,',
        '',
      ].join('\n'),
    });
    const { deals } = dataset;
    const at = (field: 'owner' | 'stage') => {
      const { codes, values } = deals.column(field);
      return [...codes].map((code) => values[code] ?? '');
    };
    expect(at('owner')).toEqual(['Ava', 'Ava', 'Ava', 'Ava', 'Ben', 'Ben']);
    expect(at('stage')).toEqual(['Closed Won', 'Closed Won', 'Closed Lost', 'Closed Lost', 'Closed Won', 'Closed Won']);
    expect(cellText(deals.column('name'), 5)).toBe('Six');
  });

  it('says that names in rows of their own were left out', async () => {
    const grouped = file('Ava Stone,,,,,,', `,${WON}`, `,${LOST}`, 'Subtotal,,,,160,,', 'Ben Frost,,,,,,', `,${OPEN}`);
    const report = await reportTexts({ 'deals.csv': grouped });
    expect(report.warnings.find(({ code }) => code === 'groups_left_out')?.message).toContain(
      '2 rows hold a name alone',
    );
    const plain = await reportTexts({ 'deals.csv': file(`Ava,${WON}`, `Ben,${LOST}`) });
    expect(warningCodes(plain)).not.toContain('groups_left_out');
  });

  it('of repeated names loses its sums only', async () => {
    const text = file(`Ava,${WON}`, `Ava,${LOST}`, 'Ava Total,,,,160,,', `Ben,${OPEN}`, 'Ben Total,,,,40,,');
    expect(await owners(text)).toEqual(['Ava', 'Ava', 'Ben']);
    const report = await reportTexts({ 'deals.csv': text });
    expect(report.sources[0]?.skipped).toEqual([{ reason: 'total row', rows: 2 }]);
    expect(warningCodes(report)).not.toContain('group_carried');
  });
});

describe('a table that merely lacks owners', () => {
  it.each([
    ['without sums', [`Ava,${WON}`, `,${LOST}`, `Ben,${OPEN}`, `,${WON}`], ['Ava', '', 'Ben', '']],
    [
      'with sums at its end',
      [`Ava,${WON}`, `,${LOST}`, `Ben,${OPEN}`, `,${WON}`, 'Total,,,,300,,', 'Average,,,,75,,'],
      ['Ava', '', 'Ben', ''],
    ],
    ['with one sum', [`Ava,${WON}`, `,${LOST}`, 'Total,,,,160,,'], ['Ava', '']],
    [
      'in its first row',
      [`,${WON}`, `Ava,${LOST}`, 'Subtotal,,,,160,,', `Ben,${OPEN}`, `,${WON}`, 'Subtotal,,,,140,,'],
      ['', 'Ava', 'Ben', ''],
    ],
    [
      'with names within its groups',
      [`Ava,${WON}`, `,${LOST}`, `Cem,${LOST}`, 'Subtotal,,,,220,,', `Ben,${OPEN}`, `,${WON}`, 'Subtotal,,,,140,,'],
      ['Ava', '', 'Cem', 'Ben', ''],
    ],
  ])('is left as it is: %s', async (_, rows, expected) => {
    expect(await owners(file(...rows))).toEqual(expected);
  });

  it('loses the sum that names a time, however many different times there are', async () => {
    const two = (value: number): string => String(value).padStart(2, '0');
    const stamp = (row: number): string => `2024-01-05 10:${two(Math.floor(row / 60))}:${two(row % 60)}`;
    for (const size of [100, 1500]) {
      const rows = Array.from(
        { length: size },
        (_, row) => `Ava,One,Deal ${row},Closed Won,100,${stamp(row)},2024-02-01`,
      );
      const { dataset } = await loadTexts({ 'deals.csv': file(...rows, `,,,,100,${stamp(size - 1)} Total,`) });
      expect(dataset.deals.size).toBe(size);
    }
  });

  it('keeps a deal that is called a total', async () => {
    const { dataset } = await loadTexts({
      'deals.csv': [
        'Deal Name,Stage,Amount,Close Date',
        'Ardent,Closed Won,100,2024-02-01',
        'Ardent Total,Closed Won,50,2024-02-01',
        'Borea Total,,50,',
        '',
      ].join('\n'),
    });
    expect(dataset.deals.size).toBe(3);
  });
});

describe('rows of sums with the number of records in words', () => {
  const HEAD = 'Stage,Opportunity Name,Account Name,Amount,Created Date,Close Date,Opportunity Owner';
  const GROUPED = [
    HEAD,
    'Closed Lost,Two,Borea,60,2024-01-02,2024-02-02,Ava',
    'Subtotal,Count: 1,,60.00,,,',
    'Closed Won,One,Ardent,100,2024-01-01,2024-02-01,Ben',
    ',Three,Cinder,40,2024-01-03,2024-03-02,Ava',
    'Subtotal,Count: 2,,140.00,,,',
    'Total,Count: 3,,200.00,,,',
    '',
  ].join('\n');

  it('are no records: won are One and Three, whose stage is carried down', async () => {
    const report = await reportTexts({ 'deals.csv': GROUPED });
    expect(['won_deals', 'lost_deals', 'open_deals', 'revenue_won'].map((id) => kpiValue(report, id))).toEqual([
      2, 1, 0, 140,
    ]);
    expect(warningCodes(report)).toContain('group_carried');
  });

  it('but a deal whose name begins so and that has a day is one', async () => {
    const text = [HEAD, 'Total,Count: 3,,60,,2024-02-02,', 'Closed Won,One,Ardent,100,,2024-02-01,Ben', ''].join('\n');
    const { dataset } = await loadTexts({ 'deals.csv': text });
    expect(dataset.deals.size).toBe(2);
  });
});
