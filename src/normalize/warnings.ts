import { said } from '../locale/said.js';
import type { AmbiguousColumn, JoinedTable, SourceAccount } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import type { Role } from '../model/fields.js';
import type { LoadWarning, WarningPlace } from '../model/load-warnings.js';
import { EXCLUDED } from '../model/outcome.js';
import { refusedWarnings } from './contents/refused-warnings.js';
import { currencyWarnings } from './currency-warnings.js';
import type { DealTable } from './deal-table.js';
import type { JoinedFiles } from './join-together.js';
import { ASSUMED } from './mapping.js';
import type { ReadTable } from './read-table.js';
import { readWarnings } from './read-warnings.js';
import type { MarkedRows, RepeatingAmounts } from './row-marks.js';
import { first, warning } from './warning.js';

const LISTED = 5;

/** What a reader of any figure must know about the files, and which option settles it. */
export function datasetWarnings(
  tables: readonly ReadTable[],
  sources: readonly SourceAccount[],
  deals: Deals,
  ambiguous: readonly AmbiguousColumn<string>[],
  joins: readonly JoinedFiles[],
  joined: readonly JoinedTable[],
  dealTables: readonly DealTable[],
  unreadable: readonly LoadWarning[],
  repeats: readonly LoadWarning[],
): LoadWarning[] {
  // Names are guessed in tables of deals only, which are its parts in the same order.
  const files = tables.flatMap(({ plan }) => (plan.role === 'deals' ? [plan.head.file] : []));
  return [
    ...tables.flatMap(({ plan, raw }) => readWarnings(plan.head.file, raw)),
    ...sources.flatMap(assumedMappings),
    ...tables.flatMap(unfitWarnings),
    ...tables.flatMap(({ plan, mapping }) => refusedWarnings(plan.head.file, plan.role, mapping)),
    ...tables.flatMap(tieWarnings),
    ...ambiguous.map(ambiguousWarning),
    ...tables.flatMap(otherDayWarnings),
    ...dealTables.flatMap(({ currencies }) => (currencies === null ? [] : currencyWarnings(currencies))),
    ...unreadable,
    ...unknownStages(sources, deals, dealTables),
    ...dealTables.flatMap((part, index) => assumedOpen(files[index] ?? '', part)),
    ...dealTables.flatMap(({ otherStatus }, index) => otherStatusWarning(files[index] ?? '', otherStatus ?? null)),
    ...dealTables.flatMap(({ marked }, index) => marked.map((rows) => setAsideWarning(files[index] ?? '', rows))),
    ...dealTables.flatMap(({ repeating }, index) =>
      repeating === null ? [] : [repeatingWarning(files[index] ?? '', repeating)],
    ),
    ...repeats,
    // Without deals there is nothing that a table could be joined to.
    ...(dealTables.length === 0 ? [] : joins.flatMap((one) => joinWarnings(one, joined))),
  ];
}

/** A file and what it holds. */
function placeOf({ file, sheet, role }: Pick<SourceAccount, 'file' | 'sheet' | 'role'>): WarningPlace {
  return { file, sheet, role };
}

function fileOf({ head, role }: ReadTable['plan']): WarningPlace {
  return placeOf({ ...head, role });
}

function assumedMappings(source: SourceAccount): LoadWarning[] {
  return source.columns
    .filter(({ field, confidence }) => field !== null && (confidence ?? 1) < ASSUMED)
    .map(({ column, field, reason }) => {
      return warning(
        said('assumed_mapping', {
          file: source.file,
          column,
          field: field ?? '',
          key: fieldName(source.role, field ?? ''),
          reason,
        }),
        { ...placeOf(source), column, field: field ?? '' },
      );
    });
}

/** A field as `--map` takes it: those of other roles than deals carry the role. */
function fieldName(role: Role, field: string): string {
  return role === 'deals' || field.includes('.') ? field : `${role}.${field}`;
}

function unfitWarnings({ plan, mapping }: ReadTable): LoadWarning[] {
  return mapping.unfit.map(({ field, header, share }) =>
    warning(
      said('unfit_column', {
        file: plan.head.file,
        column: header,
        field,
        key: fieldName(plan.role, field),
        share,
      }),
      { ...fileOf(plan), column: header, field },
    ),
  );
}

function tieWarnings({ plan, mapping }: ReadTable): LoadWarning[] {
  return mapping.ties.map(({ field, taken, other }) =>
    warning(
      said('mapping_tie', {
        file: plan.head.file,
        column: taken,
        field,
        key: fieldName(plan.role, field),
        other,
      }),
      { ...fileOf(plan), column: taken, field },
    ),
  );
}

