import { describe, expect, it } from 'vitest';
import { revenueChange } from '../../../src/insight/catalogue/revenue-change.js';
import { say } from '../../../src/locale/say.js';
import { civilDay } from '../../../src/model/civil-day.js';
import { dealsOf } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const deals = (...parts: string[]) => dealsOf(['outcome closed_at amount', ...parts].join('\n'));
/** Q1: 100 closed, 50 won at 1,000 each. Q2: 80 closed, 20 won at 1,500 each. */
const FELL = deals(
  times(50, 'won 2024-02-01 1000'),
  times(50, 'lost 2024-02-01 .'),
  times(20, 'won 2024-05-01 1500'),
  times(60, 'lost 2024-05-01 .'),
);
const QUARTERS = { period: '2024-Q2', before: '2024-Q1' } as const;

describe('revenue_change', () => {
  it('says what fell, within which interval, and what made it fall', () => {
    const [found] = find(revenueChange, FELL, QUARTERS);
    expect(found && say(found.title, 'en')).toBe('Won value fell from 50,000 to 30,000 USD');
    expect([found?.severity, found?.impact, found?.n]).toEqual(['risk', 20_000, 70]);
    // −20,000 ± 1.96 · √(50 · 1,000² + 20 · 1,500²) = ± 19,102.
    expect(found?.interval?.low).toBeCloseTo(-39_102, -1);
    expect(found?.interval?.high).toBeCloseTo(-898, -1);
    const parts = found?.evidence['contributions'] as { effect: number }[];
    expect(parts.reduce((sum, { effect }) => sum + effect, 0)).toBeCloseTo(-20_000, 8);
    // Deals: −20 · (2(0.5·1000 + 0.25·1500) + 0.5·1500 + 0.25·1000) / 6 = −20 · 2750 / 6.
    expect(parts[0]?.effect).toBeCloseTo((-20 * 2750) / 6, 8);
  });

  it('is silent about chance, a quarter that is not over, and periods of other lengths', () => {
    const chance = deals(times(30, 'won 2024-02-01 1000'), times(26, 'won 2024-05-01 1000'), 'lost 2024-05-01 1');
    expect(find(revenueChange, chance, QUARTERS)).toEqual([]);
    expect(find(revenueChange, FELL, { ...QUARTERS, asOf: civilDay(2024, 6, 29) })).toEqual([]);
    expect(find(revenueChange, FELL, { ...QUARTERS, before: '2024-02' })).toEqual([]);
    expect(find(revenueChange, FELL, { period: '2024-Q2' })).toEqual([]);
  });
});
