/**
 * Tables for a terminal. cli-table3 lays them out but is never shown their text: it counts Persian vowel signs as
 * columns. Each line of a cell is measured and wrapped here, is laid out as a stand-in of the same width, and is put
 * back afterwards.
 */
import CliTable from 'cli-table3';
import { barText } from '../drawn.js';
import type { Tone } from '../page.js';
import type { Painter } from './color.js';
import { type ColumnSize, type Fitted, fitColumns } from './fit.js';
import { truncate, widthOf, wrap } from './measure.js';
import { reveal, standIn } from './stand-in.js';

/** More rows than a person reads in a terminal; the package takes seconds for thousands. */
export const MOST_ROWS = 50;
const MOST_LINES = 4;
const GAP = 2;
/** Rows under a section are set in, so that sections are seen without colour. */
const INSET = '  ';
/** A note narrower than this gets lines of its own; one wider than this is wrapped. */
const NOTE_MIN = 16;
const NOTE_WIDTH = 48;
/** A column of bars at its widest, where the room is that of a printed page, of a wide terminal, and at its narrowest. */
const BAR = { page: 14, wide: 20, least: 6 };
const WIDE = 110;
/** A text is not drawn wider than this, however wide the terminal. */
const TEXT_WIDTH = 72;
/** A column of texts is as wide as its longest word, where that is a word a person wrote. */
const LONG_WORD = 20;

export interface TextCell {
  /** Sanitised. */
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** 0…1: a bar in place of the text, as long as the column turns out wide. */
  readonly bar?: number | undefined;
}

export interface TextColumn {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly drop: number;
  /** Narrowest useful width; left out, the column is never narrowed. */
  readonly min?: number | undefined;
}

export type TextRow =
  | { readonly kind: 'cells'; readonly cells: readonly TextCell[] }
  | { readonly kind: 'section'; readonly text: string }
  | { readonly kind: 'note'; readonly label: TextCell; readonly note: TextCell };

export interface TextTable {
  /** Without titles (all `''`) there is no header. */
  readonly columns: readonly TextColumn[];
  readonly rows: readonly TextRow[];
  /** Lines of one cell; what is longer ends with `…`. Left out: 4. */
  readonly lines?: number;
}

export interface TableLines {
  readonly lines: readonly string[];
  /** Titles of columns that did not fit. */
  readonly dropped: readonly string[];
  /** Rows over {@link MOST_ROWS}. */
  readonly more: number;
}

/** How a finished piece of text is dressed: colour, and isolation of right-to-left text. Must not change its width. */
export interface Dress {
  readonly paint: Painter;
  readonly isolate: (text: string) => string;
}

/** The table in lines of at most `room` columns, without trailing spaces. */
export function tableLines(table: TextTable, room: number, dress: Dress): TableLines {
  const rows = table.rows.slice(0, MOST_ROWS);
  const inset = rows.some(({ kind }) => kind === 'section') ? INSET : '';
  const bars = room < WIDE ? BAR.page : BAR.wide;
  const sizes = table.columns.map((column, index) =>
    hasBars(rows, index)
      ? { natural: bars, min: BAR.least, drop: column.drop }
      : sizeOf(column, cellsOf(rows, index), index === 0 ? inset : ''),
  );
  const { kept, widths } = widened(fitColumns(sizes, room, GAP), longestNote(rows), room);
  const grid: Grid = { kept, widths, across: acrossOf(widths), inset, lines: table.lines ?? MOST_LINES };
  const columns = kept.flatMap((index) => table.columns[index] ?? []);
  return {
    lines: drawn(columns, rows, grid, dress),
    dropped: table.columns.filter((_, index) => !kept.includes(index)).map(({ title }) => title),
    more: table.rows.length - rows.length,
  };
}

/** Where the columns stand. */
interface Grid {
  readonly kept: readonly number[];
  readonly widths: readonly number[];
  readonly across: number;
  /** What the first cell of a row begins with. */
  readonly inset: string;
  readonly lines: number;
}

/** One line of one cell. */
interface Part {
  readonly text: string;
  readonly tone: Tone | undefined;
  readonly span: number;
  readonly inset: string;
}

function drawn(columns: readonly TextColumn[], rows: readonly TextRow[], grid: Grid, dress: Dress): string[] {
  const { widths } = grid;
  const body = rows.flatMap((row) => rowLines(row, grid));
  const hasHead = columns.some(({ title }) => title !== '');
  const head = hasHead
    ? asLines(columns.map(({ title }, at) => cellParts({ text: title, tone: 'strong' }, widths[at] ?? 1, grid.lines)))
    : [];
  const layout = new CliTable({
    chars: RULES,
    colWidths: widths.map((width) => width + 1),
    colAligns: columns.map(({ align }) => align),
    style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [], compact: true },
    head: columns.flatMap((_, at) => (hasHead ? head.map((line) => standInOf(line[at], at)).join('\n') : [])),
  });
  for (const line of body) {
    layout.push(
      line.map((part, at) => ({
        content: standInOf(part, at),
        colSpan: part.span,
        ...(part.span > 1 ? { hAlign: 'left' as const } : {}),
      })),
    );
  }
  const parts: readonly (readonly Part[])[] = [...head, ...body];
  return layout
    .toString()
    .split('\n')
    .filter((line) => !line.startsWith(RULE))
    .map((line, index) => reveal(line, (at) => dressed(parts[index]?.[at], dress)).trimEnd());
}

