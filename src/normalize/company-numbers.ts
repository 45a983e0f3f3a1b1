import { companyKey, isKeyOfLetters } from '../model/company-name.js';

const [SPACE, LOWER_CASE] = [0x20, 0x20];

/** Names by the company that they are: those of one `companyKey` have one number, from 1 on; 0 = a name without letters. */
export interface CompanyNumbers {
  readonly numberOf: Uint32Array;
  /** The greatest number. */
  readonly companies: number;
}

/**
 * Numbers names by their company, in the order in which companies are met. Nearly all of hundreds of thousands of names
 * are plain: their keys are compared letter by letter as they stand, and no text is made (an open-addressing table, at
 * most half full).
 */
export function companyNumbers(names: readonly string[]): CompanyNumbers {
  const numberOf = new Uint32Array(names.length);
  const mask = 2 ** Math.ceil(Math.log2(2 * names.length + 2)) - 1;
  /** Numbers; 0 = free. */
  const slots = new Uint32Array(mask + 1);
  /** By number: the hash of the key, and the place of the first name that has it. */
  const hashes = new Int32Array(names.length + 1);
  const firsts = new Uint32Array(names.length + 1);
  /** The keys of names that are not plain, by place. */
  const keys = new Map<number, string>();
  let companies = 0;
  for (let at = 0; at < names.length; at++) {
    const name = names[at] as string;
    const isPlain = isKeyOfLetters(name);
    const key = isPlain ? name : companyKey(name);
    if (key === '') continue;
    const hash = isPlain ? hashOfLetters(key) : hashOf(key);
    let slot = hash & mask;
    let number = slots[slot] as number;
    while (number !== 0) {
      const first = firsts[number] as number;
      if (
        hashes[number] === hash &&
        areEqual(key, isPlain, keys.get(first) ?? (names[first] as string), !keys.has(first))
      )
        break;
      slot = (slot + 1) & mask;
      number = slots[slot] as number;
    }
    if (number === 0) {
      number = ++companies;
      slots[slot] = number;
      hashes[number] = hash;
      firsts[number] = at;
      if (!isPlain) keys.set(at, key);
    }
    numberOf[at] = number;
  }
  return { numberOf, companies };
}

/** Of a plain name, as its key would have it: without spaces and in lower case. */
function hashOfLetters(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code !== SPACE) hash = withLetter(hash, code | LOWER_CASE);
  }
  return spread(hash);
}

/** Of a key: that of its letters, put through `withLetter` one by one from 0 on, and through `spread`. */
export function hashOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = withLetter(hash, key.charCodeAt(at));
  return spread(hash);
}

/** A hash with one more letter. */
function withLetter(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x9e3779b1) ^ (hash >>> 15);
}

/** A hash of all letters. */
function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** Whether two keys are equal, each given as it is, or as the plain name whose key it is. */
function areEqual(a: string, aIsPlain: boolean, b: string, bIsPlain: boolean): boolean {
  let other = 0;
  for (let at = 0; at < a.length; at++) {
    let code = a.charCodeAt(at);
    if (aIsPlain) {
      if (code === SPACE) continue;
      code |= LOWER_CASE;
    }
    if (bIsPlain && b.charCodeAt(other) === SPACE) other++;
    if (other >= b.length) return false;
    const letter = b.charCodeAt(other++);
    if (code !== (bIsPlain ? letter | LOWER_CASE : letter)) return false;
  }
  return other === b.length;
}
