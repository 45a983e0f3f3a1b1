import { foldText } from '../locale/fold.js';
import { categoryAt } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import { cellText } from '../model/text-column.js';

/** What a violation is about, so that the same one is known again in another export. */
export interface Identity {
  /** The record, customer or column. Never a row number, a date or an amount: those change while the fault stays. */
  readonly entity: string;
  /** The field in question; '' where there is none. */
  readonly field: string;
  /** The record's own id, for people; null where it has none. */
  readonly label: string | null;
  /** Entities of the faults that it may be part of, widest first: see gaps.ts. None when left out. */
  readonly gaps?: readonly string[];
}

/** 64 bits as two halves. */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

const ENCODER = new TextEncoder();
/** Prime and offset basis of FNV-1a with 64 bits (Fowler, Noll and Vo; IETF draft-eastlake-fnv). */
const PRIME_LOW = 0x1b3;
const BASIS: Hash64 = { high: 0xcbf29ce4, low: 0x84222325 };
const TWO_32 = 0x1_0000_0000;
const HALF = 8;

/**
 * The FNV-1a hash of a text's UTF-8 bytes, 64 bits as 16 hexadecimal digits. Not for secrets: who knows the
 * ids can find the one behind a hash. Among a million texts two are alike with a chance of 3 in 100 million.
 *
 * @example fnv1a64('foobar') // '85944171f73967e8'
 */
export function fnv1a64(text: string): string {
  const { high, low } = hashed(text, BASIS);
  return hexOf(high, low);
}

/** The hash of a text behind one that was hashed already. */
function hashed(text: string, start: Hash64): Hash64 {
  let { high, low } = start;
  let bytes: Uint8Array | null = null;
  for (let at = 0; at < (bytes ?? text).length; at++) {
    let byte = bytes === null ? text.charCodeAt(at) : (bytes[at] as number);
    if (byte > 0x7f && bytes === null) {
      // What stands before is ASCII, a byte for each character.
      bytes = ENCODER.encode(text);
      byte = bytes[at] as number;
    }
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3: the 2^40 moves the lower half up by eight bits.
    const product = low * PRIME_LOW;
    const below = product >>> 0;
    high = (Math.imul(high, PRIME_LOW) + (product - below) / TWO_32 + (low << 8)) >>> 0;
    low = below;
  }
  return { high, low };
}

/** The 16 hexadecimal digits of a hash. */
export function hexOf(high: number, low: number): string {
  return hex(high) + hex(low);
}

/** The hash that 16 hexadecimal digits stand for. */
export function hashOfHex(digits: string): Hash64 {
  return { high: Number.parseInt(digits.slice(0, HALF), 16), low: Number.parseInt(digits.slice(HALF), 16) };
}

function hex(half: number): string {
  return half.toString(16).padStart(HALF, '0');
}

type About = Pick<Identity, 'entity' | 'field'>;

/** What stands for a violation in baselines and build servers: a hash of rule, entity and field. */
export function fingerprint(rule: string, { entity, field }: About): string {
  return fnv1a64(`${rule}\n${entity}\n${field}`);
}

/** The same for many violations of one rule, as numbers. */
export function fingerprints(rule: string): (of: About) => Hash64 {
  const begun = hashed(`${rule}\n`, BASIS);
  return ({ entity, field }) => hashed(`${entity}\n${field}`, begun);
}

/**
 * What names a deal in another export: its id, else its name with its customer, as {@link foldText} sees them. Deals with
 * neither share '', and are told apart by how many they are.
 */
export function dealEntity(deals: Deals, row: number): Pick<Identity, 'entity' | 'label'> {
  const id = cellText(deals.column('id'), row).trim();
  if (id !== '') return { entity: `id ${id.normalize('NFC')}`, label: id };
  const name = foldText(cellText(deals.column('name'), row));
  const account = foldText(categoryAt(deals.column('account'), row) || categoryAt(deals.column('account_id'), row));
  return { entity: name === '' && account === '' ? '' : `name ${name}\n${account}`, label: null };
}
