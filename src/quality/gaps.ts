/**
 * Violations that are one fault: all open deals lack an amount, one misspelling stands in a thousand rows. They are one
 * finding, with its count and a few of its rows; what counts against a threshold stays the number of records.
 */
import { foldText } from '../locale/fold.js';
import { type Said, said } from '../locale/said.js';
import type { CategoryColumn } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import { EXCLUDED, OUTCOMES } from '../model/outcome.js';
import type { DealFindings, Findings, Rule, Violation } from './definition.js';

/** Fewer violations are read one by one. */
export const FEWEST_IN_GAP = 10;
/** Share of a class from which on it lacks something as a whole; the few exceptions change nothing about the fault. */
const MOST_OF_CLASS = 0.9;

/** What violations have in common. `all`: the records that the rule is about, and their outcome where they have one. */
export type GapAbout =
  | { readonly kind: 'all'; readonly outcome: string }
  | { readonly kind: 'class'; readonly field: ClassField; readonly value: string }
  | { readonly kind: 'value'; readonly value: string };

export interface Gap {
  readonly about: GapAbout;
  /** What stands for it in a baseline, as the entity of an identity. */
  readonly key: string;
  /** The field of its violations. */
  readonly field: string;
  /** Its violations, ascending. */
  readonly indexes: Uint32Array;
  /** Records that could be in it: those the rule is about, those of the class; of a value, those in it. */
  readonly of: number;
}

const ALL = 'gap all';
const CLASS_FIELDS = ['outcome', 'stage', 'pipeline', 'owner'] as const;
type ClassField = (typeof CLASS_FIELDS)[number];

/** The gaps among a rule's violations, none of which is in two. O(violations + deals). */
export function findGaps(rule: Rule, found: Findings<unknown>, deals: Deals): readonly Gap[] {
  if (rule.gap === undefined || !('rows' in found) || found.rows.length < FEWEST_IN_GAP) return [];
  return rule.gap === 'value' ? sameValues(rule, found) : wholeClasses(found, deals);
}

function wholeClasses(found: DealFindings<unknown>, deals: Deals): Gap[] {
  const { rows, checked } = found;
  const field = fieldOf(found.describe(rows[0] as number, 0));
  if (rows.length >= MOST_OF_CLASS * checked) {
    const indexes = Uint32Array.from(rows, (_, index) => index);
    return [{ about: { kind: 'all', outcome: onlyOutcome(rows, deals) }, key: ALL, field, indexes, of: checked }];
  }
  const gaps: Gap[] = [];
  const taken = new Uint8Array(rows.length);
  const judged = outcomesOf(rows, deals);
  for (const name of CLASS_FIELDS) {
    const { codes, values } = classColumn(deals, name);
    const all = countsByOutcome(deals, name);
    const lacking = new Uint32Array(values.length);
    for (let index = 0; index < rows.length; index++) {
      if (taken[index] === 1) continue;
      const code = codes[rows[index] as number] as number;
      lacking[code] = (lacking[code] as number) + 1;
    }
    values.forEach((value, code) => {
      const n = lacking[code] as number;
      if (value === '' || n < FEWEST_IN_GAP) return;
      const of = OUTCOMES.reduce(
        (sum, _, outcome) => sum + (judged[outcome] === 1 ? (all[code * OUTCOMES.length + outcome] as number) : 0),
        0,
      );
      if (n < MOST_OF_CLASS * of) return;
      const indexes = new Uint32Array(n);
      let at = 0;
      for (let index = 0; index < rows.length; index++) {
        if (taken[index] === 1 || codes[rows[index] as number] !== code) continue;
        taken[index] = 1;
        indexes[at++] = index;
      }
      const about: GapAbout = { kind: 'class', field: name, value };
      gaps.push({ about, key: keyOf(about), field, indexes, of });
    });
  }
  return gaps;
}

const counted = new WeakMap<Deals, Map<ClassField, Uint32Array>>();

