import type { ChangedList } from '../../report/changed-list-schema.js';
import { changedValue } from '../changed-value.js';
import type { Render } from '../definition.js';
import { spreadsheetText } from '../sanitize.js';
import { csvLine } from './line.js';

/**
 * Deals that changed as CSV: names of columns as `--sort` takes them, numbers with a point, days as ISO texts, and an
 * apostrophe before what a spreadsheet would take for a formula. What the newer export says stands under the names of its
 * fields, so that kpi reads the file as deals.
 */
export const printChangedCsv: Render<ChangedList> = function* ({ columns, deals }) {
  yield csvLine(columns.map(({ name }) => name));
  for (const deal of deals) yield csvLine(columns.map(({ key }) => cellText(changedValue(deal, key))));
};

function cellText(value: ReturnType<typeof changedValue>): string {
  if (value === null) return '';
  return typeof value === 'string' ? spreadsheetText(value) : String(value);
}
