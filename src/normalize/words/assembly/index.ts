/**
 * Texts looked through word by word, as bytes of UTF-8: in JavaScript, V8 takes several times as long to compile the loops
 * as they run for fifty thousand names. A piece of a column is put into this program's memory, and what its texts are is
 * read there. Words that are more than letters and digits of ASCII are told by whoever calls, each once.
 */

/** Bytes of a piece, at most; as many texts, at most. */
const MOST_BYTES: usize = 0x1_0000;
const MOST_TEXTS: usize = 0x4000;
/** Odd words that are kept, bytes of all of them, and letters of all their keys, of which each takes two bytes. */
const MOST_WORDS: u32 = 0x400;
const WORD_BYTES: u32 = 0x8000;
const KEY_LETTERS: u32 = 0x4000;
/** Twice as many slots as words; 0 = free, or the number of a word. */
const SLOTS: u32 = MOST_WORDS << 1;
/** Of a word: its hash, where it stands and ends, where its key stands and ends. */
const WORD: usize = 20;

const begins: usize = (__heap_base + 15) & ~15;
const input: usize = begins + 0x100;
const offsets: usize = input + MOST_BYTES;
const kinds: usize = offsets + ((MOST_TEXTS + 1) << 2);
const hashes: usize = (kinds + MOST_TEXTS + 3) & ~3;
const list: usize = hashes + (MOST_TEXTS << 2);
const slots: usize = list + (MOST_TEXTS << 2);
const words: usize = slots + ((<usize>SLOTS) << 2);
const wordBytes: usize = words + <usize>MOST_WORDS * WORD + WORD;
const keys: usize = wordBytes + WORD_BYTES;
const end: usize = keys + ((<usize>KEY_LETTERS) << 1);

/** What a text is: nothing, plain, plain and perhaps a word for nothing, words that say themselves, to be read. */
const EMPTY: u8 = 0;
const PLAIN: u8 = 1;
const UNSURE: u8 = 2;
const WORDS: u8 = 3;
const OTHER: u8 = 4;

const SPACE: u32 = 0x20;
const LOWER_CASE: u32 = 0x20;

let known: u32 = 0;
let bytesUsed: u32 = 0;
let lettersUsed: u32 = 0;
let listed: u32 = 0;
let unknownAt: usize = 0;
let unknownEnd: usize = 0;

/** Asks for all memory that it needs; false where there is none. */
export function hasRoom(): bool {
  const more = <i32>((end + 0xffff) >> 16) - memory.size();
  return more <= 0 || memory.grow(more) >= 0;
}

/** By byte, 1 where a word for nothing may begin so. */
export function beginsAt(): usize {
  return begins;
}

export function inputAt(): usize {
  return input;
}

/** One more than texts: where each begins, of all bytes of the column. */
export function offsetsAt(): usize {
  return offsets;
}

/** By text of the piece. */
export function kindsAt(): usize {
  return kinds;
}

/** By text of the piece: the hash of its key, where it is plain or words. */
export function hashesAt(): usize {
  return hashes;
}

/** The texts of the piece that are to be read, ascending, and how many they are. */
export function listAt(): usize {
  return list;
}

export function listLength(): u32 {
  return listed;
}

/** A word that `look` does not know: where it stands, and ends. */
export function wordAt(): usize {
  return unknownAt;
}

export function wordEnd(): usize {
  return unknownEnd;
}

/** Where the letters of its key go, two bytes each, and for how many there is room. */
export function keyAt(): usize {
  return keys + ((<usize>lettersUsed) << 1);
}

export function keyRoom(): u32 {
  return KEY_LETTERS - lettersUsed;
}

/** Forgets all words. */
export function start(): void {
  known = 0;
  bytesUsed = 0;
  lettersUsed = 0;
  memory.fill(slots, 0, (<usize>SLOTS) << 2);
}

/** Takes the word that `look` did not know, with so many letters of its key; −1 = it does not say itself. */
export function know(letters: i32): void {
  const length = <u32>(unknownEnd - unknownAt);
  known++;
  const word = words + <usize>known * WORD;
  const hash = hashOfWord(unknownAt, unknownEnd);
  store<u32>(word, hash);
  store<u32>(word, bytesUsed, 4);
  memory.copy(wordBytes + bytesUsed, unknownAt, length);
  bytesUsed += length;
  store<u32>(word, bytesUsed, 8);
  // A key that ends before it begins is none.
  store<u32>(word, letters < 0 ? 1 : lettersUsed, 12);
  if (letters > 0) lettersUsed += <u32>letters;
  store<u32>(word, letters < 0 ? 0 : lettersUsed, 16);
  store<u32>(slotOf(unknownAt, unknownEnd, hash), known);
}

