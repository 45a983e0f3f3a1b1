import { parseIsoDay } from '../../src/model/civil-day.js';
import { Deals } from '../../src/model/deals.js';
import { WON } from '../../src/model/outcome.js';
import { textColumn } from '../../src/model/text-column.js';
import type { Buyer } from './drawn.js';
import { placesBelow } from './row-places.js';

/** Day 0 of invented buyers. */
export const BUYERS_START = parseIsoDay('2022-01-01') as number;

/** Buyers' purchases as won deals: customer `C1` is the first buyer. */
export function dealsOfBuyers(buyers: readonly Buyer[]): Deals {
  const size = buyers.reduce((sum, { days }) => sum + days.length, 0);
  const codes = new Uint32Array(size);
  const closed = new Int32Array(size);
  const amount = new Float64Array(size);
  let row = 0;
  buyers.forEach(({ days, values }, buyer) => {
    days.forEach((day, at) => {
      codes[row] = buyer + 1;
      closed[row] = BUYERS_START + day;
      amount[row++] = values[at] ?? Number.NaN;
    });
  });
  return new Deals({
    size,
    columns: {
      id: textColumn(Array.from({ length: size }, (_, at) => `D${at + 1}`)),
      outcome: new Uint8Array(size).fill(WON),
      customer: { codes, values: ['', ...buyers.map((_, buyer) => `C${buyer + 1}`)] },
      closed_at: closed,
      amount,
    },
    files: [{ file: 'deals.csv', sheet: null }],
    places: placesBelow(size),
    extra: new Map(),
    unreadable: [],
    duplicates: [],
  });
}
