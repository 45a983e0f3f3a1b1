import { describe, expect, it } from 'vitest';
import { stageBackward } from '../../../src/quality/catalogue/stage-backward.js';
import { runRule } from '../../support/rules.js';

describe('stage.backward', () => {
  it('rejects a stage entered after a later one, whatever the order of the columns', () => {
    const result = runRule(
      stageBackward,
      `id outcome stage
       D1 open Offer
       D2 won Closed_Won
       D3 open Demo
       D4 lost Closed_Lost
       # history log
       deal stage day
       D1 Lead 2024-01-01
       D1 Demo 2024-01-02
       D1 Offer 2024-01-03
       D2 Lead 2024-01-01
       D2 Demo 2024-01-05
       D2 Closed_Won 2024-01-09
       D3 Lead 2024-02-01
       D3 Offer 2024-02-02
       D3 Demo 2024-02-05
       D4 Demo 2024-02-01
       D4 Closed_Lost 2024-02-03`,
    );
    expect([result.violations, result.applicable]).toEqual([1, 4]);
    const [found] = result.describe();
    expect(found?.recordId).toBe('D3');
    expect(found?.message.en).toBe('moved back from "Offer" to "Demo" on 2024-02-05');
  });

  it('accepts a deal that stays, and one that leaves a stage out', () => {
    const table =
      'id outcome\nD1 open\nD2 open\n# history columns\ndeal stage day\nD1 Lead 2024-01-01\nD1 Offer 2024-01-03\nD2 Lead 2024-01-01';
    expect(runRule(stageBackward, table)).toMatchObject({ outcome: 'pass', applicable: 2 });
  });
});
