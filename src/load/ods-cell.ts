import { scaledText } from './excel-cell.js';
import { isoDateText } from './xlsx-cell.js';
import { withoutEscapes } from './xml-text.js';
import type { XmlTokens } from './xml-tokens.js';

/** What an OpenDocument cell says of itself in its opening tag. */
export interface OdsCellTag {
  /** `office:value-type`: '' when there is none. */
  readonly type: string;
  /** `office:value`, `office:date-value`, …: the value itself, where the tag has one. */
  readonly value: string | null;
  readonly formula: boolean;
  /** The formula has no value but an error, as LibreOffice says it. */
  readonly error: boolean;
  /** How many columns it fills. */
  readonly columns: number;
}

/** The attribute that holds the value of a type (ODF 1.3 part 3, 19.383–19.389). */
const VALUE_OF: Readonly<Record<string, string>> = {
  float: 'value',
  percentage: 'value',
  currency: 'value',
  date: 'date-value',
  time: 'time-value',
  boolean: 'boolean-value',
  string: 'string-value',
};
const ERROR_TYPE = /\bcalcext:value-type\s*=\s*["']error["']/;

/** Reads the tag of a cell, which is the current token. */
export function odsCellTag(tokens: XmlTokens): OdsCellTag {
  const type = tokens.attribute('value-type') ?? '';
  const holds = VALUE_OF[type];
  const value = holds === undefined ? null : tokens.attribute(holds);
  return {
    type,
    value: value === null ? null : withoutEscapes(value),
    formula: tokens.attribute('formula') !== null,
    error: ERROR_TYPE.test(tokens.bytes.toString('latin1', tokens.from, tokens.to)),
    columns: repeated(tokens.attribute('number-columns-repeated')),
  };
}

/** How often a cell or a row stands there. */
export function repeated(count: string | null): number {
  return count !== null && /^[1-9]\d{0,9}$/.test(count) ? Number(count) : 1;
}

/**
 * The text of a cell, as cells of every other workbook have it: the value where the tag holds one, because what is
 * shown may be rounded, be in the words of a country, or not be there at all; the paragraphs otherwise.
 *
 * @param shown its paragraphs, null when it has none
 */
export function odsText({ type, value, error }: OdsCellTag, shown: string | null): string {
  if (error) return shown ?? value ?? '';
  if (value === null || value === '') return shown ?? '';
  switch (type) {
    case 'float':
    case 'currency':
      return numberText(value) ?? shown ?? value;
    case 'percentage': {
      const text = numberText(value);
      return text === null ? (shown ?? value) : `${scaledText(Number(text))}%`;
    }
    case 'date':
      return dateText(value) ?? shown ?? value;
    case 'time':
      return clockText(value) ?? shown ?? value;
    default:
      return value;
  }
}

function numberText(value: string): string | null {
  const number = Number(value);
  return value.trim() !== '' && Number.isFinite(number) ? String(number) : null;
}

function dateText(value: string): string | null {
  const text = value.trim();
  return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?$/.test(text) ? isoDateText(text) : null;
}

const DURATION = /^(-?)P(?:(\d{1,7})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,7}(?:[.,]\d{1,12})?)S)?)?$/;

/** `PT13H05M59S` as `13:05:59`. */
function clockText(value: string): string | null {
  const match = DURATION.exec(value.trim());
  if (match === null) return null;
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  const whole =
    Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Math.round(Number(seconds.replace(',', '.')));
  const part = (number: number): string => String(number).padStart(2, '0');
  const clock = `${part(Math.floor(whole / 3600))}:${part(Math.floor(whole / 60) % 60)}:${part(whole % 60)}`;
  return `${whole > 0 ? sign : ''}${clock}`;
}
