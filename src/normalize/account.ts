import type { PresetDefinition } from '../crm/definition.js';
import { headerKey } from '../crm/header.js';
import { lineColumns } from '../crm/line-columns.js';
import { said } from '../locale/said.js';
import type { ColumnAccount, ColumnReason, SourceAccount, StageAccount } from '../model/dataset.js';
import { type FieldKind, fieldsOf, type Role } from '../model/fields.js';
import { forEachCell } from '../model/text-column.js';
import { STAGE_ENTERED } from './columns-apart.js';
import { isMissing } from './parse/text.js';
import type { ReadTable } from './read-table.js';

/** Cells shown as examples of a column. */
const EXAMPLES = 3;

/**
 * Everything a person may ask about one file: what was recognized, each column's fate, and where every row went.
 * `contents` also counts and samples the cells of every column, which only an inspection pays for.
 */
export function sourceAccount(
  table: ReadTable,
  stages: readonly StageAccount[],
  leftOut: readonly { readonly reason: string; readonly rows: number }[],
  contents: boolean,
): SourceAccount {
  const { plan, raw } = table;
  const { head, recognition, role } = plan;
  const skipped = [...raw.skipped.map(({ reason, rows }) => ({ reason: reason as string, rows })), ...leftOut];
  const left = raw.skipped.reduce((sum, { rows }) => sum + rows, 0);
  return {
    file: head.file,
    role,
    preset: recognition.preset.id,
    presetReason: recognition.reason,
    sheet: head.sheet,
    sheets: head.sheets,
    encoding: raw.head.encoding,
    delimiter: head.delimiter,
    headerRow: head.headerRow,
    preamble: head.preamble,
    rows: raw.size + left,
    records: raw.size - leftOut.reduce((sum, { rows }) => sum + rows, 0),
    skipped,
    sha256: raw.sha256,
    findings: raw.findings,
    ties: table.mapping.ties,
    columns: head.columns.map((_, column) => columnAccount(table, column, contents)),
    stages,
    history: null,
  };
}

function columnAccount(
  { plan, raw, reader, mapping }: ReadTable,
  column: number,
  withContents: boolean,
): ColumnAccount {
  const name = plan.head.columns[column] ?? '';
  const mapped = [...mapping.fields].find(([, candidate]) => candidate.column === column);
  const cells = raw.columns[column];
  const { filled, distinct, examples } =
    cells === undefined || !withContents ? { filled: null, distinct: null, examples: [] } : contents(cells);
  if (mapped === undefined) {
    const lead = [...plan.leadColumns].find(([, index]) => index === column);
    const apart = plan.apart.get(column);
    if (apart?.read === true) {
      const unreadable = raw.columns[column] === undefined ? 0 : reader.unreadableRows(column, 'day').length;
      const reading = reader.reading(column, 'day');
      const found = { column: name, field: STAGE_ENTERED, confidence: 1, reason: apart.reason };
      return { ...found, filled, distinct, unreadable, reading, examples };
    }
    const reason =
      apart?.reason ??
      mapping.rejected.get(column) ??
      (plan.role === 'lookup'
        ? said('column_to_join')
        : (presetReason(name, plan.recognition.preset) ?? lineReason(name, plan.role) ?? NO_FIELD));
    return {
      column: name,
      field: lead === undefined ? null : `leads.${lead[0]}`,
      confidence: lead === undefined ? null : 1,
      reason: lead === undefined ? reason : said('said_with_map'),
      filled,
      distinct,
      unreadable: 0,
      reading: null,
      examples,
    };
  }
  const [field, candidate] = mapped;
  const kind: FieldKind = fieldsOf(plan.role)[field]?.kind ?? 'text';
  return {
    column: name,
    field,
    confidence: candidate.score,
    reason: candidate.reason,
    filled,
    distinct,
    unreadable: reader.unreadableRows(column, kind).length,
    reading: reader.reading(column, kind),
    examples,
  };
}

const NO_FIELD: ColumnReason = said('no_field');

/** What is known of a column of product lines in a deals file; null for any other. */
function lineReason(name: string, role: Role): ColumnReason | null {
  return role === 'deals' && lineColumns([name]).length > 0 ? said('tells_lines') : null;
}

/** What a preset says of a column that it takes for no field; null where it says nothing. */
function presetReason(name: string, preset: PresetDefinition): ColumnReason | null {
  const { id, ignore = [], amounts, marks = [] } = preset;
  const has = (names: readonly string[] = []): boolean => names.some((one) => headerKey(one) === headerKey(name));
  const mark = marks.find(({ column }) => has(column));
  if (mark !== undefined) return said('marks_rows', { preset: id, outcome: mark.outcome });
  if (has(amounts?.whenWon)) return said('amount_when_won', { preset: id });
  if (has(amounts?.period?.column)) return said('payment_period', { preset: id });
  return has(ignore) ? said('left_alone', { preset: id }) : null;
}

function contents(cells: Parameters<typeof forEachCell>[0]): { filled: number; distinct: number; examples: string[] } {
  let filled = 0;
  const examples: string[] = [];
  const seen = cells.kind === 'plain' ? new Set<string>() : null;
  let distinct = 0;
  forEachCell(cells, (text, count) => {
    if (text === '' || isMissing(text)) return;
    filled += count;
    if (seen === null) distinct++;
    else if (!seen.has(text)) {
      seen.add(text);
      distinct++;
    }
    if (examples.length < EXAMPLES && !examples.includes(text)) examples.push(text);
  });
  return { filled, distinct, examples };
}
