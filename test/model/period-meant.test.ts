import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/locale/suggest.js';
import { periodMeant } from '../../src/model/period-meant.js';
import { day } from '../support/deals.js';

describe('a text that names no period', () => {
  it.each([
    ['Q3 2025', '2025-Q3'],
    ['2025Q3', '2025-Q3'],
    ['2025W36', '2025-W36'],
    ['last quarter', 'last-quarter'],
    ['last_month', 'last-month'],
    ['last-qarter', 'last-quarter'],
    ['previous month', 'last-month'],
    ['current year', 'this-year'],
    ['YTD', 'this-year'],
    ['30d', 'last-30-days'],
    ['last 90 day', 'last-90-day'],
    ['past 90 days', 'last-90-days'],
    ['2025/09', '2025-09'],
    ['09/2025', '2025-09'],
    ['2025-01-01 to 2025-03-31', '2025-01-01..2025-03-31'],
    ['2025-01:2025-03', '2025-01..2025-03'],
    ['Q5 2025', null],
    ['whenever', null],
  ])('%s', (text, meant) => {
    expect(periodMeant(text, day('2025-06-30'), suggest)).toBe(meant);
  });
});
