import { nextLineBreak } from './line-breaks.js';

/** How a cell that begins with a quote ends. */
export type CellEnd =
  /** `quote` is the closing quote, `end` the delimiter, line end or end of text behind it and its spaces. */
  | { readonly kind: 'closed'; readonly quote: number; readonly end: number; readonly strayQuotes: boolean }
  /** No closing quote can be believed: the cell is the text up to the next delimiter or line end, quotes and all. */
  | { readonly kind: 'literal'; readonly end: number }
  /** The text ends before it is decided. */
  | { readonly kind: 'unknown'; readonly needsQuote: boolean };

/** What of a text the decision may use. */
export interface QuoteContext {
  readonly text: string;
  readonly delimiter: string;
  /** No text follows. */
  readonly last: boolean;
  /** The record is so long already that a missing closing quote is no longer waited for. */
  readonly giveUp: boolean;
  /** The first line end after the opening quote; Infinity when the text holds none. */
  readonly lineEnd: number;
}

/**
 * Finds the end of the cell whose opening quote is at `open`.
 *
 * RFC 4180: a quote closes the cell when a delimiter or a line end follows (spaces between are forgiven); a doubled
 * quote is text. Anything else is malformed, and a reader that goes on to the next quote that fits swallows the rest
 * of the file. Here a malformed cell is looked at as a person would:
 * - a quote in front of which a delimiter or a line end stands, with text behind it, opens another cell: this one was
 *   never closed and is taken literally;
 * - another stray quote is taken as text if the cell is closed on the same line (`"He said "hello, you" to me",5`);
 * - otherwise the cell is taken literally (`"x"y` keeps its text), and the next cells are intact.
 */
export function findCellEnd(context: QuoteContext, open: number): CellEnd {
  const { text, last, giveUp } = context;
  let from = open + 1;
  let lineEnd = Number.POSITIVE_INFINITY;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0 || quote > lineEnd) {
      if (quote < 0 && lineEnd === Number.POSITIVE_INFINITY && !last && !giveUp) {
        return { kind: 'unknown', needsQuote: true };
      }
      return literalEnd(context, open);
    }
    if (quote + 1 === text.length && !last) return { kind: 'unknown', needsQuote: false };
    if (text.charCodeAt(quote + 1) === QUOTE) {
      from = quote + 2;
      continue;
    }
    const end = skipSpaces(context, quote + 1);
    if (end + context.delimiter.length > text.length && !last) return { kind: 'unknown', needsQuote: false };
    if (endsCell(context, end)) {
      return { kind: 'closed', quote, end, strayQuotes: lineEnd !== Number.POSITIVE_INFINITY };
    }
    if (opensCell(context, quote, open + 1)) return literalEnd(context, open);
    if (lineEnd === Number.POSITIVE_INFINITY) {
      lineEnd = quote < context.lineEnd ? context.lineEnd : nextLineBreak(text, quote);
      if (lineEnd === Number.POSITIVE_INFINITY) {
        if (!last) return { kind: 'unknown', needsQuote: false };
        lineEnd = text.length;
      }
    }
    from = quote + 1;
  }
}

/** The end of a cell that is taken literally, from its opening quote at `open`. */
export function literalEnd(context: QuoteContext, open: number): CellEnd {
  const { text, delimiter, lineEnd, last } = context;
  const line = text.slice(open, Math.min(lineEnd, text.length));
  const found = line.indexOf(delimiter);
  if (found < 0 && lineEnd === Number.POSITIVE_INFINITY && !last) return { kind: 'unknown', needsQuote: false };
  return { kind: 'literal', end: open + (found < 0 ? line.length : found) };
}

/** The start of the cell, if only spaces stand between it and the quote; −1 when the quote is inside the cell's text. */
export function cellStart(context: QuoteContext, quote: number, recordStart: number, floor: number): number {
  const { text, delimiter } = context;
  let start = quote;
  while (start > floor && isSpace(context, text.charCodeAt(start - 1))) start--;
  return start === recordStart || (start > floor && text.endsWith(delimiter, start)) ? start : -1;
}

const QUOTE = 34;
const SPACE = 32;
const TAB = 9;

function isSpace({ delimiter }: QuoteContext, code: number): boolean {
  return (code === SPACE || code === TAB) && delimiter.charCodeAt(0) !== code;
}

function skipSpaces(context: QuoteContext, from: number): number {
  let at = from;
  while (at < context.text.length && isSpace(context, context.text.charCodeAt(at))) at++;
  return at;
}

function endsCell({ text, delimiter }: QuoteContext, at: number): boolean {
  return at === text.length || text.startsWith(delimiter, at) || text[at] === '\n' || text[at] === '\r';
}

function opensCell(context: QuoteContext, quote: number, floor: number): boolean {
  const { text, delimiter } = context;
  let start = quote;
  while (start > floor && isSpace(context, text.charCodeAt(start - 1))) start--;
  return start > floor && (text.endsWith(delimiter, start) || text[start - 1] === '\n' || text[start - 1] === '\r');
}
