/**
 * What earlier checks saw, so that the next one can tell a change: a line of JSON per run, the newest last. It holds
 * counts and column names, never a record.
 */
import { type CivilDay, isoDay, NO_DAY, parseIsoDay } from '../model/civil-day.js';
import type { SourceAccount } from '../model/dataset.js';
import type { DealColumns, Deals } from '../model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../model/fields.js';
import type { TextColumn } from '../model/text-column.js';

/** One column of the files of one role, by its own header; field null = taken for none. */
export interface RunColumn {
  readonly role: string;
  readonly column: string;
  readonly field: string | null;
}

/** What one run saw. */
export interface RunSummary {
  /** The snapshot date of the run. */
  readonly asOf: CivilDay;
  readonly records: number;
  /** How many records have each field that there was. */
  readonly filled: ReadonlyMap<string, number>;
  readonly columns: readonly RunColumn[];
  /** Whether the gate let it pass: only such a run is a measure for the next ones. */
  readonly passed: boolean;
  /** What it was narrowed to (`--where`, `--rules`), '' = nothing: runs are compared with their like. */
  readonly scope: string;
  /** Names of its files without folders, numbers as `#`, so that dated exports are one; null = an older line does not tell. */
  readonly files: readonly string[] | null;
}

/** The version of the lines that this program writes; it reads the ones before too. */
export const HISTORY_VERSION = 2;
/** Older runs are dropped: two years of weekly ones are kept, and the passing ones of a day's failures. */
const MOST_RUNS = 104;

/** What this run sees, taken for passing until its verdict is known. O(fields × deals). */
export function summarizeRun(deals: Deals, sources: readonly SourceAccount[], asOf: CivilDay, scope = ''): RunSummary {
  const fields = (Object.keys(DEAL_FIELDS) as DealFieldName[]).filter((field) => deals.has(field));
  return {
    asOf,
    records: deals.size,
    filled: new Map(fields.map((field) => [field, filledIn(deals.column(field))])),
    columns: sources.flatMap(({ role, columns }) => columns.map(({ column, field }) => ({ role, column, field }))),
    passed: true,
    scope,
    files: sources.map(({ file }) => nameOf(file)).sort(),
  };
}

function nameOf(file: string): string {
  return (file.split(/[\\/]/).at(-1) ?? file).replace(/\p{Nd}+/gu, '#');
}

/** How many cells of a column hold something. */
export function filledIn(column: DealColumns[DealFieldName]): number {
  let filled = 0;
  if ('kind' in column) return filledTexts(column);
  if ('numbers' in column) {
    const { codes, numbers } = column;
    for (const code of codes) if (!Number.isNaN(numbers[code])) filled++;
  } else if ('codes' in column) {
    for (const code of column.codes) if (code !== 0) filled++;
  } else if (column instanceof Int32Array) {
    for (const day of column) if (day !== NO_DAY) filled++;
  } else if (column instanceof Int8Array) {
    for (const flag of column) if (flag !== -1) filled++;
  } else for (const value of column) if (!Number.isNaN(value)) filled++;
  return filled;
}

function filledTexts(column: TextColumn): number {
  let filled = 0;
  if (column.kind === 'plain') {
    if (column.stored !== undefined) return column.length - column.stored.empty;
    for (let row = 0; row < column.length; row++) if (column.offsets[row] !== column.offsets[row + 1]) filled++;
    return filled;
  }
  const empty = column.values.map((value) => value.trim() === '');
  for (const code of column.codes) if (empty[code] !== true) filled++;
  return filled;
}

/** The line that is no run, counted from 1, and whether it is one of a later version of this program. */
export interface HistoryProblem {
  readonly line: number;
  readonly newer: boolean;
}

/** A history file's text → its runs, oldest first; or the line that is none (counted from 1). Empty text: no run. */
export function parseHistory(text: string): readonly RunSummary[] | HistoryProblem {
  const runs: RunSummary[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const run = parseRun(line);
    if (run === null) return { line: index + 1, newer: isNewer(line) };
    runs.push(run);
  }
  return runs;
}

/** The runs as the file's text, this one after those before it. */
export function* printHistory(before: readonly RunSummary[], run: RunSummary): Generator<string, void, undefined> {
  for (const { asOf, records, filled, columns, passed, scope, files } of [...before, run].slice(-MOST_RUNS)) {
    const line = {
      kpi: HISTORY_VERSION,
      asOf: isoDay(asOf),
      outcome: passed ? 'pass' : 'fail',
      scope,
      files,
      records,
      filled: [...filled],
      columns: columns.map(({ role, column, field }) => [role, column, field]),
    };
    yield `${JSON.stringify(line)}\n`;
  }
}

function parseRun(line: string): RunSummary | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { kpi, asOf, records, filled, columns, outcome, scope, files } = value as Readonly<Record<string, unknown>>;
  const day = typeof asOf === 'string' ? parseIsoDay(asOf) : null;
  if ((kpi !== 1 && kpi !== HISTORY_VERSION) || day === null || !isCount(records)) return null;
  // A line of version 1 does not tell how it ended, nor of which files it was: it is taken for a whole run that passed.
  const told = kpi === HISTORY_VERSION;
  if (told && !((outcome === 'pass' || outcome === 'fail') && isText(scope))) return null;
  if (told && files !== null && !(Array.isArray(files) && files.every(isText))) return null;
  if (!isList(filled, ([name, n]) => typeof name === 'string' && isCount(n))) return null;
  if (
    !isList(columns, ([role, column, field]) => isText(role) && isText(column) && (field === null || isText(field)))
  ) {
    return null;
  }
  return {
    asOf: day,
    records,
    filled: new Map(filled as [string, number][]),
    columns: (columns as [string, string, string | null][]).map(([role, column, field]) => ({ role, column, field })),
    passed: !told || outcome === 'pass',
    scope: told ? (scope as string) : '',
    files: told ? (files as string[] | null) : null,
  };
}

function isNewer(line: string): boolean {
  const version = /^\{"kpi":(\d{1,9})[,}]/.exec(line)?.[1];
  return version !== undefined && Number(version) > HISTORY_VERSION;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isList(value: unknown, isEntry: (entry: readonly unknown[]) => boolean): boolean {
  return Array.isArray(value) && value.every((entry) => Array.isArray(entry) && isEntry(entry));
}
