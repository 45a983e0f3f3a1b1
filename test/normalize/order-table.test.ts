import { describe, expect, it } from 'vitest';
import type { Deals } from '../../src/model/deals.js';
import { cellText } from '../../src/model/text-column.js';
import { kpiValue, loadTexts, reportTexts, warningCodes } from '../support/load-texts.js';

const HEADER = 'Invoice,Product,Quantity,Invoice Date,Unit Price,Customer ID';
const log = (...rows: string[]): string => [HEADER, ...rows, ''].join('\n');
const amounts = (deals: Deals): Record<string, number> =>
  Object.fromEntries(
    Array.from({ length: deals.size }, (_, row) => [
      cellText(deals.column('id'), row),
      deals.column('amount')[row] ?? Number.NaN,
    ]),
  );

const ORDERS = log(
  '501,Tea,2,2024-01-10,5,K1',
  '501,Cup,1,2024-01-10,10,K1',
  '502,Tea,4,2024-02-10,5,K2',
  'C503,Tea,-1,2024-02-11,5,K2',
  '504,Tea,1,2024-03-01,5,',
  '505,Cup,3,2024-03-05,10,K1',
);

describe('orders alone', () => {
  it('are won deals of the day they were ordered, an invoice each, worth quantity × price of its lines', async () => {
    const { dataset } = await loadTexts({ 'orders.csv': ORDERS });
    expect(dataset.purchases).toBeNull();
    expect(amounts(dataset.deals)).toEqual({ 501: 20, 502: 20, C503: -5, 504: 5, 505: 30 });
    expect(dataset.deals.record(0)).toMatchObject({ outcome: 'won', createdAt: null, account: 'K1' });
    expect(dataset.sources[0]).toMatchObject({
      role: 'orders',
      rows: 6,
      records: 5,
      skipped: [{ reason: 'line item', rows: 1 }],
    });
    // A line of an invoice is what an invoice log is made of.
    expect(dataset.deals.lineItems).toBeNull();
  });

  it('give revenue, deal size and the customer figures, but no win rate', async () => {
    const report = await reportTexts({ 'orders.csv': ORDERS });
    // 20 + 20 − 5 + 5 + 30; the mean over the four that are no credit is 75 / 4.
    expect([kpiValue(report, 'revenue_won'), kpiValue(report, 'avg_deal_size')]).toEqual([70, 18.75]);
    // K1 bought twice (20 + 30), K2 once (20 − 5); 504 names nobody.
    expect(kpiValue(report, 'customers')).toBe(2);
    expect(kpiValue(report, 'repeat_purchase_rate')).toBe(0.5);
    expect(kpiValue(report, 'clv_historic')).toBe((50 + 15) / 2);
    expect(report.kpis.find(({ id }) => id === 'win_rate')?.reason).toBe('no_lost_deals_in_file');
    expect(report.kpis.find(({ id }) => id === 'customers')?.excluded).toEqual([
      { reason: 'without_customer', n: 1 },
      { reason: 'negative_amount', n: 1 },
    ]);
    expect(warningCodes(report)).toContain('orders_as_deals');
  });

  it('are split by the day of the order', async () => {
    const report = await reportTexts({ 'orders.csv': ORDERS }, { period: '2024-02' });
    expect([kpiValue(report, 'revenue_won'), kpiValue(report, 'new_customers')]).toEqual([15, 1]);
  });
});

