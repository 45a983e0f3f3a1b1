import { describe, expect, it } from 'vitest';
import { profileOf } from '../../src/load/several-tables.js';
import { createTableSplitter } from '../../src/load/table-splitter.js';

const cellsOf = (text: string): string[][] => text.split('\n').map((line) => line.split(','));
const TABLE = profileOf(['id', 'name', 'amount'], cellsOf('D1,Alpha,100\nD2,Beta,200'));

/** What becomes of rows below a header in row 1, none of which was looked at before. */
function split(text: string): { fate: string[]; others: readonly { from: number; to: number }[] } {
  const fate: string[] = [];
  const splitter = createTableSplitter({
    profile: TABLE,
    score: () => 0,
    headerRow: 1,
    known: [],
    lookedTo: 1,
    skip: (reason, row) => fate.push(`${row} ${reason}`),
    sorter: {
      push: (_, row) => fate.push(`${row} pushed`),
      waits: () => false,
      isFresh: () => true,
      finish: () => fate.push('finished'),
    },
  });
  cellsOf(text).forEach((cells, index) => {
    splitter.push(cells, index + 2, index + 2);
  });
  splitter.finish();
  return { fate, others: splitter.others() };
}

describe('rows far below the header', () => {
  it('go to the sorter in their order, blank ones too', () => {
    const { fate, others } = split('D1,A,5\n\nD2,B,6\n\nLina,Gamma,later\nD4,D,8');
    expect(fate).toEqual(['2 pushed', '3 pushed', '4 pushed', '5 pushed', '6 pushed', '7 pushed', 'finished']);
    expect(others).toEqual([]);
  });

  it('are left out from where another table begins, and the table before it has ended', () => {
    const { fate, others } = split('D1,A,5\n\nTargets\nowner,target\nSara,500\n\nOmid,700');
    expect(fate).toEqual([
      '2 pushed',
      '3 pushed',
      'finished',
      '4 other table',
      '5 other table',
      '6 other table',
      '7 blank row',
      '8 other table',
    ]);
    expect(others).toEqual([{ from: 4, to: 8 }]);
  });

  it('may hold several other tables', () => {
    const { others } = split('D1,A,5\n\nowner,target\nSara,500\n\nstage,probability\nWon,100\nLost,0');
    expect(others).toEqual([
      { from: 4, to: 5 },
      { from: 7, to: 9 },
    ]);
  });

  it('wait no longer than a block of some rows', () => {
    const { fate } = split(`D1,A,5\n\n${Array.from({ length: 100 }, () => 'Lina,Gamma,later').join('\n')}`);
    expect(fate.filter((one) => one.endsWith('pushed')).length).toBe(102);
  });
});

describe('rows that were seen to be another table when the file was opened', () => {
  it('are left out above the header and below, and titles are not counted', () => {
    const fate: string[] = [];
    const splitter = createTableSplitter({
      profile: TABLE,
      score: () => 0,
      headerRow: 6,
      known: [
        { from: 1, to: 3 },
        { from: 8, to: 9 },
      ],
      lookedTo: 9,
      skip: (reason, row) => fate.push(`${row} ${reason}`),
      sorter: {
        push: (_, row) => fate.push(`${row} pushed`),
        waits: () => false,
        isFresh: () => true,
        finish: () => fate.push('finished'),
      },
    });
    cellsOf('owner,target\nSara,500\n\nDeals\n,\nid,name,amount\nD1,A,5\nstage,colour\nWon,green').forEach(
      (cells, index) => {
        splitter.push(cells, index + 1, index + 1);
      },
    );
    expect(splitter.mustSee(9)).toBe(true);
    splitter.finish();
    expect(fate).toEqual([
      '1 other table',
      '2 other table',
      '3 blank row',
      '7 pushed',
      'finished',
      '8 other table',
      '9 other table',
    ]);
    expect(splitter.others()).toEqual([
      { from: 1, to: 2 },
      { from: 8, to: 9 },
    ]);
  });
});
