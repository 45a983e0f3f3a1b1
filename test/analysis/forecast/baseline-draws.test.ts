import { describe, expect, it } from 'vitest';
import { baselineOutlook } from '../../../src/analysis/forecast/baseline-draws.js';

describe('a rule in place of the model', () => {
  it('has of a running month what the days left are of it: a day of 31 brings a thirty-first', () => {
    const outlook = baselineOutlook('last_period', [200, 250, 310], 3, [], (month) => (month === 0 ? 1 / 31 : 1));
    expect(Array.from(outlook?.expected ?? [])).toEqual([10, 310, 310]);
  });

  it('has nothing to say where its history is too short', () => {
    expect(baselineOutlook('same_month_last_year', [200, 250, 310], 3, [], () => 1)).toBeNull();
  });
});
