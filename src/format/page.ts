/**
 * What a view says, before it is known where: the terminal and Markdown print the same page. A page keeps apart what
 * we wrote (numbers, fixed words) from what came out of a file, because each sink must make only the latter harmless.
 */
import type { DateStyle } from '../locale/calendar.js';
import type { Lang } from '../locale/text.js';

/** Own words as they are; `data` = text from a file or a person; `code` = something to type or look up. */
export type Piece = string | { readonly data: string } | { readonly code: string };
export type Words = readonly Piece[];

/** A sentence with arguments, in every language, whose arguments stay apart from our own words. */
export type Sentence<Args> = { readonly [L in Lang]: (args: Args) => Words };

/** How loud something is said. Colour repeats what the words say and is never alone in saying it. */
export type Tone = 'strong' | 'dim' | 'good' | 'warn' | 'bad';

export interface Cell {
  readonly words: Words;
  readonly tone?: Tone;
}

export interface Column {
  readonly title: Words;
  readonly align: 'left' | 'right';
  /** Where the table is too wide: columns with the highest number go first; 0 stays. */
  readonly drop: number;
  /** Narrowest useful width; texts are wrapped down to it before a column goes. Left out: never narrowed. */
  readonly min?: number;
}

export type Row =
  | { readonly kind: 'cells'; readonly cells: readonly Cell[] }
  /** A line across the table, such as the name of a group of rows. */
  | { readonly kind: 'section'; readonly words: Words }
  /** A first cell, and one text across all others. */
  | { readonly kind: 'note'; readonly label: Cell; readonly note: Cell };

export interface Item extends Cell {
  /** Lines that belong to it. */
  readonly details?: readonly Cell[];
}

export type Block =
  | { readonly kind: 'title' | 'heading'; readonly words: Words }
  | ({ readonly kind: 'paragraph' } & Cell)
  /** Small print that belongs to the block before it. */
  | { readonly kind: 'aside'; readonly words: Words }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  /** Names and what they are. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: Words }[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] };

/** What a view may know about where it is printed. */
export interface PageOptions extends DateStyle {
  /** Room is short: money is shortened. */
  readonly narrow: boolean;
}

/** A document as blocks, made one by one. */
export type View<Document> = (document: Document, options: PageOptions) => Generator<Block, void, undefined>;

/** Text from a file or a person. */
export function data(text: string): Piece {
  return { data: text };
}

/** Something to type or look up: a command, an id. */
export function code(text: string): Piece {
  return { code: text };
}

/** Words from a template: the fixed parts and interpolated strings are our own, everything else keeps its kind. */
export function say(fixed: TemplateStringsArray, ...parts: readonly (Piece | Words)[]): Words {
  const words: Piece[] = [];
  fixed.forEach((text, index) => {
    if (text !== '') words.push(text);
    const part = parts[index];
    if (part === undefined) return;
    if (typeof part === 'string' || !isWords(part)) words.push(part);
    else words.push(...part);
  });
  return words;
}

/** Several texts with a separator of ours between them. */
export function join(texts: readonly Words[], separator: string): Words {
  return texts.flatMap((words, index) => (index === 0 ? [...words] : [separator, ...words]));
}

/** A cell, or with '' an empty one. */
export function cell(words: Words | string, tone?: Tone): Cell {
  const said = typeof words === 'string' ? (words === '' ? [] : [words]) : words;
  return tone === undefined ? { words: said } : { words: said, tone };
}

function isWords(part: Exclude<Piece, string> | Words): part is Words {
  return Array.isArray(part);
}
