import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import type { Deals } from '../../src/model/deals.js';
import { recordedDay } from '../../src/report/as-of.js';
import { day, dealsOf } from '../support/deals.js';

const of = (deals: Deals, more: Partial<Dataset> = {}) =>
  recordedDay({
    ...{ deals, purchases: null, history: null, customers: null, leads: null, sources: [] },
    ...more,
  } as unknown as Dataset);

describe('the day that an export shows without a clock', () => {
  it('is the newest recorded one, in any year', () => {
    expect(
      of(
        dealsOf(`id outcome created_at closed_at
                 D1 won     2094-01-05 2094-02-10
                 D2 open    2094-02-01 .`),
      ),
    ).toBe(day('2094-02-10'));
  });

  it('is the newest change where deals tell when they were changed: what lies after it is planned', () => {
    const table = (second: string) =>
      dealsOf(`id outcome created_at closed_at  modified_at
               D1 won     2024-01-05 2024-06-10 2024-02-11
               D2 open    2024-02-01 .          ${second}`);
    expect(of(table('2024-02-12'))).toBe(day('2024-02-12'));
    // Half of the deals tell no change: the closing counts.
    expect(of(table('.'))).toBe(day('2024-06-10'));
  });

  it('is none where nothing is recorded', () => {
    expect(
      of(
        dealsOf(`id outcome amount
                 D1 open    5`),
      ),
    ).toBeNull();
  });

  it('is that of the deals: a log of stage changes or orders beside them may be newer', () => {
    const deals = dealsOf(`id outcome created_at
                           D1 open    2024-01-05`);
    const orders = dealsOf(`id outcome closed_at
                            O1 won     2024-09-09`);
    const history = {
      deal: Uint32Array.of(0),
      enteredAt: Int32Array.of(day('2024-08-08')),
    } as unknown as Dataset['history'];
    const log = [{ role: 'history' }] as unknown as Dataset['sources'];
    expect(of(deals, { purchases: orders, history, sources: log })).toBe(day('2024-01-05'));
    // Columns of the deals' own file are of its day.
    expect(of(deals, { history })).toBe(day('2024-08-08'));
  });
});
