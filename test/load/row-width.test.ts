import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../src/load/bytes.js';
import { openSource } from '../../src/load/open.js';
import { isOddWidth, judgeWidth, widthPlan } from '../../src/load/row-width.js';
import { cellText } from '../../src/model/text-column.js';
import { cpuTime } from '../support/cpu-time.js';
import { kpiValue, reportTexts, warningCodes } from '../support/load-texts.js';

interface Read {
  readonly rows: string[][];
  readonly skipped: readonly unknown[];
  readonly findings: readonly (readonly [string, readonly number[]])[];
}

/** What becomes of a file's rows: by the byte reader, which the reference reader agrees with (fast-csv.test.ts). */
async function read(text: string, delimiter = ','): Promise<Read> {
  const opened = await openSource(await bytesSource('deals.csv', Buffer.from(text)), { delimiter });
  const table = await opened.read();
  const rows = Array.from({ length: table.size }, (_, row) =>
    table.columns.map((column) => (column === undefined ? '' : cellText(column, row))),
  );
  return { rows, skipped: table.skipped, findings: table.findings.map(({ code, places }) => [code, places]) };
}

const HEADER = 'Deal,Customer,Stage,Close Date,Amount,Seats,Note';
const GOOD = [
  'D1,Acme Ltd,Won,2024-01-05,300,2,call back',
  'D2,Bolt & Sons,Lost,2024-02-05,450,3,',
  'D3,Cedar Works,Won,2024-03-05,900,5,"first, then second"',
  'D4,Dune Inc,Won,2024-04-05,700,4,',
  'D5,Elm House,Lost,2024-05-05,650,1,sent twice',
  'D6,Fjord Oy,Won,2024-06-05,820,9,',
];
const among = (...odd: string[]): string => [HEADER, ...GOOD.slice(0, 3), ...odd, ...GOOD.slice(3)].join('\n');

