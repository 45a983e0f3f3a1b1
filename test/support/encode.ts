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
  const decoder = new TextDecoder(encoding);
  // Streaming: all at once, Node 20 takes windows-1252 for Latin-1.
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) bytes.set(decoder.decode(Uint8Array.of(byte), { stream: true }), byte);
  const found = [...text].map((character) => bytes.get(character));
  return found.every((byte) => byte !== undefined) ? Buffer.from(found) : null;
}
