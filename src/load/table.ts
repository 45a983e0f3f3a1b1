import { UserError } from '../errors/user-error.js';
import { TextColumnBuilder } from '../model/text-column.js';
import { createGroupTracker, GROUP_COLUMN, isGrouped } from './board-groups.js';
import type { BytePlan, ByteTableContents } from './byte-table.js';
import type { RowVisitor } from './csv-reference.js';
import { createFindingLog, type FindingLog } from './findings.js';
import { columnNames, type EarlyRow } from './header.js';
import { groupedNames } from './header-rows.js';
import { placeTable, type TablePlace } from './place-table.js';
import type { OpenOptions, OpenTable, RawTable, ReadFinding, TableHead } from './raw-table.js';
import { loggingLongRows, logOtherTables } from './row-faults.js';
import { createRowLedger } from './row-ledger.js';
import { createRowSorter, type RowSorter, type SorterOptions } from './row-sorter.js';
import type { HeaderScore } from './several-tables.js';
import { createTableSplitter } from './table-splitter.js';

/** A file as rows of cells: what the CSV and the Excel reader have in common. */
export interface RowSource {
  /** Gives every row in order, until the visitor returns false. Cells from `width` on are only looked at for content. */
  each(visit: RowVisitor, log: FindingLog, width: number): Promise<void>;
  /**
   * The whole table at once, from the bytes, as `each` would have given it. Absent, or null, where the rows must be
   * visited one by one.
   */
  contents?(layout: TableLayout, score: HeaderScore): Promise<ByteTableContents | null>;
  /** A record shows how many cells it has: short and long rows are faults. Not so in workbooks. */
  readonly raggedRows: boolean;
  /** Cells may be slices of larger texts, as parsers give them: who keeps them must copy them. */
  readonly slicedTexts: boolean;
  /** Of the bytes on disk; known once the rows were read to the end. */
  sha256(): string;
  /** Where another thread still takes the checksum; absent or null where `sha256` knows it. */
  laterSha256?(): Promise<string> | null;
}

/** What is known of a table before its rows are read. */
export type TableLayout = Omit<BytePlan, 'delimiter' | 'firstLine' | 'size'>;

/** What the reader of a format knows before the header is found. */
export type TableSource = Pick<TableHead, 'file' | 'format' | 'sheet' | 'encoding' | 'delimiter' | 'sheets'> & {
  readonly rows: RowSource;
  /** What was seen while opening. */
  readonly findings: readonly ReadFinding[];
};

const SAMPLE_ROWS = 200;
const PREAMBLE_ROWS = 10;
/** Rows read to find the header and the sample; fewer in a very wide table, whose cells would fill the memory. */
const EARLY_ROWS = 400;
const EARLY_CELLS = 1_000_000;
const FEWEST_EARLY_ROWS = 60;

/** Finds the header and the sample. @throws UserError empty_file when there is no cell at all */
export async function openRows(source: TableSource, options: OpenOptions): Promise<OpenTable> {
  const early: EarlyRow[] = [];
  let cellsSeen = 0;
  let ended = true;
  const collect: RowVisitor = (cells, row) => {
    early.push({ cells, row });
    cellsSeen += cells.length;
    ended = early.length < EARLY_ROWS && (cellsSeen < EARLY_CELLS || early.length < FEWEST_EARLY_ROWS);
    return ended;
  };
  await source.rows.each(collect, createFindingLog(), Number.POSITIVE_INFINITY);
  if (!early.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))) {
    throw new UserError('empty_file', { file: source.file, sheet: source.sheet }, { file: source.file });
  }
  const score = options.headerScore ?? (() => 0);
  const place = placeTable(early, score);
  const shape = tableShape(place, score);
  const sample = sampleOf(place, { ...shape, score }, source.rows.raggedRows, ended || place.closed);
  const { rows, findings, ...rest } = source;
  const head: TableHead = {
    ...rest,
    columns: shape.names,
    headerRow: shape.headerRow,
    preamble: preambleOf(place.above),
    sample,
  };
  const sorting = { ...shape, place, score, raggedRows: rows.raggedRows, firstColumnIsTerse: isTerse(sample) };
  return {
    head,
    async read(columns) {
      const log = createFindingLog();
      if (shape.duplicates.length > 0) {
        for (const _ of shape.duplicates) log.add('duplicate_header', shape.headerRow, shape.duplicates.join(', '));
      }
      const filled = (await fillAtOnce(rows, sorting, columns)) ?? (await fill(rows, sorting, columns));
      const later = rows.laterSha256?.() ?? null;
      return {
        head,
        ...filled,
        findings: [...findings, ...log.list(), ...filled.findings],
        sha256: rows.sha256(),
        ...(later === null ? {} : { laterSha256: later }),
      };
    },
  };
}

