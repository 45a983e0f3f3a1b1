import { describe, expect, it } from 'vitest';
import { dealStageUnknown } from '../../../src/quality/catalogue/deal-stage-unknown.js';
import { runRule } from '../../support/rules.js';

describe('deal.stage_unknown', () => {
  const found = (table: string, setting = {}) =>
    runRule(dealStageUnknown, table, setting)
      .describe()
      .map(({ recordId, message }) => [recordId, message.en]);

  it('rejects what is not in the list, and offers a near name', () => {
    const table = 'id stage\nD1 Lead\nD2 propsal\nD3 Frozen\nD4 lead\nD5 .';
    expect(found(table, { stages: ['Lead', 'Proposal'] })).toEqual([
      ['D2', 'the stage "propsal" is not in the list of stages; did you mean "Proposal"?'],
      ['D3', 'the stage "Frozen" is not in the list of stages'],
    ]);
  });

  it('finds misspellings of a commoner stage without a list', () => {
    const table = 'id stage\nD1 Negotiation\nD2 Negotiation\nD3 Negotation\nD4 Lead';
    expect(found(table)).toEqual([['D3', 'the stage "Negotation" is rare; did you mean "Negotiation"?']]);
  });

  it('accepts numbered stages, a change of case, and stages that are as common', () => {
    expect(found('id stage\nD1 Phase_1\nD2 Phase_1\nD3 Phase_2')).toEqual([]);
    expect(found('id stage\nD1 Proposal\nD2 Proposal\nD3 PROPOSAL')).toEqual([]);
    expect(found('id stage\nD1 Proposal\nD2 Proposall')).toEqual([]);
  });
});
