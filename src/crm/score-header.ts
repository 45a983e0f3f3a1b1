import type { NAME_REASONS } from '../locale/en/column-reasons.js';
import { type Said, said } from '../locale/said.js';
import { type FieldKind, fieldsOf, type Role } from '../model/fields.js';
import type { PresetDefinition } from './definition.js';
import { isUnderstood, readHeader } from './grammar/read-header.js';
import { amountUnit, headerKey, peelHeader } from './header.js';
import { type KnownName, knownNames } from './known-names.js';

/** Why a name speaks for a field. */
export type NameReason = Said<keyof typeof NAME_REASONS>;

/** A field that a header may name, how sure that is, and why. */
export interface HeaderScore {
  readonly field: string;
  /**
   * 1 the preset's name · 0.95 a general one · 0.9…0.82 by the meaning of its words, or a known name behind an entity
   * word · 0.85 the same words in another order · 0.75, 0.65 only alike.
   */
  readonly score: number;
  /** Position in the list of names: earlier names are more specific. */
  readonly rank: number;
  readonly reason: NameReason;
  /** The name says an id, the field holds words: not for a column of numbers. */
  readonly words?: true;
}

/** The keys of headers of which a preset says something else than their field. */
export interface PresetWords {
  /** They look like a field and are none. */
  readonly ignored: ReadonlySet<string>;
  /** They say something of a row, or of its amount; they hold a field only where a list of names has them. */
  readonly spoken: ReadonlySet<string>;
}

export function presetWords({ ignore, marks, amounts }: PresetDefinition): PresetWords {
  const spoken = [
    ...(marks ?? []).flatMap(({ column }) => column),
    ...(amounts?.whenWon ?? []),
    ...(amounts?.period?.column ?? []),
  ];
  return { ignored: new Set((ignore ?? []).map(headerKey)), spoken: new Set(spoken.map(headerKey)) };
}

/** `Deal #` is the deal's number; the sign is lost in a header's key. */
const NUMBERED = /\p{L}\s*[#№]\s*$/u;

/** From here on a column is taken for a field without a word. */
const KNOWN = 0.8;

/**
 * The fields of a role that a header names under a preset. A known name is no misspelling of another one ("Stage" is not
 * "State"), nor is a name whose words are all understood. `bare` is the header without a prefix that all of the table's share.
 */
export function scoreHeader(
  header: string,
  bare: string,
  preset: PresetDefinition,
  role: Role,
  { ignored, spoken }: PresetWords,
): readonly HeaderScore[] {
  const key = keyOf(header);
  if (key === '' || ignored.has(key) || ignored.has(keyOf(bare))) return [];
  const spellings = bare === header ? [header] : [header, bare];
  for (const spelling of NUMBERED.test(header) ? [] : spellings) {
    const exact = exactly(keyOf(spelling), preset, role);
    if (exact.some(({ score }) => score >= KNOWN)) return exact;
  }
  if (spoken.has(key)) return [];
  for (const spelling of spellings) {
    const read = byItsWords(spelling, role).filter((one) => !isDoubtful(one, preset));
    if (read.length > 0) return read;
  }
  for (const spelling of spellings) {
    const alike = isUnderstood(withoutNumber(spelling)) ? [] : likeness(keyOf(spelling), preset, role);
    if (alike.length > 0) return alike;
  }
  return [];
}

/** Of headers that repeat, the second and later carry a number. */
function withoutNumber(header: string): string {
  return header.replace(/ #\d+$/, '');
}

function keyOf(header: string): string {
  return headerKey(withoutNumber(header));
}

function exactly(key: string, preset: PresetDefinition, role: Role): HeaderScore[] {
  const names = knownNames(preset, role);
  const found = new Map<string, HeaderScore>();
  const add = (known: readonly KnownName[], how: (name: KnownName) => Omit<HeaderScore, 'field'>): void => {
    for (const name of known) if (!found.has(name.field)) found.set(name.field, { field: name.field, ...how(name) });
  };
  add(names.exactly(key), ({ own, rank, name }) =>
    own
      ? { score: 1, rank, reason: said('preset_name', { preset: preset.id }) }
      : { score: 0.95, rank, reason: said('known_name', { name }) },
  );
  const unit = amountUnit(key);
  if (unit !== null) {
    const counted = names.exactly(unit.rest).filter(({ field }) => takesUnit(field, role, key));
    add(counted, ({ place }) => ({ score: 0.95, rank: place, reason: said('known_name_with_unit') }));
  }
  const peeled = peelHeader(key);
  if (peeled !== null && isOfRole(peeled.entity, role)) {
    const before = key.replace(peeled.rest, '').trim();
    add(names.exactly(peeled.rest), ({ place }) => ({
      score: 0.9,
      rank: place,
      reason: said('known_name_after', { before }),
    }));
  }
  add(names.sameWords(key), ({ rank, name }) => ({ score: 0.85, rank, reason: said('same_words', { name }) }));
  return inOrder([...found.values()], role);
}

/** "Account Status" in a file of deals is the account's, not the deal's. */
function isOfRole(entity: string, role: Role): boolean {
  if (role === 'deals' || role === 'history') return entity === 'deal';
  return entity === (role === 'leads' ? 'lead' : 'account');
}

/** A unit of money means money: `Mobile (€)` is no telephone. */
function takesUnit(field: string, role: Role, key: string): boolean {
  const kind: FieldKind | undefined = fieldsOf(role)[field]?.kind;
  return key.endsWith('%') ? kind === 'ratio' : kind === 'money' || kind === 'number';
}

function byItsWords(header: string, role: Role): HeaderScore[] {
  return readHeader(withoutNumber(header), role).map(({ field, score, rank, words }) => ({
    field,
    score,
    rank,
    reason: said('meaning_of_words'),
    ...(words ? { words } : {}),
  }));
}

/** Of a CRM the amount is known by its name; an expected one beside it is a forecast, weighted or not. */
const DOUBTFUL_AMOUNT = 0.83;

function isDoubtful({ field, score }: HeaderScore, preset: PresetDefinition): boolean {
  return (
    field === 'amount' &&
    score < DOUBTFUL_AMOUNT &&
    preset.columns.deals?.amount !== undefined &&
    preset.id !== 'generic'
  );
}

function likeness(key: string, preset: PresetDefinition, role: Role): HeaderScore[] {
  const alike = knownNames(preset, role)
    .like(key)
    .map(({ field, score, place, kind, name }) => ({
      field,
      score,
      rank: place,
      reason: said(kind === 'typo' ? 'spelt_like' : 'contains_name', { name }),
    }));
  return inOrder(alike, role);
}

function inOrder(scores: HeaderScore[], role: Role): HeaderScore[] {
  if (scores.length < 2) return scores;
  const order = Object.keys(fieldsOf(role));
  return scores.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
}