describe('a row with a cell too many', () => {
  it.each([
    ['thousands', 'D9,Oak,Won,2024-07-05,1,200,3,', ['D9', 'Oak', 'Won', '2024-07-05', '1,200', '3', '']],
    [
      'thousands before a note',
      'D9,Oak,Won,2024-07-05,1,200,3,late',
      ['D9', 'Oak', 'Won', '2024-07-05', '1,200', '3', 'late'],
    ],
    ['millions', 'D9,Oak,Won,2024-07-05,1,234,567,3,', ['D9', 'Oak', 'Won', '2024-07-05', '1,234,567', '3', '']],
    ['lakhs', 'D9,Oak,Won,2024-07-05,12,34,567.50,3,', ['D9', 'Oak', 'Won', '2024-07-05', '12,34,567.50', '3', '']],
    ['a sign of money', 'D9,Oak,Won,2024-07-05,$1,200,3,', ['D9', 'Oak', 'Won', '2024-07-05', '$1,200', '3', '']],
    ['a decimal comma', 'D9,Oak,Won,2024-07-05,1200,50,3,', ['D9', 'Oak', 'Won', '2024-07-05', '1200,50', '3', '']],
    ['a name', 'D9,Oak, Inc.,Won,2024-07-05,400,3,x', ['D9', 'Oak, Inc.', 'Won', '2024-07-05', '400', '3', 'x']],
    [
      'a name before an empty note',
      'D9,Oak, Inc.,Won,2024-07-05,400,3,',
      ['D9', 'Oak, Inc.', 'Won', '2024-07-05', '400', '3', ''],
    ],
    [
      'two commas of a name',
      'D9,Oak, Elm, Ash,Won,2024-07-05,400,3,x',
      ['D9', 'Oak, Elm, Ash', 'Won', '2024-07-05', '400', '3', 'x'],
    ],
    [
      'a note',
      'D9,Oak,Won,2024-07-05,400,3,paid, then sent',
      ['D9', 'Oak', 'Won', '2024-07-05', '400', '3', 'paid, then sent'],
    ],
    [
      'a name and an amount',
      'D9,Oak, Inc.,Won,2024-07-05,1,200,3,',
      ['D9', 'Oak, Inc.', 'Won', '2024-07-05', '1,200', '3', ''],
    ],
  ])('is mended where only one way fits: %s', async (_, line, cells) => {
    const { rows, skipped, findings } = await read(among(line));
    expect(rows[3]).toEqual(cells);
    expect(rows.length).toBe(7);
    expect(skipped).toEqual([]);
    expect(findings).toEqual([['row_mended', [5]]]);
  });

  it.each([
    ['two numbers of which either may have had it', 'D9,Oak,Won,2024-07-05,1,200,300,'],
    ['nothing fits', 'D9,Oak,Won,maybe,2024-07-05,400,3,x'],
    ['ten cells too many', `D9,Oak,Won,2024-07-05,${'x,'.repeat(10)}400,3,x`],
  ])('is left out and counted where it is open: %s', async (_, line) => {
    const { rows, skipped, findings } = await read(among(line));
    expect(rows.map(([id]) => id)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6']);
    expect(skipped).toEqual([{ reason: 'row width', rows: 1, places: [5] }]);
    expect(findings).toEqual([['row_unclear', [5]]]);
  });

  it('is kept where its cells fit as they stand: empty ones behind, or something behind the last column', async () => {
    const kept = ['D9', 'Oak', 'Won', '2024-07-05', '400', '3', 'ok'];
    const empty = await read(among('D9,Oak,Won,2024-07-05,400,3,ok,,'));
    expect([empty.rows[3], empty.findings]).toEqual([kept, []]);
    const filled = await read(['id,amount', 'D1,5', 'D2,6', 'D3,7', 'D4,8,see the mail'].join('\n'));
    expect(filled.rows[3]).toEqual(['D4', '8']);
    expect(filled.findings).toEqual([['row_too_long', [5]]]);
  });

  it('is as the others where all have a delimiter at their end', async () => {
    const { rows, findings } = await read(['id,name,amount', 'D1,Oak,5,', 'D2,Elm,6,', 'D3,Ash,7,'].join('\n'));
    expect(rows).toEqual([
      ['D1', 'Oak', '5'],
      ['D2', 'Elm', '6'],
      ['D3', 'Ash', '7'],
    ]);
    expect(findings).toEqual([]);
  });

  it('has its cells joined with the delimiter of the file', async () => {
    const lines = ['id;name;amount', 'D1;Oak Ltd;5', 'D2;Elm Ltd;6', 'D3;Ash; Co.;7', 'D4;Fir Ltd;8'];
    expect((await read(lines.join('\n'), ';')).rows[2]).toEqual(['D3', 'Ash; Co.', '7']);
  });
});

describe('rows that all have a cell more than the header', () => {
  const of = (header: string, ...rows: string[]): Promise<Read> => read([header, ...rows].join('\n'));

  it('are mended where it is the same column in each', async () => {
    const amounts = await of(
      'id,stage,closed,amount',
      'D1,Won,2024-01-05,1,200',
      'D2,Lost,2024-02-05,2,300',
      'D3,Won,2024-03-05,13,400',
    );
    expect(amounts.rows.map((row) => row[3])).toEqual(['1,200', '2,300', '13,400']);
    expect(amounts.findings).toEqual([['row_mended', [2, 3, 4]]]);
    const names = await of(
      'id,customer,stage,amount',
      'D1,Oak, John,Won,100',
      'D2,Elm, Jane,Lost,300',
      'D3,Ash, Ann,Won,400',
    );
    expect(names.rows.map((row) => row[1])).toEqual(['Oak, John', 'Elm, Jane', 'Ash, Ann']);
    const more = await of('id,stage,amount', 'D1,Won,1,200', 'D2,Lost,1,234,567', 'D3,Won,2,400', 'D4,Won,900');
    expect(more.rows.map((row) => row[2])).toEqual(['1,200', '1,234,567', '2,400', '900']);
  });

  it('are kept with a word where the cell is empty and two columns could be one', async () => {
    const { rows, findings } = await of(
      'id,closed,amount,note',
      'D1,2024-01-05,1,200,',
      'D2,2024-02-05,2,300,',
      'D3,2024-03-05,3,400,',
    );
    expect(rows[0]).toEqual(['D1', '2024-01-05', '1', '200']);
    expect(findings).toEqual([['row_too_long', [2, 3, 4]]]);
  });

  it('are as they stand where nothing says so', async () => {
    const { rows, findings } = await of('id,pieces,price', 'D1,1,200,', 'D2,2,30,', 'D3,3,1400,');
    expect([rows[1], findings]).toEqual([['D2', '2', '30'], []]);
  });
});

describe('a row with a cell too few', () => {
  it('is mended where one place alone can be the missing one', async () => {
    const { rows, findings } = await read(among('D9,Oak,Won,400,3,x'));
    expect(rows[3]).toEqual(['D9', 'Oak', 'Won', '', '400', '3', 'x']);
    expect(findings).toEqual([['row_mended', [5]]]);
  });

  it('is left out where there are two', async () => {
    // The amount or the seats: 3 may be either.
    const { rows, findings } = await read(among('D9,Oak,Won,2024-07-05,3,paid twice'));
    expect([rows.length, findings]).toEqual([6, [['row_unclear', [5]]]]);
  });

  it('is kept where empty cells at the end are all that is missing', async () => {
    const one = await read(among('D9,Oak,Won,2024-07-05,400,3'));
    expect([one.rows[3], one.findings]).toEqual([['D9', 'Oak', 'Won', '2024-07-05', '400', '3', ''], []]);
    const three = await read(among('D9,Oak,Won,2024-07-05'));
    expect([three.rows[3], three.findings]).toEqual([
      ['D9', 'Oak', 'Won', '2024-07-05', '', '', ''],
      [['row_too_short', [5]]],
    ]);
  });

  it('is kept where it is the name of a group, or lacks more than two cells', async () => {
    for (const line of ['Owner: Ann,(3)', '2024-01-05,5,Ann']) {
      const { rows, skipped } = await read(among(line));
      expect([rows[3]?.[0], rows.length, skipped], line).toEqual([line.split(',')[0], 7, []]);
    }
  });

  it('is kept where many rows leave out what is empty', async () => {
    const lines = ['id,name,amount,note', 'D1,Oak,5', 'D2,Elm', 'D3,Ash,7,x', 'D4,Fir', 'D5,Yew,9,y', 'D6,Box,TBD'];
    const { rows, skipped } = await read(lines.join('\n'));
    expect([rows.length, skipped]).toEqual([6, []]);
    expect(rows[5]).toEqual(['D6', 'Box', 'TBD', '']);
  });

  it('is kept, and said, where one cell is odd and no other place explains it', async () => {
    const { rows, findings } = await read(among('D9,Oak,Won,2024-07-05,TBD,3'));
    expect(rows[3]).toEqual(['D9', 'Oak', 'Won', '2024-07-05', 'TBD', '3', '']);
    expect(findings).toEqual([['row_too_short', [5]]]);
  });
});

describe('rows of the usual width', () => {
  it('are never touched, whatever they hold', async () => {
    const { rows, findings } = await read(among('D9,,pending,someday,n/a,-,?'));
    expect(rows[3]).toEqual(['D9', '', 'pending', 'someday', 'n/a', '-', '?']);
    expect(findings).toEqual([]);
  });

  it('say nothing where there are fewer than two, or where spaces part the cells', () => {
    expect(widthPlan(['id', 'amount'], [['D1', '5']], ',')).toBeNull();
    expect(widthPlan(['id', 'amount'], Array(9).fill(['D1', '5']), ' ')).toBeNull();
    expect(widthPlan(['id', 'amount'], Array(9).fill(['D1', '5']), null)).toBeNull();
    expect(isOddWidth(null, 99)).toBe(false);
  });

  it('in a table of thousands of columns are not compared', () => {
    const wide = Array.from({ length: 5000 }, () => '1');
    expect(widthPlan(wide, [wide, wide], ',')).toBeNull();
  });

  it('let a row be judged in no more than some steps a cell', () => {
    const wide = Array.from({ length: 1900 }, (_, column) => (column % 2 === 0 ? 'some words' : '5'));
    const plan = widthPlan(null, [wide, wide, wide], ',');
    if (plan === null) throw new Error('no plan');
    const before = cpuTime();
    for (let again = 0; again < 20; again++) judgeWidth([...wide, 'a', 'b', 'c'], plan);
    expect(cpuTime() - before).toBeLessThan(5000);
  });
});

describe('a report over rows of another width', () => {
  const text = [
    'Deal,Stage,Close Date,Amount,Seats,Note',
    'A,Won,2024-01-05,1,200,3,',
    'B,Lost,2024-02-05,300,2,',
    'C,Won,2024-03-05,400,5,',
    'D,Won,2024-04-05,500,5,',
  ].join('\n');

  it('has the mended amount, or none of it, and an error of row.width', async () => {
    const report = await reportTexts({ 'deals.csv': text });
    expect(kpiValue(report, 'revenue_won')).toBe(2100);
    expect(warningCodes(report)).toContain('row_mended');
    const open = await reportTexts({ 'deals.csv': text.replace('1,200,3,', '1,200,300,').replace('2,\n', '2,7\n') });
    expect(kpiValue(open, 'revenue_won')).toBe(900);
    expect(open.sources[0]?.skipped).toContainEqual({ reason: 'row width', rows: 1 });
  });
});

describe('a file whose lines end in a delimiter', () => {
  const header = 'Deal,Customer,Stage,Close Date,Amount,Seats';
  const good = GOOD.map((line) => `${line.split(',').slice(0, 6).join(',')},`);
  const amongPadded = (...odd: string[]): string => [header, ...good.slice(0, 3), ...odd, ...good.slice(3)].join('\n');

  it('has rows of the usual width whose last cell is filled by a delimiter inside a cell', async () => {
    const { rows, findings } = await read(amongPadded('D9,Oak,Won,2024-07-05,1,200,3'));
    expect(rows[3]?.slice(0, 6)).toEqual(['D9', 'Oak', 'Won', '2024-07-05', '1,200', '3']);
    expect(findings).toEqual([['row_mended', [5]]]);
  });

  it('has rows that are a cell wider, delimiter at the end included', async () => {
    const { rows, findings } = await read(amongPadded('D9,Oak,Won,2024-07-05,1,200,3,'));
    expect(rows[3]?.slice(0, 6)).toEqual(['D9', 'Oak', 'Won', '2024-07-05', '1,200', '3']);
    expect(findings).toEqual([['row_mended', [5]]]);
  });

  it('may lack the delimiter in some rows', async () => {
    const { rows, findings } = await read(amongPadded('D9,Oak,Won,2024-07-05,120,3'));
    expect(rows[3]?.slice(0, 6)).toEqual(['D9', 'Oak', 'Won', '2024-07-05', '120', '3']);
    expect(findings).toEqual([]);
  });

  it('may have a remark behind the last column of a row', async () => {
    const { rows, findings } = await read(amongPadded('D9,Oak,Won,2024-07-05,120,3,see file'));
    expect(rows[3]?.slice(0, 6)).toEqual(['D9', 'Oak', 'Won', '2024-07-05', '120', '3']);
    expect(findings).toEqual([['row_too_long', [5]]]);
  });
});

describe('decimals behind an unquoted comma in every row', () => {
  const header = 'Deal,Stage,Amount,Close Date,Owner';
  const lines = ['D1,Won,300,50,2024-01-05,Ana', 'D2,Lost,1450,00,2024-02-05,Ben', 'D3,Won,90,25,2024-03-05,Cleo'];

  it('belong to the number before them', async () => {
    const { rows, findings } = await read([header, ...lines].join('\n'));
    expect(rows.map((cells) => cells[2])).toEqual(['300,50', '1450,00', '90,25']);
    expect(rows.map((cells) => cells[4])).toEqual(['Ana', 'Ben', 'Cleo']);
    expect(findings).toEqual([['row_mended', [2, 3, 4]]]);
  });

  it('are no sign where lines may end in a mere delimiter', async () => {
    const padded = ['D1,Won,300,50,Ana,', 'D2,Lost,1450,10,Ben,', 'D3,Won,90,25,Cleo,'];
    const { rows } = await read(['Deal,Stage,Amount,Seats,Owner', ...padded].join('\n'));
    expect(rows.map((cells) => cells[2])).toEqual(['300', '1450', '90']);
  });
});
