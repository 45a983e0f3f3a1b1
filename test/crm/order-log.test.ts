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
    'Order ID,Order Date,Customer,Amount,Status',
    'Order ID,Order Date,Customer,City,State,Sales',
    'Invoice No,Date,Customer ID,Total,Payment Status',
    'order_id,customer_id,order_date',
    'شماره فاکتور,تاریخ,مشتری,وضعیت',
    'Order ID,Order Number,Order Status,Order Date,Email (Billing),City (Billing),Order Total Amount,Order Total Tax Amount',
    'Billing Document,Item,Billing Date,Sold-to Party,Name of Sold-to Party,Material,Billed Quantity,Net Value',
    'id,Created (UTC),Amount,Amount Refunded,Currency,Status,Customer ID,Customer Email,Invoice ID',
    'Order ID,Order Date,Customer Email,Total',
  ])('is recognized: %s', (headers) => {
    expect(roleOf(headers)).toBe('orders');
  });

  it.each([
    ['without a date', 'Order ID,Customer,Amount'],
    ['without a customer', 'Order ID,Order Date,Amount'],
    ['without an amount and with a number of anything', 'Transaction ID,Date,Customer'],
    ['with a quantity, no price and a number of anything', 'Receipt No,Date,Customer,Quantity'],
    ['without a number', 'Order Date,Customer,Amount'],
    ['of customers with their addresses', 'Customer ID,Customer Email,Created (UTC),Amount'],
  ])('is not a table %s', (_, headers) => {
    expect(looksLikeOrders(headers.split(','))).toBe(false);
  });

  it.each([
    ['a stage', 'Order ID,Order Date,Customer,Amount,Stage'],
    ['a probability', 'Order ID,Order Date,Customer,Amount,Probability'],
    ['a day of closing', 'Order ID,Order Date,Customer,Amount,Close Date'],
  ])('is not a table with %s of deals', (_, headers) => {
    expect(roleOf(headers)).not.toBe('orders');
  });
});
