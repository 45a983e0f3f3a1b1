import { cleanText } from '../../locale/fold.js';
import { pieceEnd, type SmallProgram, smallProgram } from '../../loops/small-program.js';
import { companyKey } from '../../model/company-name.js';
import { cellText } from '../../model/text-column.js';
import type { WrittenTexts } from '../../model/written-texts.js';
import { LONGEST_MISSING, mayBeMissing } from '../parse/text.js';
import base64 from './assembly/index.js?kernel';

/** What the program gives, as assembly/index.ts says. */
interface Exports {
  hasRoom(): number;
  beginsAt(): number;
  inputAt(): number;
  offsetsAt(): number;
  kindsAt(): number;
  hashesAt(): number;
  listAt(): number;
  listLength(): number;
  wordAt(): number;
  wordEnd(): number;
  keyAt(): number;
  keyRoom(): number;
  start(): void;
  know(letters: number): void;
  look(from: number, count: number, base: number, longest: number): number;
}

const program = smallProgram<Exports>(base64);

/** What may stand between the names of a cell that holds several, or behind the module of a reference. */
const CUTS = /[;:]/;

/**
 * What a text is: empty; words of ASCII letters and digits, with a space between them, never with digits on both sides;
 * such a one that may stand for nothing; words with odd ones among them, or digits on both sides of a space, that surely
 * name one company as they stand; or one that has to be read.
 */
export const TEXT_KINDS = { empty: 0, plain: 1, unsure: 2, words: 3, other: 4 } as const;

export interface WordTexts {
  /** By text. */
  readonly kinds: Uint8Array;
  /** By text: the hash of its `companyKey`, as `hashOf` has it, where it is plain or words. */
  readonly hashes: Int32Array;
  /** Those that have to be read, whatever they are, ascending: all that do not surely say themselves as they stand. */
  readonly left: readonly number[];
}

/**
 * Looks through texts word by word. Thousands of names that are not plain have a few words that are not: `Customer 17
 * İzmir`, `Customer 5 İzmir`. Those are read once, and no text is made of the others: folding one takes several
 * microseconds.
 *
 * Words stand for themselves because nothing that is done to a text reaches across a space of ASCII: letters are
 * neither composed nor put in order there, and it ends the word that a sigma may be the last of.
 */
export function lookThroughWords(texts: WrittenTexts): WordTexts {
  const { offsets, length } = texts;
  const looked = { kinds: new Uint8Array(length), hashes: new Int32Array(length), left: [] as number[] };
  const begun = begin();
  for (let from = 0; from < length; ) {
    const to = begun === null ? from : pieceEnd(offsets, from, length);
    if (begun !== null && to > from) lookAtPiece(begun, texts, from, to, looked);
    else {
      looked.kinds[from] = TEXT_KINDS.other;
      looked.left.push(from);
    }
    from = Math.max(to, from + 1);
  }
  return looked;
}

/** The program, with all room that it needs and no words; null where there is none. */
function begin(): SmallProgram<Exports> | null {
  const made = program();
  if (made === null || made.run.hasRoom() === 0) return null;
  const begins = new Uint8Array(made.memory.buffer, made.run.beginsAt(), 0x100);
  for (let byte = 0; byte < begins.length; byte++) begins[byte] = mayBeMissing(byte, 0) ? 1 : 0;
  made.run.start();
  return made;
}

function lookAtPiece(
  { run, memory: { buffer } }: SmallProgram<Exports>,
  { bytes, offsets }: WrittenTexts,
  from: number,
  to: number,
  { kinds, hashes, left }: { readonly kinds: Uint8Array; readonly hashes: Int32Array; readonly left: number[] },
): void {
  const [base, count] = [offsets[from] as number, to - from];
  new Uint8Array(buffer, run.inputAt()).set(bytes.subarray(base, offsets[to]));
  new Uint32Array(buffer, run.offsetsAt()).set(offsets.subarray(from, to + 1));
  for (let text = 0; text < count; ) {
    text = run.look(text, count, base, LONGEST_MISSING);
    if (text < count) tellWord(run, buffer);
  }
  kinds.set(new Uint8Array(buffer, run.kindsAt(), count), from);
  hashes.set(new Int32Array(buffer, run.hashesAt(), count), from);
  for (const text of new Uint32Array(buffer, run.listAt(), run.listLength())) left.push(from + text);
}

/** Tells the key of the word that the program does not know. */
function tellWord(run: Exports, buffer: ArrayBufferLike): void {
  const bytes = new Uint8Array(buffer, run.wordAt(), run.wordEnd() - run.wordAt());
  const offsets = Uint32Array.of(0, bytes.length);
  const word = cellText({ kind: 'plain', length: 1, bytes: bytes.slice(), offsets }, 0);
  const key = CUTS.test(word) || cleanText(word) !== word ? null : companyKey(word);
  if (key === null || key.length > run.keyRoom()) run.know(-1);
  else {
    const letters = new Uint16Array(buffer, run.keyAt(), key.length);
    for (let at = 0; at < letters.length; at++) letters[at] = key.charCodeAt(at);
    run.know(key.length);
  }
}
