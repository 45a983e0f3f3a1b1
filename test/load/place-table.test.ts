import { describe, expect, it } from 'vitest';
import { placeTable, rowsText } from '../../src/load/place-table.js';

const rowsOf = (text: string) => text.split('\n').map((line, index) => ({ cells: line.split(','), row: index + 1 }));
const DEALS = 'id,name,stage,amount\nD1,Alpha,Won,100\nD2,Beta,Lost,200\nD3,Gamma,Won,300';

describe('the place of the table to read', () => {
  it('is the whole file, nearly always', () => {
    const place = placeTable(rowsOf(`Report\n\n${DEALS}\n\nD4,Delta,Won,5`), () => 0);
    expect([place.headerIndex, place.rows.length, place.closed, place.known]).toEqual([2, 8, false, []]);
    expect(place.above.map(({ row }) => row)).toEqual([1, 2]);
    expect(place.profile).toEqual({
      header: ['id', 'name', 'stage', 'amount'],
      digits: [true, false, false, true],
      data: [false, false, false, true],
      values: [
        new Set(['D1', 'D2', 'D3', 'D4']),
        new Set(['Alpha', 'Beta', 'Gamma', 'Delta']),
        new Set(['Won', 'Lost']),
        new Set(['100', '200', '300', '5']),
      ],
    });
  });

  it('is closed where another table begins below', () => {
    const place = placeTable(rowsOf(`${DEALS}\n\nowner,target\nSara,500\nOmid,700`), () => 0);
    expect([place.headerIndex, place.closed, place.known, place.lookedTo]).toEqual([0, true, [{ from: 6, to: 8 }], 8]);
  });

  it('may have a table of one record above it, which is no title', () => {
    const place = placeTable(rowsOf(`Team,Head,City\nNorth,Ann,Oslo\n\n${DEALS}`), () => 0);
    expect([place.headerIndex, place.known, place.above]).toEqual([0, [{ from: 1, to: 3 }], []]);
  });

  it('takes keys and values above a table for its filters, not for a table', () => {
    const place = placeTable(rowsOf(`Report,Deals\nFrom,2024-01-01\nTo,2024-12-31\n\n${DEALS}`), () => 0);
    expect([place.headerIndex, place.rows[place.headerIndex]?.row, place.known]).toEqual([expect.any(Number), 5, []]);
    expect(place.above.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  });
});

describe('rows in a message', () => {
  it('are spans', () => {
    expect(rowsText([{ from: 8, to: 12 }, { from: 20, to: 20 }])).toBe('8–12, 20'); // biome-ignore format: a table
  });
});
