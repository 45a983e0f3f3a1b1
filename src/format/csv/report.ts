/** A report as a table for spreadsheets and programs: one row for each figure. */
import type { Report } from '../../report/schema.js';
import { spreadsheetText } from '../sanitize.js';
import { pairsOfChanges } from './changes-rows.js';
import { csvLine, type Delimiter } from './line.js';
import { type CellValue, cellsOf, headerOf } from './report-columns.js';
import { figureRows } from './report-rows.js';

export const printReportCsv = (report: Report): Printed => printed(report, ',');
export const printReportTsv = (report: Report): Printed => printed(report, '\t');

type Printed = Generator<string, void, undefined>;

function* printed(report: Report, delimiter: Delimiter): Printed {
  // As many pairs as a breakdown has fields; funnel, cohorts and rules have two.
  const { breakdowns, survival, forecast } = report;
  const grouped = [...breakdowns, ...(survival?.groups ?? []), ...(forecast?.groups ?? [])];
  const pairs = Math.max(
    2,
    ...grouped.map(({ by }) => [by].flat().length),
    ...pairsOfAges(report),
    pairsOfChanges(report),
  );
  yield csvLine(headerOf(pairs), delimiter);
  for (const row of figureRows(report)) yield csvLine(cellsOf(row, pairs).map(written), delimiter);
}

/** A stage of a pipeline at an age is told by all three. */
function pairsOfAges({ survival }: Report): number[] {
  return (survival?.winFromAge ?? []).map(
    ({ pipeline, stage }) => 1 + Number(stage !== null) + Number(pipeline !== null),
  );
}

/** Only a text can be a formula; numbers have all their digits. */
function written(cell: CellValue): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'string' ? spreadsheetText(cell) : String(cell);
}
