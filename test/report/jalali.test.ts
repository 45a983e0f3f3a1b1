import fc from 'fast-check';
import { toJalaali } from 'jalaali-js';
import { describe, expect, it } from 'vitest';
import { type ReportRequest, report } from '../../src/index.js';
import { civilDate, civilDay, isoDay } from '../../src/model/civil-day.js';
import { parsePeriod } from '../../src/model/period-parse.js';
import type { Report } from '../../src/report/schema.js';
import { loadTexts } from '../support/load-texts.js';

const FIRST = civilDay(2023, 1, 1);
const AS_OF = '2025-06-30';
const LAST = civilDay(2025, 6, 30);

/** A day as the file writes it. */
function jalali(day: number): string {
  const { year, month, day: of } = civilDate(day);
  const { jy, jm, jd } = toJalaali(year, month, of);
  return `${jy}/${String(jm).padStart(2, '0')}/${String(jd).padStart(2, '0')}`;
}

const deal = fc.record({
  created: fc.integer({ min: FIRST, max: LAST }),
  days: fc.integer({ min: 0, max: 200 }),
  outcome: fc.constantFrom('برنده', 'ازدست‌رفته', 'باز'),
  amount: fc.integer({ min: 0, max: 5000 }),
  account: fc.constantFrom('آریا', 'پارس', 'مهتاب', 'کیان'),
});
const deals = fc.array(deal, { minLength: 20, maxLength: 60 });

function fileOf(rows: readonly (typeof deal extends fc.Arbitrary<infer T> ? T : never)[]): string {
  const lines = rows.map(({ created, days, outcome, amount, account }, at) => {
    const closed = created + days;
    const open = outcome === 'باز' || closed > LAST;
    const stage = { برنده: 'Closed Won', ازدست‌رفته: 'Closed Lost', باز: 'Proposal' }[outcome];
    return `${at},d${at},${account},${open ? 'Proposal' : stage},${amount},${jalali(created)},${open ? '' : jalali(closed)}`;
  });
  return ['Deal ID,Deal Name,Account,Stage,Amount,Create Date,Close Date', ...lines].join('\n');
}

/** The report over the deals, whatever the day of the run. */
async function over(
  rows: Parameters<typeof fileOf>[0],
  ...requests: readonly Omit<ReportRequest, 'today'>[]
): Promise<Report[]> {
  const loaded = await loadTexts({ 'deals.csv': fileOf(rows) });
  return requests.map((request) => report(loaded, { today: LAST, ...request }));
}

/**
 * All that is measured of a period; how it is compared depends on its kind, and so does what is of two periods: before a
 * month is a month, before some days are as many.
 */
function figures({ kpis }: Report) {
  return kpis
    .filter(({ id }) => id !== 'same_customer_revenue_ratio')
    .map(({ id, value, n, numerator, denominator, interval, distribution, reason, details, excluded }) => ({
      id,
      value,
      n,
      numerator,
      denominator,
      interval,
      distribution,
      reason,
      details,
      excluded,
    }));
}

const PERIODS = [
  '1403',
  '1402-Q4',
  '1403-Q1',
  '1403-Q3',
  '1403-12',
  '1402-01',
  '1403-W01',
  '1403-W30',
  '1402-11..1403-02',
];

describe('a Persian file', () => {
  it('gives for a Jalali period what it gives for the Gregorian days of it, to the last digit', async () => {
    await fc.assert(
      fc.asyncProperty(deals, fc.constantFrom(...PERIODS), fc.constantFrom(1, 7), async (rows, label, start) => {
        const period = parsePeriod(label, { anchor: LAST, fiscalYearStart: start });
        expect(period).not.toBeNull();
        if (period === null) return;
        const days = `${isoDay(period.start)}..${isoDay(period.end - 1)}`;
        const asked = { asOf: AS_OF, compare: 'none', fiscalYearStart: start, sections: [] };
        const [own, ranged] = await over(rows, { ...asked, period: label }, { ...asked, period: days });
        expect(own && figures(own)).toEqual(ranged && figures(ranged));
      }),
      { numRuns: 40 },
    );
  });

  it('is counted in Jalali months, quarters, weeks and years from end to end', async () => {
    await fc.assert(
      fc.asyncProperty(deals, fc.constantFrom('month', 'quarter', 'week', 'year'), async (rows, grain) => {
        const [made] = await over(rows, { asOf: AS_OF, sections: ['series'], grain, lang: 'fa' });
        expect(made?.calendar).toBe('jalali');
        for (const { kpi, points } of made?.series ?? []) {
          if (kpi !== 'new_deals') continue;
          for (const { label, start, end, value } of points) {
            const created = rows.filter((row) => isoDay(row.created) >= start && isoDay(row.created) <= end).length;
            expect([label, value ?? 0]).toEqual([label, created]);
            const period = parsePeriod(label, { anchor: LAST });
            expect([label, period === null ? null : isoDay(period.start)]).toEqual([label, start]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes last-month for a Jalali month, from a day typed in Jalali', async () => {
    const rows = [{ created: FIRST, days: 10, outcome: 'برنده', amount: 5, account: 'آریا' }] as const;
    const [month, year] = await over(
      rows,
      { period: 'last-month', asOf: '۱۴۰۳/۱۲/۲۹' },
      { period: 'last-year', asOf: '1403-12-29', fiscalYearStart: 'مهر' },
    );
    // Bahman 1403 had 30 days: 20 January to 18 February 2025.
    expect(month?.period).toMatchObject({
      label: '1403-11',
      start: '2025-01-20',
      end: '2025-02-18',
      calendar: 'jalali',
    });
    // The fiscal year 1402 began on 1 Mehr 1402, 23 September 2023.
    expect(year?.period).toMatchObject({ label: '1402', start: '2023-09-23', end: '2024-09-21', calendar: 'jalali' });
  });
});
