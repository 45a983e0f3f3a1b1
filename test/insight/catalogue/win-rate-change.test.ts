import { describe, expect, it } from 'vitest';
import { winRateChange } from '../../../src/insight/catalogue/win-rate-change.js';
import { say } from '../../../src/locale/say.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const HEADER = 'owner source outcome closed_at amount';
const deals = (...parts: string[]) => dealsOf([HEADER, ...parts].join('\n'));
const QUARTERS = { period: '2024-Q2', before: '2024-Q1', by: ['owner', 'source'] } as const;

/** Q1: 56 of 70 won. Q2: 48 of 80. Bob alone fell; the sources are alike. */
const FELL = deals(
  times(28, 'Ann Web won 2024-02-01 1000'),
  times(7, 'Ann Web lost 2024-02-01 .'),
  times(28, 'Bob Fair won 2024-02-01 1000'),
  times(7, 'Bob Fair lost 2024-02-01 .'),
  times(32, 'Ann Fair won 2024-05-01 1000'),
  times(8, 'Ann Web lost 2024-05-01 .'),
  times(16, 'Bob Web won 2024-05-01 1000'),
  times(24, 'Bob Fair lost 2024-05-01 .'),
);

describe('win_rate_change', () => {
  it('says what fell, by how much at least, and who it was', () => {
    const [found] = find(winRateChange, FELL, QUARTERS);
    expect(found?.severity).toBe('risk');
    // Newcombe 1998, table II: 56/70 less 48/80 is 0.0524 to 0.3339.
    expect(found?.interval?.low).toBeCloseTo(-0.3339, 4);
    expect(found?.interval?.high).toBeCloseTo(-0.0524, 4);
    expect(found?.n).toBe(150);
    expect(found?.impact).toBeNull();
    expect(found && say(found.title, 'en')).toBe('The win rate fell from 80.0 % to 60.0 %');
    expect(found?.evidence).toMatchObject({ field: 'owner', wonBefore: 56, closedBefore: 70, won: 48, closed: 80 });
    // Both owners have half of the deals in both quarters: no mix; Bob's rate fell from 0.8 to 0.4, half of it is 0.2.
    expect(found?.evidence['mix']).toBeCloseTo(0, 12);
    expect(found?.evidence['rate']).toBeCloseTo(-0.2, 12);
    expect(found && say(found.detail, 'en')).toContain('most of it Bob, −20.0 pp');
  });

  it('gives contributions that add up to the change', () => {
    const [found] = find(winRateChange, FELL, QUARTERS);
    const parts = found?.evidence['contributions'] as { mix: number; rate: number }[];
    const total = parts.reduce((sum, { mix, rate }) => sum + mix + rate, 0);
    expect(total).toBeCloseTo(-0.2, 12);
  });

  it('is silent about chance, few deals, and where nothing is compared', () => {
    const chance = deals(
      times(15, 'A W won 2024-02-01 1'),
      times(5, 'A W lost 2024-02-01 1'),
      times(12, 'A W won 2024-05-01 1'),
      times(8, 'A W lost 2024-05-01 1'),
    );
    expect(find(winRateChange, chance, QUARTERS)).toEqual([]);
    const few = deals(times(19, 'A W won 2024-02-01 1'), times(40, 'A W lost 2024-05-01 1'));
    expect(find(winRateChange, few, QUARTERS)).toEqual([]);
    expect(find(winRateChange, FELL, { period: '2024-Q2' })).toEqual([]);
  });
});