/**
 * Looks at the texts of a piece from one of them on.
 *
 * @param base where the piece begins, of all bytes of the column
 * @param longest bytes of a word for nothing, at most
 * @returns the text that has a word which is not known, which may be told and looked at again; `count` = all are looked at
 */
export function look(from: u32, count: u32, base: u32, longest: u32): u32 {
  if (from === 0) listed = 0;
  for (let text = from; text < count; text++) {
    const at = input + (load<u32>(offsets + ((<usize>text) << 2)) - base);
    const last = input + (load<u32>(offsets + ((<usize>text) << 2), 4) - base);
    const kind = at === last ? EMPTY : kindOf(text, at, last, longest);
    if (kind === 0xff) return text;
    store<u8>(kinds + text, kind);
    if (kind === EMPTY || kind === UNSURE || kind === OTHER) {
      store<u32>(list + ((<usize>listed) << 2), text);
      listed++;
    }
  }
  return count;
}

/** @returns 0xff = it has a word that is not known */
function kindOf(text: u32, start: usize, last: usize, longest: u32): u8 {
  const first = <u32>load<u8>(start);
  const isSure = isLetter(first) && load<u8>(begins + first) === 0;
  let isPlain = true;
  let hash: u32 = 0;
  /** The last letter of the key so far. */
  let before: u32 = 0;
  for (let at = start; ; at++) {
    const word = at;
    while (at < last && isLetter(load<u8>(at))) at++;
    if (at === last || load<u8>(at) === SPACE) {
      if (at === word) return OTHER;
      let code = <u32>load<u8>(word);
      // Digits of two words are kept apart.
      if (isDigit(code) && isDigit(before)) {
        if (!isSure) return OTHER;
        isPlain = false;
        hash = withLetter(hash, SPACE);
      }
      for (let letter = word; letter < at; letter++) {
        code = load<u8>(letter) | LOWER_CASE;
        hash = withLetter(hash, code);
      }
      before = code;
    } else {
      if (!isSure) return OTHER;
      isPlain = false;
      while (at < last && load<u8>(at) !== SPACE) at++;
      const slot = slotOf(word, at, hashOfWord(word, at));
      const number = load<u32>(slot);
      if (number === 0) {
        if (known === MOST_WORDS || <u32>(at - word) > WORD_BYTES - bytesUsed) return OTHER;
        unknownAt = word;
        unknownEnd = at;
        return 0xff;
      }
      const entry = words + <usize>number * WORD;
      const from = load<u32>(entry, 12);
      const to = load<u32>(entry, 16);
      if (from > to) return OTHER;
      for (let letter = from; letter < to; letter++) {
        const code = <u32>load<u16>(keys + ((<usize>letter) << 1));
        if (letter === from && isDigit(code) && isDigit(before)) hash = withLetter(hash, SPACE);
        hash = withLetter(hash, code);
        before = code;
      }
    }
    if (at === last) break;
  }
  store<u32>(hashes + ((<usize>text) << 2), spread(hash));
  if (!isPlain) return WORDS;
  return <u32>(last - start) <= longest && load<u8>(begins + first) !== 0 ? UNSURE : PLAIN;
}

/** The slot of a word, or that where it goes. */
function slotOf(start: usize, last: usize, hash: u32): usize {
  let at = slots + ((<usize>(hash & (SLOTS - 1))) << 2);
  for (let number = load<u32>(at); number !== 0; number = load<u32>(at)) {
    if (isWord(words + <usize>number * WORD, start, last, hash)) break;
    at += 4;
    if (at === words) at = slots;
  }
  return at;
}

function isWord(word: usize, start: usize, last: usize, hash: u32): bool {
  if (load<u32>(word) !== hash) return false;
  const from = load<u32>(word, 4);
  if (<u32>(last - start) !== load<u32>(word, 8) - from) return false;
  for (let at = start, other = wordBytes + from; at < last; at++, other++) {
    if (load<u8>(at) !== load<u8>(other)) return false;
  }
  return true;
}

function hashOfWord(start: usize, last: usize): u32 {
  let hash: u32 = 0;
  for (let at = start; at < last; at++) hash = withLetter(hash, load<u8>(at));
  return spread(hash);
}

/** As normalize/company-numbers.ts has it. */
function withLetter(hash: u32, code: u32): u32 {
  return ((hash ^ code) * 0x9e3779b1) ^ (hash >>> 15);
}

function spread(hash: u32): u32 {
  const mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
  return mixed ^ (mixed >>> 13);
}

function isLetter(byte: u32): bool {
  return (byte | LOWER_CASE) - 0x61 < 26 || isDigit(byte);
}

function isDigit(code: u32): bool {
  return code - 0x30 < 10;
}
