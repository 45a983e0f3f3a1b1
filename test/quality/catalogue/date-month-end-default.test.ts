import { describe, expect, it } from 'vitest';
import { dateMonthEndDefault } from '../../../src/quality/catalogue/date-month-end-default.js';
import { runRule } from '../../support/rules.js';

describe('date.month_end_default', () => {
  const open = (...days: string[]) =>
    ['id outcome expected_close', ...days.map((day, n) => `D${n} open ${day}`)].join('\n');
  const spread = Array.from({ length: 14 }, (_, n) => `2025-03-${String(n + 1).padStart(2, '0')}`);

  it('rejects more than 30 % on the last day of a month', () => {
    const ends = ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30'];
    expect(runRule(dateMonthEndDefault, open(...spread, ...ends))).toMatchObject({ outcome: 'pass', applicable: 1 });
    const [found] = runRule(dateMonthEndDefault, open(...spread, ...ends, '2028-02-29')).describe();
    expect(found?.message.en).toBe(
      '7 of 21 open deals are expected to close on the last day of a month: a default, not a forecast',
    );
  });

  it('rejects one day with more than a tenth and at least ten deals', () => {
    const day = (n: number) => Array.from({ length: n }, () => '2025-03-20');
    expect(runRule(dateMonthEndDefault, open(...spread, ...day(9))).violations).toBe(0);
    expect(runRule(dateMonthEndDefault, open(...spread, ...day(10))).describe()[0]?.message.en).toContain(
      '10 of 24 open deals',
    );
  });

  it('judges nothing with fewer than twenty open deals', () => {
    expect(runRule(dateMonthEndDefault, open('2025-01-31', '2025-01-31')).outcome).toBe('skipped');
  });
});