describe('the amount of an order', () => {
  const load = async (text: string) => amounts((await loadTexts({ 'orders.csv': text })).dataset.deals);
  const totals = (...rows: string[]): string => ['Order ID,Order Date,Customer,Item,Total', ...rows, ''].join('\n');

  it('is the sum of its lines where they differ', async () => {
    expect(
      await load(totals('1,2024-01-01,K,A,10', '1,2024-01-01,K,B,15', '2,2024-01-02,K,A,7', '2,2024-01-02,K,B,7')),
    ).toEqual({ 1: 25, 2: 14 });
  });

  it('is counted once where every line of every order repeats it', async () => {
    expect(
      await load(totals('1,2024-01-01,K,A,25', '1,2024-01-01,K,B,25', '2,2024-01-02,K,A,7', '2,2024-01-02,K,B,7')),
    ).toEqual({ 1: 25, 2: 7 });
  });

  it('is a line’s where it is quantity × price, even if lines happen to be equal', async () => {
    const header = 'Order ID,Order Date,Customer,Quantity,Price,Total';
    expect(await load(`${header}\n1,2024-01-01,K,2,5,10\n1,2024-01-01,K,1,10,10\n2,2024-01-02,L,1,3,3\n`)).toEqual({
      1: 20,
      2: 3,
    });
  });

  it('is negative for a returned quantity, and for a cancelled number, however the amount is signed', async () => {
    const header = 'Order ID,Order Date,Customer,Quantity,Total';
    expect(
      await load(`${header}\n1,2024-01-01,K,2,10\n2,2024-01-02,K,-1,5\nC3,2024-01-03,K,1,4\n4,2024-01-04,K,1,4\n`),
    ).toEqual({ 1: 10, 2: -5, C3: -4, 4: 4 });
  });

  it('is not negative where every number starts with C', async () => {
    expect(await load(totals('C1,2024-01-01,K,A,10', 'C2,2024-01-01,K,B,15'))).toEqual({ C1: 10, C2: 15 });
  });

  it('is missing where a line of it cannot be read, and left out with its reason', async () => {
    const report = await reportTexts({
      'orders.csv': log('1,A,2,2024-01-10,5,K', '1,B,x2,2024-01-10,5,K', '2,A,1,2024-01-11,5,K', ...MORE),
    });
    expect(kpiValue(report, 'revenue_won')).toBe(5 + 8);
    expect(report.kpis.find(({ id }) => id === 'revenue_won')?.excluded).toEqual([{ reason: 'unpriced', n: 1 }]);
  });
  const MORE = Array.from({ length: 8 }, (_, n) => `${n + 10},A,1,2024-01-12,1,K`);
});

describe('an order', () => {
  it('belongs to the customer that any of its lines names', async () => {
    const { dataset } = await loadTexts({ 'orders.csv': log('1,A,1,2024-01-10,5,', '1,B,1,2024-01-09,5,K') });
    expect(dataset.deals.size).toBe(1);
    expect(dataset.deals.record(0)).toMatchObject({ account: 'K', amount: 10 });
    expect(dataset.deals.record(0).closedAt).toBe(Date.UTC(2024, 0, 9) / 86_400_000);
  });

  it('is one per customer where several share a number, and one per row where there is none', async () => {
    const { dataset } = await loadTexts({
      'orders.csv': log(
        '1,A,1,2024-01-10,5,K',
        '1,B,1,2024-01-10,6,L',
        '1,B,1,2024-01-10,7,K',
        ',B,1,2024-01-10,8,K',
        ',B,1,2024-01-10,9,K',
      ),
    });
    expect([...dataset.deals.column('amount')].sort((a, b) => a - b)).toEqual([6, 8, 9, 12]);
    expect(dataset.deals.duplicates).toEqual([]);
  });

  it('that two files hold counts once', async () => {
    const january = log('1,A,1,2024-01-10,5,K', '1,B,1,2024-01-10,5,K', '2,A,1,2024-01-31,7,L');
    const february = log('2,A,1,2024-01-31,7,L', '3,A,1,2024-02-10,5,K');
    const report = await reportTexts({ 'january.csv': january, 'february.csv': february });
    expect(kpiValue(report, 'revenue_won')).toBe(22);
    expect(report.sources.map(({ rows, records }) => [rows, records])).toEqual([
      [3, 1],
      [2, 2],
    ]);
  });
});

