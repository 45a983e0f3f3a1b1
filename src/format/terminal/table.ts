/**
 * Tables for a terminal. cli-table3 lays them out but is never shown their text: it counts Persian vowel signs as
 * columns. Each line of a cell is measured and wrapped here, stands in the table as private-use characters of the same
 * width, and is put back afterwards.
 */
import CliTable from 'cli-table3';
import type { Tone } from '../page.js';
import type { Painter } from './color.js';
import { type ColumnSize, type Fitted, fitColumns } from './fit.js';
import { truncate, widthOf, wrap } from './measure.js';

/** More rows than a person reads in a terminal; the package takes seconds for thousands. */
export const MOST_ROWS = 50;
const MOST_LINES = 4;
const GAP = 2;
/** Rows under a section are set in, so that sections are seen without colour. */
const INSET = '  ';
/** A note narrower than this gets lines of its own; one wider than this is wrapped. */
const NOTE_MIN = 16;
const NOTE_WIDTH = 48;

export interface TextCell {
  /** Sanitised. */
  readonly text: string;
  readonly tone?: Tone | undefined;
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
  const sizes = table.columns.map((column, index) => sizeOf(column, cellsOf(rows, index), index === 0 ? inset : ''));
  const { kept, widths } = widened(fitColumns(sizes, room, GAP), longestNote(rows), room);
  const columns = kept.flatMap((index) => table.columns[index] ?? []);
  const stage = new Stage(dress, inset, table.lines ?? MOST_LINES);
  const across = widths.reduce((total, width) => total + width + GAP, -GAP);
  const hasHead = columns.some(({ title }) => title !== '');
  const layout = new CliTable({
    chars: RULES,
    colWidths: widths.map((width) => width + 1),
    colAligns: columns.map(({ align }) => align),
    style: { 'padding-left': 0, 'padding-right': 1, head: [], border: [], compact: true },
    head: hasHead ? columns.map(({ title }, index) => stage.hide(title, widths[index] ?? 1, 'strong')) : [],
  });
  for (const row of rows) layout.push(...layoutRows(row, kept, widths, across, stage));
  const drawn = layout.toString().split('\n').slice(1, -1); // without the rules above and below
  return {
    lines: drawn.map((line) => stage.reveal(line.startsWith(RULE) ? RULE.repeat(across) : line).trimEnd()),
    dropped: table.columns.filter((_, index) => !kept.includes(index)).map(({ title }) => title),
    more: table.rows.length - rows.length,
  };
}

/** A rule under the header; columns are told apart by space. The rules above and below are drawn and taken off. */
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

type LayoutCell = { content: string; colSpan: number; hAlign?: 'left' };

function layoutRows(
  row: TextRow,
  kept: readonly number[],
  widths: readonly number[],
  across: number,
  stage: Stage,
): LayoutCell[][] {
  const columns = kept.length;
  switch (row.kind) {
    case 'section':
      return [[{ content: stage.hide(row.text, across, 'strong'), colSpan: columns, hAlign: 'left' }]];
    case 'note': {
      const first = widths[0] ?? 1;
      const rest = across - first - GAP;
      // Where the note would stand in a chimney it gets a line of its own.
      if (columns < 2 || rest < Math.min(NOTE_MIN, widthOf(row.note.text))) {
        return [row.label, row.note].map(({ text, tone }) => [
          { content: stage.hideFirst(text, across, tone), colSpan: columns, hAlign: 'left' },
        ]);
      }
      return [
        [
          { content: stage.hideFirst(row.label.text, first, row.label.tone), colSpan: 1 },
          { content: stage.hide(row.note.text, rest, row.note.tone), colSpan: columns - 1, hAlign: 'left' },
        ],
      ];
    }
    case 'cells':
      return [
        kept.map((index, at) => {
          const { text = '', tone } = row.cells[index] ?? {};
          const width = widths[at] ?? 1;
          return { content: at === 0 ? stage.hideFirst(text, width, tone) : stage.hide(text, width, tone), colSpan: 1 };
        }),
      ];
  }
}

function cellsOf(rows: readonly TextRow[], index: number): string[] {
  return rows.flatMap((row) => {
    if (row.kind === 'cells') return row.cells[index]?.text ?? [];
    return row.kind === 'note' && index === 0 ? row.label.text : [];
  });
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

/** A header wraps at its spaces, so a column can be as narrow as its longest word. */
function sizeOf({ title, min, drop }: TextColumn, texts: readonly string[], inset: string): ColumnSize {
  const widest = Math.max(0, ...texts.map(widthOf)) + inset.length;
  const natural = Math.max(widest, widthOf(title));
  const longestWord = Math.max(...title.split(' ').map(widthOf));
  const least = min === undefined ? Math.max(widest, longestWord) : Math.max(min + inset.length, 1);
  return { natural, min: Math.min(natural, least), drop };
}

const FIRST_MARKER = 0xf0000; // supplementary private use area A: 65,534 code points, one per line of a cell
const LAST_MARKER = 0xffffd;
const FILL = '\ue000';
const STAND_IN = /([\u{f0000}-\u{ffffd}])\ue000*/gu;

/** Keeps the real text of cells while stand-ins of the same width are laid out. */
class Stage {
  readonly #lines: string[] = [];
  readonly #dress: Dress;
  readonly #inset: string;

  readonly #most: number;

  constructor(dress: Dress, inset: string, most: number) {
    this.#dress = dress;
    this.#inset = inset;
    this.#most = most;
  }

  /** As {@link hide}, for the first column, whose lines are set in. */
  hideFirst(text: string, width: number, tone: Tone | undefined): string {
    const { length } = this.#inset;
    if (length === 0 || width <= length) return this.hide(text, width, tone);
    return this.hide(text, width - length, tone).replace(/^/gm, this.#inset);
  }

  /** Stand-ins for the text, wrapped to the width. */
  hide(text: string, width: number, tone: Tone | undefined): string {
    return wrap(text, width, this.#most)
      .map((line) => this.#standIn(truncate(line, width), tone))
      .join('\n');
  }

  /** The line with every stand-in replaced by its text. */
  reveal(line: string): string {
    return line.replace(
      STAND_IN,
      (_, marker: string) => this.#lines[(marker.codePointAt(0) ?? 0) - FIRST_MARKER] ?? '',
    );
  }

  #standIn(text: string, tone: Tone | undefined): string {
    const width = widthOf(text);
    const marker = FIRST_MARKER + this.#lines.length;
    if (width === 0 || marker > LAST_MARKER) return '';
    this.#lines.push(this.#dress.paint(this.#dress.isolate(text), tone));
    return String.fromCodePoint(marker) + FILL.repeat(width - 1);
  }
}
