/** What stands behind the `?` of an address, read strictly: what two readers may read in two ways is refused. */
import { UserError } from '../errors/user-error.js';

export interface Parameter {
  readonly name: string;
  readonly value: string;
}

/** More than anybody chooses. */
const MOST = 100;

/**
 * The parameters in their order, as HTML forms write them (`+` is a space, `%C3%A9` UTF-8).
 * @throws UserError `address_unreadable`: a `%` that begins no character, a NUL, more than a hundred
 */
export function parseQuery(query: string): readonly Parameter[] {
  const parts = query.split('&').filter((part) => part !== '');
  if (parts.length > MOST) throw new UserError('address_unreadable', {});
  return parts.map((part) => {
    const at = part.indexOf('=');
    const name = decoded(at < 0 ? part : part.slice(0, at));
    return { name, value: at < 0 ? '' : decoded(part.slice(at + 1)) };
  });
}

/** The same, written: `period=2025-Q3&by=owner`. */
export function formatQuery(parameters: readonly Parameter[]): string {
  return parameters.map(({ name, value }) => `${encoded(name)}=${encoded(value)}`).join('&');
}

function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text.replaceAll('+', ' '));
    if (!plain.includes('\0')) return plain;
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
  }
  throw new UserError('address_unreadable', {});
}

/** As an address is pleasant to read: commas, colons and slashes stay. */
function encoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/%20/g, '+')
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':');
}
