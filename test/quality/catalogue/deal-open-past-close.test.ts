import { describe, expect, it } from 'vitest';
import { dealOpenPastClose } from '../../../src/quality/catalogue/deal-open-past-close.js';
import { expectVerdicts, runRule } from '../../support/rules.js';

describe('deal.open_past_close', () => {
  // Examples are read at 2025-01-01.
  it('rejects open deals that were expected to close before the snapshot', () => {
    const found = expectVerdicts(
      dealOpenPastClose,
      `id outcome expected_close verdict
       D1 open    2025-01-01     accept
       D2 open    2025-06-01     accept
       D3 open    2024-12-31     reject
       D4 open    2024-12-01     reject
       D5 open    .              outside
       D6 won     2024-12-01     outside
       D7 lost    2024-12-01     outside`,
    );
    expect(found.map(({ message }) => message.en)).toEqual([
      'still open, expected to close on 2024-12-31, 1 day ago',
      'still open, expected to close on 2024-12-01, 31 days ago',
    ]);
  });

  it('allows as many days as the setting says', () => {
    const table = 'id outcome expected_close amount\nD1 open 2024-12-22 10\nD2 open 2024-12-21 20';
    const result = runRule(dealOpenPastClose, table, { days: 10 });
    expect(result.describe().map(({ recordId }) => recordId)).toEqual(['D2']);
    expect(result.amount).toBe(20);
  });
});