/** How many deals of each value have each outcome: counted once for all rules. */
function countsByOutcome(deals: Deals, field: ClassField): Uint32Array {
  const known = counted.get(deals) ?? new Map<ClassField, Uint32Array>();
  counted.set(deals, known);
  const before = known.get(field);
  if (before !== undefined) return before;
  const { codes, values } = classColumn(deals, field);
  const outcome = deals.column('outcome');
  const counts = new Uint32Array(values.length * OUTCOMES.length);
  for (let row = 0; row < deals.size; row++) {
    const at = (codes[row] as number) * OUTCOMES.length + (outcome[row] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  known.set(field, counts);
  return counts;
}

/** Which outcomes the violating deals have: a rule about open deals says nothing of the others of a stage. */
function outcomesOf(rows: Uint32Array, deals: Deals): Uint8Array {
  const judged = new Uint8Array(OUTCOMES.length);
  const outcome = deals.column('outcome');
  for (let index = 0; index < rows.length; index++) judged[outcome[rows[index] as number] ?? EXCLUDED] = 1;
  return judged;
}

function onlyOutcome(rows: Uint32Array, deals: Deals): string {
  const judged = outcomesOf(rows, deals);
  const names = OUTCOMES.filter((_, code) => judged[code] === 1);
  return names.length === 1 ? (names[0] ?? '') : '';
}

function classColumn(deals: Deals, field: ClassField): Pick<CategoryColumn, 'values'> & { codes: ArrayLike<number> } {
  return field === 'outcome' ? { codes: deals.column('outcome'), values: OUTCOMES } : deals.column(field);
}

function sameValues(rule: Rule, found: DealFindings<unknown>): Gap[] {
  const groups = new Map<string, { readonly field: string; readonly value: string; readonly indexes: number[] }>();
  found.rows.forEach((row, index) => {
    const violation = found.describe(row, index);
    const { value = '', args } = violation;
    const field = fieldOf(violation);
    const key = `${field}\n${value}\n${rule.message.en(args)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { field, value, indexes: [index] });
    else group.indexes.push(index);
  });
  return [...groups.values()].flatMap(({ field, value, indexes }): Gap[] => {
    if (indexes.length < FEWEST_IN_GAP) return [];
    const about: GapAbout = { kind: 'value', value };
    return [{ about, key: keyOf(about), field, indexes: Uint32Array.from(indexes), of: indexes.length }];
  });
}

function fieldOf({ field, column }: Violation<unknown>): string {
  return field ?? column ?? '';
}

function keyOf(about: GapAbout): string {
  if (about.kind === 'all') return ALL;
  if (about.kind === 'value') return `gap value ${foldText(about.value)}`;
  return `gap ${about.field} ${foldText(about.value)}`;
}

/**
 * Keys of the gaps that a violation may be part of, in this run or in one that a baseline remembers, widest first; null
 * for a rule whose violations have nothing in common. The keys of a class are made once.
 */
export function gapKeysOf(
  rule: Rule,
  deals: Deals,
): ((row: number, violation: Violation<unknown>) => readonly string[]) | null {
  if (rule.gap === undefined) return null;
  if (rule.gap === 'value') return (_, { value = '' }) => [keyOf({ kind: 'value', value })];
  const classes = CLASS_FIELDS.map((field) => {
    const { codes, values } = classColumn(deals, field);
    return { codes, keys: values.map((value) => keyOf({ kind: 'class', field, value })) };
  });
  return (row) => [ALL, ...classes.map(({ codes, keys }) => keys[codes[row] ?? 0] ?? ALL)];
}

/** What a gap is called in a baseline, for people. */
export function gapLabel(about: GapAbout): string {
  return about.kind === 'all' ? 'all' : about.kind === 'value' ? about.value : `${about.field} ${about.value}`;
}

/** How many records a gap is of, in front of what is wrong with each: `500 of 500 deals with stage "Lead"`. */
export function saidOfGap(about: GapAbout, n: number, of: number): Said {
  if (about.kind === 'value') return said('found_times', { n });
  const outcome = about.kind === 'all' ? about.outcome : about.field === 'outcome' ? about.value : '';
  if (about.kind === 'all' || isOutcome(outcome)) {
    return said('found_in_records', { n, of, outcome: isOutcome(outcome) ? outcome : null });
  }
  const { field, value } = about;
  return said('found_in_class', { n, of, field, value });
}

function isOutcome(name: string): name is 'won' | 'lost' | 'open' {
  return name === 'won' || name === 'lost' || name === 'open';
}
