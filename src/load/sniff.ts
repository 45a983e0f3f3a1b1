import type { LooksLike } from '../locale/damage.js';
import { encodingOfStart } from './encoding.js';

/** What a file is, by its first bytes; its name says nothing. `other` is told what it looks like. */
export type Content =
  | { readonly kind: 'csv' | 'zip' | 'ole2' | 'markup' | 'empty' }
  | { readonly kind: 'other'; readonly looksLike: LooksLike };

const SIGNATURES: readonly { bytes: readonly number[]; at?: number; is: LooksLike }[] = [
  { bytes: [0xff, 0xd8, 0xff], is: 'jpeg' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], is: 'png' },
  { bytes: [0x47, 0x49, 0x46, 0x38], is: 'gif' },
  { bytes: [0x25, 0x50, 0x44, 0x46], is: 'pdf' },
  { bytes: [0x52, 0x61, 0x72, 0x21], is: 'rar' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], is: 'seven_zip' },
  { bytes: [0x42, 0x5a, 0x68], is: 'bzip2' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], is: 'zstd' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], is: 'xz' },
  { bytes: [0x50, 0x41, 0x52, 0x31], is: 'parquet' },
  {
    bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
    is: 'sqlite',
  },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], is: 'program' },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE2 = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Control characters other than tab, line ends, NUL, Ctrl-Z and ESC. Random bytes hold a tenth; text holds none. */
const CONTROL_SHARE = 0.02;
const NUL_SHARE = 0.1;

/** Tells a table from a workbook from what is neither. */
export function sniff(start: Uint8Array): Content {
  const begins = (bytes: readonly number[]): boolean => bytes.every((byte, index) => start[index] === byte);
  if (begins(ZIP)) return { kind: 'zip' };
  if (begins(OLE2)) return { kind: 'ole2' };
  const signature = SIGNATURES.find(({ bytes }) => begins(bytes));
  if (signature !== undefined) return { kind: 'other', looksLike: signature.is };
  const encoding = encodingOfStart(start)?.name ?? 'utf-8';
  if (!encoding.startsWith('utf-16') && looksBinary(start)) {
    return { kind: 'other', looksLike: 'binary' };
  }
  const text = new TextDecoder(encoding).decode(start.subarray(0, LOOKED_AT)).trimStart();
  if (text === '') return start.length <= LOOKED_AT ? { kind: 'empty' } : { kind: 'csv' };
  const markup = text.startsWith('<') ? markupIn(start, encoding) : null;
  if (markup !== null) return markup;
  if (/^(\{\s*("|$)|\[\s*[[{])/.test(text)) {
    return { kind: 'other', looksLike: 'json' };
  }
  return { kind: 'csv' };
}

const LOOKED_AT = 4096;
const ROOT = /^<(?:!doctype html|html|head|body|meta|table|style)\b/i;
const WORKBOOK_IN_XML = /urn:schemas-microsoft-com:office:spreadsheet|urn:oasis:names:tc:opendocument:xmlns:office/;

/** What a text is that begins as markup does; null where it is none that one knows. */
function markupIn(start: Uint8Array, encoding: string): Content | null {
  const text = new TextDecoder(encoding).decode(start);
  const declared = /^\s*<\?xml/i.test(text);
  const root = afterProlog(text);
  if (ROOT.test(text.slice(root, root + LOOKED_AT))) return { kind: 'markup' };
  if (declared) {
    return WORKBOOK_IN_XML.test(text.slice(0, LOOKED_AT)) ? { kind: 'markup' } : { kind: 'other', looksLike: 'xml' };
  }
  // Nothing but comments.
  if (root === text.length) return { kind: 'other', looksLike: 'web_page' };
  return null;
}

/** Where the first element stands: behind spaces, an XML declaration and comments, each passed once. */
function afterProlog(text: string): number {
  let at = 0;
  for (;;) {
    while (at < text.length && text.charAt(at).trim() === '') at++;
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null;
    if (end === null) return at;
    const close = text.indexOf(end, at + 2);
    if (close < 0) return text.length;
    at = close + end.length;
  }
}

/** Bytes that no text holds many of. */
const CONTROLS = Array.from({ length: 0x20 }, (_, byte) => byte).filter(
  (byte) => ![0, 9, 10, 12, 13, 0x1a, 0x1b].includes(byte),
);

function looksBinary(bytes: Uint8Array): boolean {
  // Nearly every file holds none, which is known a hundred times faster than they are counted.
  const nuls = countOf(bytes, 0);
  if (nuls > NUL_SHARE * bytes.length) return true;
  const controls = CONTROLS.reduce((sum, byte) => sum + countOf(bytes, byte), 0);
  return controls > CONTROL_SHARE * bytes.length;
}

function countOf(bytes: Uint8Array, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}
