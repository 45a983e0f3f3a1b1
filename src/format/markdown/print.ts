/** A page as GitHub-flavoured Markdown: renders on a repository host and in mail, no raw HTML from data. */
import { countText } from '../../locale/numbers.js';
import type { Lang, Text } from '../../locale/text.js';
import type { RenderOptions } from '../definition.js';
import { directed } from '../direct.js';
import { sparkText } from '../drawn.js';
import {
  type Block,
  type Cell,
  type Chart,
  type Column,
  code,
  type Item,
  type MarkedCell,
  type Row,
  type Sentence,
  say,
  type Tone,
  type Words,
} from '../page.js';
import { plainLine } from '../sanitize.js';
import { tied } from '../ties.js';
import { codeMarkdown, escapeMarkdown, type Place } from './escape.js';
import { mermaidLines } from './mermaid.js';

/** Longer tables are data, not reading. */
const MOST_ROWS = 200;
const LONGEST_CELL = 200;

const MORE: Sentence<string> = {
  en: (rows) => say`… and ${rows} more rows; ${code('--format json')} has all.`,
  fa: (rows) => say`… و ${rows} سطر دیگر؛ همه با ${code('--format json')}.`,
};

const DO: Text = { en: 'Do:', fa: 'اقدام:' };

/** The page's lines, each with its newline. Persian pages are set from right to left. */
export function* printMarkdown(page: Iterable<Block>, { lang }: RenderOptions): Generator<string, void, undefined> {
  if (lang === 'fa') yield '<div dir="rtl">\n\n';
  let first = true;
  for (const given of page) {
    const block = lang === 'fa' ? directed(given) : given;
    const lines = blockLines(block, lang);
    if (lines.length === 0) continue;
    if (!first) yield '\n';
    for (const line of lines) yield `${line}\n`;
    first = false;
  }
  if (lang === 'fa') yield '\n</div>\n';
}

function blockLines(block: Block, lang: Lang): string[] {
  switch (block.kind) {
    case 'title':
      return headingLines('#', block);
    case 'heading':
      return headingLines('##', block);
    case 'paragraph':
      // What waits for somebody stands out as it does in colour.
      return [marked(block.tone === 'warn' ? { ...block, tone: 'strong' } : block, lang)];
    case 'aside':
      return [inline(block.words, 'line')];
    case 'list':
      if (block.numbered === true) return block.items.flatMap((item, index) => numberedLines(item, index, lang));
      return block.items.flatMap((item) => [
        `- ${toned(item, 'line')}`,
        ...(item.details ?? []).map((detail) => `  - ${marked(detail, lang)}`),
      ]);
    case 'facts':
      return block.facts.map(({ name, value }) => `- ${inline([{ data: name }, ': ', ...value], 'line')}`);
    case 'table':
      return tableLines(block.columns, block.rows, lang);
    case 'chart':
      return chartLines(block, lang);
    case 'footer':
      return [`<sub>${inline(block.words, 'heading')}</sub>`];
  }
}

/** A finding as a mail has it: what was found as loud as a title, what it rests on behind it, what to do on its own line. */
function numberedLines(item: Item, index: number, lang: Lang): string[] {
  const number = `${index + 1}. `;
  const indent = ' '.repeat(number.length);
  const found = inline(item.words, 'line');
  // What it rests on follows in the same line, so the finding ends as a sentence.
  const ended = (item.details ?? []).length === 0 || /[.:!?؟…]\u2069*$/.test(found) ? found : `${found}.`;
  const lines = [number + bold(ended)];
  for (const detail of item.details ?? []) {
    // A backslash at the end of a line breaks it (CommonMark 6.7).
    if (detail.marker === '→') lines[lines.length - 1] += '\\';
    lines.push(indent + marked(detail, lang));
  }
  return lines;
}

