import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderCustomers } from '../../src/format/render.js';
import { type CustomersRequest, customers } from '../../src/index.js';
import { customerListSchema } from '../../src/report/customer-list-schema.js';
import { buyersFile } from '../support/buyers-file.js';
import { day } from '../support/deals.js';
import { HOSTILE } from '../support/hostile.js';
import { loadTexts } from '../support/load-texts.js';

const ORDERS = { 'orders.csv': readFileSync(join(import.meta.dirname, '../../fixtures/crm/orders.csv'), 'utf8') };
const BUYERS = { 'buyers.csv': buyersFile(600) };

async function list(request: Partial<CustomersRequest> = {}, texts: Readonly<Record<string, string>> = ORDERS) {
  const loaded = await loadTexts(texts, request.where === undefined ? {} : { where: request.where });
  return customers(loaded, { today: day('2030-12-31'), ...request });
}

type Found = Awaited<ReturnType<typeof list>>;
const names = (found: Found): string[] => found.customers.map(({ customer }) => customer);
const print = async (found: Found, format: string, lang: 'en' | 'fa' = 'en') =>
  [...(await renderCustomers(found, format, { lang, color: false, width: 160 }))].join('');

describe('customers of few purchases', () => {
  it('have what they bought, and a line says why nothing is expected', async () => {
    const found = await list();
    expect(() => customerListSchema.parse(found)).not.toThrow();
    // 15001: 10·2.50 + 4·6.25 − 2·6.25 + 2·8·2.50 + 10·2.50 on three days; 15002: 12·1.25 + 3·15 and 6·15;
    // 15003: 120 − 20, all of it given back and the discount not. 15004 only gave back and bought nothing.
    expect(found.customers).toMatchObject([
      { customer: '15002', purchases: 2, firstPurchase: '2023-03-20', lastPurchase: '2024-01-15', value: 150 },
      { customer: '15001', purchases: 3, firstPurchase: '2023-03-04', lastPurchase: '2024-02-20', value: 102.5 },
      { customer: '15003', purchases: 1, firstPurchase: '2023-09-30', lastPurchase: '2023-09-30', value: -20 },
    ]);
    // To 21 February 2024, the newest day.
    expect(found.customers.map(({ daysSince }) => daysSince)).toEqual([37, 1, 144]);
    expect(found).toMatchObject({
      asOf: '2024-02-21',
      total: 3,
      value: 232.5,
      totalValue: null,
      atRiskTotal: null,
      model: null,
      modelReason: 'few_repeat_customers',
      sort: { by: 'value', direction: 'desc' },
      reason: null,
    });
    for (const one of found.customers) {
      expect(one).toMatchObject({ pAlive: null, expectedPurchases: null, expectedValue: null, interval: null });
    }
    const table = await print(found, 'table');
    expect(table).toContain('What customers will still buy is not computed: under 50 customers have bought again');
    expect(table).not.toContain('P(alive)');
  });

  it('are known as of a day', async () => {
    const found = await list({ period: '2023' });
    expect(found).toMatchObject({ asOf: '2023-12-31', total: 3, value: 60 + 77.5 - 20 });
    expect(await list({ asOf: '2023-04-01' })).toMatchObject({ total: 2, purchases: 2, value: 50 + 60 });
  });

  it('in Persian have their days in the Jalali calendar', async () => {
    const found = await list({ lang: 'fa' });
    const table = await print(found, 'table', 'fa');
    expect(table).toContain('۱۴۰۲/۱۰/۲۵'); // 15 January 2024
    expect(table).toContain('خریدهای آینده‌ی مشتریان محاسبه نشد: کمتر از ۵۰ مشتری دوباره خریده‌اند');
  });

  it('who is at risk nobody can say without a model', async () => {
    const found = await list({ atRisk: true });
    expect(found).toMatchObject({ total: 0, customers: [], reason: 'few_repeat_customers' });
    expect(await print(found, 'markdown')).toContain('Nobody can say who is at risk');
  });

  it('ten, none of whom came back', async () => {
    const rows = Array.from(
      { length: 10 },
      (_, at) => `${at},n,Closed Won,${at + 1},Acme ${at},2025-01-01,2025-0${1 + (at % 9)}-05`,
    );
    const deals = ['id,name,stage,amount,account,created,closed', ...rows].join('\n');
    const found = await list({}, { 'deals.csv': deals });
    expect(found).toMatchObject({ total: 10, repeatCustomers: 0, value: 55, modelReason: 'few_repeat_customers' });
    expect(names(found)[0]).toBe('Acme 9');
  });
});

