import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.js';
import { kpiValue, reportTexts, warningCodes } from '../support/load-texts.js';

const HEADER = 'ID,Customer,Product,Amount,Status,Created Date,Close Date';
const read = (rows: readonly string[], options = {}, header = HEADER): Promise<Report> =>
  reportTexts({ 'deals.csv': [header, ...rows, ''].join('\n') }, options);
const counts = (report: Report) =>
  ['new_deals', 'won_deals', 'lost_deals', 'open_deals', 'revenue_won'].map((id) => kpiValue(report, id));

/** One deal of two lines, won for 100 and 60, and two others. */
const LINES = [
  '7,Ardent,Desk,100,Won,2024-01-01,2024-02-01',
  '7,Ardent,Lamp,60,Won,2024-01-01,2024-03-01',
  '8,Cinder,Desk,140,Lost,2024-01-09,2024-03-05',
  '9,Dovetail,Lamp,90,Won,2024-01-09,2024-03-06',
];
/** An id for two deals of two customers. */
const REUSED = [
  '7,Ardent,Desk,100,Won,2024-01-01,2024-02-01',
  '7,Borea,Lamp,60,Lost,2024-01-05,2024-02-11',
  '8,Cinder,Desk,140,Won,2024-01-09,2024-03-05',
];
/** One deal at two times. */
const VERSIONS = [
  '7,Ardent,Desk,100,Open,2024-01-01,2024-02-01',
  '7,Ardent,Desk,150,Won,2024-01-01,2024-03-01',
  '8,Cinder,Desk,140,Lost,2024-01-09,2024-03-05',
];

describe('rows that share an id', () => {
  it('are lines of one deal where the product differs and customer and outcome agree: 100 + 60 + 90 won', async () => {
    const report = await read(LINES);
    expect(counts(report)).toEqual([3, 2, 1, 0, 250]);
    expect(warningCodes(report)).toContain('line_items');
    const message = report.warnings.find(({ code }) => code === 'line_items')?.message;
    expect(message).toContain('created with the first and closed with the last of them');
    expect(message).toContain('--repeated-ids');
  });

  it('close with the last of their lines', async () => {
    // Deal 7 is no deal of February, the month of its first line: between the closing of 6 and its own nothing is won.
    const lines = ['6,Elder,Desk,10,Won,2024-01-01,2024-01-20', ...LINES];
    const february = await read(lines, { period: '2024-02' });
    const march = await read(lines, { period: '2024-03' });
    expect([february, march].map((report) => kpiValue(report, 'revenue_won'))).toEqual([0, 250]);
  });

  it('are deals of their own where another customer has the id on another day', async () => {
    const report = await read(REUSED);
    expect(counts(report)).toEqual([3, 2, 1, 0, 240]);
    expect(warningCodes(report)).toContain('reused_ids');
    expect(warningCodes(report)).not.toContain('repeated_ids');
  });

  it('are lines of each customer where an id was used again', async () => {
    const report = await read([...REUSED, '7,Ardent,Lamp,20,Won,2024-01-01,2024-02-03']);
    expect(counts(report)).toEqual([3, 2, 1, 0, 260]);
  });

  it('count once where they are equal in every cell, whatever else has their id', async () => {
    const report = await read([...REUSED, REUSED[0] ?? '']);
    expect(counts(report)).toEqual([3, 2, 1, 0, 240]);
    expect(report.sources[0]?.skipped).toEqual([{ reason: 'repeated id', rows: 1 }]);
    const lines = await read([...LINES, LINES[1] ?? '']);
    expect(counts(lines)).toEqual([3, 2, 1, 0, 250]);
  });

  it('are versions where the outcome moved on, and the closed one counts', async () => {
    const report = await read(VERSIONS);
    expect(counts(report)).toEqual([2, 1, 1, 0, 150]);
    expect(warningCodes(report)).toContain('repeated_ids');
  });

  it('are versions where amount and closing differ on the same day of creation, for few ids', async () => {
    const report = await read(
      ['7,Ardent,100,Won,2024-01-01,2024-02-01', '7,Ardent,150,Won,2024-01-01,2024-03-01'],
      {},
      'ID,Customer,Amount,Status,Created Date,Close Date',
    );
    expect(counts(report)).toEqual([1, 1, 0, 0, 150]);
  });

  it('are lines where that is so of many ids', async () => {
    const rows = [7, 8, 9].flatMap((id) => [
      `${id},Ardent ${id},100,Won,2024-01-01,2024-02-01`,
      `${id},Ardent ${id},150,Won,2024-01-01,2024-03-01`,
    ]);
    const report = await read(rows, {}, 'ID,Customer,Amount,Status,Created Date,Close Date');
    expect(counts(report)).toEqual([3, 3, 0, 0, 750]);
    expect(warningCodes(report)).toContain('line_items');
  });

  it('are versions where open deals were exported again and again', async () => {
    const rows = [7, 8, 9].flatMap((id) => [
      `${id},Ardent ${id},100,Open,2024-01-01,2024-08-01`,
      `${id},Ardent ${id},150,Open,2024-01-01,2024-09-01`,
    ]);
    const report = await read(rows, {}, 'ID,Customer,Amount,Status,Created Date,Expected Close');
    expect(kpiValue(report, 'open_deals')).toBe(3);
    expect(kpiValue(report, 'open_pipeline_value')).toBe(450);
  });

  it('are versions where a day of modification tells them apart', async () => {
    const report = await read(
      LINES.map((row, index) => `${row},2024-04-0${index + 1}`),
      {},
      `${HEADER},Last Modified`,
    );
    expect(counts(report)).toEqual([3, 2, 1, 0, 150]);
    expect(report.warnings.find(({ code }) => code === 'repeated_ids')?.message).toContain('newest modified');
  });

  it('count once where a row stands for each company of a deal', async () => {
    const report = await read(
      [
        '1,One,Closed Won,100,2024-01-01,2024-02-01,Ardent',
        '1,One,Closed Won,100,2024-01-01,2024-02-01,Borea',
        '2,Two,Closed Lost,60,2024-01-02,2024-02-02,Borea',
      ],
      {},
      'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Company',
    );
    expect(counts(report)).toEqual([2, 1, 1, 0, 100]);
  });

  it('are versions where a customer was renamed and all that identifies the deal stayed', async () => {
    const report = await read(
      [
        '1,One,Negotiation,100,2024-01-01,,Ardent',
        '1,One,Closed Won,120,2024-01-01,2024-02-01,Ardent Holding',
        '2,Two,Closed Lost,60,2024-01-02,2024-02-02,Borea',
      ],
      {},
      'Record ID,Deal Name,Deal Stage,Amount,Create Date,Close Date,Company',
    );
    expect(counts(report)).toEqual([2, 1, 1, 0, 120]);
  });

  it('are judged with the others of their file: one id used again among versions stays one deal', async () => {
    const versions = [1, 2, 3].flatMap((id) => [
      `${id},Cinder ${id},Desk,10,Open,2024-01-01,2024-02-01`,
      `${id},Cinder ${id},Desk,20,Won,2024-01-01,2024-03-01`,
    ]);
    const report = await read([...REUSED, ...versions]);
    expect(kpiValue(report, 'new_deals')).toBe(5);
    expect(warningCodes(report)).toContain('repeated_ids');
  });
});

