import { describe, expect, it } from 'vitest';
import { purchasesAtRandom } from '../../../../src/analysis/models/checks/lifetime.js';
import { day, dealsOf } from '../../../support/deals.js';

/** Forty customers with three purchases, the gaps between which are given in days. */
function purchases(gaps: (customer: number) => readonly [number, number]) {
  const iso = (at: number): string => new Date(at * 86_400_000).toISOString().slice(0, 10);
  const start = day('2024-01-01');
  const rows = Array.from({ length: 40 }, (_, customer) => {
    const [one, two] = gaps(customer);
    return [0, one, one + two].map((at, n) => `D${customer}-${n} won C${customer} ${iso(start + at)}`);
  });
  return dealsOf(`id outcome customer closed_at\n${rows.flat().join('\n')}`).all();
}

describe('whether purchases come at random', () => {
  const until = day('2024-12-31');

  it('they do not on fixed days: the longer gap is half of both', () => {
    expect(
      purchasesAtRandom(
        purchases(() => [30, 30]),
        until,
      ),
    ).toEqual({ holds: false, evidence: { code: 'longer_gap', args: { customers: 40, share: 0.5 } } });
  });

  it('they may where gaps of 30 and 10 days take turns: the longer is three quarters', () => {
    expect(
      purchasesAtRandom(
        purchases((customer) => (customer % 2 === 0 ? [30, 10] : [10, 30])),
        until,
      ),
    ).toEqual({ holds: true, evidence: { code: 'longer_gap', args: { customers: 40, share: 0.75 } } });
  });

  it('is not told before customers have bought three times', () => {
    expect(
      purchasesAtRandom(
        purchases(() => [30, 30]),
        day('2024-02-15'),
      ),
    ).toEqual({ holds: null, evidence: { code: 'gaps_too_few', args: { customers: 0, least: 30 } } });
  });
});
