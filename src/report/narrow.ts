import { customersIn } from '../analysis/group-sides.js';
import { UserError } from '../errors/user-error.js';
import { compileExpression } from '../expression/compile.js';
import type { Expression } from '../expression/definition.js';
import { namesIn } from '../expression/names.js';
import type { ExpressionTable } from '../expression/table.js';
import { type Test, TRUE, UNKNOWN } from '../expression/truth.js';
import { suggest } from '../locale/suggest.js';
import type { CivilDay } from '../model/civil-day.js';
import type { Dataset, FilterAccount, SourceAccount } from '../model/dataset.js';
import type { DealField, Deals } from '../model/deals.js';
import { DEAL_FIELDS } from '../model/fields.js';
import { partOfHistory } from '../model/history.js';
import type { Calendar } from '../model/period.js';
import { clockOf } from './measure-request.js';
import { whereWarnings } from './where-warnings.js';

/** The clock of a run, as conditions see it. */
export interface ConditionClock {
  /** `--as-of`; null = from the data. */
  readonly asOf: CivilDay | null;
  readonly today: CivilDay;
  readonly fiscalYearStart?: number | undefined;
  readonly fiscalCalendar?: Calendar | undefined;
}

/** What rows of a file that a condition leaves out are called among its skipped rows. */
const OUTSIDE = 'outside --where';

/** What conditions are asked over: all deals that were read, and the clock that they show. */
export function expressionTable(
  dataset: Dataset,
  { asOf, today, fiscalYearStart, fiscalCalendar }: ConditionClock,
): ExpressionTable {
  return {
    deals: dataset.deals,
    reading: dataset.reading,
    asOf: clockOf(dataset, asOf, today).asOf,
    // As relative periods do: from --as-of, if it is given.
    today: asOf ?? today,
    fiscalYearStart,
    fiscalCalendar,
    calendar: dataset.calendar,
  };
}

/**
 * The deals for which a condition is true, with everything that was read behind them: the clock, and whether the file
 * holds won and lost deals at all, stay those of the whole.
 *
 * @throws UserError `unknown_column` for a field that no file has, `invalid_expression`
 */
export function narrow(dataset: Dataset, where: Expression | null, clock: ConditionClock): Dataset {
  if (where === null) return dataset;
  const { deals, history, customers } = dataset;
  requireFields(deals, namesIn(where).fields);
  const { rows, unknown } = rowsWhere(deals, compileExpression(where, expressionTable(dataset, clock)));
  const filter: FilterAccount = {
    where: where.source.trim(),
    records: deals.size,
    kept: rows.length,
    leftOut: deals.size - rows.length,
    unknown,
  };
  const part = deals.part(rows);
  return {
    ...dataset,
    deals: part,
    history: history === null ? null : partOfHistory(history, rows),
    customers: customers === null ? null : customersIn(customers, part.all()),
    sources: sourcesOf(dataset.sources, deals, rows),
    warnings: [...dataset.warnings, ...whereWarnings(where, deals, rows.length, clock)],
    filter,
    whole: dataset.whole ?? dataset,
  };
}

function rowsWhere(deals: Deals, test: Test): { readonly rows: Uint32Array; readonly unknown: number } {
  const rows = new Uint32Array(deals.size);
  let [n, unknown] = [0, 0];
  for (let row = 0; row < deals.size; row++) {
    const truth = test(row);
    if (truth === TRUE) rows[n++] = row;
    else if (truth === UNKNOWN) unknown++;
  }
  return { rows: rows.slice(0, n), unknown };
}

function requireFields(deals: Deals, fields: readonly DealField[]): void {
  const missing = fields.find((field) => !deals.has(field));
  if (missing === undefined) return;
  const fieldsThere = ['outcome', 'customer', ...Object.keys(DEAL_FIELDS)].filter((one) => deals.has(one as DealField));
  const columns = [...fieldsThere, ...deals.extra.keys()];
  throw new UserError('unknown_column', {
    column: missing,
    option: '--where',
    suggestion: suggest(missing, columns),
    columns,
  });
}

/** The files with the deals that were left out among their skipped rows: rows = records + Σ skipped stays true. */
function sourcesOf(sources: readonly SourceAccount[], deals: Deals, rows: Uint32Array): readonly SourceAccount[] {
  const leftOut: number[] = [];
  let next = 0;
  for (let row = 0; row < deals.size; row++) {
    if (rows[next] === row) next++;
    else {
      const file = deals.fileAt(row);
      leftOut[file] = (leftOut[file] ?? 0) + 1;
    }
  }
  const role = sources.some((source) => source.role === 'deals') ? 'deals' : 'orders';
  let file = 0;
  return sources.map((source) => {
    const n = source.role === role ? (leftOut[file++] ?? 0) : 0;
    if (n === 0) return source;
    return {
      ...source,
      records: source.records - n,
      skipped: [...source.skipped, { reason: OUTSIDE, rows: n }],
    };
  });
}
