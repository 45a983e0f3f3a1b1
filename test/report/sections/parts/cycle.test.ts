import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../src/index.js';
import { reportSchema } from '../../../../src/report/schema.js';
import { kpiValue, reportTexts } from '../../../support/load-texts.js';

const HEAD = 'id,name,stage,created,closed';
const JANUARY_1 = Date.UTC(2025, 0, 1);

function dayAfter(days: number): string {
  return new Date(JANUARY_1 + days * 86_400_000).toISOString().slice(0, 10);
}

function closed(won: readonly number[], lost: readonly number[] = []): Record<string, string> {
  const line = (stage: string) => (days: number, at: number) =>
    `${stage[7]}${at},deal ${at},${stage},2025-01-01,${dayAfter(days)}`;
  return { 'deals.csv': [HEAD, ...won.map(line('Closed Won')), ...lost.map(line('Closed Lost'))].join('\n') };
}

function cycleOf(report: Report): NonNullable<Report['cycle']> {
  if (report.cycle === null) throw new Error('no cycle');
  return report.cycle;
}

describe('the time to close', () => {
  it('has bins for twenty won deals or more, and marks of them', async () => {
    // 0, 2, … 78: mean 39, median 39, quantiles at 29.25 and 35.1 of 0 … 39.
    const won = Array.from({ length: 40 }, (_, at) => at * 2);
    const cycle = cycleOf(await reportTexts(closed(won, [5, 17, 300])));
    expect(cycle).toMatchObject({ unit: 'days', n: 40, mean: 39, median: 39, p75: 58.5, reason: null, deals: null });
    expect(cycle.p90).toBeCloseTo(70.2, 9);
    // Fives reach 78 in sixteen bins; three more of them do not reach 300.
    expect(cycle.bins.map(({ from }) => from)).toEqual([...Array.from({ length: 19 }, (_, at) => at * 5), 95]);
    expect(cycle.bins.at(-1)).toEqual({ from: 95, to: null, won: 0, lost: 1 });
    // 0, 2, 4 and 6, 8; of the lost ones 5 and 17.
    expect(cycle.bins.slice(0, 4).map(({ won, lost }) => [won, lost])).toEqual([
      [3, 0],
      [2, 1],
      [3, 0],
      [2, 1],
    ]);
    expect(cycle.lost).toEqual({ n: 3, mean: 322 / 3, median: 17, reason: null });
  });

  it('lists each deal where fewer were won, the longest first', async () => {
    const report = await reportTexts(closed([3, 40], [10]));
    const cycle = cycleOf(report);
    expect(cycle.bins).toEqual([]);
    expect(cycle.deals?.map(({ id, outcome, days, row }) => [id, outcome, days, row])).toEqual([
      ['W1', 'won', 40, 3],
      ['L0', 'lost', 10, 4],
      ['W0', 'won', 3, 2],
    ]);
    expect(cycle.deals?.[0]).toMatchObject({ name: 'deal 1', createdAt: '2025-01-01', closedAt: dayAfter(40) });
    expect(() => reportSchema.parse(report)).not.toThrow();
  });

  it('lists no lost deals where they are many', async () => {
    const cycle = cycleOf(
      await reportTexts(
        closed(
          [3, 40],
          Array.from({ length: 41 }, () => 10),
        ),
      ),
    );
    expect(cycle.deals?.map(({ outcome }) => outcome)).toEqual(['won', 'won']);
    expect(cycle.lost.n).toBe(41);
  });

  it('says where the mean describes no deal', async () => {
    const fast = Array.from({ length: 30 }, (_, at) => 8 + (at % 5));
    const slow = Array.from({ length: 30 }, (_, at) => 96 + (at % 9));
    const cycle = cycleOf(await reportTexts(closed([...fast, ...slow])));
    expect(cycle.meanDescribes).toBe(false);
    expect(cycle.heaps).toMatchObject({ lower: { n: 30, from: 9, to: 11 }, upper: { n: 30 } });
    expect(cycleOf(await reportTexts(closed(fast))).meanDescribes).toBe(true);
    expect(cycleOf(await reportTexts(closed([8, 100]))).meanDescribes).toBeNull();
  });

  it('has a reason for each null', async () => {
    const none = cycleOf(await reportTexts(closed([], [4])));
    expect(none).toMatchObject({ n: 0, mean: null, median: null, p75: null, p90: null, reason: 'no_won_deals' });
    expect(none.deals?.map(({ id }) => id)).toEqual(['L0']);
    const onlyWon = cycleOf(await reportTexts(closed([4])));
    expect(onlyWon.lost).toEqual({ n: 0, mean: null, median: null, reason: 'no_lost_deals' });
    const undated = cycleOf(await reportTexts({ 'deals.csv': 'id,stage\nA,Closed Won\nB,Open' }));
    expect(undated).toMatchObject({ n: 0, reason: 'missing_field:created_at', bins: [], deals: [] });
  });

  it('is of the deals closed in the period, and says what it leaves out', async () => {
    const lines = [
      HEAD,
      'A,a,Closed Won,2025-01-10,2025-01-20',
      'B,b,Closed Won,2025-01-10,2025-02-20',
      'C,c,Closed Won,,2025-01-20',
      'D,d,Closed Won,2025-01-10,2025-01-05',
      'E,e,Open,2025-03-01,',
    ];
    const cycle = cycleOf(await reportTexts({ 'deals.csv': lines.join('\n') }, { period: '2025-01' }));
    expect(cycle).toMatchObject({ n: 1, mean: 10, median: 10 });
    expect(cycle.excluded).toEqual([
      { reason: 'undated_created', n: 1 },
      { reason: 'closed_before_created', n: 1 },
    ]);
  });

  it('has bins that add up to the deals of the figures, whatever they took', async () => {
    const some = fc.array(fc.oneof(fc.nat(20), fc.nat(300), fc.nat(4_000)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(900), { minLength: 20, maxLength: 60 }), some, async (won, lost) => {
        const report = await reportTexts(closed(won, lost));
        const cycle = cycleOf(report);
        const sum = (of: 'won' | 'lost'): number => cycle.bins.reduce((total, bin) => total + bin[of], 0);
        expect([sum('won'), sum('lost')]).toEqual([won.length, lost.length]);
        expect([cycle.n, cycle.lost.n]).toEqual([won.length, lost.length]);
        expect(cycle.mean).toBe(kpiValue(report, 'sales_cycle'));
        expect(cycle.bins.length).toBeLessThanOrEqual(22);
      }),
      { numRuns: 25 },
    );
  });
});
