import { describe, expect, it } from 'vitest';
import { type ReportRequest, report } from '../../src/index.js';
import { isoDay } from '../../src/model/civil-day.js';
import { day } from '../support/deals.js';
import { loadTexts } from '../support/load-texts.js';

/** A deal a day, won and lost in turn, closed five days after it was created: creations begin on 1 February 2024. */
function dealsFile(days: number, more: readonly string[] = []): string {
  const rows = Array.from({ length: days }, (_, at) => {
    const created = day('2024-02-01') + at;
    return `${at},C${at % 7},${at % 2 === 0 ? 'Won' : 'Lost'},100,${isoDay(created)},${isoDay(created + 5)}`;
  });
  return ['id,account,stage,amount,created,closed', ...rows, ...more].join('\n');
}

type Asked = Omit<ReportRequest, 'today'>;
const asked = async (request: Asked, texts: Readonly<Record<string, string>> = { 'deals.csv': dealsFile(150) }) => {
  const made = report(await loadTexts(texts), { today: day('2030-12-31'), ...request });
  return { made, kpi: (id: string) => made.kpis.find((one) => one.id === id) };
};
const codes = (entry: { readonly notes: readonly { readonly code: string }[] } | undefined): unknown =>
  entry?.notes.map(({ code }) => code);

describe('a report of a period', () => {
  it('that the data does not reach has no figure of it at all', async () => {
    for (const period of ['2015', '2023-Q4', '1402-09', '2026', 'last-quarter', 'last-3-months']) {
      const { made } = await asked({ period });
      expect([period, made.kpis.filter(({ value }) => value !== null).map(({ id }) => id)]).toEqual([period, []]);
      expect(made.kpis.find(({ id }) => id === 'won_deals')?.reason).toBe('outside_data');
      expect(made.insights).toEqual([]);
    }
  });

  it('that it reaches in part keeps its figure, and says where the closings begin', async () => {
    const { kpi } = await asked({ period: '2024-Q1' });
    // Created on 1 February to 26 March, closed on 6 February to 31 March: 55 deals, every second one won.
    expect(kpi('won_deals')).toMatchObject({ value: 28, reason: null });
    expect(kpi('won_deals')?.notes.map(({ message }) => message)).toContain('closings begin on 6 Feb 2024');
    expect(kpi('new_deals')?.notes.map(({ message }) => message)).toContain('creations begin on 1 Feb 2024');
  });

  it('is not compared with one that is covered in part or not at all', async () => {
    const quarter = await asked({ period: '2024-Q2' });
    for (const id of ['won_deals', 'revenue_won', 'win_rate', 'new_deals']) {
      expect([id, quarter.kpi(id)?.change]).toEqual([id, null]);
      expect(codes(quarter.kpi(id))).toContain('not_compared');
    }
    const ids = quarter.made.insights.map(({ id }) => id);
    expect(ids.filter((id) => /change|growth/.test(id))).toEqual([]);
    const first = await asked({ period: '2024-Q1' });
    expect(first.kpi('won_deals')?.previous).toMatchObject({ value: null, reason: 'outside_data' });
    const whole = await asked({ period: '2024-05' });
    // 30 days of April and 31 of May, each with a closing: 15 won and 15 or 16.
    expect(whole.kpi('won_deals')?.change).not.toBeNull();
    expect(codes(whole.kpi('won_deals'))).toEqual([]);
  });

  it('that is running is compared with the same days of the one before', async () => {
    // The last deal is created on 29 June; the snapshot says 10 June.
    const { made, kpi } = await asked({ period: '2024-06', asOf: '2024-06-10' });
    expect(made.comparedTo).toMatchObject({ label: '2024-05-01..2024-05-10', start: '2024-05-01', end: '2024-05-10' });
    expect(kpi('new_deals')).toMatchObject({ value: 10, previous: { value: 10 }, change: { absolute: 0 } });
    expect(codes(kpi('new_deals'))).toEqual(['running_period']);
    const warned = made.warnings.find(({ code }) => code === 'stale_data');
    expect(warned?.message).toContain('the same days, 1–10 May 2024');
  });

  it('that lacks no more than a usual gap at the end of the data is whole', async () => {
    // The last closing is on 4 July: five days of closings without a creation, and 27 days of July are missing.
    const june = await asked({ period: '2024-06' });
    expect(june.made.comparedTo?.label).toBe('2024-05');
    const july = await asked({ period: '2024-07' });
    expect(july.made.comparedTo?.label).toBe('2024-06-01..2024-06-04');
  });

  it('is not compared with one that is still running', async () => {
    const { kpi } = await asked({ period: '2024-04', compare: '2024-06', asOf: '2024-06-10' });
    expect(kpi('won_deals')).toMatchObject({ value: 15, change: null });
    expect(kpi('won_deals')?.notes.map(({ message }) => message)).toEqual([
      'not compared, the data does not cover both periods: the period runs to 30 Jun 2024, the data to 10 Jun 2024',
    ]);
  });

  it('does not count what happened after its snapshot', async () => {
    const { kpi } = await asked({ period: '2024-Q2', asOf: '2024-04-30' });
    // Closed on 1 to 30 April.
    expect((kpi('won_deals')?.value ?? 0) + (kpi('lost_deals')?.value ?? 0)).toBe(30);
  });

  it('is judged by the whole file where a condition or a group leaves deals out', async () => {
    const { kpi } = await asked({ period: '2024-03', where: 'created_at >= 2024-05-01' });
    expect(kpi('won_deals')).toMatchObject({ value: 0, reason: null });
  });

  it('says it in Persian', async () => {
    const { kpi } = await asked({ period: '2024-Q1', lang: 'fa' });
    expect(kpi('won_deals')?.notes.map(({ message }) => message)).toContain(
      'نخستین روز بسته شدن معامله‌ها در داده‌ها: ۱۷ بهمن ۱۴۰۲',
    );
  });

  it('asks leads that are given alone for theirs', async () => {
    const leads = ['lead_id,created,status', '1,2024-05-02,Converted', '2,2024-05-20,New', '3,2024-06-08,New'].join(
      '\n',
    );
    const asked = async (period: string) => {
      const { asOf, kpis } = report(await loadTexts({ 'leads.csv': leads }), { period, today: day('2030-12-31') });
      const rate = kpis.find(({ id }) => id === 'lead_conversion_rate');
      return [asOf, rate?.value, rate?.reason, rate?.notes.map(({ code }) => code)];
    };
    expect(await asked('2023')).toEqual(['2024-06-08', null, 'outside_data', ['data_begins']]);
    expect(await asked('2025')).toEqual(['2024-06-08', null, 'outside_data', ['data_ends']]);
    // From January on, but the leads begin in May.
    expect(await asked('2024-01..2024-05')).toEqual(['2024-06-08', 0.5, null, ['data_begins', 'not_compared']]);
  });

  it('asks leads and orders for their own days', async () => {
    const leads = ['lead_id,created,status', '1,2024-05-02,Converted', '2,2024-05-20,New', '3,2024-06-08,New'];
    const texts = { 'deals.csv': dealsFile(150), 'leads.csv': leads.join('\n') };
    const march = await asked({ period: '2024-03' }, texts);
    expect(march.kpi('lead_conversion_rate')).toMatchObject({ value: null, reason: 'outside_data' });
    expect(march.kpi('won_deals')?.reason).toBeNull();
    expect((await asked({ period: '2024-05' }, texts)).kpi('lead_conversion_rate')?.value).toBe(0.5);
  });
});