/** What a page says at the other end of a heading's line is the first line below it. */
function headingLines(mark: string, heading: Extract<Block, { kind: 'title' | 'heading' }>): string[] {
  const { words, right = [], id } = heading;
  const said = inline(sentence(right), 'line');
  // Hosts make ids of a heading's words, which differ from language to language.
  const anchor = id === undefined ? '' : `<a id="${id.replace(/[^a-z0-9-]/g, '-')}"></a>`;
  return [`${mark} ${anchor}${inline(words, 'heading')}`, ...(said === '' ? [] : ['', said])];
}

/** Beside a heading it is small print, on a line of its own a sentence. */
function sentence([first, ...rest]: Words): Words {
  if (first === undefined) return [];
  return [typeof first === 'string' ? first.replace(/^[a-z]/, (letter) => letter.toUpperCase()) : first, ...rest];
}

/** Of the marks only the arrow to what to do is said: a list has bullets or numbers of its own. */
function marked(cell: MarkedCell, lang: Lang): string {
  return cell.marker === '→' ? `*${DO[lang]}* ${toned(cell, 'line')}` : toned(cell, 'line');
}

/** A drawing has a direction of its own: in a page from right to left its axis would stand on its bars. */
function chartLines(chart: Chart, lang: Lang): string[] {
  const lines = mermaidLines(chart, lang);
  return lang === 'fa' && lines.length > 0 ? ['<div dir="ltr">', '', ...lines, '', '</div>'] : lines;
}

function tableLines(all: readonly Column[], given: readonly Row[], lang: Lang): string[] {
  if (given.length === 0) return [];
  const { columns, rows } = withoutBars(all, given);
  const shown = rows.slice(0, MOST_ROWS);
  const lines = [
    line(columns.map(({ title }) => inline(title, 'cell'))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...shown.map((row) => line(rowCells(row, columns.length))),
  ];
  const more = rows.length - shown.length;
  return more > 0 ? [...lines, '', inline(MORE[lang](countText(more, lang)), 'line')] : lines;
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
      ? [bold(inline(row.words, 'cell'))]
      : row.kind === 'note'
        ? [toned(row.label, 'cell'), toned(row.note, 'cell')]
        : row.cells.map((one) => toned(one, 'cell'));
  return Array.from({ length: columns }, (_, index) => texts[index] ?? '');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const bold = (text: string): string => (text === '' ? '' : `**${text}**`);

function toned({ words, tone, spark, cut }: Cell, place: Place): string {
  const said = isLoud(tone, place) ? bold(inline(words, place)) : inline(words, place);
  // Several spaces would be one, and a drawing shorter than its period.
  const drawn = spark === undefined ? '' : sparkText(spark, cut).replaceAll(' ', '\u00a0');
  return [said, drawn].filter((text) => text !== '').join(' ');
}

/** Bold is for what a page is read for. That something is bad, a cell says in words: bold it would be a headline. */
const isLoud = (tone: Tone | undefined, place: Place): boolean =>
  tone === 'strong' || (tone === 'bad' && place !== 'cell');

/** A cell of thousands of letters would make a table that nobody can read. */
function cut(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const letters = [...text];
  return letters.length > LONGEST_CELL ? `${letters.slice(0, LONGEST_CELL).join('')}…` : text;
}

/**
 * Words as Markdown. Pieces are put together before they are escaped: two harmless ones may make a sign that is not.
 */
function inline(words: Words, place: Place): string {
  let written = '';
  let text = '';
  const flush = (): void => {
    // Only what begins a line can open a block there.
    const at = place === 'line' && written !== '' ? 'heading' : place;
    const said = written === '' ? text.trimStart() : text;
    written += escapeMarkdown(said, at);
    text = '';
  };
  for (const piece of words) {
    if (typeof piece === 'string') text += tied(piece);
    else if ('data' in piece) text += place === 'cell' ? cut(plainLine(piece.data)) : plainLine(piece.data);
    else {
      flush();
      written += codeMarkdown(piece.code, place);
    }
  }
  text = text.trimEnd();
  flush();
  return written.trim();
}
