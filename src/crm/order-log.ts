import type { OrderFieldName } from '../model/fields.js';
import { readHeader } from './grammar/read-header.js';
import { CLEAN } from './grammar/rules.js';
import { headerKey } from './header.js';

/** Names of the columns of order and invoice logs, as shops and accounting systems print them, best first. */
export const ORDER_ALIASES: { readonly [F in OrderFieldName]: readonly string[] } = {
  id: [
    'invoice no',
    'invoice number',
    'invoice id',
    'invoice',
    'order id',
    'order no',
    'order number',
    'order',
    'sales order',
    'transaction id',
    'transaction no',
    'receipt no',
    'billing document',
    'شماره فاکتور',
    'فاکتور',
    'شناسه فاکتور',
    'شماره سفارش',
    'شناسه سفارش',
    'سفارش',
  ],
  customer: [
    'customer name',
    'customer',
    'client name',
    'client',
    'account name',
    'account',
    'company name',
    'company',
    'buyer',
    'bill to',
    'name of sold to party',
    'sold to party name',
    'email billing',
    'billing email',
    'نام مشتری',
    'مشتری',
    'نام شرکت',
    'شرکت',
    'خریدار',
    'طرف حساب',
  ],
  customer_id: [
    'customer id',
    'customer no',
    'customer number',
    'customer code',
    'client id',
    'account id',
    'company id',
    'buyer id',
    'شناسه مشتری',
    'کد مشتری',
    'شماره مشتری',
    'کد طرف حساب',
  ],
  ordered_at: [
    'invoice date',
    'order date',
    'date ordered',
    'ordered at',
    'ordered on',
    'purchase date',
    'transaction date',
    'order time',
    'date of invoice',
    'date of order',
    'billing date',
    'created utc',
    'date',
    'تاریخ فاکتور',
    'تاریخ سفارش',
    'تاریخ خرید',
    'تاریخ',
  ],
  status: [
    'order status',
    'order state',
    'financial status',
    'payment status',
    'invoice status',
    'status',
    'state',
    'وضعیت سفارش',
    'وضعیت فاکتور',
    'وضعیت پرداخت',
    'وضعیت',
  ],
  amount: [
    'invoice amount',
    'invoice total',
    'order amount',
    'order total',
    'order value',
    'line total',
    'line amount',
    'total amount',
    'total price',
    'total sales',
    'total',
    'net amount',
    'net value',
    'amount',
    'sales amount',
    'sales',
    'revenue',
    'value',
    'مبلغ فاکتور',
    'جمع فاکتور',
    'مبلغ سفارش',
    'مبلغ کل',
    'جمع کل',
    'مبلغ',
    'ارزش',
  ],
  quantity: [
    'quantity',
    'qty',
    'quantity ordered',
    'quantityordered',
    'units',
    'pieces',
    'تعداد',
    'تعداد محصول',
    'مقدار',
  ],
  unit_price: [
    'unit price',
    'price each',
    'priceeach',
    'price per unit',
    'sales price',
    'item price',
    'price',
    'قیمت واحد',
    'مبلغ واحد',
    'قیمت',
    'فی',
  ],
  currency: ['currency', 'currency code', 'invoice currency', 'order currency', 'ارز', 'واحد پول', 'نوع ارز'],
  product: [
    'product name',
    'product',
    'description',
    'item',
    'item name',
    'عنوان محصول',
    'نام محصول',
    'محصول',
    'شرح کالا',
    'نام کالا',
    'کالا',
    'شرح',
  ],
};

/** Words of a header below this may say a field of orders where others show that the table holds orders. */
const TELLING = 0.84;

/** A currency or unit after a name, as in `Price (EUR)` or `مبلغ (تومان)`. */
const UNIT = / (usd|eur|gbp|irr|irt|ریال|تومان)$/;

/** Words that a name has when it can only be an order's or invoice's: "Order ID" is, "Transaction ID" may be an event's. */
const OF_ORDERS = /(?:^| )(?:order|orders|invoice|billing|purchase|sale|sales|فاکتور|سفارش|خرید)(?: |$)/;

/**
 * Whether a table's headers are those of an order or invoice log: a number, a date and a customer, and an amount or
 * quantity and unit price, or else a number that only orders have. A table that also has a stage or status of deals is
 * asked for its deals first.
 */
export function looksLikeOrders(columns: readonly string[]): boolean {
  const keys = new Set(columns.map((column) => headerKey(column).replace(UNIT, '')));
  const read = new Map<string, number>();
  for (const column of columns) {
    for (const { field, score } of readHeader(column, 'orders')) {
      if (score >= TELLING) read.set(field, Math.max(score, read.get(field) ?? 0));
    }
  }
  const found = (field: OrderFieldName): string | undefined =>
    ORDER_ALIASES[field].map(headerKey).find((name) => keys.has(name));
  const has = (field: OrderFieldName): boolean => read.has(field) || found(field) !== undefined;
  if (!(has('id') && has('ordered_at') && (has('customer') || has('customer_id')))) return false;
  if (has('amount') || (has('quantity') && has('unit_price'))) return true;
  const id = found('id');
  return id === undefined ? (read.get('id') ?? 0) >= CLEAN : OF_ORDERS.test(id);
}
