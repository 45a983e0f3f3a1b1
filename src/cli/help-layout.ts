/** How every help is laid out: titles above two columns. */
import { directedLine } from '../locale/direction.js';
import type { Lang } from '../locale/text.js';

/** A term and what it means. */
export type Row = readonly [term: string, text: string];

export function section(title: string, entries: readonly Row[], width: number): string[] {
  return entries.length === 0 ? [] : ['', title, ...rows(entries, width)];
}

/** Widest column of terms; a longer term has its text on the next line. */
const TERM_WIDTH = 30;
/** Text is never squeezed below this. */
const TEXT_WIDTH = 24;

/** Two columns: terms, and what they mean, wrapped under itself. */
export function rows(entries: readonly Row[], width: number): string[] {
  const fitting = entries.map(([term]) => term.length).filter((length) => length <= TERM_WIDTH);
  const column = Math.max(0, ...fitting) + 4;
  return entries.flatMap(([term, text]) => {
    const lines = wrapped(text, Math.max(TEXT_WIDTH, width - column));
    const beside = term.length + 4 <= column;
    const first = beside ? `  ${term.padEnd(column - 2)}${lines[0] ?? ''}`.trimEnd() : `  ${term}`;
    const below = (beside ? lines.slice(1) : lines).map((line) => ' '.repeat(column) + line);
    return [first, ...below.filter((line) => line.trim() !== '')];
  });
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** The lines as a text; in Persian, what stands apart on a line has a direction of its own. */
export function join(lang: Lang, lines: readonly string[]): string {
  const shown =
    lang === 'fa'
      ? lines.map((line) =>
          line
            .split(/( {2,})/)
            .map(part)
            .join(''),
        )
      : lines;
  return `${shown.join('\n')}\n`;
}

function part(text: string): string {
  return text.trim() === '' ? text : directedLine(text);
}
