import { describe, expect, it } from 'vitest';
import { dealOutcomeUnknown } from '../../../src/quality/catalogue/deal-outcome-unknown.js';
import { check } from '../../../src/quality/check.js';
import { day, dealsOf } from '../../support/deals.js';
import { expectVerdicts, readTable } from '../../support/rules.js';

const TABLE = `
  id stage      status  outcome  verdict
  D1 Closed_Won .       won      accept
  D2 .          Lost    lost     accept
  D3 Proposal   Open    open     accept
  D4 Archived   .       excluded reject
  D5 Proposal   Waiting excluded reject
  D6 .          .       excluded reject`;

describe('deal.outcome_unknown', () => {
  it('rejects deals that are neither won, lost nor open, and names their stage and status', () => {
    const found = expectVerdicts(dealOutcomeUnknown, TABLE);
    expect(found.map(({ field, value }) => [field, value])).toEqual([
      ['stage', 'Archived'],
      ['status', 'Waiting'],
      ['stage', null],
    ]);
    expect(found.map(({ message }) => message.en)).toEqual([
      'the stage "Archived" does not say whether it is won, lost or open',
      'the status "Waiting" and the stage "Proposal" do not say whether it is won, lost or open',
      'no stage or status says what became of it',
    ]);
  });

  it('does not judge deals whose stage or status is set aside on purpose', () => {
    const [result] = check([dealOutcomeUnknown], {
      ...readTable(TABLE),
      setAside: new Set(['Archived', 'Waiting']),
      asOf: day('2025-01-01'),
    }).results;
    expect(result).toMatchObject({ applicable: 4, violations: 1 });
    expect(result?.describe().map(({ recordId }) => recordId)).toEqual(['D6']);
  });

  it('does not judge rows that a column of the file says are no deals', () => {
    const table = 'id stage outcome\nD1 Archived excluded\nD2 Archived excluded';
    const deals = dealsOf(table, { setAside: [1] });
    const [result] = check([dealOutcomeUnknown], { deals, ambiguous: [], asOf: day('2025-01-01') }).results;
    expect(result).toMatchObject({ applicable: 1, violations: 1 });
    expect(result?.describe().map(({ recordId }) => recordId)).toEqual(['D1']);
  });
});
