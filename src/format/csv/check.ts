import type { Check } from '../../report/schema.js';
import { spreadsheetText } from '../sanitize.js';
import { csvLine, type Delimiter } from './line.js';

/** The columns of a table of violations. */
export const CHECK_COLUMNS = [
  'rule',
  'severity',
  'file',
  'sheet',
  'row',
  'line',
  'record_id',
  'column',
  'field',
  'value',
  'message',
  'count',
  'fingerprint',
] as const;

/** The listed violations as CSV, one a line. What a spreadsheet would take for a formula begins with an apostrophe. */
export const printCheckCsv = (check: Check): Printed => printed(check, ',');
export const printCheckTsv = (check: Check): Printed => printed(check, '\t');

type Printed = Generator<string, void, undefined>;

function* printed({ violations }: Check, delimiter: Delimiter): Printed {
  yield csvLine(CHECK_COLUMNS, delimiter);
  for (const {
    rule,
    severity,
    file,
    sheet,
    row,
    line,
    recordId,
    column,
    field,
    value,
    message,
    count,
    fingerprint,
  } of violations) {
    const place = [file, sheet, String(row), line === null ? null : String(line)];
    const cells = [rule, severity, ...place, recordId, column, field, value, message, String(count), fingerprint];
    yield csvLine(
      cells.map((cell) => spreadsheetText(cell ?? '')),
      delimiter,
    );
  }
}
