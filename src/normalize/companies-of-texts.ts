import { cleanText } from '../locale/fold.js';
import { companyKey } from '../model/company-name.js';
import { cellText, type PlainColumn } from '../model/text-column.js';
import { hashOf } from './company-numbers.js';
import { isFailedFormula, isMissing } from './parse/text.js';
import { lookThroughWords, TEXT_KINDS } from './words/program.js';

const [SPACE, LOWER_CASE] = [0x20, 0x20];

/** What stands in a cell that holds more than a name: several of them, or the module of a reference before it. */
const MORE_THAN_A_NAME = /;|::::/;

/** Names of one company are looked through, which are few: so many times as many as there are texts, at most. */
const MOST_LOOKS = 4;

/** Texts by the name that they say, and names by the company that they are. */
export interface TextsOfCompanies {
  /** By text: the number of its name, from 1 on as names are met; 0 = it says nothing. */
  readonly nameOf: Uint32Array;
  /** By name: the first text that says it. Of 0: none. */
  readonly textOf: Uint32Array;
  /** How many names there are, 0 among them. */
  readonly names: number;
  /** By name: its company, as `companyNumbers` tells them apart. */
  readonly numberOf: Uint32Array;
  readonly companies: number;
}

/** The name that a cell says. */
export function nameIn(texts: PlainColumn, text: number): string {
  return cleanText(cellText(texts, text));
}

/** What texts are, before their companies are looked for. */
interface Looks {
  /** By text: one of `TEXT_KINDS`, and no longer unsure. */
  readonly kinds: Uint8Array;
  /** By text: the hash of the key of its name. */
  readonly hashes: Int32Array;
  /** Texts that had to be read. */
  readonly others: Map<number, OtherText>;
}

interface OtherText {
  readonly name: string;
  readonly key: string;
  /** Its name is written otherwise than in its cell. */
  readonly isCleaned: boolean;
}

/** A text that says nothing, one that is plain, and one that had to be read; others are words that say themselves. */
const { empty: NOTHING, plain: PLAIN, other: OTHER } = TEXT_KINDS;

/**
 * What `readCategory` and `companyNumbers` tell of distinct texts, found of their bytes: nearly all of hundreds of
 * thousands of names are plain, and no text is made of them. Null where a cell holds more than a name, or where that would
 * take long; `'own'` where the first text says nothing, and each other one names a company of its own.
 */
export function companiesOfTexts(texts: PlainColumn): TextsOfCompanies | 'own' | null {
  const { length } = texts;
  const looked = looksOf(texts);
  if (looked === null) return null;
  const { kinds, hashes, others } = looked;
  const size = 2 ** Math.ceil(Math.log2(2 * length + 2));
  /** Companies; 0 = free. At most half of it is taken. */
  const slots = length <= 0x1_0000 ? new Uint16Array(size) : new Uint32Array(size);
  const own = takeOwn(texts, looked, slots);
  if (own === length) return 'own';
  const nameOf = new Uint32Array(length);
  const textOf = new Uint32Array(length + 1);
  const numberOf = new Uint32Array(length + 1);
  /** By name: the one before it of the same company; 0 = none. */
  const before = new Uint32Array(length + 1);
  /** By company: its first text, and the last of its names. */
  const firstOf = new Uint32Array(length + 1);
  const lastOf = new Uint32Array(length + 1);
  for (let text = 1; text < own; text++) {
    for (const list of [nameOf, textOf, numberOf, firstOf, lastOf]) list[text] = text;
  }
  let names = Math.max(0, own - 1);
  let companies = names;
  /** Whether any name is written otherwise than in its cell: then another cell may say the same. */
  let isCleaned = false;
  for (const [text, other] of others) isCleaned ||= text < own && other.isCleaned;

  let looks = 0;
  /** The name of a company that is written so; 0 = none. */
  const nameOfCompany = (company: number, written: string): number => {
    let one = lastOf[company] as number;
    for (; one !== 0 && nameIn(texts, textOf[one] as number) !== written; looks++) one = before[one] as number;
    return one;
  };
  const mask = size - 1;
  for (let text = own; text < length; text++) {
    const kind = kinds[text] as number;
    if (kind === NOTHING) continue;
    const hash = hashes[text] as number;
    const other = kind === OTHER ? others.get(text) : undefined;
    if (other?.isCleaned === true) isCleaned = true;
    let slot = hash & mask;
    let company = slots[slot] as number;
    while (company !== 0 && !areOne(texts, firstOf[company] as number, text, looked)) {
      slot = (slot + 1) & mask;
      company = slots[slot] as number;
    }
    if (company === 0) {
      company = ++companies;
      slots[slot] = company;
      firstOf[company] = text;
    } else if (isCleaned) {
      const same = nameOfCompany(company, other?.name ?? cellText(texts, text));
      if (looks > MOST_LOOKS * length) return null;
      if (same !== 0) {
        nameOf[text] = same;
        continue;
      }
    }
    names++;
    nameOf[text] = names;
    textOf[names] = text;
    numberOf[names] = other?.key === '' ? 0 : company;
    before[names] = lastOf[company] as number;
    lastOf[company] = names;
  }
  return { nameOf, textOf: textOf.subarray(0, names + 1), names: names + 1, numberOf, companies };
}

