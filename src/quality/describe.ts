/** Violations as people read them, and what each is about: made on request, for the few that somebody reads. */
import type { Text } from '../locale/text.js';
import type { DealField, Deals, Place } from '../model/deals.js';
import type { Findings, Rule, Violation } from './definition.js';
import { dealEntity, type Identity } from './fingerprint.js';
import { gapKeysOf } from './gaps.js';

/** A violation as a person reads it. */
export interface DescribedViolation {
  /** Row 0 stands for the file as a whole. */
  readonly place: Place;
  /** The deal in `Deals`; null for columns and files. */
  readonly row: number | null;
  /** The deal's id in the file. */
  readonly recordId: string | null;
  readonly field: DealField | null;
  /** The file's own column, where the rule knows it. */
  readonly column: string | null;
  readonly value: string | null;
  readonly message: Text;
  /** What it is about. */
  readonly identity: Identity;
}

/** The indexes 0…n−1, as far as there are violations that have a place. */
export function firstOf(found: Findings<unknown>, n = Number.POSITIVE_INFINITY): Uint32Array {
  const length = 'places' in found ? found.places.length : found.rows.length;
  return Uint32Array.from({ length: Math.min(n, length) }, (_, index) => index);
}

/** The violations with these indexes, as people read them. */
export function describe(
  rule: Rule,
  found: Findings<unknown>,
  deals: Deals,
  indexes: Uint32Array,
): readonly DescribedViolation[] {
  return Array.from(indexes).flatMap((index): DescribedViolation[] => {
    if ('places' in found) {
      const one = found.places[index]; // of violations beyond the first, only the number is known
      return one === undefined ? [] : [described(rule, one, one.place, null, identityOf(rule, one, deals, null))];
    }
    const row = found.rows[index] as number;
    const violation = found.describe(row, index);
    const place = violation.place ?? deals.place(row);
    return [described(rule, violation, place, row, identityOf(rule, violation, deals, row))];
  });
}

function described(
  rule: Rule,
  { field, column, value, args }: Violation<unknown>,
  place: Place,
  row: number | null,
  identity: Identity,
): DescribedViolation {
  const message = { en: rule.message.en(args), fa: rule.message.fa(args) };
  const about = { recordId: identity.label, field: field ?? null, column: column ?? null, value: value || null };
  return { place, row, ...about, message, identity };
}

/** What each violation is about; of those that have no place only how many there are is known. */
export function* identities(
  rule: Rule,
  found: Findings<unknown>,
  deals: Deals,
  violations: number,
): Generator<Identity, void, undefined> {
  if ('rows' in found) {
    const gapsOf = gapKeysOf(rule, deals);
    for (let index = 0; index < found.rows.length; index++) {
      const row = found.rows[index] as number;
      const violation = found.describe(row, index);
      const identity = identityOf(rule, violation, deals, row);
      yield gapsOf === null ? identity : { ...identity, gaps: gapsOf(row, violation) };
    }
    return;
  }
  for (const one of found.places) yield identityOf(rule, one, deals, null);
  for (let n = found.places.length; n < violations; n++) yield { entity: '', field: '', label: null };
}

/** A rule about customers speaks of the value it names; any other of the deal, or of the column where there is none. */
function identityOf(
  { scope }: Rule,
  { entity, field, column, value, record }: Violation<unknown>,
  deals: Deals,
  row: number | null,
): Identity {
  const customer = scope === 'customer' ? value : undefined;
  if (row === null) return { entity: entity ?? column ?? customer ?? '', field: field ?? '', label: record ?? null };
  const named = field ?? column ?? '';
  const { entity: deal, label } = dealEntity(deals, row);
  return { entity: entity ?? customer ?? deal, field: named, label };
}
