import { headerKey, peelHeader } from './header.js';

/**
 * Columns of a product line, as exports with a row per line print them: Salesforce "Opportunities with Products",
 * Pipedrive deals with products, Didar's «معاملات». They are what differs between the rows of one deal.
 */
const LINE_COLUMNS = new Set(
  [
    'product',
    'product name',
    'product code',
    'product id',
    'product family',
    'product description',
    'sku',
    'item',
    'item name',
    'line item',
    'line item id',
    'line description',
    'quantity',
    'qty',
    'product quantity',
    'unit price',
    'list price',
    'sales price',
    'price each',
    'item price',
    'product price',
    'price',
    'product amount',
    'line total',
    'line amount',
    'total price',
    'subtotal',
    'کد محصول',
    'عنوان محصول',
    'نام محصول',
    'محصول',
    'تعداد محصول',
    'تعداد',
    'قیمت محصول',
    'قیمت واحد',
    'قیمت',
    'مبلغ محصول',
    'مبلغ ردیف',
    'کد کالا',
    'نام کالا',
    'شرح کالا',
  ].map(headerKey),
);

/** The indexes of the columns that belong to a product line and not to the deal. */
export function lineColumns(headers: readonly string[]): number[] {
  return headers.flatMap((header, index) => {
    const key = headerKey(header);
    const peeled = peelHeader(key);
    const own = peeled?.entity === 'deal' ? peeled.rest : key;
    return LINE_COLUMNS.has(key) || LINE_COLUMNS.has(own) ? [index] : [];
  });
}
