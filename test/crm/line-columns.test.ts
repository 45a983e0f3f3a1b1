import { expect, it } from 'vitest';
import { lineColumns } from '../../src/crm/line-columns.js';

it('are found by their names, with and without the entity before it', () => {
  expect(lineColumns(['Deal - ID', 'Deal - Value', 'Deal - Product name', 'Deal - Product quantity'])).toEqual([2, 3]);
  expect(lineColumns(['Opportunity ID', 'Amount', 'Product Name', 'Quantity', 'Sales Price', 'Total Price'])).toEqual([
    2, 3, 4, 5,
  ]);
  expect(lineColumns(['کد دیدار معامله', 'ارزش معامله', 'کد محصول', 'عنوان محصول', 'تعداد محصول', 'قیمت'])).toEqual([
    2, 3, 4, 5,
  ]);
});

it('are not the columns of a deal', () => {
  expect(lineColumns(['Record ID', 'Deal Name', 'Amount', 'Deal Value', 'Probability', 'Close Date', 'Owner'])).toEqual(
    [],
  );
});
