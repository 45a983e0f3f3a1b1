import { Declined } from './declined.js';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const COLON = 0x3a;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COMMENT = Buffer.from('<!--');
const CDATA = Buffer.from('<![CDATA[');

/** What stands at a place of an XML document. `other` is a comment or an instruction. */
export type TokenKind = 'text' | 'open' | 'close' | 'empty' | 'cdata' | 'other';

/**
 * Reads XML token by token from bytes that may end anywhere. It checks nothing that a reader of cells does not need,
 * but is not led astray by comments, CDATA, or `>` in an attribute.
 */
export class XmlTokens {
  kind: TokenKind = 'other';
  /** The tag's name without its prefix; '' for what is no tag. */
  name = '';
  /** Content of a text or CDATA; attributes of a tag. */
  from = 0;
  to = 0;
  /** Where the next token starts. */
  next = 0;
  bytes: Buffer = Buffer.alloc(0);

  /** Starts over in other bytes. */
  reset(bytes: Buffer, at: number): void {
    this.bytes = bytes;
    this.next = at;
  }

  /** Goes to the next token; false when the bytes end before it does. @throws Declined at a DOCTYPE */
  advance(): boolean {
    const { bytes, next: at } = this;
    if (at >= bytes.length) return false;
    if (bytes[at] !== LT) {
      const end = bytes.indexOf(LT, at);
      return end >= 0 && this.set('text', '', at, end, end);
    }
    const after = bytes[at + 1];
    if (after === BANG) return this.declaration(at);
    if (after === QUESTION) return this.until('?>', 'other', at + 2);
    const end = tagEnd(bytes, at + 1);
    if (end < 0) return false;
    const close = after === SLASH;
    const empty = !close && bytes[end - 1] === SLASH;
    let from = at + (close ? 2 : 1);
    let to = from;
    for (; to < end && isNameByte(bytes[to] ?? 0); to++) if (bytes[to] === COLON) from = to + 1;
    const name = bytes.toString('latin1', from, to);
    return this.set(close ? 'close' : empty ? 'empty' : 'open', name, to, empty ? end - 1 : end, end + 1);
  }

  /** An attribute of the tag, by its name with or without a prefix, entities and all; null when there is none. */
  attribute(name: string): string | null {
    const { bytes, to } = this;
    let at = this.from;
    while (at < to) {
      while (at < to && !isNameByte(bytes[at] ?? 0)) at++;
      let start = at;
      for (; at < to && isNameByte(bytes[at] ?? 0); at++) if (bytes[at] === COLON) start = at + 1;
      const end = at;
      while (at < to && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      const close = bytes.indexOf(bytes[at] ?? QUOTE, at + 1);
      if (close < 0 || close > to) return null;
      if (end - start === name.length && bytes.toString('latin1', start, end) === name) {
        return bytes.toString('utf8', at + 1, close);
      }
      at = close + 1;
    }
    return null;
  }

  private declaration(at: number): boolean {
    const { bytes } = this;
    if (startsWith(bytes, at, COMMENT)) return this.until('-->', 'other', at + COMMENT.length);
    if (startsWith(bytes, at, CDATA)) return this.until(']]>', 'cdata', at + CDATA.length);
    if (bytes.length - at < CDATA.length) return false;
    throw new Declined('a document type declaration');
  }

  private until(end: string, kind: TokenKind, from: number): boolean {
    const to = this.bytes.indexOf(end, from, 'latin1');
    return to >= 0 && this.set(kind, '', from, to, to + end.length);
  }

  private set(kind: TokenKind, name: string, from: number, to: number, next: number): true {
    this.kind = kind;
    this.name = name;
    this.from = from;
    this.to = to;
    this.next = next;
    return true;
  }
}

/** Where the tag that starts before `at` has its `>`, the quotes of attributes minded; -1 when it is not there yet. */
export function tagEnd(bytes: Buffer, at: number): number {
  let quote = 0;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === GT) return at;
    else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
  }
  return -1;
}

/** Throws unless XML starts here that is written in UTF-8. `bytes` must hold the first tag. */
export function assertUtf8(bytes: Buffer): void {
  const first = bytes[0] ?? 0;
  if (first === 0xff || first === 0xfe || bytes.subarray(0, 4).includes(0)) throw new Declined('UTF-16');
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(
    bytes.toString('latin1', 0, 200),
  );
  if (declared !== null && !/^(?:utf-?8|us-ascii)$/i.test(declared[1] ?? '')) throw new Declined('not UTF-8');
}

function startsWith(bytes: Buffer, at: number, prefix: Buffer): boolean {
  return bytes.length - at >= prefix.length && prefix.compare(bytes, at, at + prefix.length) === 0;
}

/** Letters, digits, `.`, `-`, `_`, `:` and everything beyond ASCII. */
function isNameByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x2d && byte <= 0x3a && byte !== SLASH) ||
    byte === 0x5f ||
    byte >= 0x80
  );
}
