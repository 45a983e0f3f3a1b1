import { describe, expect, it } from 'vitest';
import { kpiValue, reportTexts, warningCodes, warningTexts } from '../support/load-texts.js';

const figures = async (text: string, options = {}) => {
  const report = await reportTexts({ 'orders.csv': text }, options);
  return ['revenue_won', 'won_deals', 'customers', 'repeat_purchase_rate'].map((id) => kpiValue(report, id));
};
const log = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`;

describe('orders that were cancelled, returned, refunded or failed', () => {
  it('are no sales, and make nobody a customer', async () => {
    const text = log(
      'order_id,customer_id,order_date,order_status,total',
      '1,K1,2023-01-02,Completed,100',
      '2,K1,2023-03-05,Refunded,500',
      '3,K2,2023-04-09,Failed,70',
      '4,K3,2023-05-12,Completed,30',
      '5,K3,2023-06-12,Shipped,20',
    );
    // 100 + 30 + 20; of K1 and K3, K3 bought twice.
    expect(await figures(text)).toEqual([150, 3, 2, 0.5]);
    const report = await reportTexts({ 'orders.csv': text });
    expect(warningTexts(report, 'set_aside')).toEqual([
      expect.stringContaining('"order_status" is "Refunded"'),
      expect.stringContaining('"order_status" is "Failed"'),
    ]);
  });

  it('are told by either of two statuses, by a flag and by a day', async () => {
    const text = log(
      'Order No,Customer,Order Date,Financial Status,Fulfillment Status,Cancelled at,Returned,Total',
      '1,A,2023-01-02,paid,fulfilled,,No,10',
      '2,A,2023-01-03,paid,cancelled,,No,20',
      '3,B,2023-01-04,voided,,,No,40',
      '4,B,2023-01-05,paid,,2023-01-06,No,80',
      '5,C,2023-01-06,paid,fulfilled,,Yes,160',
      '6,C,2023-01-07,paid,fulfilled,,,320',
    );
    expect((await figures(text)).slice(0, 3)).toEqual([330, 2, 2]);
  });

  it('may be some lines of an order: the others are its amount', async () => {
    const text = log(
      'Order ID,Order Date,Customer,Item,Status,Total',
      '1,2024-01-01,K,A,cancelled,10',
      '1,2024-01-01,K,B,shipped,15',
      '1,2024-01-01,K,C,shipped,20',
      '2,2024-01-02,L,A,cancelled,7',
      '2,2024-01-02,L,B,cancelled,8',
      '3,2024-01-02,L,B,shipped,9',
    );
    expect((await figures(text)).slice(0, 3)).toEqual([44, 2, 2]);
  });

  it('stay where they are credits: the sale they take back counts too', async () => {
    const text = log(
      'Order ID,Order Date,Customer,Quantity,Status,Total',
      '1,2024-01-01,K,2,shipped,10',
      '2,2024-01-05,K,-2,returned,-10',
      '3,2024-01-06,L,1,shipped,5',
    );
    expect((await figures(text))[0]).toBe(5);
  });

  it('count where they only wait for the money, and the report says so', async () => {
    const text = log(
      'Order ID,Order Date,Customer,Status,Total',
      '1,2024-01-01,K,Pending,10',
      '2,2024-01-05,K,Paid,20',
    );
    const report = await reportTexts({ 'orders.csv': text });
    expect(kpiValue(report, 'revenue_won')).toBe(30);
    expect(warningCodes(report)).toContain('orders_waiting');
  });

  it('are left out beside deals as well, where the customer figures come from orders', async () => {
    const report = await reportTexts({
      'deals.csv': log('Deal ID,Account,Stage,Amount,Close Date', '1,A,Won,10,2024-01-01', '2,B,Lost,10,2024-01-02'),
      'orders.csv': log(
        'Order ID,Order Date,Customer,Status,Total',
        '1,2024-01-01,K,paid,10',
        '2,2024-01-05,L,cancelled,20',
      ),
    });
    expect(kpiValue(report, 'customers')).toBe(1);
    expect(warningCodes(report)).toContain('set_aside');
  });
});

describe('an order log', () => {
  it('keeps its role with the state its customers live in', async () => {
    const text = log(
      'Order ID,Order Date,Customer ID,City,State,Product,Sales',
      'A-1,2024-01-05,C1,Dallas,Texas,Desk,100.50',
      'A-2,2024-02-11,C2,Reno,Nevada,Chair,80',
      'A-3,2024-03-02,C1,Dallas,Texas,Shelf,60',
    );
    expect(await figures(text)).toEqual([240.5, 3, 2, 0.5]);
  });

  it('needs no amounts for what is told of customers', async () => {
    const text = log('order_id,customer_id,order_date', '1,K1,2023-01-02', '2,K1,2023-03-05', '3,K2,2023-04-09');
    expect(await figures(text)).toEqual([null, 3, 2, 0.5]);
  });

  it('hears what is said of a deal’s field, where an order is a deal', async () => {
    const text = log(
      'Order No,Buyer code,Order Date,Total',
      '1,K1,2023-01-02,10',
      '2,K1,2023-03-05,20',
      '3,K2,2023-04-09,30',
    );
    const mapping = { account_id: 'Buyer code' };
    const report = await reportTexts({ 'orders.csv': text }, { mapping }, { 'orders.csv': 'orders' });
    expect(kpiValue(report, 'customers')).toBe(2);
    expect(warningCodes(report)).not.toContain('map_without_effect');
  });

  it('says where a mapping does nothing', async () => {
    const text = log('Order ID,Customer,Order Date,Total,Grade', '1,K1,2023-01-02,10,A', '2,K1,2023-03-05,20,B');
    const report = await reportTexts({ 'orders.csv': text }, { mapping: { stage: 'Grade' } });
    expect(warningTexts(report, 'map_without_effect')).toEqual([expect.stringContaining('--map stage="Grade"')]);
  });
});
