import { brief } from '../locale/brief.js';
import type { Lang, Phrase } from '../locale/text.js';
import { ERRORS, type ErrorDefinition } from './catalogue.js';
import { printable } from './printable.js';
import type { ErrorPlace, UserError } from './user-error.js';

/** An error as a person reads it. */
export interface ErrorText {
  readonly exit: 2 | 3 | 4;
  /** Where and what was wrong. */
  readonly message: string;
  /** What to do next. */
  readonly hint: string;
}

/** The sentences and the exit code of an error. What came from outside is made printable first. */
export function describeError(error: UserError, lang: Lang): ErrorText {
  const definition = ERRORS[error.code] as unknown as ErrorDefinition<unknown>;
  const args = printableArgs(error.args);
  const message = sentence(definition.message, args, lang);
  const place = placeText(error.place, lang);
  return {
    exit: definition.exit,
    message: place === '' || message.startsWith(place) ? message : `${place}: ${message}`,
    hint: sentence(definition.hint, args, lang),
  };
}

const SHEET: Phrase<string> = { en: (sheet) => `sheet "${sheet}"`, fa: (sheet) => `برگه‌ی «${sheet}»` };
const ROW: Phrase<number> = { en: (row) => `row ${row}`, fa: (row) => `سطر ${row}` };
const COLUMN: Phrase<string> = { en: (column) => `column "${column}"`, fa: (column) => `ستون «${column}»` };

/** `deals.xlsx, sheet "Deals", row 17, column "Amount"`, as far as it is known. */
function placeText(place: ErrorPlace, lang: Lang): string {
  const parts: string[] = [];
  if (place.file !== undefined) parts.push(printable(place.file));
  if (place.sheet !== undefined) parts.push(SHEET[lang](printable(place.sheet)));
  if (place.row !== undefined) parts.push(ROW[lang](place.row));
  if (place.column !== undefined) parts.push(COLUMN[lang](printable(place.column)));
  return parts.join(lang === 'fa' ? '، ' : ', ');
}

function sentence(phrase: Phrase<unknown>, args: unknown, lang: Lang): string {
  return brief(phrase[lang](args));
}

function printableArgs(value: unknown): unknown {
  if (typeof value === 'string') return printable(value);
  if (Array.isArray(value)) return value.map(printableArgs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, printableArgs(inner)]));
}
