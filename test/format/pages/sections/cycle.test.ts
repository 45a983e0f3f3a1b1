import { describe, expect, it } from 'vitest';
import type { Detail } from '../../../../src/format/definition.js';
import { renderReport } from '../../../../src/format/render.js';
import type { Lang } from '../../../../src/locale/text.js';
import type { Report } from '../../../../src/report/schema.js';
import { REPORT } from '../../../support/documents.js';

const table = async (cycle: Report['cycle'], lang: Lang = 'en', detail: Detail = 'full'): Promise<string> =>
  [...(await renderReport({ ...REPORT, cycle }, 'table', { lang, color: false, width: 100, detail }))].join('');

const CYCLE: NonNullable<Report['cycle']> = {
  unit: 'days',
  n: 24,
  mean: 31.5,
  median: 28,
  p75: 40,
  p90: 61,
  reason: null,
  meanDescribes: null,
  heaps: null,
  lost: { n: 1, mean: 80, median: 80, reason: null },
  bins: [
    { from: 0, to: 20, won: 8, lost: 0 },
    { from: 20, to: 40, won: 16, lost: 0 },
    { from: 40, to: null, won: 0, lost: 1 },
  ],
  deals: null,
  excluded: [{ reason: 'closed_before_created', n: 2 }],
};

describe('the time to close on a page', () => {
  it('has its marks and its bins', async () => {
    const page = await table(CYCLE);
    expect(page).toMatch(/Time to close ─+ 24 won, 1 lost/);
    expect(page).toContain('mean 31.5 days, median 28 days; three of four within 40 days, nine of ten within 61 days');
    expect(page).toContain('Lost: mean 80 days, median 80 days.');
    expect(page).toMatch(/0–19 +8 +█+▏?▎?▍?▌?▋?▊?▉? +0/);
    expect(page).toMatch(/40\+ +0 +1/);
    expect(page).toContain('Left out: 2 closed before it was created');
  });

  it('says so in Persian', async () => {
    const page = await table(CYCLE, 'fa');
    for (const words of ['زمان تا بسته شدن', 'میانگین', '۲۰–۳۹', '۴۰ و بیشتر', 'ازدست‌رفته', 'کنار گذاشته']) {
      expect(page).toContain(words);
    }
  });

  it('lists the deals where they are few, whatever they are called', async () => {
    const deal = { createdAt: '2024-01-01', closedAt: '2024-02-01', file: 'a.csv', sheet: null };
    const page = await table({
      ...CYCLE,
      bins: [],
      deals: [
        { ...deal, id: 'A', name: '\u001b[31mRed\u202e', outcome: 'won', days: 31, row: 2 },
        { ...deal, id: null, name: null, outcome: null, days: null, createdAt: null, closedAt: null, row: 3 },
      ],
    });
    expect(page).toMatch(/Red.* +Won +31 +2024-01-01 +2024-02-01/);
    expect(page).toContain('a.csv:3');
    expect(page).not.toContain('\u001b');
    expect(page).not.toContain('\u202e');
  });

  it('says why there is no mean, and that a mean describes no deal', async () => {
    const none = { n: 0, mean: null, median: null, p75: null, p90: null, bins: [] };
    expect(await table({ ...CYCLE, ...none, reason: 'no_won_deals' })).toContain('Not computed: no deals won.');
    const heaps = { lower: { n: 12, from: 5, to: 9 }, upper: { n: 12, from: 90, to: 90 } };
    expect(await table({ ...CYCLE, heaps, meanDescribes: false })).toContain('mostly at 5–9 days and at 90 days');
  });

  it('stands in the full detail alone', async () => {
    expect(await table(CYCLE, 'en', 'standard')).not.toContain('Time to close');
  });
});