function standInOf(part: Part | undefined, at: number): string {
  return part === undefined ? '' : part.inset + standIn(at, widthOf(part.text));
}

function dressed(part: Part | undefined, { paint, isolate }: Dress): string {
  return part === undefined ? '' : paint(isolate(part.text), part.tone);
}

/** Columns are told apart by space, and the header by being bold and first: rules are drawn and taken off. */
const RULE = '─';
const RULES = {
  top: RULE,
  'top-mid': RULE,
  'top-left': '',
  'top-right': '',
  bottom: RULE,
  'bottom-mid': RULE,
  'bottom-left': '',
  'bottom-right': '',
  mid: RULE,
  'mid-mid': RULE,
  'left-mid': '',
  'right-mid': '',
  left: '',
  right: '',
  middle: ' ',
};

/** A row as lines of one text per cell: the table package is slow with cells of several lines. */
function rowLines(row: TextRow, grid: Grid): Part[][] {
  const { kept, widths, across, inset, lines } = grid;
  const all = kept.length;
  switch (row.kind) {
    case 'section':
      return asLines([cellParts({ text: row.text, tone: 'strong' }, across, lines, all)]);
    case 'note': {
      const first = widths[0] ?? 1;
      const rest = across - first - GAP;
      // Where the note would stand in a chimney it gets lines of its own.
      if (all < 2 || rest < Math.min(NOTE_MIN, widthOf(row.note.text))) {
        return [row.label, row.note].flatMap((cell) => asLines([cellParts(cell, across, lines, all, inset)]));
      }
      return asLines([cellParts(row.label, first, lines, 1, inset), cellParts(row.note, rest, lines, all - 1)]);
    }
    case 'cells':
      return asLines(
        kept.map((index, at) => {
          const cell = row.cells[index] ?? { text: '' };
          return cellParts(cell, widths[at] ?? 1, lines, 1, at === 0 ? inset : '');
        }),
      );
  }
}

/** A cell wrapped to its width, as a function of the line, so that shorter cells go on as empty ones. */
type CellParts = { readonly height: number; readonly at: (line: number) => Part };

function cellParts({ text, tone, bar }: TextCell, width: number, most: number, span = 1, inset = ''): CellParts {
  const start = width > inset.length ? inset : '';
  const room = width - start.length;
  const texts =
    bar === undefined
      ? wrap(text, room, most, most === MOST_LINES ? 'cut' : 'break').map((line) => truncate(line, room))
      : [barText(bar, width)];
  const at = (line: number): Part => {
    const shown = texts[line] ?? '';
    return { text: shown, tone, span, inset: shown === '' ? '' : start };
  };
  return { height: texts.length, at };
}

/** Cells side by side, line by line; at least one line. */
function asLines(cells: readonly CellParts[]): Part[][] {
  const height = Math.max(1, ...cells.map((cell) => cell.height));
  return Array.from({ length: height }, (_, line) => cells.map(({ at }) => at(line)));
}

function acrossOf(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width + GAP, -GAP);
}

function cellsOf(rows: readonly TextRow[], index: number): string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'cells') return row.cells[index]?.text ?? [];
    return row.kind === 'note' && index === 0 ? row.label.text : [];
  });
}

function hasBars(rows: readonly TextRow[], index: number): boolean {
  return rows.some((row) => row.kind === 'cells' && row.cells[index]?.bar !== undefined);
}

/** Notes stand across the columns after the first; where these are narrow and there is room, the second is widened. */
function widened({ kept, widths }: Fitted, note: number, room: number): Fitted {
  if (kept.length < 2) return { kept, widths };
  const [first = 1, second = 1, ...others] = widths;
  const across = others.reduce((total, width) => total + width + GAP, second);
  const missing = Math.min(Math.min(note, NOTE_WIDTH) - across, room - first - GAP - across);
  return { kept, widths: [first, second + Math.max(missing, 0), ...others] };
}

function longestNote(rows: readonly TextRow[]): number {
  return Math.max(0, ...rows.map((row) => (row.kind === 'note' ? widthOf(row.note.text) : 0)));
}

/** Words stay whole: a header wraps at its spaces, and a column is as wide as its longest word. */
function sizeOf({ title, min, drop }: TextColumn, texts: readonly string[], inset: string): ColumnSize {
  const widest = Math.max(0, ...texts.map(widthOf)) + inset.length;
  const longestOf = (some: readonly string[]): number =>
    Math.max(0, ...some.flatMap((text) => text.split(' ').map(widthOf)));
  if (min === undefined) {
    const least = Math.max(widest, longestOf([title]));
    return { natural: Math.max(widest, widthOf(title)), min: least, drop };
  }
  const natural = Math.min(Math.max(widest, widthOf(title)), TEXT_WIDTH);
  const least = Math.max(min, Math.min(longestOf([title, ...texts]), LONG_WORD), 1) + inset.length;
  return { natural, min: Math.min(natural, least), drop };
}
