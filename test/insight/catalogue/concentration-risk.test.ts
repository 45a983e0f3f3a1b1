import { describe, expect, it } from 'vitest';
import { concentrationRisk } from '../../../src/insight/catalogue/concentration-risk.js';
import { say } from '../../../src/locale/say.js';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { find, times } from '../../support/insight.js';

const deals = (...parts: string[]) => dealsOf(['outcome customer closed_at amount', ...parts].join('\n'));
const OTHERS = ['B', 'C', 'D', 'E'].map((name) => times(15, `won ${name} 2024-03-01 100`)).join('\n');

describe('concentration_risk', () => {
  it('names the customer whose share is above ten per cent beyond chance', () => {
    const [found] = find(
      concentrationRisk,
      deals(OTHERS, times(40, 'won Alpha 2024-03-01 100'), 'lost B 2024-03-01 5'),
    );
    expect(found && say(found.title, 'en')).toBe('40.0 % of the won value comes from one customer: Alpha');
    expect(found).toMatchObject({ impact: 4000, n: 100, severity: 'risk', of: 'deals' });
    // Equal amounts: 0.4 ± 1.96 · √(0.24 / 99).
    expect(found?.interval?.low).toBeCloseTo(0.4 - 1.959964 * Math.sqrt(0.24 / 99), 6);
    // 40² + 4 · 15² = 2,500.
    expect(found?.evidence['hhi']).toBeCloseTo(2500, 8);
    expect(found?.evidence['effectiveCustomers']).toBeCloseTo(4, 8);
    expect(found?.rows()).toHaveLength(40);
  });

  it('is silent where one large deal makes the share: that could be chance', () => {
    const one = deals(OTHERS, 'won Alpha 2024-03-01 3000', 'lost B 2024-03-01 5');
    expect(find(concentrationRisk, one)).toEqual([]);
  });

  it('is silent with few customers or few deals', () => {
    expect(find(concentrationRisk, deals(times(30, 'won A 2024-03-01 9'), times(9, 'won B 2024-03-01 9')))).toEqual([]);
    expect(find(concentrationRisk, sixteenDeals())).toEqual([]);
  });

  it('is about the orders where they are given beside the deals', () => {
    const orders = deals(OTHERS, times(40, 'won Alpha 2024-03-01 100'));
    const [found] = find(concentrationRisk, deals('won B 2024-03-01 5', 'lost B 2024-03-01 5'), {
      purchases: orders.all(),
    });
    expect([found?.of, found?.evidence['customer']]).toEqual(['purchases', 'Alpha']);
  });
});
