import { moneyOf } from '../analysis/money-of.js';
import { newest, snapshotDay } from '../analysis/open-deals.js';
import type { Lang } from '../locale/text.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import { isAllTime } from '../model/period.js';
import { convertDataset } from './convert.js';
import {
  type ColumnSource,
  columnMeant,
  type DealColumn,
  dealColumn,
  dealColumns,
  isMade,
  sortRows,
  usualColumns,
} from './deal-columns.js';
import type { DealList } from './deal-list-schema.js';
import { type DealChoice, type Selected, selectDeals } from './deal-selection.js';
import { filterEntry, messageEntry, periodEntry, type Tool } from './documents.js';
import { clockOf, clockWarnings, questionFor } from './measure-request.js';
import { optionWarnings } from './option-warnings.js';
import type { Resolved } from './request.js';
import { SCHEMA_VERSION } from './schema-version.js';

export interface DealListContext {
  readonly resolved: Resolved;
  readonly today: CivilDay;
  readonly lang: Lang;
  readonly tool: Tool;
  readonly choice: DealChoice;
  /** Fields, titles or headers; null = the usual ones that the deals fill. */
  readonly columns: readonly string[] | null;
  readonly sort: ListSort | null;
  /** Deals listed at most; 0 = all. */
  readonly limit: number;
}

/** A column, and the direction if it was said. */
export interface ListSort {
  readonly by: string;
  readonly direction: 'asc' | 'desc' | null;
}

/** `amount`, `amount:desc`: split at the last colon, for a header may hold one. */
export function parseListSort(text: string): ListSort {
  const [, by, direction] = /^(.*):(asc|desc)$/is.exec(text) ?? [];
  if (by === undefined || direction === undefined) return { by: text.trim(), direction: null };
  return { by: by.trim(), direction: direction.toLowerCase() === 'asc' ? 'asc' : 'desc' };
}

/**
 * The deals behind anything: those of a condition, an outcome, a period or a figure, with their place in the files.
 * @throws UserError `unknown_column` for a column that the files do not have (exit 2)
 */
export function buildDealList(read: Dataset, context: DealListContext): DealList {
  const { resolved, today, lang, tool, choice } = context;
  const clock = clockOf(read, resolved.asOf, today);
  const dataset = convertDataset(read, resolved.rates, clock.asOf);
  const question = questionFor(dataset, resolved, clock, resolved.period, today);
  const selected = selectDeals(dataset, question, choice);
  const { deals, reason, measured } = selected;
  const asked = isAllTime(resolved.period) ? newest(question) : question;
  const day = clock.asOf === null ? null : snapshotDay(asked);
  const source = { deals, day };
  const isWaiting = choice.stalled || choice.overdue || (choice.states.length === 1 && choice.states[0] === 'open');
  const columns =
    context.columns === null
      ? usualColumns(source, selected.rows, isWaiting)
      : dealColumns(context.columns, source, '--columns');
  const { rows, sort } = ordered(selected, source, context);
  const shown = context.limit === 0 ? rows : rows.subarray(0, context.limit);
  return {
    schemaVersion: SCHEMA_VERSION,
    tool,
    asOf: day === null ? null : isoDay(day),
    calendar: resolved.calendar,
    period: periodEntry(resolved.period, resolved.relative),
    filter: filterEntry(dataset),
    selection: {
      states: [...choice.states],
      stalled: choice.stalled,
      overdue: choice.overdue,
      kpi:
        measured === null
          ? null
          : {
              id: measured.kpi.id,
              title: measured.kpi.title[lang],
              unit: measured.kpi.unit,
              value: measured.measurement.value,
            },
    },
    total: rows.length,
    ...moneyOf(deals.all().select(selected.rows)),
    sort,
    columns: columns.map(({ name, title, kind }) => ({ name, title: title[lang], kind })),
    deals: Array.from(shown, (row) => ({ ...deals.place(row), values: columns.map(({ cellOf }) => cellOf(row)) })),
    reason,
    warnings: [...dataset.warnings, ...clockWarnings(clock, resolved), ...optionWarnings(resolved, clock)].map(
      (warning) => messageEntry(warning, { lang, calendar: resolved.calendar }),
    ),
  };
}

/** As was asked; else what is stalled by age, what is overdue by money or by the days. */
function ordered(
  { deals, rows }: Selected,
  source: ColumnSource,
  { sort: asked, choice }: DealListContext,
): { readonly rows: Uint32Array; readonly sort: DealList['sort'] } {
  const by = (column: DealColumn, direction: 'asc' | 'desc') => ({
    rows: sortRows(rows, column, direction),
    sort: { by: column.name, direction },
  });
  if (asked !== null) {
    const [column] = dealColumns([asked.by], source, '--sort');
    if (column === undefined) return { rows, sort: null };
    const isOfText = ['text', 'category'].includes(column.kind);
    return by(column, asked.direction ?? (isOfText ? 'asc' : 'desc'));
  }
  const isPriced = rows.some((row) => (deals.column('amount')[row] as number) > 0);
  const usual = choice.overdue ? (isPriced ? 'amount' : 'days_overdue') : choice.stalled ? 'days_open' : null;
  const column = usual === null ? null : dealColumn(usual, source);
  return column === null ? { rows, sort: null } : by(column, 'desc');
}

/** What reading the files must find for columns of these names: fields, and headers; not what follows from others. */
export function columnsToRead(names: readonly string[]): string[] {
  return names.map(columnMeant).filter((name) => !isMade(name));
}
