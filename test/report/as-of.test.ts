import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import type { Deals } from '../../src/model/deals.js';
import { recordedDay } from '../../src/report/as-of.js';
import { day, dealsOf } from '../support/deals.js';

const of = (deals: Deals) =>
  recordedDay({ deals, purchases: null, history: null, customers: null, leads: null } as unknown as Dataset);

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
});
