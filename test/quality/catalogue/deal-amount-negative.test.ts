import { describe, expect, it } from 'vitest';
import { check } from '../../../src/index.js';
import { dealAmountNegative } from '../../../src/quality/catalogue/deal-amount-negative.js';
import { day } from '../../support/deals.js';
import { loadTexts } from '../../support/load-texts.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.amount_negative', () => {
  it('rejects amounts below 0, whatever became of the deal', () => {
    const found = expectVerdicts(
      dealAmountNegative,
      `id outcome amount verdict
       D1 won     5000   accept
       D2 lost    0      accept
       D3 won     -300   reject
       D4 open    -0.01  reject
       D5 won     .      outside`,
    );
    expect(found[0]?.message.en).toBe('the amount -300 is negative: it lowers revenue');
  });

  it('sums the credits: -300 - 200', () => {
    expect(runRule(dealAmountNegative, 'id amount\nD1 -300\nD2 -200\nD3 900').amount).toBe(-500);
  });

  it('takes no return among orders for a fault', async () => {
    const orders =
      'Order ID,Customer,Order Date,Total\nA1,Ardent,2024-01-02,90\nA2,Borea,2024-01-03,40\nC1,Borea,2024-01-05,-40\n';
    const { rules } = check(await loadTexts({ 'orders.csv': orders }), { today: day('2024-02-01') });
    expect(rules.find(({ id }) => id === 'deal.amount_negative')).toMatchObject({ outcome: 'skipped', violations: 0 });
  });
});
