import { describe, expect, it } from 'vitest';
import { amountRoundDefault } from '../../../src/quality/catalogue/amount-round-default.js';
import { runRule } from '../../support/rules.js';

describe('amount.round_default', () => {
  const deals = (others: number, same: number) =>
    [
      'id amount',
      ...Array.from({ length: others }, (_, n) => `D${n} ${n}01`),
      ...Array.from({ length: same }, (_, n) => `E${n} 1000`),
      'Z1 0',
      'Z2 0',
      'Z3 .',
    ].join('\n');

  it('rejects an amount on more than a fifth of the deals', () => {
    const [found] = runRule(amountRoundDefault, deals(15, 5)).describe();
    expect(found?.message.en).toBe('5 of 20 deals have the amount 1000: a placeholder or a list price');
    expect(found?.place.row).toBe(17);
  });

  it('accepts a fifth, and judges nothing with fewer than twenty amounts', () => {
    expect(runRule(amountRoundDefault, deals(16, 4))).toMatchObject({ outcome: 'pass', applicable: 1 });
    expect(runRule(amountRoundDefault, deals(14, 5)).outcome).toBe('skipped');
  });

  it('finds it wherever it stands, for any share that is asked for', () => {
    const shuffled = [
      'id amount',
      ...Array.from({ length: 40 }, (_, n) => `D${n} ${n % 4 === 1 ? 7 : n * 10 + 1}`),
    ].join('\n');
    expect(runRule(amountRoundDefault, shuffled).describe()[0]?.value).toBe('7');
    expect(runRule(amountRoundDefault, shuffled, { share: 0.25 }).violations).toBe(0);
    expect(runRule(amountRoundDefault, shuffled, { share: 0.01 }).violations).toBe(1);
  });
});
