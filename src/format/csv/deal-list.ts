import type { DealList } from '../../report/deal-list-schema.js';
import type { Render } from '../definition.js';
import { spreadsheetText } from '../sanitize.js';
import { csvLine } from './line.js';

/**
 * A list of deals as CSV: names of columns as `--columns` takes them, numbers with a point, days as ISO texts, and an
 * apostrophe before what a spreadsheet would take for a formula. The place in the files stands last.
 */
export const printDealsCsv: Render<DealList> = function* (list) {
  yield csvLine([...list.columns.map(({ name }) => spreadsheetText(name)), 'file', 'sheet', 'row']);
  for (const { file, sheet, row, values } of list.deals) {
    yield csvLine([...values.map(cellText), spreadsheetText(file), spreadsheetText(sheet ?? ''), String(row)]);
  }
};

function cellText(value: DealList['deals'][number]['values'][number]): string {
  if (value === null) return '';
  return typeof value === 'string' ? spreadsheetText(value) : String(value);
}
