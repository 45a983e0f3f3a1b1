/** A page as GitHub-flavoured Markdown: renders on a repository host and in mail, no raw HTML from data. */
import { countText } from '../../locale/numbers.js';
import type { RenderOptions } from '../definition.js';
import { sparkText } from '../drawn.js';
import {
  type Block,
  type Cell,
  type Column,
  code,
  type MarkedCell,
  type Row,
  type Sentence,
  say,
  type Words,
} from '../page.js';
import { markdownCode, markdownText, ownMarkdown } from '../sanitize.js';
import { mermaidLines } from './mermaid.js';

/** Longer tables are data, not reading. */
const MOST_ROWS = 200;

const MORE: Sentence<string> = {
  en: (rows) => say`… and ${rows} more rows; ${code('--format json')} has all.`,
  fa: (rows) => say`… و ${rows} سطر دیگر؛ همه با ${code('--format json')}.`,
};

/** The page's lines, each with its newline. Persian pages are set from right to left. */
export function* printMarkdown(page: Iterable<Block>, { lang }: RenderOptions): Generator<string, void, undefined> {
  if (lang === 'fa') yield '<div dir="rtl">\n\n';
  let first = true;
  for (const block of page) {
    const lines = blockLines(block, lang);
    if (lines.length === 0) continue;
    if (!first) yield '\n';
    for (const line of lines) yield `${line}\n`;
    first = false;
  }
  if (lang === 'fa') yield '\n</div>\n';
}

function blockLines(block: Block, lang: RenderOptions['lang']): string[] {
  switch (block.kind) {
    case 'title':
      return headingLines('#', block);
    case 'heading':
      return headingLines('##', block);
    case 'paragraph':
      return [marked(block)];
    case 'aside':
      return [inline(block.words)];
    case 'list':
      return block.items.flatMap((item, index) => {
        const bullet = block.numbered === true ? `${index + 1}. ` : '- ';
        return [
          bullet + toned(item),
          ...(item.details ?? []).map((detail) => `${' '.repeat(bullet.length)}- ${marked(detail)}`),
        ];
      });
    case 'facts':
      return block.facts.map(({ name, value }) => `- ${markdownText(name)}: ${inline(value)}`);
    case 'table':
      return tableLines(block.columns, block.rows, lang);
    case 'chart':
      return mermaidLines(block, lang);
  }
}

/** What a page says at the other end of a heading's line is the first line below it. */
function headingLines(mark: string, { words, right = [] }: Extract<Block, { kind: 'title' | 'heading' }>): string[] {
  const said = inline(right);
  return [`${mark} ${inline(words)}`, ...(said === '' ? [] : ['', said])];
}

/** Of the marks only the arrow to what to do is said: a list has bullets or numbers of its own. */
function marked(cell: MarkedCell): string {
  return cell.marker === '→' ? `→ ${toned(cell)}` : toned(cell);
}

function tableLines(all: readonly Column[], given: readonly Row[], lang: RenderOptions['lang']): string[] {
  if (given.length === 0) return [];
  const { columns, rows } = withoutBars(all, given);
  const shown = rows.slice(0, MOST_ROWS);
  const lines = [
    line(columns.map(({ title }) => inline(title))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...shown.map((row) => line(rowCells(row, columns.length))),
  ];
  const more = rows.length - shown.length;
  return more > 0 ? [...lines, '', inline(MORE[lang](countText(more, lang)))] : lines;
}

/** Bars repeat the figures beside them and have no width where columns have none. */
function withoutBars(
  columns: readonly Column[],
  rows: readonly Row[],
): { columns: readonly Column[]; rows: readonly Row[] } {
  const bars = columns.map((_, index) =>
    rows.some((row) => row.kind === 'cells' && row.cells[index]?.bar !== undefined),
  );
  if (!bars.includes(true)) return { columns, rows };
  return {
    columns: columns.filter((_, index) => bars[index] !== true),
    rows: rows.map((row) =>
      row.kind === 'cells' ? { ...row, cells: row.cells.filter((_, index) => bars[index] !== true) } : row,
    ),
  };
}

/** As many cells as there are columns: a shorter or longer row would move the numbers under other headers. */
function rowCells(row: Row, columns: number): string[] {
  const texts =
    row.kind === 'section'
      ? [bold(inline(row.words))]
      : row.kind === 'note'
        ? [toned(row.label), toned(row.note)]
        : row.cells.map(toned);
  return Array.from({ length: columns }, (_, index) => texts[index] ?? '');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const bold = (text: string): string => (text === '' ? '' : `**${text}**`);

function toned({ words, tone, spark, cut }: Cell): string {
  const said = tone === 'strong' || tone === 'bad' ? bold(inline(words)) : inline(words);
  // Several spaces would be one, and a drawing shorter than its period.
  const drawn = spark === undefined ? '' : sparkText(spark, cut).replaceAll(' ', '\u00a0');
  return [said, drawn].filter((text) => text !== '').join(' ');
}

function inline(words: Words): string {
  return words
    .map((piece) => {
      if (typeof piece === 'string') return ownMarkdown(piece);
      return 'data' in piece ? markdownText(piece.data) : markdownCode(piece.code);
    })
    .join('')
    .trim();
}
