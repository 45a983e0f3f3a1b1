import { Declined } from './declined.js';
import { textElements } from './xlsx-strings.js';
import { withoutEscapes, withoutReturns } from './xml-text.js';
import type { XmlTokens } from './xml-tokens.js';

/** A cell as it is written, whatever its form. The fast path of the sheet's scanner knows only the common ones. */
export interface WrittenCell {
  /** `t`: ''  when there is none. */
  readonly type: string;
  readonly style: number;
  /** Column from 0 and row from 1, where the cell says so. */
  readonly column: number | null;
  readonly row: number | null;
  /** Content of `v`; null when there is none, or it is empty. */
  readonly value: string | null;
  /** Content of `is`. */
  readonly inline: string | null;
  readonly formula: boolean;
}

/** Reads the cell whose opening tag is the current token; null when the bytes end before the cell does. */
export function writtenCell(tokens: XmlTokens): WrittenCell | null {
  const { column, row } = place(tokens.attribute('r'));
  const type = tokens.attribute('t') ?? '';
  const style = Number(tokens.attribute('s') ?? 0);
  let value: string | null = null;
  let inline: string | null = null;
  let formula = false;
  const { kind: start } = tokens;
  if (start === 'empty') return { type, style, column, row, value, inline, formula };
  while (tokens.advance()) {
    const { kind, name } = tokens;
    if (kind === 'close' && name === 'c') {
      return { type, style, column, row, value: value === '' ? null : value, inline, formula };
    }
    if (name === 'f' && (kind === 'empty' || kind === 'open')) {
      if (tokens.attribute('t') === 'shared') formula = true;
      if (kind === 'empty') continue;
      const text = content(tokens, 'f');
      if (text === null) return null;
      if (text !== '') formula = true;
    } else if (name === 'v' && kind === 'open') {
      value = content(tokens, 'v');
      if (value === null) return null;
    } else if (name === 'is' && kind === 'open') {
      inline = textElements(tokens, 'is');
      if (inline === null) return null;
    } else if (name === 'extLst' && kind === 'open' && content(tokens, 'extLst') === null) return null;
  }
  return null;
}

/** The character data up to the closing tag of an element. */
function content(tokens: XmlTokens, element: string): string | null {
  let text = '';
  while (tokens.advance()) {
    const { kind, name, bytes, from, to } = tokens;
    if (kind === 'close' && name === element) return withoutReturns(text);
    if (kind === 'text') text += withoutEscapes(bytes.toString('utf8', from, to));
    else if (kind === 'cdata') text += bytes.toString('utf8', from, to);
  }
  return null;
}

function place(reference: string | null): { column: number | null; row: number | null } {
  if (reference === null) return { column: null, row: null };
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (match === null) throw new Declined(`a cell at ${reference}`);
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

/**
 * The text of an ISO 8601 date or time in a cell (`t="d"`), as cells with a date format have it: `2024-01-31`,
 * `2024-01-31 13:05:59`, `13:05:59`, rounded to the second. @throws Declined when it is none
 */
export function isoDateText(value: string): string {
  const match = /^(?:(\d{4}-\d\d-\d\d))?(?:(?:^T?|[T ])(\d\d:\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/.exec(value);
  const [, day, clock, seconds = '0'] = match ?? [];
  if (day === undefined && clock === undefined) throw new Declined(`a date ${value}`);
  const time = Date.parse(`${day ?? '1970-01-01'}T${clock ?? '00:00'}:00Z`) + Math.round(Number(seconds)) * 1000;
  if (Number.isNaN(time)) throw new Declined(`a date ${value}`);
  const text = new Date(time).toISOString().slice(0, 19).replace('T', ' ');
  return day === undefined ? text.slice(11) : text.replace(' 00:00:00', '');
}
