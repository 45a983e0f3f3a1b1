import { describe, expect, it } from 'vitest';
import { kpiValue, reportTexts, warningCodes } from '../support/load-texts.js';

const HEADER = 'Deal Name,Account,Stage,Amount,Create Date,Closed On,Product Name,Quantity';
const table = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');

const LINES = table(
  'One,Alpha,Closed Won,300,2024-01-05,2024-02-01,Scale,1',
  'One,Alpha,Closed Won,300,2024-01-05,2024-02-01,Printer,2',
  'One,Alpha,Closed Won,300,2024-01-05,2024-02-01,Paper,9',
  'Two,Beta,Closed Lost,50,2024-01-06,2024-02-02,Paper,1',
  'Three,Beta,Closed Won,70,2024-01-06,2024-02-02,Paper,1',
  'Three,Beta,Closed Won,20,2024-01-06,2024-02-02,Ink,1',
);

describe('rows that may be lines of one deal, in a table without ids', () => {
  it('count as they stand, and the report says how many they are: 2 of One and 1 of Three', async () => {
    const report = await reportTexts({ 'deals.csv': LINES });
    expect(kpiValue(report, 'won_deals')).toBe(5);
    expect(warningCodes(report)).toEqual(['possible_line_items']);
    expect(report.warnings[0]?.message).toMatch(/3 rows agree .* lines of 2 deals.*--map id="Deal Name" makes/);
  });

  it('are one deal where the name is said to be the id: the amount of One once, and 70 + 20', async () => {
    const report = await reportTexts({ 'deals.csv': LINES }, { mapping: { id: 'Deal Name' } });
    expect(['won_deals', 'lost_deals'].map((id) => kpiValue(report, id))).toEqual([2, 1]);
    expect(warningCodes(report)).toContain('line_items');
    expect(warningCodes(report)).not.toContain('possible_line_items');
  });

  it('are not offered their name as the id where it stands for other deals, too', async () => {
    const again = `${LINES}One,Beta,Closed Lost,50,2024-01-06,2024-02-02,Paper,1\n`;
    const [warning] = (await reportTexts({ 'deals.csv': again })).warnings;
    expect(warning?.message).toContain('an export with the id settles it');
    expect(warning?.message).not.toContain('--map');
  });

  it.each([
    [
      'the stage differs',
      'One,Alpha,Closed Won,9,2024-01-05,2024-02-01,Scale,1',
      'One,Alpha,Closed Lost,9,2024-01-05,2024-02-01,Ink,1',
    ],
    [
      'a day differs',
      'One,Alpha,Closed Won,9,2024-01-05,2024-02-01,Scale,1',
      'One,Alpha,Closed Won,9,2024-01-05,2024-02-02,Ink,1',
    ],
    [
      'nothing differs',
      'One,Alpha,Closed Won,9,2024-01-05,2024-02-01,Scale,1',
      'One,Alpha,Closed Won,9,2024-01-05,2024-02-01,Scale,1',
    ],
    [
      'the company is not known',
      'One,,Closed Won,9,2024-01-05,2024-02-01,Scale,1',
      'One,,Closed Won,9,2024-01-05,2024-02-01,Ink,1',
    ],
    ['no day is known', 'One,Alpha,Closed Won,9,,,Scale,1', 'One,Alpha,Closed Won,9,,,Ink,1'],
  ])('are none where %s', async (_, ...rows) => {
    expect(warningCodes(await reportTexts({ 'deals.csv': table(...rows) }))).not.toContain('possible_line_items');
  });

  it('are none where every row has an id of its own', async () => {
    const text = LINES.split('\n').map((line, row) =>
      line === '' ? '' : `${row === 0 ? 'Deal ID' : `D${row}`},${line}`,
    );
    expect(warningCodes(await reportTexts({ 'deals.csv': text.join('\n') }))).not.toContain('possible_line_items');
  });
});

describe('rows that differ in the contact alone', () => {
  const HEAD = 'Deal Name,Account,Contact Name,Contact Email,Stage,Amount,Create Date,Closed On';
  const ROWS = [
    'One,Alpha,Ida,ida@a.example,Closed Won,300,2024-01-05,2024-02-01',
    'One,Alpha,Jon,jon@a.example,Closed Won,300,2024-01-05,2024-02-01',
    'Two,Beta,Kim,kim@b.example,Closed Lost,50,2024-01-06,2024-02-02',
  ];

  it('may be one deal, and the report asks', async () => {
    const report = await reportTexts({ 'deals.csv': [HEAD, ...ROWS, ''].join('\n') });
    expect(kpiValue(report, 'won_deals')).toBe(2);
    expect(report.warnings[0]?.message).toMatch(
      /1 row agrees .*contacts.* lines of 1 deal.*--map id="Deal Name" makes/,
    );
    const said = await reportTexts({ 'deals.csv': [HEAD, ...ROWS, ''].join('\n') }, { mapping: { id: 'Deal Name' } });
    expect(['won_deals', 'revenue_won'].map((id) => kpiValue(said, id))).toEqual([1, 300]);
  });

  it('are two deals where their days differ, and nothing is asked', async () => {
    const later = ROWS.map((row) => (row.includes('Jon') ? row.replace('2024-02-01', '2024-03-01') : row));
    const report = await reportTexts({ 'deals.csv': [HEAD, ...later, ''].join('\n') });
    expect(warningCodes(report)).not.toContain('possible_line_items');
  });
});