describe('nobody to list', () => {
  it('is said with its reason', async () => {
    const head = 'id,name,stage,amount,created,closed';
    const without = await list({}, { 'deals.csv': `${head}\n1,n,Closed Won,5,2025-01-01,2025-02-01` });
    expect(without).toMatchObject({ total: 0, reason: 'missing_field:customer' });
    const undated = await list({}, { 'deals.csv': 'id,name,stage,amount,account\n1,n,Closed Won,5,Acme' });
    expect(undated).toMatchObject({ total: 0, reason: 'missing_field:closed_at' });
    const none = await list({}, { 'deals.csv': `${head},account\n1,n,Proposal,5,2025-01-01,,Acme` });
    expect(none).toMatchObject({ total: 0, reason: 'no_customers', notes: [] });
    expect(await print(none, 'table')).toContain('No customer can be listed: no customer with a won deal.');
    expect(await list({ period: '2019' })).toMatchObject({ total: 0, reason: 'outside_data' });
  });
});

describe('customers of many purchases', () => {
  it('are ranked by what is expected of them, with an interval', async () => {
    const found = await list({}, BUYERS);
    expect(() => customerListSchema.parse(found)).not.toThrow();
    expect(found).toMatchObject({ total: 600, modelReason: null, spendReason: null, horizonMonths: 36 });
    expect(found.model?.converged).toBe(true);
    const expected = found.customers.map(({ expectedValue }) => expectedValue ?? Number.NaN);
    expect(expected).toEqual(expected.toSorted((a, b) => b - a));
    expect(found.totalValue).toBeCloseTo(
      expected.reduce((sum, one) => sum + one, 0),
      6,
    );
    for (const { interval, expectedValue, pAlive, purchases } of found.customers) {
      expect(interval?.low).toBeLessThan(expectedValue ?? 0);
      expect(interval?.high).toBeGreaterThan(expectedValue ?? 0);
      expect(pAlive === null).toBe(purchases === 1);
    }
    const table = await print(found, 'table');
    expect(table).toContain('no P(alive)');
  });

  it('are fewer months ahead worth less', async () => {
    const [year, three] = [
      await list({ settings: { horizonMonths: 12 } }, BUYERS),
      await list({ settings: { horizonMonths: 36 } }, BUYERS),
    ];
    expect(year.totalValue ?? 0).toBeLessThan(three.totalValue ?? 0);
  });

  it('at risk spent much, by what they spent', async () => {
    const all = await list({}, BUYERS);
    const found = await list({ atRisk: true }, BUYERS);
    expect(found.total).toBe(all.atRiskTotal);
    expect(found.total).toBeGreaterThan(0);
    expect(found.sort).toEqual({ by: 'value', direction: 'desc' });
    const least = all.customers.map(({ value }) => value ?? 0).toSorted((a, b) => b - a)[120 - 1] ?? 0;
    for (const { atRisk, value, purchases } of found.customers) {
      expect(atRisk).toBe(true);
      expect(purchases).toBeGreaterThan(1);
      // The fifth that spent most: 120 of 600.
      expect(value ?? 0).toBeGreaterThanOrEqual(least * 0.99);
    }
    expect(all.customers.filter(({ atRisk }) => atRisk)).toHaveLength(found.total);
  });

  it('do not change places with the order of the rows', async () => {
    const [head = '', ...rows] = buyersFile(300).split('\n');
    const turned = await list({}, { 'buyers.csv': [head, ...rows.toReversed()].join('\n') });
    const straight = await list({}, { 'buyers.csv': [head, ...rows].join('\n') });
    expect(names(turned)).toEqual(names(straight));
  });

  it('with several currencies have a sum in each, and no money is expected', async () => {
    const texts = { 'buyers.csv': buyersFile(600, (order) => (order % 3 === 0 ? 'USD' : 'EUR')) };
    const found = await list({}, texts);
    expect(() => customerListSchema.parse(found)).not.toThrow();
    expect(found).toMatchObject({ value: null, currency: null, modelReason: null, spendReason: 'mixed_currencies' });
    expect(found.sort.by).toBe('expected_purchases');
    const rows = buyersFile(600).split('\n').slice(1);
    const sums = { EUR: 0, USD: 0 };
    rows.forEach((row, order) => {
      sums[order % 3 === 0 ? 'USD' : 'EUR'] += Number(row.split(',').at(-1));
    });
    expect(found.byCurrency?.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
    for (const { currency, value } of found.byCurrency ?? []) expect(value).toBeCloseTo(sums[currency as 'EUR'], 4);
    expect(
      found.customers.every(({ value, pAlive, purchases }) => value === null && (pAlive !== null || purchases === 1)),
    ).toBe(true);
    const [headLine, first] = (await print(found, 'csv')).split('\n');
    expect(headLine?.endsWith('currency,value_EUR,value_USD')).toBe(true);
    expect(first?.split(',')).toHaveLength(headLine?.split(',').length ?? 0);
  });
});

describe('order and limit', () => {
  it('sorts by any column, by name or title, and turns it', async () => {
    expect(names(await list({ sort: 'customer' }))).toEqual(['15001', '15002', '15003']);
    expect(names(await list({ sort: 'customer:desc' }))).toEqual(['15003', '15002', '15001']);
    expect(names(await list({ sort: 'last_purchase' }))).toEqual(['15001', '15002', '15003']);
    expect(names(await list({ sort: 'Days since' }))).toEqual(['15003', '15002', '15001']);
    expect(names(await list({ sort: 'دفعات خرید:asc' }))).toEqual(['15003', '15002', '15001']);
    expect((await list({ sort: 'firstPurchase' })).sort).toEqual({ by: 'first_purchase', direction: 'desc' });
    await expect(list({ sort: 'first' })).rejects.toMatchObject({ code: 'unknown_column' });
    const alive = await list({ sort: 'p_alive:asc' }, BUYERS);
    const chances = alive.customers.map(({ pAlive }) => pAlive);
    // Those without a chance of their own stand last, whichever way.
    expect(chances.slice(chances.indexOf(null)).every((one) => one === null)).toBe(true);
  });

  it('counts all and lists the first', async () => {
    const found = await list({ limit: 2 });
    expect(found).toMatchObject({ total: 3, value: 232.5 });
    expect(names(found)).toEqual(['15002', '15001']);
    expect(await print(found, 'table')).toContain('2 of 3 customers shown');
    expect(await print(found, 'table', 'fa')).toContain('۲ از ۳ مشتری نشان داده شد');
  });
});

describe('as text', () => {
  it('is complete as CSV, with guarded cells', async () => {
    const texts = {
      'deals.csv': 'id,name,stage,amount,account,created,closed\n1,n,Closed Won,5,"=cmd(),b",2025-01-01,2025-02-01',
    };
    const [head, line] = (await print(await list({}, texts), 'csv')).split('\n');
    expect(head).toBe(
      'customer,purchases,first_purchase,last_purchase,days_since,value,mean_value,p_alive,expected_purchases,expected_value,at_risk,low,high,currency',
    );
    expect(line).toBe('"\'=cmd(),b",1,2025-02-01,2025-02-01,0,5,,,,,false,,,');
  });

  it('stands whatever a name holds', async () => {
    const found = await list({ limit: 1 });
    const [first] = found.customers;
    if (first === undefined) throw new Error('no customer');
    const hostile = { ...found, customers: HOSTILE.map((customer) => ({ ...first, customer })) };
    for (const format of ['table', 'markdown', 'csv', 'json']) {
      const text = await print(hostile, format);
      expect(text).not.toContain('\u001b');
      expect(text).not.toContain('\u202e');
    }
  });
});