describe('series and cohorts without a period', () => {
  const fiscal = async (request: Asked, texts?: Readonly<Record<string, string>>) => {
    const { made } = await asked({ grain: 'quarter', ...request }, texts);
    return {
      points: made.series.find(({ kpi }) => kpi === 'new_deals')?.points.map(({ label, start }) => [label, start]),
      cohorts: made.cohorts?.rows.map(({ start }) => start),
    };
  };

  it('follow the fiscal year of the config, named by the year it starts in', async () => {
    // Deals of 1 February to 29 June 2024; quarters begin in February, May, August and November.
    expect(await fiscal({ fiscalYearStart: 2 })).toEqual({
      points: [
        ['2024-Q1', '2024-02-01'],
        ['2024-Q2', '2024-05-01'],
      ],
      cohorts: ['2024-02-01'],
    });
  });

  it('follow it also within a range of days or months', async () => {
    const { points } = await fiscal({ fiscalYearStart: 2, period: '2024-03..2024-06' });
    expect(points).toEqual([
      ['2024-Q1', '2024-03-01'],
      ['2024-Q2', '2024-05-01'],
    ]);
  });

  it('follow the calendar that the days of the file are written in', async () => {
    const jalali = [
      'id,account,stage,amount,created,closed',
      '1,A,Won,5,1403/01/20,1403/02/11',
      '2,B,Won,5,1403/04/02,1403/04/20',
    ];
    // 1 Farvardin 1403 was 20 March 2024, 1 Tir 21 June.
    expect(await fiscal({}, { 'deals.csv': jalali.join('\n') })).toEqual({
      points: [
        ['1403-Q1', '2024-03-20'],
        ['1403-Q2', '2024-06-21'],
      ],
      cohorts: ['2024-03-20', '2024-06-21'],
    });
  });
});
