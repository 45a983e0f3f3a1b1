import { describe, expect, it } from 'vitest';
import { dealCreateDateMissing } from '../../../src/quality/catalogue/deal-create-date-missing.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.create_date_missing', () => {
  it('rejects deals without a creation date, whatever became of them', () => {
    const found = expectVerdicts(
      dealCreateDateMissing,
      `id outcome created_at verdict
       D1 open    2024-01-05 accept
       D2 won     2024-01-05 accept
       D3 open    .          reject
       D4 lost    .          reject`,
    );
    expect(found.map(({ message }) => message.en)).toEqual([
      'open without a creation date: nobody knows how long it has been in the pipeline',
      'no creation date: it is no new deal of any period and has no sales cycle',
    ]);
  });
});
