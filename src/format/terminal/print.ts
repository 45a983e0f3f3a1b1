/** A page for a terminal: at most `width` columns, no trailing spaces, colour only where asked. */
import { directedLine } from '../../locale/direction.js';
import { countText } from '../../locale/numbers.js';
import type { Lang } from '../../locale/text.js';
import type { RenderOptions } from '../definition.js';
import { sparkText } from '../drawn.js';
import {
  type Block,
  type Cell,
  code,
  data,
  type Item,
  join,
  type MarkedCell,
  type Marker,
  type Sentence,
  say,
  type Words,
} from '../page.js';
import { terminalText, withoutCommands } from '../sanitize.js';
import { tied, untied } from '../ties.js';
import { asciiLine, asciiText } from './ascii.js';
import { painter } from './color.js';
import { widthOf, wrap } from './measure.js';
import { type Dress, type TextCell, type TextRow, tableLines } from './table.js';

const DEFAULT_WIDTH = 80;
const NARROWEST = 20;
/** Wider prose is tiring to read; tables may be wider, and the lines that part a page follow them as far as this. */
const PROSE_WIDTH = 100;
const RULE_WIDTH = 120;
/** A rule behind a heading shorter than this is none. */
const LEAST_RULE = 3;
/** Under this width numbers are shortened. */
const NARROW = 60;

const INDENT = '  ';
/** Facts hold commands to type, which must not be cut; the bound is for hostile files. */
const FACT_LINES = 40;

const DROPPED: Sentence<readonly string[]> = {
  en: (titles) =>
    say`Left out for lack of room: ${join(titles.map(own), ', ')}. A wider terminal or ${code('--format json')} shows all.`,
  fa: (titles) =>
    say`به‌سبب کمبود جا نیامده است: ${join(titles.map(own), '، ')}. همه در پایانه‌ی پهن‌تر یا با ${code('--format json')}.`,
};
const MORE: Sentence<string> = {
  en: (rows) => say`… and ${rows} more rows; ${code('--format json')} has all.`,
  fa: (rows) => say`… و ${rows} سطر دیگر؛ همه با ${code('--format json')}.`,
};
const own = (title: string): Words => [data(title)];

/** The usable width: 80 for what is no width (`COLUMNS=0`), never under 20. */
export function usableWidth(width: number): number {
  if (!Number.isFinite(width) || width < 1) return DEFAULT_WIDTH;
  return Math.max(Math.floor(width), NARROWEST);
}

/** Whether numbers should be shortened at this width. */
export function isNarrow(width: number): boolean {
  return usableWidth(width) < NARROW;
}

/** The page's lines, each with its newline. */
export function* printTerminal(page: Iterable<Block>, options: RenderOptions): Generator<string, void, undefined> {
  const pen = penOf(options);
  const finish = (line: string): string => (options.ascii === true ? asciiLine(untied(line)) : untied(line));
  let before: Block['kind'] | null = null;
  for (const block of page) {
    const lines = blockLines(block, pen);
    if (lines.length === 0) continue;
    if (before !== null && !belongs(block.kind, before)) yield '\n';
    for (const line of lines) yield `${finish(line)}\n`;
    before = block.kind;
  }
}

/** What follows a heading belongs to it; paragraphs in a row are one block. */
function belongs(kind: Block['kind'], before: Block['kind']): boolean {
  if (before === 'heading' || before === 'title' || kind === 'aside') return true;
  return before === 'paragraph' && kind === 'paragraph';
}

/** How wide, in which language, letters and colours a page is written. */
interface Pen {
  readonly lang: Lang;
  readonly width: number;
  readonly prose: number;
  readonly dress: Dress;
  /** Words as one harmless text. */
  readonly plain: (words: Words) => string;
}

function penOf({ lang, color, width, ascii = false }: RenderOptions): Pen {
  const usable = usableWidth(width);
  const isolate = (text: string): string => (lang === 'fa' ? directedLine(text) : text);
  const plain = (words: Words): string => {
    const texts = words.map((piece) =>
      typeof piece === 'string' ? piece : terminalText('data' in piece ? piece.data : piece.code),
    );
    const text = tied(withoutCommands(texts.join('')));
    return ascii ? asciiText(text) : text;
  };
  const dress = { paint: painter(color), isolate };
  return { lang, width: usable, prose: Math.min(usable, PROSE_WIDTH), dress, plain };
}

function blockLines(block: Block, pen: Pen): readonly string[] {
  switch (block.kind) {
    case 'title':
      return titleLines(block, pen);
    case 'heading':
      return headingLines(block, pen);
    case 'paragraph':
      return block.marker === undefined ? proseLines(block, '', '', pen) : hanging(block, '', block.marker, pen);
    case 'footer':
    case 'aside':
      return aside(block.words, pen);
    case 'list':
      return block.items.flatMap((item) => itemLines(item, pen));
    case 'facts':
      return factLines(block.facts, pen);
    case 'table':
      return tableBlock(block, pen);
    case 'chart':
      return []; // its figures stand in a table beside it
  }
}

type Heading = Extract<Block, { kind: 'title' | 'heading' }>;

