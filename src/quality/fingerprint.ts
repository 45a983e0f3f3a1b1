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

const ENCODER = new TextEncoder();
/** Prime and offset basis of FNV-1a with 64 bits (Fowler, Noll and Vo; IETF draft-eastlake-fnv). */
const PRIME_LOW = 0x1b3;
const BASIS = { high: 0xcbf29ce4, low: 0x84222325 } as const;
const TWO_32 = 0x1_0000_0000;

/**
 * The FNV-1a hash of a text's UTF-8 bytes, 64 bits as 16 hexadecimal digits. Not for secrets: who knows the
 * ids can find the one behind a hash. Among a million texts two are alike with a chance of 3 in 100 million.
 *
 * @example fnv1a64('foobar') // '85944171f73967e8'
 */
export function fnv1a64(text: string): string {
  let { high, low } = BASIS as { high: number; low: number };
  for (const byte of ENCODER.encode(text)) {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3: the 2^40 moves the lower half up by eight bits.
    const product = low * PRIME_LOW;
    high = (high * PRIME_LOW + Math.floor(product / TWO_32) + low * 0x100) % TWO_32;
    low = product % TWO_32;
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}

/** What stands for a violation in baselines and build servers: a hash of rule, entity and field. */
export function fingerprint(rule: string, { entity, field }: Pick<Identity, 'entity' | 'field'>): string {
  return fnv1a64(`${rule}\n${entity}\n${field}`);
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
