import { describe, expect, it } from 'vitest';
import { occurrencesIn } from '../../src/kpi/occurrences.js';

describe('occurrencesIn', () => {
  it('counts the deals of each value once, those without one too', () => {
    const column = { values: ['', 'EUR', 'USD', 'GBP'], codes: Uint32Array.from([1, 2, 1, 0, 1]) };
    expect([...occurrencesIn(column)]).toEqual([1, 3, 1, 0]);
    expect(occurrencesIn(column)).toBe(occurrencesIn(column));
  });
});
