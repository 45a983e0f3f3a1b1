/** A page as GitHub-flavoured Markdown: renders on a repository host and in mail, no raw HTML from data. */
import { countText } from '../../locale/numbers.js';
import type { RenderOptions } from '../definition.js';
import { type Block, type Cell, type Column, code, type Row, type Sentence, say, type Words } from '../page.js';
import { markdownCode, markdownText, ownMarkdown } from '../sanitize.js';

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
      return [`# ${inline(block.words)}`];
    case 'heading':
      return [`## ${inline(block.words)}`];
    case 'paragraph':
      return [toned(block)];
    case 'aside':
      return [inline(block.words)];
    case 'list':
      return block.items.flatMap((item) => [
        `- ${toned(item)}`,
        ...(item.details ?? []).map((detail) => `  - ${toned(detail)}`),
      ]);
    case 'facts':
      return block.facts.map(({ name, value }) => `- ${markdownText(name)}: ${inline(value)}`);
    case 'table':
      return tableLines(block.columns, block.rows, lang);
  }
}

function tableLines(columns: readonly Column[], rows: readonly Row[], lang: RenderOptions['lang']): string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, MOST_ROWS);
  const lines = [
    line(columns.map(({ title }) => inline(title))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...shown.map((row) => line(rowCells(row, columns.length))),
  ];
  const more = rows.length - shown.length;
  return more > 0 ? [...lines, '', inline(MORE[lang](countText(more, lang)))] : lines;
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

function toned({ words, tone }: Cell): string {
  return tone === 'strong' || tone === 'bad' ? bold(inline(words)) : inline(words);
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
