import { createDecoder } from '../../src/load/decode.js';

/** The bytes of a text in an encoding, and null where the encoding has no byte for one of its characters. */
export function encoded(text: string, encoding: string): Buffer | null {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    default:
      return inCodePage(text, encoding);
  }
}

/** What a file begins with that says its encoding. */
export const BOM = '\ufeff';

function inCodePage(text: string, encoding: string): Buffer | null {
  const bytes = bytesIn(encoding);
  const found = [...text].map((character) => bytes.get(character));
  return found.every((known) => known !== undefined) ? Buffer.from(found.flat()) : null;
}

const TABLES = new Map<string, ReadonlyMap<string, readonly number[]>>();
const DOUBLE = /^(?:gb|shift|big|euc)/;

/** The bytes of every character that an encoding has, one or two of them: the decoder, backwards. */
function bytesIn(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = TABLES.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const add = (...bytes: number[]): void => {
    // The rest of a character that is not whole is given up by what follows.
    const text = createDecoder(encoding)(Uint8Array.of(...bytes, 0x0a), true).slice(0, -1);
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  if (DOUBLE.test(encoding)) {
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  }
  TABLES.set(encoding, table);
  return table;
}
