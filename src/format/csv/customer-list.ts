import type { CustomerEntry, CustomerList } from '../../report/customer-list-schema.js';
import type { Render } from '../definition.js';
import { spreadsheetText } from '../sanitize.js';
import { csvLine } from './line.js';

/**
 * A list of customers as CSV, a line for each: names of columns as `--sort` takes them, then the ends of the interval of
 * the expected value and the currency, and of several currencies a column for the value in each. Numbers with a point, days
 * as ISO texts, an apostrophe before what a spreadsheet would take for a formula.
 */
export const printCustomersCsv: Render<CustomerList> = function* ({ columns, currency, byCurrency, customers }) {
  const currencies = (byCurrency ?? []).map((one) => one.currency);
  yield csvLine([
    ...columns.map(({ name }) => name),
    'low',
    'high',
    'currency',
    ...currencies.map((one) => `value_${one === '' ? 'unnamed' : one}`),
  ]);
  for (const one of customers) {
    const values = new Map(one.byCurrency?.map((own) => [own.currency, own.value]));
    yield csvLine([
      ...columns.map(({ key }) => cellText(one[key as keyof CustomerEntry])),
      cellText(one.interval?.low ?? null),
      cellText(one.interval?.high ?? null),
      spreadsheetText(currency ?? ''),
      ...currencies.map((own) => cellText(values.get(own) ?? null)),
    ]);
  }
};

function cellText(value: CustomerEntry[keyof CustomerEntry]): string {
  if (value === null) return '';
  return typeof value === 'string' ? spreadsheetText(value) : String(value);
}
