import { describe, expect, it } from 'vitest';
import { partOfHistory, stagesOf } from '../../src/model/history.js';
import { cellText } from '../../src/model/text-column.js';
import { dealsOf } from '../support/deals.js';

const place = { file: 'deals.csv', sheet: null, row: 9, line: 9 };
const DEALS = dealsOf(
  `id owner amount created_at outcome is_won Region
   D1 Sara  1      2024-01-01 won     yes    North
   D2 Omid  2      2024-01-02 lost    no     South
   D3 Sara  .      .          open    .      .
   D4 Lina  4      2024-01-04 won     yes    East`,
  {
    unreadable: [
      { deal: 0, field: 'amount', column: 'Amount', text: 'x' },
      { deal: 2, field: 'amount', column: 'Amount', text: 'y' },
      { deal: -1, field: 'amount', column: 'Amount', text: 'z' },
    ],
    duplicates: [
      { kept: 1, place, identical: true },
      { kept: 3, place, identical: false },
    ],
    setAside: [1, 2],
    lineItems: { rowsOf: Uint32Array.of(1, 2, 3, 4) },
  },
);

describe('a part of the deals', () => {
  const part = DEALS.part(Uint32Array.of(2, 3));

  it('has the cells of its rows, numbered anew, and knows where they stand', () => {
    expect(part.size).toBe(2);
    expect([0, 1].map((row) => part.record(row))).toEqual([DEALS.record(2), DEALS.record(3)]);
    expect(part.extra.get('Region')).toEqual({ codes: Uint32Array.of(0, 3), values: ['', 'North', 'South', 'East'] });
    expect(part.column('is_won')).toEqual(Int8Array.of(-1, 1));
    expect(part.has('closed_at')).toBe(false);
  });

  it('is told only what concerns its deals', () => {
    expect(part.unreadable).toEqual([{ deal: 0, field: 'amount', column: 'Amount', text: 'y' }]);
    expect(part.duplicates).toEqual([{ kept: 1, place, identical: false }]);
    expect([...part.setAside]).toEqual([0]);
    expect(part.lineItems).toEqual({ rowsOf: Uint32Array.of(3, 4) });
  });

  it('is nothing where no row is asked for', () => {
    expect(DEALS.part(new Uint32Array(0)).all().size).toBe(0);
  });

  it('reads the same from a column of many texts', () => {
    const rows = Array.from({ length: 9000 }, (_, at) => `D${at} «${at % 7 === 0 ? 'نام' : 'name'}${at}»`);
    const many = dealsOf(`id name\n${rows.join('\n')}`);
    expect(many.column('name').kind).toBe('plain');
    const some = many.part(Uint32Array.of(0, 7, 8, 8999));
    expect([0, 1, 2, 3, 4].map((row) => cellText(some.column('name'), row))).toEqual([
      '«نام0»',
      '«نام7»',
      '«name8»',
      '«name8999»',
      '',
    ]);
  });
});

describe('the history of a part', () => {
  it('has the entries of its deals', () => {
    const history = {
      size: 4,
      deal: Uint32Array.of(0, 1, 1, 3),
      stage: Uint32Array.of(1, 1, 2, 2),
      from: Uint32Array.of(0, 0, 1, 0),
      enteredAt: Int32Array.of(10, 11, 12, 13),
      source: Uint8Array.of(0, 0, 0, 1),
      stages: ['', 'New', 'Won'],
    };
    const part = partOfHistory(history, Uint32Array.of(1, 2, 3));
    expect(part.size).toBe(3);
    expect(stagesOf(part, 0).map(({ stage, enteredAt }) => [stage, enteredAt])).toEqual([
      ['New', 11],
      ['Won', 12],
    ]);
    expect(stagesOf(part, 1)).toEqual([]);
    expect(stagesOf(part, 2)).toEqual([{ stage: 'Won', from: null, enteredAt: 13, source: 'log' }]);
  });
});
