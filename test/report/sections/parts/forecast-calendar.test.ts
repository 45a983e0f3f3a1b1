import { toGregorian } from 'jalaali-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { forecastOf } from '../../../../src/analysis/forecast/forecast.js';
import { renderReport } from '../../../../src/format/render.js';
import { forecast, type Report, report } from '../../../../src/index.js';
import { day, dealsOf } from '../../../support/deals.js';
import { loadTexts } from '../../../support/load-texts.js';
import { questionOf } from '../../../support/question.js';

/*
 * Two Persian years, 1402 and 1403. Ten deals come each month; of the deals that wait longest, two are won and two lost
 * in the first and second month of a quarter, seven to thirteen of 18 won in the third, in turn many and few, so that no
 * simple rule foresees them. The last month ends on 20 March 2025.
 */
type Jalali = readonly [year: number, month: number, day: number];
interface Row {
  readonly created: Jalali;
  closed: Jalali | null;
  outcome: 'Won' | 'Lost' | 'Open';
}

const THIRDS = [13, 7, 12, 8, 13, 7, 12, 8];
const rows: Row[] = [];
for (let month = 0; month < 24; month++) {
  const on = (place: number): Jalali => [1402 + Math.floor(month / 12), (month % 12) + 1, place];
  const third = THIRDS[Math.floor(month / 3)] as number;
  const [won, lost] = month % 3 === 2 ? [third, 18 - third] : [2, 2];
  const waiting = rows.filter(({ outcome }) => outcome === 'Open').slice(0, won + lost);
  waiting.forEach((row, at) => {
    row.closed = on(1 + Math.floor(at / 2));
    // Spread over them: as many won as lost until the fewer ones are used up.
    row.outcome = at >= 2 * Math.min(won, lost) ? (won > lost ? 'Won' : 'Lost') : at % 2 === 0 ? 'Won' : 'Lost';
  });
  for (let deal = 0; deal < 10; deal++) rows.push({ created: on(12 + deal), closed: null, outcome: 'Open' });
}

const padded = (values: readonly number[], sign: string): string =>
  values.map((value) => String(value).padStart(2, '0')).join(sign);
const persian = (text: string): string => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] as string);
const asJalali = (days: Jalali): string => persian(padded(days, '/'));
const asGregorian = (days: Jalali): string => {
  const { gy, gm, gd } = toGregorian(...days);
  return padded([gy, gm, gd], '-');
};

function fileOf(written: (days: Jalali) => string): string {
  const lines = rows.map(({ created, closed, outcome }, at) =>
    [`D${at}`, outcome, written(created), closed === null ? '' : written(closed), '1000', 'Sara'].join(','),
  );
  return ['Deal,Status,Created date,Close date,Amount,Owner', ...lines].join('\n');
}

const MONTHS = ['1404-01', '1404-02', '1404-03', '1404-04', '1404-05', '1404-06'];
const today = day('2030-01-01');
const asked = { today, asOf: '2025-03-20' };

describe('a forecast of Persian months', () => {
  const found: Record<string, Report> = {};
  beforeAll(async () => {
    const [own, other] = await Promise.all(
      [asJalali, asGregorian].map((written) => loadTexts({ 'deals.csv': `${fileOf(written)}\n` })),
    );
    if (own === undefined || other === undefined) throw new Error('no files');
    found['files of such days'] = forecast(own, asked);
    found['days of the other calendar'] = forecast(other, { ...asked, calendar: 'jalali' });
    found['plain'] = forecast(other, asked);
    found['a section'] = report(other, { ...asked, calendar: 'jalali', sections: ['forecast'] });
  });

  it.each(['files of such days', 'days of the other calendar', 'a section'])('counts in them: %s', (name) => {
    const { forecast: one } = found[name] as Report;
    expect(one?.reason).toBeNull();
    expect(one?.months.map(({ label }) => label)).toEqual(MONTHS);
    // 1 Farvardin 1404 is 21 March 2025, 31 Shahrivar 22 September.
    expect([one?.from, one?.until]).toEqual(['2025-03-21', '2025-09-22']);
    expect(one?.months.map(({ partial }) => partial)).toEqual(MONTHS.map(() => false));
    // The newest past month: Esfand 1403, eight wins of 1,000.
    expect(one?.backtest.months.at(-1)).toMatchObject({ label: '1403-12', start: '2025-02-19', actual: 8_000 });
  });

  it('has the rhythm of their quarters, and expects most in third months', () => {
    const table = rows.map(({ outcome, created, closed }) =>
      [outcome.toLowerCase(), asGregorian(created), closed === null ? '.' : asGregorian(closed), '1000'].join(' '),
    );
    const deals = dealsOf(['outcome created_at closed_at amount', ...table].join('\n'));
    const fitted = (calendar: 'jalali' | 'gregorian'): readonly number[] => {
      const until = day(asked.asOf);
      const one = forecastOf(questionOf(deals, { asOf: until, dataEnd: until }), {
        horizon: 6,
        calendar: { calendar },
      });
      return typeof one === 'string' ? [] : one.fit.wins.quarter;
    };
    const [first, second, third] = fitted('jalali') as [number, number, number];
    expect(first < 0.8 && second < 0.8 && third > 1.5).toBe(true);
    // Their first nine days lie at the end of a second month of the other calendar: 22–30 May, 20–28 February.
    const [before, on, after] = fitted('gregorian') as [number, number, number];
    expect(before < 0.8 && on > 1.5 && after < 0.8).toBe(true);
    const expected = found['files of such days']?.forecast?.months.map((month) => month.expected ?? 0) ?? [];
    expect(expected).toHaveLength(6);
    for (const at of [2, 5]) {
      expect(expected[at]).toBeGreaterThan(2 * (expected[at - 1] as number));
      expect(expected[at]).toBeGreaterThan(2 * (expected[at - 2] as number));
    }
  });

  it('counts in months of the files where nobody asks for others', () => {
    const months = found['plain']?.forecast?.months;
    expect(months?.map(({ label }) => label)).toEqual([
      ...['2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'],
    ]);
    expect(months?.[0]?.partial).toBe(true);
  });

  it('names them in Persian', async () => {
    const options = { lang: 'fa', color: false, width: 100 } as const;
    const text = [...(await renderReport(found['files of such days'] as Report, 'markdown', options))].join('');
    for (const name of ['فروردین', 'اردیبهشت', 'خرداد', 'تیر', 'مرداد', 'شهریور'])
      expect(text).toContain(`${name} ۱۴۰۴`);
  });
});