describe('orders beside deals', () => {
  const DEALS = [
    'Deal ID,Deal Name,Account,Owner,Stage,Amount,Create Date,Close Date',
    'D1,One,K1,Ann,Closed Won,900,2023-12-01,2024-01-05',
    'D2,Two,K2,Bob,Closed Lost,400,2023-12-02,2024-01-06',
    '',
  ].join('\n');
  const files = { 'deals.csv': DEALS, 'orders.csv': ORDERS };

  it('are the purchases of the customer figures; everything else is of the deals', async () => {
    const report = await reportTexts(files);
    expect(['won_deals', 'revenue_won', 'win_rate'].map((id) => kpiValue(report, id))).toEqual([1, 900, 0.5]);
    expect(['customers', 'new_customers', 'repeat_purchase_rate'].map((id) => kpiValue(report, id))).toEqual([
      2, 2, 0.5,
    ]);
    expect(kpiValue(report, 'clv_historic')).toBe(32.5);
    expect(report.kpis.find(({ id }) => id === 'customers')?.notes.map(({ code }) => code)).toEqual(['from_orders']);
    expect(report.partition.records).toBe(2);
    expect(report.sources.map(({ role, records }) => [role, records])).toEqual([
      ['deals', 2],
      ['orders', 5],
    ]);
    expect(warningCodes(report)).toContain('customers_from_orders');
    const unchecked = report.warnings.find(({ code }) => code === 'orders_not_checked');
    expect(unchecked?.message).toMatch(
      /rules and their score are about 2 deals; 5 orders of .*orders\.csv were not checked/,
    );
    expect(report.quality?.records).toBe(2);
    // The last order is newer than the last deal.
    expect(report.asOf).toBe('2024-03-05');
  });

  it('are said to have dates that fit both orders, as deals are', async () => {
    const days = ORDERS.replaceAll(/2024-(\d\d)-(\d\d)/g, (_, month, day) => `${Number(day) % 12 || 12}/${month}/2024`);
    expect(days).not.toBe(ORDERS);
    const ambiguous = (await reportTexts({ 'deals.csv': DEALS, 'orders.csv': days })).warnings.filter(
      ({ code }) => code === 'ambiguous_column',
    );
    expect(ambiguous.map(({ message }) => message)).toEqual([expect.stringContaining('orders.csv')]);
    expect(warningCodes(await reportTexts({ 'orders.csv': days }, { dateOrder: 'dmy' }))).not.toContain(
      'ambiguous_column',
    );
  });

  it('are not split by a field of the deals', async () => {
    const report = await reportTexts(files, { by: ['owner'] });
    const [ann] = report.breakdowns[0]?.groups ?? [];
    const reasons = Object.fromEntries((ann?.kpis ?? []).map(({ id, reason, value }) => [id, reason ?? value]));
    expect(reasons).toMatchObject({ customers: 'not_by_group', clv_historic: 'not_by_group', revenue_won: 900 });
  });
});

describe('recognizing orders', () => {
  it('takes what the user says for it', async () => {
    const text = 'Nr,Day,Who,Sum\n1,2024-01-01,K,10\n2,2024-01-02,K,20\n';
    const mapping = {
      'orders.id': 'Nr',
      'orders.ordered_at': 'Day',
      'orders.customer': 'Who',
      'orders.amount': 'Sum',
    };
    const said = await reportTexts({ 'log.csv': text }, { mapping });
    expect([said.sources[0]?.role, kpiValue(said, 'revenue_won'), kpiValue(said, 'customers')]).toEqual([
      'orders',
      30,
      1,
    ]);
    const byOption = await reportTexts({ 'log.csv': ORDERS }, {}, { 'log.csv': 'orders' });
    expect(kpiValue(byOption, 'revenue_won')).toBe(70);
  });

  it('reads Persian headers', async () => {
    const report = await reportTexts({
      'orders.csv':
        'شماره فاکتور,تاریخ فاکتور,مشتری,تعداد,قیمت واحد\n۱۰۱,1403/01/15,آلفا,۲,۵۰\n۱۰۱,1403/01/15,آلفا,۱,۱۰\n۱۰۲,1403/02/15,بتا,۱,۴۰\n',
    });
    expect([kpiValue(report, 'revenue_won'), kpiValue(report, 'customers')]).toEqual([150, 2]);
  });

  it('says that there are no deals where nothing of an order is known', async () => {
    await expect(loadTexts({ 'log.csv': 'a,b\n1,2\n' }, {}, { 'log.csv': 'orders' })).rejects.toMatchObject({
      code: 'no_deals',
    });
  });
});
