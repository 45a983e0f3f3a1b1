import type { Text } from '../locale/text.js';
import type { Span } from './definition.js';
import { fault, type Source } from './fault.js';
import { numberToken } from './number-tokens.js';

/** The pieces of an expression. */
export type Token = Span &
  (
    | { readonly kind: 'end' }
    | { readonly kind: 'sign'; readonly sign: Sign }
    | { readonly kind: 'word'; readonly text: string }
    | { readonly kind: 'quoted'; readonly text: string }
    | { readonly kind: 'column'; readonly text: string }
    | {
        readonly kind: 'number';
        /** Digits with a decimal point, `12500.50`. */
        readonly digits: string;
        /** `k`, `m`, `bn` or ''. */
        readonly scale: string;
        readonly percent: boolean;
        /** Code of a currency sign before or behind it. */
        readonly currency: string | null;
        /** `d`, `w`, `y` written right behind it. */
        readonly unit: string | null;
      }
    | { readonly kind: 'day'; readonly day: number }
    | { readonly kind: 'period'; readonly raw: string }
  );

export type Sign = '(' | ')' | ',' | '=' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/';

/** Signs as they are written, the longest first. */
const SIGNS: readonly (readonly [string, Sign])[] = [
  ['==', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['<=', '<='],
  ['>=', '>='],
  ['≠', '!='],
  ['≤', '<='],
  ['≥', '>='],
  ['=', '='],
  ['<', '<'],
  ['>', '>'],
  ['(', '('],
  [')', ')'],
  [',', ','],
  ['،', ','],
  ['+', '+'],
  ['-', '-'],
  ['\u2212', '-'],
  ['*', '*'],
  ['×', '*'],
  ['/', '/'],
  ['÷', '/'],
];

/** Opening mark → closing mark. Inside, the closing mark is written twice. */
const QUOTES: Readonly<Record<string, string>> = { "'": "'", '"': '"', '«': '»', '“': '”', '‘': '’' };

/** White space, and marks of direction that a Persian keyboard leaves behind. */
const BLANK = /[\s\u00a0\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/y;
/** Letters and digits, with `_`, `-`, `.` or a half-space between them: `won`, `Closed-Won`, `last-90-days`, `فروش‌های`. */
const WORD = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:[-.\u200c][\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)*/uy;

/** The text in pieces, the end last. Throws `invalid_expression` and nothing else. */
export function tokensOf(from: Source): readonly Token[] {
  const { source } = from;
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(BLANK, source, at)?.length ?? 0;
    if (at >= source.length) break;
    const token = tokenAt(from, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', at: source.length, end: source.length });
  return tokens;
}

function tokenAt(from: Source, at: number): Token {
  const { source } = from;
  const character = source[at] ?? '';
  const closing = QUOTES[character];
  if (closing !== undefined) return { kind: 'quoted', ...enclosed(from, at, closing) };
  if (character === '[') return { kind: 'column', ...enclosed(from, at, ']') };
  const number = numberToken(from, at);
  if (number !== null) return number;
  const word = matchAt(WORD, source, at);
  if (word !== null) return { kind: 'word', at, end: at + word.length, text: word.normalize('NFC') };
  const found = SIGNS.find(([written]) => source.startsWith(written, at));
  if (found === undefined) {
    const [symbol = ''] = source.slice(at, at + 2);
    throw fault(from, { at, end: at + symbol.length }, unexpected(symbol));
  }
  const [written, sign] = found;
  return { kind: 'sign', at, end: at + written.length, sign };
}

/** The text between an opening mark and its closing one. */
function enclosed(from: Source, at: number, closing: string): Span & { readonly text: string } {
  const { source } = from;
  let text = '';
  for (let next = at + 1; next < source.length; next++) {
    if (source[next] !== closing) {
      text += source[next];
      continue;
    }
    if (source[next + 1] !== closing) {
      if (text.trim() === '') throw fault(from, { at, end: next + 1 }, NOTHING_INSIDE);
      return { at, end: next + 1, text };
    }
    text += closing;
    next++;
  }
  throw fault(
    from,
    { at, end: source.length },
    { en: `the closing ${closing} is missing`, fa: `${closing} پایانی نیامده است` },
  );
}

/** What a sticky expression matches at a place, or null. */
export function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const NOTHING_INSIDE: Text = {
  en: 'there is nothing between the quotes; an empty cell is written: is empty',
  fa: 'میان گیومه‌ها چیزی نیست؛ خانه‌ی خالی این‌گونه نوشته می‌شود: is empty',
};

function unexpected(symbol: string): Text {
  return { en: `"${symbol}" means nothing here`, fa: `«${symbol}» اینجا معنایی ندارد` };
}
