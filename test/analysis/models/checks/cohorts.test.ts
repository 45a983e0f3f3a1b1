import { describe, expect, it } from 'vitest';
import { halvesOf, sameSpeed, sameWins } from '../../../../src/analysis/models/checks/cohorts.js';
import { dealDurations } from '../../../../src/kpi/durations.js';
import { ALL_TIME } from '../../../../src/model/period.js';
import { day, dealsOf, SIXTEEN_AS_OF } from '../../../support/deals.js';

const NOW = { period: ALL_TIME, asOf: SIXTEEN_AS_OF, dataEnd: SIXTEEN_AS_OF };

/** Thirty deals created on 1 January and thirty on 1 June, each closed after so many days, the first `wins` won. */
function twoDays(older: { days: number; wins: number }, newer: { days: number; wins: number }) {
  const rows = [older, newer].flatMap(({ days, wins }, half) =>
    Array.from({ length: 30 }, (_, at) => {
      const created = half === 0 ? day('2024-01-01') : day('2024-06-01');
      const closed = new Date((created + days + (at % 5)) * 86_400_000).toISOString().slice(0, 10);
      return `D${half}-${at} ${at < wins ? 'won' : 'lost'} ${half === 0 ? '2024-01-01' : '2024-06-01'} ${closed}`;
    }),
  );
  const deals = dealsOf(`id outcome created_at closed_at\n${rows.join('\n')}`);
  return (from: number | null = null) =>
    halvesOf(dealDurations(deals.all(), NOW, from), deals.column('created_at'), from);
}

describe('the two halves of the deals', () => {
  it('begin and end at the middle day of creation', () => {
    const halves = twoDays({ days: 10, wins: 15 }, { days: 10, wins: 15 })();
    expect([halves?.since, halves?.older.n, halves?.newer.n]).toEqual([day('2024-06-01'), 30, 30]);
  });

  it('hold where deals close and are won alike', () => {
    const halves = twoDays({ days: 10, wins: 15 }, { days: 10, wins: 15 })();
    // Both close on the same days: what is expected of the newer half is what it did, 30.
    expect(sameSpeed(halves)).toMatchObject({ holds: true, evidence: { args: { observed: 30, pValue: 1 } } });
    const half = expect.closeTo(0.5, 12);
    expect(sameWins(halves)).toMatchObject({
      holds: true,
      evidence: { args: { newer: half, older: half, pValue: 1 } },
    });
  });

  it('do not hold where newer deals close later, or are won less often', () => {
    expect(sameSpeed(twoDays({ days: 10, wins: 15 }, { days: 60, wins: 15 })()).holds).toBe(false);
    const wins = sameWins(twoDays({ days: 10, wins: 24 }, { days: 10, wins: 6 })());
    expect(wins).toMatchObject({ holds: false, evidence: { args: { newer: 0.2 } } });
  });

  it('are not compared with few closings, nor with deals of which the quick ones are missing', () => {
    const halves = twoDays({ days: 10, wins: 15 }, { days: 10, wins: 15 })(day('2024-06-01'));
    expect(halves).toBeNull();
    expect(sameSpeed(halves)).toMatchObject({ holds: null, evidence: { code: 'halves_too_small' } });
    expect(sameWins(null).holds).toBeNull();
  });
});