/** The header of a table, as the sorter needs it, and the names of its columns. */
interface TableShape {
  readonly headerRow: number;
  readonly header: readonly string[] | null;
  readonly names: readonly string[];
  readonly duplicates: readonly string[];
  /** Of the rows; a column of groups is named behind them. */
  readonly columns: number;
  readonly grouped: boolean;
}

function tableShape({ rows, headerIndex }: TablePlace, score: HeaderScore): TableShape {
  const below = rows.slice(headerIndex + 1);
  const headerCells = rows[headerIndex]?.cells ?? [];
  const filledWidth = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  // Columns without a name at the end are kept if a record fills them; Excel leaves many that are empty.
  const widest = below.reduce(
    (width, { cells }) => Math.max(width, Math.min(filledWidth(cells), headerCells.length)),
    0,
  );
  const columns = headerIndex < 0 ? usualWidth(below.map(({ cells }) => filledWidth(cells))) : 0;
  const width = headerIndex < 0 ? columns : Math.max(filledWidth(headerCells), widest);
  const cells = Array.from({ length: width }, (_, index) => (headerCells[index] ?? '').trim());
  const headerRow = rows[headerIndex]?.row ?? 0;
  const above = rows[headerIndex - 1];
  const joined = above?.row === headerRow - 1 ? groupedNames(above.cells, cells, score) : null;
  const grouped = headerIndex >= 0 && isGrouped(rows, cells);
  const { names, duplicates } = columnNames([...(joined ?? cells), ...(grouped ? [GROUP_COLUMN] : [])]);
  return { headerRow, header: headerIndex < 0 ? null : cells, names, duplicates, columns: width, grouped };
}

/** The width of a table without a header: the widest that one row in ten has, so that one long row does not count. */
function usualWidth(widths: readonly number[]): number {
  const sorted = widths.filter((width) => width > 0).sort((a, b) => a - b);
  return sorted[Math.floor(0.9 * (sorted.length - 1))] ?? 0;
}

function sampleOf(
  place: TablePlace,
  shape: TableShape & { readonly score: HeaderScore },
  raggedRows: boolean,
  ended: boolean,
): string[][] {
  const sample: string[][] = [];
  const below = place.rows.slice(place.headerIndex + 1);
  const sorter = createGroupedSorter(place, {
    ...shape,
    raggedRows,
    firstColumnIsTerse: isTerse(below.map(({ cells }) => cells)),
    accept: (cells, _row, _line, group) => {
      if (sample.length >= SAMPLE_ROWS) return;
      sample.push(shape.names.map((_, column) => (column === shape.columns ? group : (cells[column] ?? ''))));
    },
    skip: () => {},
  });
  for (const { cells, row } of below) sorter.push(cells, row, 0);
  if (ended) sorter.finish();
  return sample;
}

type GroupedOptions = Omit<SorterOptions, 'accept'> &
  TableShape & {
    /** `group` is the name of the record's group, '' in a table without groups. */
    readonly accept: (cells: readonly string[], row: number, line: number, group: string) => void;
  };