/**
 * Gives each text behind the first, which says nothing, a company of its own, numbered as the text is, up to the first one
 * that has none. Mostly that is all of them, and then nobody needs a list of what is what.
 *
 * @param slots an empty table, of a power of two
 * @returns how many texts that are; 0 where the first says something
 */
function takeOwn(texts: PlainColumn, looked: Looks, slots: Uint16Array | Uint32Array): number {
  const { kinds, hashes, others } = looked;
  if (texts.length === 0 || kinds[0] !== NOTHING) return 0;
  const mask = slots.length - 1;
  for (let text = 1; text < texts.length; text++) {
    const kind = kinds[text] as number;
    if (kind === NOTHING || (kind === OTHER && others.get(text)?.key === '')) return text;
    let slot = (hashes[text] as number) & mask;
    for (let other = slots[slot] as number; other !== 0; other = slots[slot] as number) {
      if (areOne(texts, other, text, looked)) return text;
      slot = (slot + 1) & mask;
    }
    slots[slot] = text;
  }
  return texts.length;
}

/** Whether two texts name one company. */
function areOne(texts: PlainColumn, first: number, text: number, looked: Looks): boolean {
  const { kinds, hashes } = looked;
  if (hashes[first] !== hashes[text]) return false;
  if (kinds[first] === PLAIN && kinds[text] === PLAIN) return areSameLetters(texts, text, first);
  return keyOf(texts, text, looked) === keyOf(texts, first, looked);
}

/** Reads the texts that do not say themselves: null where one holds more than a name. */
function looksOf(texts: PlainColumn): Looks | null {
  const { kinds, hashes, left } = lookThroughWords(texts);
  const looks: Looks = { kinds, hashes, others: new Map() };
  return left.every((text) => lookAt(texts, text, looks)) ? looks : null;
}

/** Reads one text. @returns false where it holds more than a name */
function lookAt(texts: PlainColumn, text: number, { kinds, hashes, others }: Looks): boolean {
  const written = cellText(texts, text);
  if (isMissing(written)) {
    kinds[text] = NOTHING;
    return true;
  }
  if (kinds[text] === TEXT_KINDS.unsure) {
    kinds[text] = PLAIN;
    return true;
  }
  const name = cleanText(written);
  if (isFailedFormula(name)) {
    kinds[text] = NOTHING;
    return true;
  }
  // Of the cleaned text, as whoever cuts names apart looks at it: an invisible mark may stand between the colons.
  if (MORE_THAN_A_NAME.test(name)) return false;
  const key = companyKey(name);
  others.set(text, { name, key, isCleaned: name !== written });
  kinds[text] = OTHER;
  hashes[text] = hashOf(key);
  return true;
}

/** The key of the name that a text says. */
function keyOf(texts: PlainColumn, text: number, { kinds, others }: Looks): string {
  if (kinds[text] === PLAIN) return keyOfPlain(texts, text);
  const other = others.get(text);
  if (other !== undefined) return other.key;
  const name = cellText(texts, text);
  const key = companyKey(name);
  others.set(text, { name, key, isCleaned: false });
  return key;
}

/** The key of a plain text: its letters and digits in lower case. */
function keyOfPlain(texts: PlainColumn, text: number): string {
  return cellText(texts, text).toLowerCase().replaceAll(' ', '');
}

/** Whether two plain texts have the same key. */
function areSameLetters({ bytes, offsets }: PlainColumn, a: number, b: number): boolean {
  let one = offsets[a] as number;
  let other = offsets[b] as number;
  const [end, otherEnd] = [offsets[a + 1] as number, offsets[b + 1] as number];
  for (; one < end; one++) {
    const byte = bytes[one] as number;
    if (byte === SPACE) continue;
    if (bytes[other] === SPACE) other++;
    if (other >= otherEnd || ((bytes[other] as number) | LOWER_CASE) !== (byte | LOWER_CASE)) return false;
    other++;
  }
  return other === otherEnd;
}
