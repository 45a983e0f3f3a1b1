import { describe, expect, it } from 'vitest';
import { type Loaded, offers, report } from '../../src/index.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';
import { SIX_DEALS } from '../support/workplace.js';

const today = day('2025-12-31');
const values = (loaded: Loaded, request: Partial<Parameters<typeof offers>[1]> = {}): string[] =>
  offers(loaded, { today, ...request }).periods.map(({ value }) => value);

describe('what can be asked of files', () => {
  it('is every year, quarter and month that they have deals of, the newest first', async () => {
    const loaded = await loadTexts({ 'deals.csv': SIX_DEALS });
    // Created from 6 January to 5 May 2025; the last deal was closed on 2 May.
    expect(values(loaded)).toEqual([
      ...['2025', '2025-Q2', '2025-Q1'],
      ...['2025-05', '2025-04', '2025-03', '2025-02', '2025-01'],
    ]);
  });

  it('is also what moves with the day, where the files are of these days', async () => {
    const loaded = await loadTexts({ 'deals.csv': SIX_DEALS });
    expect(values(loaded, { today: day('2025-06-01') })).toContain('last-month');
    expect(values(loaded)).not.toContain('last-month');
  });

  it('is told in the calendar of the reader, and in years as they are counted', async () => {
    const loaded = await loadTexts({ 'deals.csv': SIX_DEALS });
    const jalali = offers(loaded, { today, lang: 'fa' }).periods;
    // 5 May 2025 is 15 Ordibehesht 1404.
    expect(jalali.map(({ value }) => value)).toContain('1404-Q1');
    expect(jalali.find(({ value }) => value === '1404-02')?.label.fa).toBe('اردیبهشت ۱۴۰۴');
    // Years that begin in April: May 2025 is of the first quarter of 2025, March of the last of 2024.
    expect(values(loaded, { fiscalYearStart: 4 }).slice(0, 4)).toEqual(['2025', '2024', '2025-Q1', '2024-Q4']);
  });

  it.each([{}, { lang: 'fa' as const }, { fiscalYearStart: 4 }, { fiscalYearStart: 'Mehr' }])(
    'is understood when it is asked for: %j',
    async (request) => {
      const loaded = await loadTexts({ 'deals.csv': SIX_DEALS });
      const { periods, axes } = offers(loaded, { today: day('2025-06-01'), ...request });
      for (const { value, kind } of periods) {
        const { period } = report(loaded, { today: day('2025-06-01'), period: value, sections: [], ...request });
        if (kind !== 'relative') expect(period?.label).toBe(value);
      }
      for (const { name } of axes) {
        const whole = await loadTexts({ 'deals.csv': SIX_DEALS }, { by: [name] });
        const { breakdowns } = report(whole, { today, by: [[name]], ...request });
        expect(breakdowns?.[0]?.by).toBe(name);
      }
    },
  );

  it('is fields that tell deals apart, what is made of days and numbers, and columns', async () => {
    const text = SIX_DEALS.replace('Currency', 'Region').replaceAll('EUR', 'North').replace('North', 'South');
    const loaded = await loadTexts({ 'deals.csv': text });
    expect(offers(loaded, { today }).axes.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
      ...['owner: field', 'stage: field', 'amount: made', 'age: made', 'month: made', 'quarter: made'],
      'Region: column',
    ]);
  });

  it('is nothing of files without days', async () => {
    const loaded = await loadTexts({ 'deals.csv': 'Deal ID,Deal Stage,Amount\n1,Closed Won,5\n2,Closed Lost,6\n' });
    expect(offers(loaded, { today }).periods).toEqual([]);
  });
});
