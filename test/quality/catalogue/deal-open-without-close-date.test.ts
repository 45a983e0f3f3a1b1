import { describe, it } from 'vitest';
import { dealOpenWithoutCloseDate } from '../../../src/quality/catalogue/deal-open-without-close-date.js';
import { expectVerdicts } from '../../support/rules.js';

describe('deal.open_without_close_date', () => {
  it('rejects open deals without an expected close', () => {
    expectVerdicts(
      dealOpenWithoutCloseDate,
      `id outcome expected_close verdict
       D1 open    2025-06-01     accept
       D2 open    2020-06-01     accept
       D3 open    .              reject
       D4 open    soon           reject
       D5 won     .              outside
       D6 lost    .              outside`,
    );
  });
});
