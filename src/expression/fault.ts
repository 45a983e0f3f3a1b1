import { UserError } from '../errors/user-error.js';
import type { Text } from '../locale/text.js';
import type { Span } from './definition.js';

/** The text in question, and where messages say it stands. */
export interface Source {
  readonly source: string;
  readonly place: string;
}

/** The one error of this room: what is wrong with an expression, and where. */
export function fault({ source, place }: Source, { at, end }: Span, detail: Text): UserError<'invalid_expression'> {
  // One line, character for character, so that positions stay true.
  const line = source.replace(/\s/g, ' ');
  return new UserError('invalid_expression', { place, source: line, at, length: Math.max(1, end - at), detail });
}
