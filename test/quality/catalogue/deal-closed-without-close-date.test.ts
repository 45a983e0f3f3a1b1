import { describe, expect, it } from 'vitest';
import { dealClosedWithoutCloseDate } from '../../../src/quality/catalogue/deal-closed-without-close-date.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.closed_without_close_date', () => {
  it('rejects won and lost deals without a close date, also where the cell is no date', () => {
    const found = expectVerdicts(
      dealClosedWithoutCloseDate,
      `id outcome  closed_at  verdict
       D1 won      2024-02-10 accept
       D2 lost     2024-02-11 accept
       D3 won      2024-02-12 accept
       D4 won      .          reject
       D5 lost     .          reject
       D6 lost     soon       reject
       D7 open     .          outside
       D8 excluded .          outside`,
    );
    expect(found.map(({ message }) => message.en)).toEqual([
      'won without a close date: it belongs to no period',
      'lost without a close date: it belongs to no period',
      'lost without a close date: it belongs to no period',
    ]);
  });
});
