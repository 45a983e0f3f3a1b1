import { afterEach, describe, expect, it } from 'vitest';
import { byPeriods } from '../../src/analysis/spans.js';
import { NO_DAY } from '../../src/model/civil-day.js';
import { offerForWork } from '../../src/model/work-room.js';
import { day } from '../support/deals.js';

const MEGA = 1024 * 1024;

afterEach(() => offerForWork([]));

describe('days by their months', () => {
  it('have code 0 where there is none, whatever stood in the memory that they are put into', () => {
    const cycle = [day('2024-01-31'), NO_DAY, day('2024-03-01'), day('2024-01-01')];
    const days = Int32Array.from({ length: 300_000 }, (_, row) => cycle[row % 4] as number);
    const block = new SharedArrayBuffer(MEGA) as ArrayBufferLike;
    new Uint8Array(block).fill(7);
    offerForWork([{ block, parts: [{ from: 0, to: MEGA }] }]);
    const { column } = byPeriods(days, 'month', 'gregorian', undefined);
    expect(column.codes.buffer).toBe(block);
    expect(column.values.slice(1)).toHaveLength(2);
    expect(column.codes.every((code, row) => code === [1, 0, 2, 1][row % 4])).toBe(true);
  });
});