describe('--repeated-ids', () => {
  it('lines adds up the rows that agree about customer and outcome', async () => {
    const report = await read(LINES, { repeatedIds: 'lines' });
    expect(counts(report)).toEqual([3, 2, 1, 0, 250]);
    expect(counts(await read(VERSIONS, { repeatedIds: 'lines' }))).toEqual([3, 1, 1, 1, 150]);
    const equal = [LINES[0] ?? '', LINES[0] ?? '', LINES[2] ?? ''];
    expect(counts(await read(equal, { repeatedIds: 'lines' }))).toEqual([2, 1, 1, 0, 200]);
  });

  it('newest counts one row of each id', async () => {
    expect(counts(await read(LINES, { repeatedIds: 'newest' }))).toEqual([3, 2, 1, 0, 150]);
    expect(counts(await read(REUSED, { repeatedIds: 'newest' }))).toEqual([2, 1, 1, 0, 140]);
  });

  it('all counts every row', async () => {
    expect(counts(await read(LINES, { repeatedIds: 'all' }))).toEqual([4, 3, 1, 0, 250]);
    expect(counts(await read(VERSIONS, { repeatedIds: 'all' }))).toEqual([3, 1, 1, 1, 150]);
    expect(warningCodes(await read(VERSIONS, { repeatedIds: 'all' }))).toContain('reused_ids');
  });
});

it('the order of the rows decides nothing of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .constantFrom(LINES, REUSED, VERSIONS, [...LINES, ...REUSED], [...LINES, ...VERSIONS])
        .chain((rows) =>
          fc.tuple(
            fc.constant(rows),
            fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }),
            fc.constantFrom(undefined, 'lines' as const, 'newest' as const, 'all' as const),
          ),
        ),
      async ([rows, shuffled, repeatedIds]) => {
        const options = repeatedIds === undefined ? {} : { repeatedIds };
        expect(counts(await read(shuffled, options))).toEqual(counts(await read(rows, options)));
      },
    ),
    { numRuns: 25 },
  );
});
