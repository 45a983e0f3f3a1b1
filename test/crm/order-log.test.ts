import { describe, expect, it } from 'vitest';
import { looksLikeOrders } from '../../src/crm/order-log.js';
import { recognize } from '../../src/crm/recognize.js';

const roleOf = (headers: string): string => recognize(headers.split(',')).role;

describe('an order log', () => {
  it.each([
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
    'Order ID,Order Date,Customer,Amount',
    'order_number,order_date,customer_id,order_total',
    'Order No.,Date,Client,Qty,Unit price (EUR)',
    'شماره فاکتور,تاریخ فاکتور,مشتری,تعداد,قیمت واحد',
    'شماره سفارش,تاریخ,نام مشتری,مبلغ (تومان)',
  ])('is recognized: %s', (headers) => {
    expect(roleOf(headers)).toBe('orders');
  });

  it.each([
    ['without a date', 'Order ID,Customer,Amount'],
    ['without a customer', 'Order ID,Order Date,Amount'],
    ['without an amount', 'Order ID,Order Date,Customer'],
    ['with a quantity and no price', 'Order ID,Order Date,Customer,Quantity'],
    ['without a number', 'Order Date,Customer,Amount'],
  ])('is not a table %s', (_, headers) => {
    expect(looksLikeOrders(headers.split(','))).toBe(false);
  });

  it.each([
    ['a stage', 'Order ID,Order Date,Customer,Amount,Stage'],
    ['a status', 'Order ID,Order Date,Customer,Amount,Status'],
    ['a day of closing', 'Order ID,Order Date,Customer,Amount,Close Date'],
  ])('is not a table with %s of deals', (_, headers) => {
    expect(roleOf(headers)).not.toBe('orders');
  });
});
