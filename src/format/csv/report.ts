/** A report as a table for spreadsheets and programs: one row for each figure. */
import type { Report } from '../../report/schema.js';
import { pairsOfChanges } from './changes-rows.js';
import { figureLines } from './figure-line.js';
import { csvLine, type Delimiter } from './line.js';
import { headerOf } from './report-columns.js';
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
  const lineOf = figureLines(pairs, delimiter);
  for (const row of figureRows(report)) yield lineOf(row);
}

/** A stage of a pipeline at an age is told by all three. */
function pairsOfAges({ survival }: Report): number[] {
  return (survival?.winFromAge ?? []).map(
    ({ pipeline, stage }) => 1 + Number(stage !== null) + Number(pipeline !== null),
  );
}
