import { describe, expect, it } from 'vitest';
import { dealProbabilityStageMismatch } from '../../../src/quality/catalogue/deal-probability-stage-mismatch.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.probability_stage_mismatch', () => {
  it('rejects won below 100 %, lost above 0 % and open at either', () => {
    const found = expectVerdicts(
      dealProbabilityStageMismatch,
      `id outcome probability verdict
       D1 won     1           accept
       D2 lost    0           accept
       D3 open    0.01        accept
       D4 open    0.99        accept
       D5 won     0.9         reject
       D6 lost    0.1         reject
       D7 open    0           reject
       D8 open    1           reject
       D9 open    .           outside`,
    );
    expect(found[0]?.message.en).toBe('won at a probability of 90 %');
  });

  it('rejects more than 20 points from what most of twenty open deals in the stage have', () => {
    const table = (others: number) =>
      [
        'id outcome stage probability',
        ...Array.from({ length: others }, (_, n) => `D${n} open Demo 0.5`),
        'E1 open Demo 0.7',
        'E2 open Demo 0.71',
        'E3 open Demo 0.29',
      ].join('\n');
    const ids = (others: number) =>
      runRule(dealProbabilityStageMismatch, table(others))
        .describe()
        .map(({ recordId }) => recordId);
    expect(ids(17)).toEqual(['E2', 'E3']);
    expect(ids(16)).toEqual([]);
  });
});
