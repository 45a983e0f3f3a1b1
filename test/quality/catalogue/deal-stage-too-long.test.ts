import { describe, expect, it } from 'vitest';
import { dealStageTooLong } from '../../../src/quality/catalogue/deal-stage-too-long.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.stage_too_long', () => {
  it('rejects open deals in a stage for more than 90 days where no history tells what is usual', () => {
    const found = expectVerdicts(
      dealStageTooLong,
      `id outcome stage    stage_changed_at verdict
       D1 open    Proposal 2024-10-03       accept
       D2 open    Proposal 2024-10-02       reject
       D3 won     Proposal 2024-01-01       outside
       D4 open    Proposal .                outside`,
    );
    expect(found[0]?.message.en).toBe('in "Proposal" since 2024-10-02, 91 days; more than 90 days is long');
  });

  it('takes twice the median of at least twenty won deals, and the day of the last entry', () => {
    // Nineteen or twenty wins that stayed 10 days in Proposal: the limit is 20 days with twenty of them.
    const table = (wins: number): string =>
      [
        'id outcome stage',
        ...Array.from({ length: wins }, (_, n) => `W${n} won Signed`),
        'D1 open Proposal',
        'D2 open Proposal',
        '# history log',
        'deal stage day',
        ...Array.from({ length: wins }, (_, n) => `W${n} Proposal 2024-03-01\nW${n} Signed 2024-03-11`),
        'D1 Proposal 2024-12-12',
        'D2 Proposal 2024-12-11',
      ].join('\n');
    const ids = (wins: number) =>
      runRule(dealStageTooLong, table(wins))
        .describe()
        .map(({ recordId }) => recordId);
    expect(ids(20)).toEqual(['D2']);
    expect(ids(19)).toEqual([]);
    expect(runRule(dealStageTooLong, table(20)).describe()[0]?.message.en).toBe(
      'in "Proposal" since 2024-12-11, 21 days; won deals stay 10 days (median)',
    );
  });
});
