/** Characters that XML writes by name. */
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const ENTITY = /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));/g;
/** How Excel writes characters that XML does not allow (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
const ESCAPE = /_x([\da-fA-F]{4})_/gi;
const LAST_CHARACTER = 0x10ffff;

const AMPERSAND = 0x26;
const UNDERSCORE = 0x5f;
const RETURN = 0x0d;

/**
 * A piece of character data as text: entities and `_x000D_` escapes resolved. CRLF is a line feed, as XML has it.
 * Bytes that are no UTF-8 become U+FFFD.
 */
export function xmlText(bytes: Buffer, from: number, to: number): string {
  let all = 0;
  let special = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    all |= byte;
    if (byte === AMPERSAND || byte === UNDERSCORE || byte === RETURN) special = true;
  }
  const text = bytes.toString(all < 0x80 ? 'latin1' : 'utf8', from, to);
  return special ? withoutEscapes(text) : text;
}

/** The same for text that is a string already. An entity that is none stays as it is written. */
export function withoutEscapes(text: string): string {
  const named = text.includes('&') ? text.replace(ENTITY, characterOf) : text;
  return withoutReturns(
    named.includes('_') ? named.replace(ESCAPE, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : named,
  );
}

/** CRLF as a line feed. Also wanted where the two characters come from different pieces. */
export function withoutReturns(text: string): string {
  return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
}

function characterOf(entity: string, name?: string, decimal?: string, hexadecimal?: string): string {
  if (name !== undefined) return NAMED[name] ?? entity;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= LAST_CHARACTER ? String.fromCodePoint(code) : entity;
}