/** A sorter that knows the group of every record, where the table has groups. */
function createGroupedSorter({ rows, headerIndex, profile }: TablePlace, given: GroupedOptions): RowSorter {
  const options = { ...given, profile };
  const { header, grouped, accept } = options;
  if (!grouped || header === null) {
    return createRowSorter({ ...options, accept: (cells, row, line) => accept(cells, row, line, '') });
  }
  const groups = createGroupTracker(header);
  for (const { cells, row } of rows.slice(0, headerIndex + 1)) groups.see(cells, row);
  const sorter = createRowSorter({
    ...options,
    accept: (cells, row, line) => accept(cells, row, line, groups.groupOf(row)),
  });
  return {
    ...sorter,
    push(cells, row, line) {
      groups.see(cells, row);
      sorter.push(cells, row, line);
    },
  };
}

/** Whether first cells are codes or single words: at most one in ten has a space. Rows with one cell do not count. */
function isTerse(rows: readonly (readonly string[])[]): boolean {
  const first = rows
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter(([cell = '', ...others]) => cell !== '' && others.some((other) => other !== ''))
    .map(([cell = '']) => cell);
  return first.filter((cell) => /\s/.test(cell)).length * 10 <= first.length;
}

function preambleOf(above: readonly EarlyRow[]): string[] {
  return above
    .map(({ cells }) =>
      cells
        .map((cell) => cell.trim())
        .filter((cell) => cell !== '')
        .join(' '),
    )
    .filter((line) => line !== '')
    .slice(0, PREAMBLE_ROWS);
}

type Filled = Pick<RawTable, 'size' | 'columns' | 'rowOf' | 'lineOf' | 'skipped' | 'findings'>;
type Sorting = TableShape &
  Pick<SorterOptions, 'raggedRows' | 'firstColumnIsTerse'> & {
    readonly place: TablePlace;
    readonly score: HeaderScore;
  };

/** Fills the columns from the bytes, where the source can; null where it cannot. */
async function fillAtOnce(
  rows: RowSource,
  table: Sorting,
  wanted: ReadonlySet<number> | undefined,
): Promise<Filled | null> {
  // The group of a row depends on rows that are no records.
  if (rows.contents === undefined || table.grouped) return null;
  const { header, headerRow, columns, firstColumnIsTerse, names, score } = table;
  const { profile, known, lookedTo } = table.place;
  const indexes = names.map((_, column) => column).filter((column) => wanted?.has(column) ?? true);
  const layout = { header, headerRow, columns, firstColumnIsTerse, profile, known, lookedTo, wanted: indexes };
  const contents = await rows.contents(layout, score);
  return contents && { ...contents, columns: names.map((_, column) => contents.columns.get(column)) };
}

async function fill(rows: RowSource, table: Sorting, wanted: ReadonlySet<number> | undefined): Promise<Filled> {
  const log = createFindingLog();
  const slots = table.names.map((_, column) =>
    wanted === undefined || wanted.has(column) ? new TextColumnBuilder(rows.slicedTexts) : undefined,
  );
  const builders = slots.flatMap((builder, column) => (builder === undefined ? [] : [{ builder, column }]));
  const ledger = createRowLedger();
  const { skip } = ledger;
  const width = table.columns;
  const sorter = createGroupedSorter(table.place, {
    ...table,
    accept(cells, row, line, group) {
      for (const { builder, column } of builders) builder.push(column === width ? group : (cells[column] ?? ''));
      ledger.keep(row, line);
      // One missing cell at the end is what many writers leave out when it is empty.
      if (table.raggedRows && cells.length < width - 1) log.add('row_too_short', row);
    },
    skip,
  });
  const splitter = createTableSplitter({
    ...table.place,
    score: table.score,
    headerRow: table.headerRow,
    skip,
    sorter: loggingLongRows(sorter, width, log),
  });
  await rows.each(
    (cells, row, line) => {
      splitter.push(cells, row, line);
      return true;
    },
    log,
    width,
  );
  splitter.finish();
  logOtherTables(splitter, log);
  return { ...ledger.finish(), columns: slots.map((builder) => builder?.finish()), findings: log.list() };
}
