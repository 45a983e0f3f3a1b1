/** A page for a terminal: at most `width` columns, no trailing spaces, colour only where asked. */
import { countText } from '../../locale/numbers.js';
import type { Lang } from '../../locale/text.js';
import type { RenderOptions } from '../definition.js';
import { type Block, type Cell, code, data, type Item, join, type Sentence, say, type Words } from '../page.js';
import { terminalText, withoutCommands } from '../sanitize.js';
import { painter } from './color.js';
import { wrap } from './measure.js';
import { type Dress, type TextRow, tableLines } from './table.js';

const DEFAULT_WIDTH = 80;
const NARROWEST = 20;
/** Wider prose is tiring to read; tables may be wider. */
const PROSE_WIDTH = 100;
/** Under this width numbers are shortened. */
const NARROW = 60;
/** First strong isolate, pop directional isolate: a cell's direction stays its own. Both take no column. */
const ISOLATE = ['\u2068', '\u2069'] as const;

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
  let before: Block['kind'] | null = null;
  for (const block of page) {
    const lines = blockLines(block, pen);
    if (lines.length === 0) continue;
    if (before !== null && !belongs(block.kind, before)) yield '\n';
    for (const line of lines) yield `${line}\n`;
    before = block.kind;
  }
}

/** What follows a heading belongs to it; paragraphs in a row are one block. */
function belongs(kind: Block['kind'], before: Block['kind']): boolean {
  if (before === 'heading' || before === 'title' || kind === 'aside') return true;
  return before === 'paragraph' && kind === 'paragraph';
}

function plain(words: Words): string {
  const texts = words.map((piece) =>
    typeof piece === 'string' ? piece : terminalText('data' in piece ? piece.data : piece.code),
  );
  return withoutCommands(texts.join(''));
}

/** How wide, in which language and colours a page is written. */
interface Pen {
  readonly lang: Lang;
  readonly width: number;
  readonly prose: number;
  readonly dress: Dress;
}

function penOf({ lang, color, width }: RenderOptions): Pen {
  const usable = usableWidth(width);
  const isolate = (text: string): string => (lang === 'fa' ? ISOLATE[0] + text + ISOLATE[1] : text);
  return { lang, width: usable, prose: Math.min(usable, PROSE_WIDTH), dress: { paint: painter(color), isolate } };
}

function blockLines(block: Block, pen: Pen): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return proseLines({ words: block.words, tone: 'strong' }, '', '', pen);
    case 'paragraph':
      return proseLines(block, '', '', pen);
    case 'aside':
      return aside(block.words, pen);
    case 'list':
      return block.items.flatMap((item) => itemLines(item, pen));
    case 'facts':
      return factLines(block.facts, pen);
    case 'table':
      return tableBlock(block, pen);
  }
}

function itemLines(item: Item, pen: Pen): string[] {
  return [
    ...proseLines(item, '  ', '    ', pen),
    ...(item.details ?? []).flatMap((detail) => proseLines(detail, '      ', '        ', pen)),
  ];
}

/** Wrapped text; `first` stands before its first line, `next` before the others. */
function proseLines({ words, tone }: Cell, first: string, next: string, { prose, dress }: Pen): string[] {
  return wrap(plain(words), prose - next.length).map(
    (line, index) => (index === 0 ? first : next) + dress.paint(dress.isolate(line), tone),
  );
}

function aside(words: Words, pen: Pen): string[] {
  return proseLines({ words, tone: 'dim' }, '  ', '  ', pen);
}

function factLines(facts: Extract<Block, { kind: 'facts' }>['facts'], { prose, dress }: Pen): readonly string[] {
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
  const columns = block.columns.map(({ title, align, drop, min }) => ({ title: plain(title), align, drop, min }));
  const cell = ({ words, tone }: Cell) => ({ text: plain(words), tone });
  const rows = block.rows.map((row): TextRow => {
    if (row.kind === 'section') return { kind: 'section', text: plain(row.words) };
    if (row.kind === 'note') return { kind: 'note', label: cell(row.label), note: cell(row.note) };
    return { kind: 'cells', cells: row.cells.map(cell) };
  });
  if (rows.length === 0) return [];
  const sectioned = rows.some(({ kind }) => kind === 'section'); // then the rows themselves are set in
  const room = sectioned ? pen.width : pen.width - INDENT.length;
  const { lines, dropped, more } = tableLines({ columns, rows }, room, pen.dress);
  return [
    ...(sectioned ? lines : indented(lines)),
    ...(more > 0 ? aside(MORE[pen.lang](countText(more, pen.lang)), pen) : []),
    ...(dropped.length > 0 ? aside(DROPPED[pen.lang](dropped), pen) : []),
  ];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? line : INDENT + line));
}
