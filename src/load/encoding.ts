import { isAscii, isUtf8 } from 'node:buffer';
import { UserError } from '../errors/user-error.js';
import { createCharacterCutter } from './decode.js';
import { encodingNamed } from './encoding-names.js';

export interface Encoding {
  /** A name that `createDecoder` knows. */
  readonly name: string;
  /** Neither the user nor the file said so: it is what the bytes look like. */
  readonly guessed: boolean;
  /** They look like none that is known, so that the name is but the commonest. */
  readonly unknown?: true;
}

/** Bytes looked at for a code page: some thousand names. */
const CODE_PAGE_SAMPLE = 64 * 1024;
/** Bytes before the first foreign one that are looked at too. */
const BEFORE = 64;
const LINE_END = Buffer.from('\n');

/** The encoding that a BOM or the pattern of NULs tells, from the first bytes of a file; null when neither does. */
export function encodingOfStart(start: Uint8Array): Encoding | null {
  const [a, b, c] = start;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { name: 'utf-8', guessed: false };
  if (a === 0xff && b === 0xfe) return { name: 'utf-16le', guessed: false };
  if (a === 0xfe && b === 0xff) return { name: 'utf-16be', guessed: false };
  return utf16WithoutBom(start);
}

/** Characters beyond ASCII, all of them valid, from which the beginning of a file settles that the file is UTF-8. */
const ENOUGH = 16;

/**
 * UTF-8, if the first bytes alone say so: they are the whole file, or hold so many valid characters beyond ASCII that
 * what comes later cannot make it another encoding. Null when the rest of the file must be seen.
 */
export function utf8OfStart(start: Uint8Array, startIsAll: boolean): Encoding | null {
  const whole = createCharacterCutter()(start, startIsAll);
  if (!isUtf8(whole)) return null;
  if (startIsAll) return { name: 'utf-8', guessed: false };
  if (isAscii(whole)) return null;
  let characters = 0;
  for (const byte of whole) if (byte >= 0xc0 && ++characters === ENOUGH) return { name: 'utf-8', guessed: false };
  return null;
}

/** The encoding that the user named. @throws UserError unknown_encoding */
export function namedEncoding(label: string): Encoding {
  const name = encodingNamed(label);
  if (name === null) throw new UserError('unknown_encoding', { encoding: label }, {});
  return { name, guessed: false };
}

/** Watches a file's bytes go by and says at the end whether all of it is UTF-8; `add` says whether it still may be. */
export function createUtf8Check(): { add(bytes: Uint8Array): boolean; valid(): boolean } {
  const cut = createCharacterCutter();
  let valid = true;
  return {
    add(bytes) {
      valid = valid && isUtf8(cut(bytes, false));
      return valid;
    },
    valid: () => valid && isUtf8(cut(new Uint8Array(0), true)),
  };
}

/**
 * The encoding of a file that is not all UTF-8: UTF-8 with damaged places, or a code page.
 *
 * UTF-8 multi-byte characters hardly come about by accident: Persian in windows-1256 and French, Turkish, Russian
 * texts in theirs have fewer than one such accident in ten bytes beyond ASCII. So where most sequences beyond ASCII
 * are valid, the file is UTF-8, and the others are damage that is reported by row.
 */
export async function encodingOfDamagedText(pieces: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const cut = createCharacterCutter();
  const sample: Buffer[] = [];
  let sampled = 0;
  let before: Buffer = Buffer.alloc(0);
  let follows = false;
  let valid = 0;
  let damaged = 0;
  const count = (bytes: Buffer): void => {
    for (const character of bytes.toString('utf8')) {
      const code = character.charCodeAt(0);
      if (code === 0xfffd) damaged++;
      else if (code >= 0x80) valid++;
    }
  };
  for await (const piece of pieces) {
    count(cut(piece, false));
    const left = CODE_PAGE_SAMPLE - sampled;
    const foreign = left > 0 ? piece.findIndex((byte) => byte >= 0x80) : -1;
    if (foreign >= 0) {
      // From a little before, so that the first word is whole; words of different places are kept apart.
      const begin = follows ? 0 : Math.max(0, foreign - BEFORE);
      if (!follows) sample.push(LINE_END, begin === 0 ? before : Buffer.alloc(0));
      const part = Buffer.from(piece.subarray(begin, begin + left));
      sample.push(part);
      sampled += part.length;
    }
    follows = foreign >= 0;
    before = Buffer.concat([before, piece.subarray(-BEFORE)]).subarray(-BEFORE);
  }
  count(cut(new Uint8Array(0), true));
  if (damaged === 0 || valid > damaged) return { name: 'utf-8', guessed: false };
  const { guessCodePage } = await import('./code-page.js');
  const { page, known } = guessCodePage(Buffer.concat(sample));
  return { name: page, guessed: true, ...(known ? {} : { unknown: true }) };
}

/** ASCII characters in UTF-16 have a NUL as their other byte; the first of a pair is hardly ever one in the same file. */
const NUL_SHARE = 0.2;
/** Of the NULs at their place. */
const OTHER_NULS = 0.1;

function utf16WithoutBom(start: Uint8Array): Encoding | null {
  const pairs = Math.min(start.length, 4096) >> 1;
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (start[2 * pair] === 0) first++;
    if (start[2 * pair + 1] === 0) second++;
  }
  if (second > NUL_SHARE * pairs && first < OTHER_NULS * second) return { name: 'utf-16le', guessed: true };
  if (first > NUL_SHARE * pairs && second < OTHER_NULS * first) return { name: 'utf-16be', guessed: true };
  return null;
}
