import { UserError } from '../errors/user-error.js';
import { TextColumnBuilder, TooMuchText } from '../model/text-column.js';
import { createGroupTracker } from './board-groups.js';
import type { BytePlan, ByteTableContents } from './byte-table.js';
import type { RowVisitor } from './csv-reference.js';
import { createFindingLog, type FindingLog } from './findings.js';
import type { EarlyRow } from './header.js';
import { ownTexts } from './own-text.js';
import { placeTable, type TablePlace } from './place-table.js';
import type { OpenOptions, OpenTable, RawTable, ReadFinding, TableHead, ValueKind } from './raw-table.js';
import { loggingLongRows, logOtherTables } from './row-faults.js';
import { createRowLedger } from './row-ledger.js';
import { createRowSorter, type RowSorter, type SorterOptions } from './row-sorter.js';
import { createWidthJudge, hasContent, type WidthPlan, widthPlan } from './row-width.js';
import type { HeaderScore } from './several-tables.js';
import { assertWidth, type TableShape, tableShape } from './table-shape.js';
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

/** Finds the header and the sample. @throws UserError empty_file when there is no cell at all, too_wide */
export async function openRows(source: TableSource, options: OpenOptions): Promise<OpenTable> {
  const { slicedTexts } = source.rows;
  const early: EarlyRow[] = [];
  let cellsSeen = 0;
  let ended = true;
  const collect: RowVisitor = (cells, row) => {
    early.push({ cells: slicedTexts ? ownTexts(cells) : cells, row });
    cellsSeen += cells.length;
    ended = early.length < EARLY_ROWS && (cellsSeen < EARLY_CELLS || early.length < FEWEST_EARLY_ROWS);
    return ended;
  };
  await source.rows.each(collect, createFindingLog(), Number.POSITIVE_INFINITY);
  if (!early.some(({ cells }) => cells.some((cell) => cell.trim() !== ''))) {
    throw new UserError('empty_file', { file: source.file, sheet: source.sheet }, { file: source.file });
  }
  assertWidth(
    source.file,
    early.map(({ cells }) => cells),
  );
  const score = options.headerScore ?? (() => 0);
  const place = placeTable(early, score);
  const shape = tableShape(place, score);
  const { raggedRows } = source.rows;
  const widths = raggedRows ? widthsOf(place, source.delimiter) : null;
  const sample = sampleOf(place, { ...shape, score, widths }, raggedRows, ended || place.closed);
  const { rows, findings, ...rest } = source;
  const head: TableHead = {
    ...rest,
    columns: shape.names,
    headerRow: shape.headerRow,
    preamble: preambleOf(place.above),
    sample,
  };
  const sorting = { ...shape, place, score, widths, raggedRows, firstColumnIsTerse: isTerse(sample) };
  const duplicates = (): readonly ReadFinding[] => {
    const log = createFindingLog();
    for (const _ of shape.duplicates) log.add('duplicate_header', shape.headerRow, shape.duplicates.join(', '));
    return log.list();
  };
  const tableOf = (filled: Filled): RawTable => {
    const later = rows.laterSha256?.() ?? null;
    return {
      head,
      ...filled,
      findings: [...findings, ...duplicates(), ...filled.findings],
      sha256: rows.sha256(),
      ...(later === null ? {} : { laterSha256: later }),
    };
  };
  return {
    head,
    async read(columns, values) {
      return withinReach(source.file, async () => {
        const filled = await fillAtOnce(rows, sorting, columns, values);
        if (filled !== null) return tableOf(filled);
        await options.meanwhile?.();
        return tableOf(await fill(rows, sorting, columns));
      });
    },
    readWritten: () =>
      withinReach(source.file, async () => {
        const asWritten = { ...sorting, widths: null };
        const fast = await fillAtOnce(rows, asWritten, undefined);
        const beyond = new Map<number, readonly string[]>();
        const goesOn = fast?.findings.some(({ code }) => code === 'row_too_long') ?? true;
        const filled = fast === null || goesOn ? await fill(rows, asWritten, undefined, beyond) : fast;
        // A column of groups stands in no row.
        const columns = filled.columns.slice(0, shape.columns);
        return { ...tableOf({ ...filled, columns }), written: { header: shape.written, beyond } };
      }),
  };
}

/** @throws UserError too_much_text */
async function withinReach<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof TooMuchText) throw new UserError('too_much_text', { file }, { file }, { cause });
    throw cause;
  }
}

