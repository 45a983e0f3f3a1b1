import { Declined } from './declined.js';
import { withoutEscapes, withoutReturns, xmlText } from './xml-text.js';
import { assertUtf8, XmlTokens } from './xml-tokens.js';

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const T = 0x74;

/** Strings kept once they were asked for. Writers number strings as they meet them: categories come early. */
export const KEPT = 65_536;
/** `ends` of a string that is not one stretch of plain bytes; its `starts` is then a place in `built`. */
const BUILT = 0xffffffff;

/**
 * The shared strings of a workbook: the bytes of their part, and where each string lies in them, so that a string
 * exists only when a cell asks for it. Runs of rich text are joined, phonetic runs are left out (ECMA-376 part 1, 18.4).
 */
export class SharedStrings {
  readonly #bytes: Buffer;
  readonly #tokens = new XmlTokens();
  readonly #built: string[] = [];
  readonly #kept: (string | undefined)[] = [];
  #starts = new Uint32Array(4096);
  #ends = new Uint32Array(4096);
  #size = 0;

  /** @param bytes the whole part. @throws Declined when it is no list of strings */
  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#tokens.reset(bytes, 0);
    while (this.#tokens.advance() && this.#tokens.kind !== 'open' && this.#tokens.kind !== 'empty');
    assertUtf8(bytes);
    if (this.#tokens.name !== 'sst') throw new Declined('no list of shared strings');
    if (this.#tokens.kind === 'open') this.#scan(this.#tokens.next);
  }

  get size(): number {
    return this.#size;
  }

  /** @throws Declined when there is no such string */
  text(index: number): string {
    const kept = this.#kept[index];
    if (kept !== undefined) return kept;
    if (!(index < this.#size)) throw new Declined(`no shared string ${index}`);
    const start = this.#starts[index] ?? 0;
    const end = this.#ends[index] ?? 0;
    const text = end === BUILT ? (this.#built[start] ?? '') : xmlText(this.#bytes, start, end);
    if (index < KEPT) {
      // Filled from the front, so that it stays a plain list.
      while (this.#kept.length <= index) this.#kept.push(undefined);
      this.#kept[index] = text;
    }
    return text;
  }

  #scan(from: number): void {
    const bytes = this.#bytes;
    let at = from;
    for (;;) {
      at = bytes.indexOf(LT, at);
      if (at < 0) throw new Declined('the shared strings have no end');
      const next = this.#plain(at);
      if (next < 0) {
        this.#tokens.reset(bytes, at);
        if (!this.#tokens.advance()) throw new Declined('the shared strings have no end');
        const { kind, name } = this.#tokens;
        if (kind === 'close' && name === 'sst') return;
        if (name === 'si' && kind === 'open') this.#rich();
        else if (name === 'si' && kind === 'empty') this.#addBuilt('');
        at = this.#tokens.next;
      } else at = next;
    }
  }

  /** Adds `<si><t>text</t></si>`, as nearly all are; returns where it ends, or -1 when it is anything else. */
  #plain(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at + 1] !== 0x73 || bytes[at + 2] !== 0x69 || bytes[at + 3] !== GT) return -1;
    if (bytes[at + 4] !== LT || bytes[at + 5] !== T) return -1;
    let start = at + 6;
    if (bytes[start] !== GT) {
      if (bytes[start] !== 0x20) return -1;
      // xml:space: the text is taken as it is anyway.
      start = bytes.indexOf(GT, start);
      if (start < 0 || bytes[start - 1] === SLASH) return -1;
    }
    start++;
    const length = bytes.length;
    let end = start;
    while (end < length && bytes[end] !== LT) end++;
    const next = end + 9;
    if (next > length || bytes[end + 1] !== SLASH || bytes[end + 2] !== T || bytes[end + 3] !== GT) return -1;
    if (bytes[end + 4] !== LT || bytes[end + 5] !== SLASH || bytes[end + 6] !== 0x73 || bytes[next - 1] !== GT)
      return -1;
    this.#add(start, end);
    return next;
  }

  /** Adds a string of any other make; the opening tag was read. */
  #rich(): void {
    const text = textElements(this.#tokens, 'si');
    if (text === null) throw new Declined('the shared strings have no end');
    this.#addBuilt(text);
  }

  #addBuilt(text: string): void {
    this.#add(this.#built.length, BUILT);
    this.#built.push(text);
  }

  #add(start: number, end: number): void {
    if (this.#size === this.#starts.length) {
      this.#starts = longer(this.#starts);
      this.#ends = longer(this.#ends);
    }
    this.#starts[this.#size] = start;
    this.#ends[this.#size++] = end;
  }
}

/**
 * The texts of all `t` elements up to the closing tag of `parent`, joined, without phonetic runs; null when the bytes
 * end before it.
 */
export function textElements(tokens: XmlTokens, parent: string): string | null {
  let text = '';
  let phonetic = 0;
  let inText = false;
  while (tokens.advance()) {
    const { kind, name, bytes, from, to } = tokens;
    if (kind === 'close' && name === parent) return withoutReturns(text);
    if (name === 'rPh' && kind !== 'empty') phonetic += kind === 'open' ? 1 : -1;
    else if (name === 't') inText = kind === 'open' && phonetic === 0;
    else if (inText && kind === 'text') text += withoutEscapes(bytes.toString('utf8', from, to));
    else if (inText && kind === 'cdata') text += bytes.toString('utf8', from, to);
  }
  return null;
}

function longer(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
