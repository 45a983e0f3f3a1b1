import { describe, expect, it } from 'vitest';
import { stageSkipped } from '../../../src/quality/catalogue/stage-skipped.js';
import { runRule } from '../../support/rules.js';

describe('stage.skipped', () => {
  const WAYS = `id outcome stage
     D1 open Offer
     D2 won Closed_Won
     D3 open Offer
     D4 lost Closed_Lost
     D5 open Offer
     # history log
     deal stage day
     D1 Lead 2024-01-01
     D1 Demo 2024-01-02
     D1 Offer 2024-01-03
     D2 Lead 2024-01-01
     D2 Demo 2024-01-05
     D2 Offer 2024-01-08
     D2 Closed_Won 2024-01-09
     D3 Lead 2024-02-01
     D3 Offer 2024-02-02
     D4 Lead 2024-02-01
     D4 Closed_Lost 2024-02-03
     D5 Demo 2024-02-01
     D5 Offer 2024-02-03`;

  it('rejects a later stage without the one in between, that two of three entered', () => {
    // Lead → Demo → Offer: D3 leaves Demo out; D4 was lost early, D5 began with Demo.
    const result = runRule(stageSkipped, WAYS);
    expect([result.violations, result.applicable]).toEqual([1, 5]);
    const [found] = result.describe();
    expect([found?.recordId, found?.value]).toEqual(['D3', 'Demo']);
    expect(found?.message.en).toBe('came to "Offer" without having been in "Demo"');
  });

  it('leaves optional stages alone: three of four that passed it by entered Demo', () => {
    expect(runRule(stageSkipped, WAYS, { usual: 0.8 }).violations).toBe(0);
    expect(runRule(stageSkipped, WAYS, { usual: 0.75 }).violations).toBe(1);
  });

  it('judges nothing without a history', () => {
    expect(runRule(stageSkipped, 'id outcome\nD1 won')).toMatchObject({ outcome: 'skipped' });
  });
});
