import { fieldsOf } from '../model/fields.js';
import type { Outcome } from '../model/outcome.js';
import { closeColumns, type DateFacts, dateFinding, moved } from './contents/dates.js';
import { judgedContent } from './contents/judged-content.js';
import type { Objection } from './contents/objection.js';
import { type Told, toldOutcome } from './contents/told-outcome.js';
import { assign, type Candidate, type Mapping } from './mapping.js';
import type { TablePlan } from './plan.js';
import type { TableReader } from './table-reader.js';

/** Rows that the dates are compared in: enough to see what most of them say, few enough for any file. */
const COMPARED = 5000;
/** Findings about dates that are followed; each makes room for at most one other. */
const MOST_FINDINGS = 6;

/**
 * Which column holds which field: names give candidates, what each column holds refuses or reorders them, and then
 * the dates are held against each other and against what is known of the outcome. The order of day and month is
 * settled among the date columns on the way.
 */
export function mapColumns(plan: TablePlan, reader: TableReader, stages: Readonly<Record<string, Outcome>>): Mapping {
  const content = judgedContent(reader, plan, stages);
  const headers = plan.head.columns;
  // A name whose cells have to be words says nothing where they are numbers.
  const numbers = (column: number): boolean => {
    const { share, filled } = reader.content(column, 'id', 'number');
    return filled > 0 && share >= 0.5;
  };
  let found: readonly Candidate[] = plan.candidates.filter(({ words, column }) => words !== true || !numbers(column));
  let mapping = assign(found, headers, plan.role, content);
  settleOrder(plan, reader, mapping, closeColumns(found));
  if (plan.role !== 'deals') return settled(reader, mapping);
  const objections = new Map<number, Map<string, Objection>>();
  const facts = dateFacts(plan, reader, mapping, stages);
  let changed = false;
  for (let at = 0; at < MOST_FINDINGS; at++) {
    const finding = dateFinding(mapping, found, facts);
    if (finding === null) break;
    if (finding.kind === 'move') found = moved(found, finding);
    else {
      const ofColumn = objections.get(finding.column) ?? new Map<string, Objection>();
      objections.set(finding.column, ofColumn.set(finding.field, finding.objection));
    }
    mapping = assign(found, headers, plan.role, content, objections);
    changed = true;
  }
  if (changed) settleOrder(plan, reader, mapping, []);
  return settled(reader, mapping);
}

/** What was read of columns that lost their field is forgotten. */
function settled(reader: TableReader, mapping: Mapping): Mapping {
  reader.keep(new Set([...mapping.fields.values()].map(({ column }) => column)));
  return mapping;
}

/** What the date columns tell one another of the order of day and month. */
function settleOrder(plan: TablePlan, reader: TableReader, mapping: Mapping, others: readonly number[]): void {
  const kinds = fieldsOf(plan.role);
  const columns = new Map([...mapping.fields].map(([field, { column }]) => [column, kinds[field]?.kind ?? 'text']));
  for (const [column, { read }] of plan.apart) if (read) columns.set(column, 'day');
  if (others.length > 1) for (const column of others) if (!columns.has(column)) columns.set(column, 'day');
  reader.settleDateOrder([...columns].map(([column, kind]) => ({ column, kind })));
}

function dateFacts(
  plan: TablePlan,
  reader: TableReader,
  mapping: Mapping,
  stages: Readonly<Record<string, Outcome>>,
): DateFacts {
  const step = Math.max(1, reader.size / COMPARED);
  const rows: number[] = [];
  for (let row = 0; row < reader.size; row += step) rows.push(Math.floor(row));
  const known = new Map<number, Told>();
  let told: DateFacts['told'] | null = null;
  return {
    rows,
    days: (column) => reader.as(column, 'day'),
    instants: (column) => reader.hasInstants(column),
    told: (row) => {
      // Every date column asks about the same rows.
      let one = known.get(row);
      if (one === undefined) {
        told ??= toldOutcome(reader, mapping.fields, plan.recognition.preset, stages);
        one = told(row);
        known.set(row, one);
      }
      return one;
    },
  };
}
