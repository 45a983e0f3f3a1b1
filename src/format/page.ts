/**
 * What a view says, before it is known where: the terminal and Markdown print the same page. A page keeps apart what
 * we wrote (numbers, fixed words) from what came out of a file, because each sink must make only the latter harmless.
 */
import type { DateStyle } from '../locale/calendar.js';
import type { Lang } from '../locale/text.js';
import type { Detail } from './definition.js';

/** Own words as they are; `data` = text from a file or a person; `code` = something to type or look up. */
export type Piece = string | { readonly data: string } | { readonly code: string };
export type Words = readonly Piece[];

/** A sentence with arguments, in every language, whose arguments stay apart from our own words. */
export type Sentence<Args> = { readonly [L in Lang]: (args: Args) => Words };

/** How loud something is said. Colour repeats what the words say and is never alone in saying it. */
export type Tone = 'strong' | 'dim' | 'good' | 'warn' | 'bad';

/**
 * What stands before a text and hangs out of it: `!` needs attention, `·` a finding, `=` nothing beyond chance, `→` what
 * to do.
 */
export type Marker = '!' | '·' | '=' | '→';

export interface Cell {
  readonly words: Words;
  readonly tone?: Tone;
  /** Values in the order of time, drawn behind the words from the lowest to the highest; null = none at that place. */
  readonly spark?: readonly (number | null)[];
  /** Places of `spark` that are parts of a period: drawn as `·`, and neither the lowest nor the highest. */
  readonly cut?: readonly number[];
  /** 0…1: how much of its column a bar fills. A bar repeats a figure that stands beside it. */
  readonly bar?: number;
}

/**
 * How readily a column goes where a table is too wide, the highest number first. What a figure is compared with, its
 * change and its target are `never`: they are what the table is read for.
 */
export const DROP = {
  never: 0,
  reason: 10,
  /** Figures beside figures: add their rank (0…39), the least important highest. */
  figure: 20,
  bar: 60,
  /** A second reading of the same figure, such as a median beside a mean. */
  detail: 70,
  n: 80,
  interval: 90,
  /** Up to which day the data goes. */
  date: 95,
} as const;

export interface Column {
  readonly title: Words;
  readonly align: 'left' | 'right';
  /** Where the table is too wide: columns with the highest number go first; 0 stays. See {@link DROP}. */
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

export interface Item extends MarkedCell {
  /** Lines that belong to it. */
  readonly details?: readonly MarkedCell[];
}

/** A text of its own, which may hang from a mark. */
export interface MarkedCell extends Cell {
  readonly marker?: Marker;
}

export type Block =
  | {
      readonly kind: 'title' | 'heading';
      readonly words: Words;
      /** What stands at the other end of the line: the order of a table, how much of it is shown. */
      readonly right?: Words;
      /** What links to this place are written with; the same in every language. Small letters, digits and hyphens. */
      readonly id?: string;
    }
  | ({ readonly kind: 'paragraph' } & MarkedCell)
  /** Small print that belongs to the block before it. */
  | { readonly kind: 'aside'; readonly words: Words }
  /** What the page was made from and how, at its very end. */
  | { readonly kind: 'footer'; readonly words: Words }
  /** `numbered`: where a reader may answer "to your third point". */
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly numbered?: true }
  /** Names and what they are. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: Words }[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly Row[] }
  | Chart;

/**
 * A drawing of figures that stand in a table beside it, which is what is read where nothing is drawn: a terminal leaves
 * it out.
 */
export interface Chart {
  readonly kind: 'chart';
  readonly shape: 'bar' | 'line';
  readonly title: string;
  /** What is measured, in which unit; a scale for large values (` k`, ` میلیون`) is added behind it. */
  readonly axis: string;
  /** Of the points, in their order; text from a file is welcome. */
  readonly labels: readonly string[];
  /** A point without a value is left out, with its label. */
  readonly values: readonly (number | null)[];
}

/** What a view may know about where it is printed. */
export interface PageOptions extends DateStyle {
  /** Figures are shown to be compared: amounts with three digits that count, `2.98 M`. */
  readonly short: boolean;
  /** How much of a report is shown. */
  readonly detail: Detail;
  /**
   * The page is read by people who did not ask for it: instead of what to type next, its end says what it was made
   * from, and, where that is known, what was typed after `kpi`.
   */
  readonly sent?: { readonly command: readonly string[] | null };
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