function ambiguousWarning({
  file,
  column,
  field,
  role,
  taken,
  other,
  cells,
  example,
}: AmbiguousColumn<string>): LoadWarning {
  return warning(said('ambiguous_column', { file, column, taken, other, cells, example: example ?? null }), {
    file,
    ...(role === undefined ? {} : { role }),
    column,
    field,
  });
}

function otherDayWarnings({ plan, mapping, reader }: ReadTable): LoadWarning[] {
  return reader
    .otherDays(mapping.fields)
    .map(({ column, cells }) =>
      warning(said('time_zone', { file: plan.head.file, column, cells }), { ...fileOf(plan), column, count: cells }),
    );
}

function unknownStages(sources: readonly SourceAccount[], deals: Deals, parts: readonly DealTable[]): LoadWarning[] {
  if (!deals.has('outcome')) return [];
  let excluded = -deals.setAside.size;
  const outcome = deals.column('outcome');
  for (let row = 0; row < outcome.length; row++) if (outcome[row] === EXCLUDED) excluded++;
  if (excluded <= 0) return [];
  const unknown = sources.flatMap(({ stages }) =>
    stages
      .filter(({ outcome, value }) => outcome === 'excluded' && value !== '')
      .toSorted((a, b) => b.rows - a.rows)
      .map(({ value, rows }) => ({ value, rows })),
  );
  // Where no column holds stages there is no name that could be given a meaning.
  const hasStages = sources.some(({ stages }) => stages.some(({ value }) => value !== ''));
  // Rows that were put together since may be fewer.
  const closed = Math.min(
    excluded,
    parts.reduce((sum, { closedSomehow = 0 }) => sum + closedSomehow, 0),
  );
  const blank = Math.min(excluded, blankRows(sources));
  const { shown, more } = first(unknown, LISTED);
  return [warning(said('unknown_outcome', { deals: excluded, closed, stages: shown, more, hasStages, blank }))];
}

/** Rows that are left out in a file where the column that tells outcomes is empty for them. */
function blankRows(sources: readonly SourceAccount[]): number {
  return sources.reduce((sum, { stages }) => {
    const rows = stages.filter(({ value, outcome }) => value === '' && outcome === 'excluded').map(({ rows }) => rows);
    return sum + (rows.length === 0 ? 0 : Math.min(...rows));
  }, 0);
}

/** Stages that nobody knows and that count as open, because nothing in their names ends a deal. */
function assumedOpen(file: string, { guessed = [] }: DealTable): LoadWarning[] {
  // Where both ways to end are named, a name that is neither is a stage of its own: an inspection lists it.
  const open = guessed.filter(({ sure }) => !sure);
  if (open.length === 0) return [];
  const rows = open.reduce((sum, one) => sum + one.rows, 0);
  const { shown, more } = first(
    open.toSorted((a, b) => b.rows - a.rows).map(({ value, rows: n }) => ({ value, rows: n })),
    LISTED,
  );
  return [
    warning(said('assumed_open', { file, rows, stages: shown, more }), {
      file,
      role: 'deals',
      field: 'stage',
      count: rows,
    }),
  ];
}

/** A status that says lost or open of deals whose stage says won, and never won itself. */
function otherStatusWarning(file: string, column: string | null): LoadWarning[] {
  if (column === null) return [];
  return [warning(said('other_status', { file, column }), { file, role: 'deals', column, field: 'status' })];
}

function setAsideWarning(file: string, { column, value, rows, what }: MarkedRows): LoadWarning {
  return warning(said('set_aside', { rows, column, value, what: said(what) }), {
    file,
    role: 'deals',
    column,
    count: rows,
  });
}

function repeatingWarning(file: string, { column, once, counts }: RepeatingAmounts): LoadWarning {
  return warning(said('repeating_amounts', { column, once, kinds: counts }), {
    file,
    role: 'deals',
    column,
    field: 'amount',
  });
}

function joinWarnings({ file, join }: JoinedFiles, told: readonly JoinedTable[]): LoadWarning[] {
  if (join === null) {
    return [warning(said('not_joined', { file }), { file })];
  }
  if (join.unmatchedDeals === 0) return [];
  // A rule of its own names the deals, where the table hangs on a field of theirs.
  const judged = told.find((one) => one.file === file && one.column === join.dealColumn);
  const field = judged === undefined ? {} : { role: judged.role, field: judged.field };
  const { shown, more } = first(join.unmatchedValues, LISTED);
  return [
    warning(
      said('unmatched_join', { file, column: join.dealColumn, deals: join.unmatchedDeals, values: shown, more }),
      { file, column: join.dealColumn, count: join.unmatchedDeals, ...field },
    ),
  ];
}
