import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/index.js';
import { kpiValue, reportTexts, warningCodes } from '../support/load-texts.js';

const entry = (report: Report, id: string) => report.kpis.find((one) => one.id === id);
const HEAD = 'Subscription ID,Customer ID,Price,Billing Interval,Start Date,End Date,Status';
const subscriptions = (...rows: readonly string[]) => ({ 's.csv': [HEAD, ...rows, ''].join('\n') });

describe('prices', () => {
  it('are per month, whatever they are paid for', async () => {
    const report = await reportTexts(
      subscriptions(
        'S1,C1,10,month,2024-01-01,,active',
        'S2,C2,120,Yearly,2024-01-01,,active',
        'S3,C3,30,quarterly,2024-01-01,,active',
        'S4,C4,60,every 6 months,2024-01-01,,active',
        'S5,C5,500,one-time,2024-01-01,,active',
      ),
    );
    expect(entry(report, 'mrr')).toMatchObject({ value: 40, n: 4 });
    expect(entry(report, 'mrr')?.excluded).toEqual([{ reason: 'free_of_charge', n: 1 }]);
    expect(warningCodes(report)).toEqual([]);
  });

  it('of an interval that nobody knows are missing, and said', async () => {
    const report = await reportTexts(
      subscriptions('S1,C1,10,month,2024-01-01,,active', 'S2,C2,9,per moon,2024-01-01,,active'),
    );
    expect(entry(report, 'mrr')).toMatchObject({ value: 10, excluded: [{ reason: 'unpriced', n: 1 }] });
    expect(warningCodes(report)).toEqual(['unknown_interval']);
  });

  it('of no interval are taken as monthly, and said; each option that is named settles it', async () => {
    const text =
      'Subscription,Customer,Price,Start Date,End Date,Months\n1,Larch,120,2024-01-01,,12\n2,Maple,60,2024-01-01,,6\n';
    const of = (mapping: Record<string, string>) => reportTexts({ 's.csv': text }, { mapping });
    const plain = await of({});
    expect(kpiValue(plain, 'mrr')).toBe(180);
    expect(warningCodes(plain)).toEqual(['assumed_monthly']);
    const yearly = await of({ 'subscriptions.arr': 'Price' });
    expect([kpiValue(yearly, 'mrr'), warningCodes(yearly)]).toEqual([15, []]);
    const monthly = await of({ mrr: 'Price' });
    expect([kpiValue(monthly, 'mrr'), warningCodes(monthly)]).toEqual([180, []]);
    const told = await of({ 'subscriptions.interval': 'Months' });
    expect([kpiValue(told, 'mrr'), warningCodes(told)]).toEqual([20, []]);
  });

  it.each([
    ['MRR', 12],
    ['Monthly Price', 12],
    ['ARR', 1],
    ['Annual Price (EUR)', 1],
    ['Jahrespreis', 1],
    ['Quarterly Price', 4],
    ['Mensualidad', 12],
  ])('under "%s" say by their name for how long they are paid', async (name, monthly) => {
    const text = `Subscription,Customer,${name},Start Date,End Date\n1,Larch,12,2024-01-01,\n`;
    expect(kpiValue(await reportTexts({ 's.csv': text }), 'mrr')).toBe(monthly);
  });

  it('per seat are multiplied by the seats; others are not, and that is said', async () => {
    const seats = (name: string, mapping = {}) =>
      reportTexts(
        {
          's.csv': `Subscription,Customer,${name},Seats,Interval,Start Date,End Date\n1,Larch,10,5,month,2024-01-01,\n`,
        },
        { mapping },
      );
    expect(kpiValue(await seats('Price per Seat'), 'mrr')).toBe(50);
    const whole = await seats('Price');
    expect([kpiValue(whole, 'mrr'), warningCodes(whole)]).toEqual([10, ['price_not_per_seat']]);
    const said = await seats('Price', { 'subscriptions.unit_price': 'Price' });
    expect([kpiValue(said, 'mrr'), warningCodes(said)]).toEqual([50, []]);
  });

  it('in several currencies are not added', async () => {
    const text =
      'Subscription,Customer,MRR,Currency,Start Date,End Date\n1,Larch,10,EUR,2024-01-01,\n2,Maple,20,USD,2024-01-01,\n';
    const report = await reportTexts({ 's.csv': text });
    expect(entry(report, 'mrr')).toMatchObject({ value: null, reason: 'mixed_currencies' });
    expect(entry(report, 'arr')?.byCurrency).toMatchObject([
      { currency: 'EUR', value: 120, n: 1 },
      { currency: 'USD', value: 240, n: 1 },
    ]);
    expect(report.currencies).toEqual(['EUR', 'USD']);
    // Who stays is no question of money.
    expect(kpiValue(report, 'customers')).toBe(2);
  });
});