function widthsOf({ rows, headerIndex }: TablePlace, delimiter: string | null): WidthPlan | null {
  const header = headerIndex < 0 ? null : (rows[headerIndex]?.cells ?? []);
  const body = rows.slice(headerIndex + 1).map(({ cells }) => cells);
  return widthPlan(header, body, delimiter);
}

function sampleOf(
  place: TablePlace,
  shape: TableShape & { readonly score: HeaderScore; readonly widths: WidthPlan | null },
  raggedRows: boolean,
  ended: boolean,
): string[][] {
  const sample: string[][] = [];
  const below = place.rows.slice(place.headerIndex + 1);
  const judge = createWidthJudge(shape.widths, shape.columns, createFindingLog(), () => {});
  const sorter = createGroupedSorter(place, {
    ...shape,
    raggedRows,
    firstColumnIsTerse: isTerse(below.map(({ cells }) => cells)),
    accept: (written, row, line, group) => {
      const cells = sample.length >= SAMPLE_ROWS ? null : judge(written, row, line);
      if (cells === null) return;
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

type Filled = Pick<RawTable, 'size' | 'columns' | 'places' | 'skipped' | 'findings' | 'spare'>;
type Sorting = TableShape &
  Pick<SorterOptions, 'raggedRows' | 'firstColumnIsTerse'> & {
    readonly place: TablePlace;
    readonly score: HeaderScore;
    readonly widths: WidthPlan | null;
  };

/** Fills the columns from the bytes, where the source can; null where it cannot. */
async function fillAtOnce(
  rows: RowSource,
  table: Sorting,
  wanted: ReadonlySet<number> | undefined,
  values?: ReadonlyMap<number, ValueKind>,
): Promise<Filled | null> {
  // The group of a row depends on rows that are no records.
  if (rows.contents === undefined || table.grouped) return null;
  const { header, headerRow, columns, firstColumnIsTerse, names, score, widths } = table;
  const { profile, known, lookedTo } = table.place;
  const indexes = names.map((_, column) => column).filter((column) => wanted?.has(column) ?? true);
  const place = { header, headerRow, columns, firstColumnIsTerse, profile, known, lookedTo, widths };
  const layout = { ...place, wanted: indexes, ...(values === undefined ? {} : { values }) };
  const contents = await rows.contents(layout, score);
  return contents && { ...contents, columns: names.map((_, column) => contents.columns.get(column)) };
}

/** @param beyond gets the cells behind the last column, by data row, where they are to be kept */
async function fill(
  rows: RowSource,
  table: Sorting,
  wanted: ReadonlySet<number> | undefined,
  beyond?: Map<number, readonly string[]>,
): Promise<Filled> {
  const log = createFindingLog();
  const slots = table.names.map((_, column) =>
    wanted === undefined || wanted.has(column) ? new TextColumnBuilder(rows.slicedTexts) : undefined,
  );
  const builders = slots.flatMap((builder, column) => (builder === undefined ? [] : [{ builder, column }]));
  const ledger = createRowLedger();
  const { skip } = ledger;
  const width = table.columns;
  // Rows of a workbook end with their last filled cell.
  const judge = table.raggedRows
    ? createWidthJudge(table.widths, width, log, skip)
    : (cells: readonly string[]) => cells;
  const sorter = createGroupedSorter(table.place, {
    ...table,
    accept(written, row, line, group) {
      const cells = judge(written, row, line);
      if (cells === null) return;
      for (const { builder, column } of builders) builder.push(column === width ? group : (cells[column] ?? ''));
      if (beyond !== undefined && hasContent(cells, width)) beyond.set(ledger.size(), cells.slice(width));
      ledger.keep(row, line);
    },
    skip,
  });
  const splitter = createTableSplitter({
    ...table.place,
    score: table.score,
    headerRow: table.headerRow,
    skip,
    sorter: loggingLongRows(sorter, width, table.raggedRows ? table.widths : null, log),
  });
  await rows.each(
    (cells, row, line) => {
      splitter.push(cells, row, line);
      return true;
    },
    log,
    beyond === undefined ? width : Number.POSITIVE_INFINITY,
  );
  splitter.finish();
  logOtherTables(splitter, log);
  return { ...ledger.finish(), columns: slots.map((builder) => builder?.finish()), findings: log.list() };
}