/** The title, what belongs to it at the other end of its line, and a double rule. */
function titleLines({ words, right = [] }: Heading, pen: Pen): string[] {
  const { dress, plain } = pen;
  const across = Math.min(pen.width, RULE_WIDTH);
  const [left, end] = [plain(words), plain(right).trim()];
  if (left === '') return [];
  const space = across - widthOf(left) - widthOf(end);
  const rule = dress.paint('═'.repeat(across), 'dim');
  if (end !== '' && space >= 2) {
    const line =
      dress.paint(dress.isolate(left), 'strong') + ' '.repeat(space) + dress.paint(dress.isolate(end), 'dim');
    return [line, rule];
  }
  return [...proseLines({ words, tone: 'strong' }, '', '', pen), ...proseLines({ words: right }, '', '', pen), rule];
}

/** The heading, a rule that fills its line, and at its end what belongs to it; below, where that has no room. */
function headingLines({ words, right = [] }: Heading, pen: Pen): string[] {
  const { dress, plain } = pen;
  const across = Math.min(pen.width, RULE_WIDTH);
  const [left, end] = [plain(words), plain(right).trim()];
  if (left === '') return [];
  const least = LEAST_RULE + 1;
  const room = across - (end === '' ? 0 : widthOf(end) + 1);
  const fits = room - widthOf(left) >= least;
  const lines = wrap(left, Math.min(across - least, fits ? room - least : across));
  const last = lines.at(-1) ?? '';
  const rule = '─'.repeat((fits ? room : across) - widthOf(last) - 1);
  return [
    ...lines.slice(0, -1).map((line) => dress.paint(dress.isolate(line), 'strong')),
    `${dress.paint(dress.isolate(last), 'strong')} ${dress.paint(rule, 'dim')}` +
      (fits && end !== '' ? ` ${dress.paint(dress.isolate(end), 'dim')}` : ''),
    ...(fits ? [] : aside(right, pen)),
  ];
}

/** An item with a mark begins at the margin, and what belongs to it is set in as far as its text is. */
function itemLines(item: Item, pen: Pen): string[] {
  if (item.marker === undefined) {
    return [
      ...proseLines(item, '  ', '    ', pen),
      ...(item.details ?? []).flatMap((detail) => proseLines(detail, '      ', '        ', pen)),
    ];
  }
  return [
    ...hanging(item, '', item.marker, pen),
    ...(item.details ?? []).flatMap((detail) =>
      detail.marker === undefined ? proseLines(detail, '  ', '  ', pen) : hanging(detail, '  ', detail.marker, pen),
    ),
  ];
}

/** Text that hangs from a mark. */
function hanging(cell: MarkedCell, indent: string, marker: Marker, pen: Pen): string[] {
  const first = `${indent + pen.plain([marker])} `;
  return proseLines(cell, first, ' '.repeat(widthOf(first)), pen);
}

/** Wrapped text; `first` stands before its first line, `next` before the others. */
function proseLines(cell: MarkedCell, first: string, next: string, { prose, dress, plain }: Pen): string[] {
  const text = withSpark(plain(cell.words), cell);
  return wrap(text, prose - next.length).map(
    (line, index) => (index === 0 ? first : next) + dress.paint(dress.isolate(line), cell.tone),
  );
}

/** The words, and the values drawn behind them. */
function withSpark(text: string, { spark, cut }: Cell): string {
  if (spark === undefined || spark.length === 0) return text;
  // Spaces of a drawing are places without a value, and no line breaks there.
  const drawn = sparkText(spark, cut).replaceAll(' ', '\u00a0');
  return text === '' ? drawn : `${text} ${drawn}`;
}

function aside(words: Words, pen: Pen): string[] {
  return proseLines({ words, tone: 'dim' }, '  ', '  ', pen);
}

function factLines(facts: Extract<Block, { kind: 'facts' }>['facts'], { prose, dress, plain }: Pen): readonly string[] {
  const columns = [
    { title: '', align: 'left', drop: 0, min: 8 },
    { title: '', align: 'left', drop: 0, min: 12 },
  ] as const;
  const rows = facts.map(({ name, value }): TextRow => {
    return { kind: 'cells', cells: [{ text: terminalText(name), tone: 'dim' }, { text: plain(value) }] };
  });
  return rows.length === 0
    ? []
    : indented(tableLines({ columns, rows, lines: FACT_LINES }, prose - INDENT.length, dress).lines);
}

function tableBlock(block: Extract<Block, { kind: 'table' }>, pen: Pen): readonly string[] {
  const { plain } = pen;
  const columns = block.columns.map(({ title, align, drop, min }) => ({ title: plain(title), align, drop, min }));
  const cell = (one: Cell): TextCell => ({ text: withSpark(plain(one.words), one), tone: one.tone, bar: one.bar });
  const rows = block.rows.map((row): TextRow => {
    if (row.kind === 'section') return { kind: 'section', text: plain(row.words) };
    if (row.kind === 'note') return { kind: 'note', label: cell(row.label), note: cell(row.note) };
    return { kind: 'cells', cells: row.cells.map(cell) };
  });
  if (rows.length === 0) return [];
  const sectioned = rows.some(({ kind }) => kind === 'section'); // then the rows themselves are set in
  const room = sectioned ? pen.width : pen.width - INDENT.length;
  const { lines, dropped: gone, more } = tableLines({ columns, rows }, room, pen.dress);
  const dropped = gone.filter((title) => title !== ''); // bars repeat what stands beside them
  return [
    ...(sectioned ? lines : indented(lines)),
    ...(more > 0 ? aside(MORE[pen.lang](countText(more, pen.lang)), pen) : []),
    ...(dropped.length > 0 ? aside(DROPPED[pen.lang](dropped), pen) : []),
  ];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? line : INDENT + line));
}
