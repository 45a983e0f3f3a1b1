import { describe, expect, it } from 'vitest';
import { dealStatusStageConflict } from '../../../src/quality/catalogue/deal-status-stage-conflict.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.status_stage_conflict', () => {
  it('rejects won against lost and closed against open; a closed deal may keep its last open stage', () => {
    const found = expectVerdicts(
      dealStatusStageConflict,
      `id stage       status outcome verdict
       D1 Closed_Won  won    won     accept
       D2 Closed_Lost lost   lost    accept
       D3 Proposal    open   open    accept
       D4 Demo        open   open    accept
       D5 Closed_Won  lost   lost    reject
       D6 Closed_Lost won    won     reject
       D7 Closed_Won  open   open    reject
       D8 Closed_Lost open   open    reject
       D9 Proposal    won    won     outside
       E1 Closed_Won  .      won     outside`,
    );
    expect(found[0]?.message.en).toBe('the status says lost, the stage says won; it counts as lost');
  });

  it('listens to flags and to a probability of 0 on a won deal', () => {
    const found = expectVerdicts(
      dealStatusStageConflict,
      `id stage       is_closed is_won probability outcome verdict
       D1 Closed_Won  yes       yes    1           won     accept
       D2 Closed_Lost yes       no     0           lost    accept
       D3 Proposal    no        no     0.4         open    accept
       D4 Closed_Won  yes       no     1           won     reject
       D5 Closed_Won  no        no     1           won     reject
       D6 Closed_Won  yes       yes    0           won     reject`,
    );
    expect(found[2]?.message.en).toContain('the probability says lost');
  });

  it('says nothing of values that mean nothing by themselves', () => {
    expect(runRule(dealStatusStageConflict, 'id stage status outcome\nD1 Blue Red open')).toMatchObject({
      outcome: 'skipped',
    });
  });
});
