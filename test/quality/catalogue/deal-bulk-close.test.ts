import { describe, expect, it } from 'vitest';
import { dealBulkClose } from '../../../src/quality/catalogue/deal-bulk-close.js';
import { runRule } from '../../support/rules.js';

describe('deal.bulk_close', () => {
  const lost = (n: number, owner: string, day: string, prefix: string) =>
    Array.from({ length: n }, (_, index) => `${prefix}${index} lost ${owner} ${day}`).join('\n');
  const table = (...parts: string[]) => ['id outcome owner closed_at', ...parts].join('\n');

  it('rejects a day with more than ten lost deals of one owner', () => {
    const result = runRule(
      dealBulkClose,
      table(
        lost(11, 'Sara', '2024-03-29', 'A'),
        lost(10, 'Omid', '2024-03-29', 'B'),
        lost(3, 'Sara', '2024-04-01', 'C'),
      ),
    );
    expect(result.violations).toBe(1);
    expect(result.describe()[0]?.message.en).toBe(
      '11 deals of Sara were closed as lost on 2024-03-29: the day of a clean-up, not of decisions',
    );
  });

  it('accepts a twentieth of all lost deals on one day', () => {
    // 20 days with 20 each: 5 % of 400 is 20, which is not more.
    const days = Array.from({ length: 20 }, (_, n) =>
      lost(20, 'Sara', `2024-03-${String(n + 1).padStart(2, '0')}`, `D${n}x`),
    );
    expect(runRule(dealBulkClose, table(...days))).toMatchObject({ outcome: 'pass', applicable: 20 });
    expect(runRule(dealBulkClose, table(...days, lost(2, 'Sara', '2024-03-01', 'E'))).violations).toBe(1);
  });
});
