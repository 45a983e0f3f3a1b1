import { describe, expect, it } from 'vitest';
import { reportTexts } from '../support/load-texts.js';

const HEADER = 'Deal ID,Stage,Amount,Created Date,Close Date';

/** Twenty deals won for 1,000 to 20,000 and twenty lost ones with what is given. */
function deals(lostAmount: (at: number) => string): string {
  const won = Array.from({ length: 20 }, (_, at) => `W${at},Closed Won,${(at + 1) * 1000},2025-01-01,2025-02-01`);
  const lost = Array.from({ length: 20 }, (_, at) => `L${at},Closed Lost,${lostAmount(at)},2025-01-01,2025-02-01`);
  return [HEADER, ...won, ...lost].join('\n');
}

async function winRates(
  text: string,
): Promise<{ values: (number | null)[]; reasons: (string | null)[]; tests: string[] }> {
  const { breakdowns } = await reportTexts({ 'deals.csv': text }, { by: [['amount']] });
  const [breakdown] = breakdowns;
  const rates = (breakdown?.groups ?? []).flatMap(({ kpis }) => kpis.filter(({ id }) => id === 'win_rate'));
  return {
    values: rates.map(({ value }) => value),
    reasons: rates.map(({ reason }) => reason),
    tests: (breakdown?.tests ?? []).map(({ kpi }) => kpi),
  };
}

describe('a breakdown by amount', () => {
  it('has no win rates where winning enters the amount: it would rank what was priced', async () => {
    for (const none of ['', '0']) {
      const { values, reasons, tests } = await winRates(deals(() => none));
      expect(values.length).toBeGreaterThan(2);
      expect(values.every((value) => value === null)).toBe(true);
      expect(new Set(reasons)).toEqual(new Set(['lost_deals_unpriced']));
      expect(tests).not.toContain('win_rate');
    }
  });

  it('has them where lost deals keep their amount', async () => {
    // Each amount is won once and lost once.
    const { values, tests } = await winRates(deals((at) => `${(at + 1) * 1000}`));
    expect(values.length).toBeGreaterThan(2);
    expect(new Set(values)).toEqual(new Set([0.5]));
    // That large deals are larger needs no test.
    expect(tests).not.toContain('avg_deal_size');
  });
});