describe('the status', () => {
  it('decides what no date says: trials, pauses, ends without a day', async () => {
    const report = await reportTexts(
      subscriptions(
        'S1,C1,10,month,2024-01-01,,active',
        'S2,C2,10,month,2024-01-01,,trialing',
        'S3,C3,10,month,2024-01-01,,paused',
        'S4,C4,10,month,2024-01-01,,churned',
        'S5,C5,10,month,2024-01-01,2024-03-31,churned',
      ),
    );
    expect(entry(report, 'mrr')).toMatchObject({
      value: 10,
      excluded: [
        { reason: 'not_paying', n: 2 },
        { reason: 'ended_undated', n: 1 },
      ],
    });
    expect(report.asOf).toBe('2024-03-31');
  });

  it('that is running keeps the end of a term from being the clock', async () => {
    const rows = ['S1,C1,10,month,2024-01-01,2024-12-31,active', 'S2,C2,10,month,2024-02-01,2025-01-31,active'];
    const report = await reportTexts(subscriptions(...rows));
    expect(report.asOf).toBe('2024-02-01');
    expect(kpiValue(report, 'mrr')).toBe(20);
    expect(warningCodes(report)).toEqual([]);
  });

  it('that is running after the last day is said, with the option that lets them run', async () => {
    const rows = ['S1,C1,10,month,2024-01-01,2024-02-29,active', 'S2,C2,10,month,2024-06-01,,active'];
    const report = await reportTexts(subscriptions(...rows));
    expect([kpiValue(report, 'mrr'), warningCodes(report)]).toEqual([10, ['running_past_end']]);
    const running = await reportTexts(subscriptions(...rows), { ignore: ['End Date'] });
    expect([kpiValue(running, 'mrr'), warningCodes(running)]).toEqual([20, []]);
  });

  it('that nobody knows is said, and --stage settles it', async () => {
    const rows = ['S1,C1,10,month,2024-01-01,,active', 'S2,C2,10,month,2024-01-01,,icebox'];
    const plain = await reportTexts(subscriptions(...rows));
    expect([kpiValue(plain, 'mrr'), warningCodes(plain)]).toEqual([20, ['unknown_subscription_status']]);
    for (const outcome of ['lost', 'excluded'] as const) {
      const said = await reportTexts(subscriptions(...rows), { stages: { icebox: outcome } });
      expect([kpiValue(said, 'mrr'), warningCodes(said)]).toEqual([10, []]);
    }
  });
});

describe('rows', () => {
  it('that say the same count once; one id at two prices is two stretches', async () => {
    const report = await reportTexts(
      subscriptions(
        'S1,C1,10,month,2024-01-01,2024-03-31,active',
        'S1,C1,30,month,2024-04-01,,active',
        'S1,C1,30,month,2024-04-01,,active',
      ),
    );
    expect(entry(report, 'mrr')).toMatchObject({ value: 30, n: 1 });
    expect(report.sources[0]).toMatchObject({ rows: 3, records: 2, skipped: [{ reason: 'repeated id', rows: 1 }] });
  });

  it('of several files are as the last one has them', async () => {
    const old = subscriptions('S1,C1,10,month,2024-01-01,,active', 'S2,C2,10,month,2024-01-01,,active')['s.csv'];
    const now = subscriptions('S1,C1,10,month,2024-01-01,2024-05-31,cancelled')['s.csv'];
    const report = await reportTexts({ 'a.csv': old, 'b.csv': now });
    expect(entry(report, 'mrr')).toMatchObject({ value: 10, n: 1 });
    expect(kpiValue(report, 'customers')).toBe(2);
  });

  it('of the future are none yet', async () => {
    const rows = ['S1,C1,10,month,2024-01-01,,active', 'S2,C2,10,month,2099-01-01,,scheduled'];
    expect(kpiValue(await reportTexts(subscriptions(...rows)), 'mrr')).toBe(10);
  });

  it('with a cell that cannot be read are said', async () => {
    const rows = ['S1,C1,10,month,2024-01-01,,active', 'S2,C2,abc,month,2024-01-01,,active'];
    const many = Array.from({ length: 8 }, (_, n) => `T${n},D${n},10,month,2024-01-01,,active`);
    const report = await reportTexts(subscriptions(...rows, ...many));
    expect([kpiValue(report, 'mrr'), warningCodes(report)]).toEqual([90, ['unreadable_cells']]);
  });
});
