import { listPieceWith, listRowsWith } from '../loops/program.js';
import { firstFrom } from './ascending-rows.js';
import { CLASSES, type DealClasses, hasTrait, type Trait } from './deal-classes.js';
import type { DealColumns, DealField, Deals } from './deals.js';
import { type Finding, keep, recalled } from './found.js';
import { isSame, KeptLists } from './kept-lists.js';
import { RowList } from './row-list.js';
import { Split } from './split.js';
import type { Codes } from './text-column.js';
import { inWorkRoom, isGivenBackShown, LENT_FROM, type WorkRoom } from './work-room.js';

/**
 * Some of the deals, as ascending row numbers, seen through the fields the reader declared.
 * `F` is contravariant in effect: a reader that declared more fields can be used where fewer are needed.
 */
export interface Population<in F extends DealField = DealField> extends Finding {
  readonly size: number;
  /** Whether it is all deals there are: its rows are then 0, 1, 2 …, and nobody need list them. */
  readonly isAll: boolean;
  /** Ascending row numbers, listed when they are first read: whoever needs a count reads the size. Never write to it. */
  readonly rows: Uint32Array;
  /**
   * Does some work with its row numbers. Those of many deals, where nobody has listed them, are in memory that is used
   * again behind it: the work keeps neither them nor a view of them, and hands none to what does.
   */
  withRows<T>(work: (rows: Uint32Array) => T): T;
  /**
   * Does some work with its row numbers, at most 16,384 at a time and in their order: many deals that nobody has listed are
   * not listed for it. The work keeps no piece.
   */
  inPieces(work: (rows: Uint32Array) => void): void;
  /** Of its row numbers the one at a place, from 0; undefined beyond them. Of all deals none is listed for it. */
  at(place: number): number | undefined;
  /** The whole column (all deals); index it with the row numbers. An undeclared field is a compile error. */
  column<K extends F>(field: K): DealColumns[K];
  /** Whether the files have the field at all. */
  has(field: F): boolean;
  /** The deals of this population whose row passes the test. */
  where(test: (row: number) => boolean): Population<F>;
  /** Whether any of its deals passes the test; no further one is looked at then. */
  some(test: (row: number) => boolean): boolean;
  /** The deals of this population at the given ascending row numbers (which must be among its own). */
  select(rows: Uint32Array): Population<F>;
  /** The deals of this population that have a trait: the population itself where all have. No deal is looked at. */
  having(trait: Trait): Population<F>;
  /** The deals of this population by `codes[row]`, which must be under `parts`. No row is listed. O(deals + parts). */
  split(codes: Codes, parts: number): Population<F>[];
  /** How many deals it has of each class. */
  census(): Census;
  /** Which of all deals it has: no row is listed where their classes tell. Never write to it. */
  membership(): Membership;
  /** Another population, if it is of the same columns; else the deals of this one at its rows, which must be among its own. */
  taking(other: Population<never>): Population<F>;
  /** Whether it has the deal of a row: none is listed where their classes tell. */
  holdsRow(row: number): boolean;
  /** Whether it has all deals of another population of the same columns. None is looked at where their classes tell. */
  holds(other: Population<F>): boolean;
  /** The same deals, of which nothing was found yet: what is found of them goes with this population. */
  again(): Population<F>;
  /**
   * Numbers of its deals, one each in the order of the rows, where it is a part of a split: found for the whole, and
   * handed to all parts in one pass, so that no part looks for its deals all over the columns. Null where it is no part.
   * Never write to them.
   *
   * @param key the same for the same numbers
   * @param find the numbers of a population, one per deal, from its rows; they may be lent, for no part has them itself
   */
  ofPart<N extends PerDeal>(key: object, find: FindNumbers<N, F>): N | null;
  /**
   * What is found of all parts of a split at once, where this is one of them, and which of them it is: what adds up
   * numbers needs none handed to it. Null where it is no part.
   *
   * @param key the same for the same answer
   * @param find the answer of the whole, split by the code of each row
   */
  amongParts<T>(key: object, find: (whole: Population<F>, parts: Parts) => T): { found: T; part: number } | null;
}

/** How deals are split: by a code per row, each under `count`. */
export interface Parts {
  readonly codes: Codes;
  readonly count: number;
}

/** Finds a number per deal. */
type FindNumbers<N extends PerDeal, F extends DealField> = (
  whole: Population<F>,
  rows: Uint32Array,
  room: WorkRoom,
) => N;

/** A number per deal of a population. */
export type PerDeal = Float64Array | Int32Array | Codes;

/** The classes (see `deal-classes.ts`) that a population has, and how many deals of each. */
export interface Census {
  readonly classes: readonly number[];
  readonly deals: readonly number[];
}

/** Some of all deals: those whose code, by row, is marked 1. The codes are their classes, where these tell. */
export interface Membership {
  readonly codes: DealClasses | Uint8Array;
  readonly own: Uint8Array;
}

/** The population of all deals. */
export function populationOfAll(deals: Deals): Population<DealField> {
  return new SomeDeals(new Ground(deals), deals.size, null, null);
}

/** What all populations of the same deals share. */
class Ground {
  /** No deal is always the same population, so that what was found for none is found again. */
  nobody: SomeDeals | null = null;
  /** Made when something is listed for work. */
  private kept: KeptLists | null = null;

  constructor(readonly deals: Deals) {}

  get classes(): DealClasses {
    return this.deals.classed().classes;
  }

  get keptLists(): KeptLists {
    this.kept ??= new KeptLists(Math.floor(SHARE_OF_LISTS * this.deals.size));
    return this.kept;
  }

  /** So many deals may a list have that is kept for the next piece of work. */
  get mostKept(): number {
    return Math.floor(SHARE_TO_KEEP * this.deals.size);
  }

  none(): SomeDeals {
    this.nobody ??= new SomeDeals(this, 0, NO_ROWS, NO_CLASS);
    return this.nobody;
  }
}

/** A list that is kept for the next piece of work may have this part of all deals: so many have been won, mostly, or lost. */
const SHARE_TO_KEEP = 0.4;

/** And all that are kept, this part: so that of two kinds of deals that figures ask for in turn neither is listed again. */
const SHARE_OF_LISTS = 0.65;

/** A population that begins with so many deals is worth a look for the shortest list that holds another. */
const MANY = 2_000;

/** A population of less than this part of all deals is soon listed. */
const SHARE_TO_LIST = 8;

/** Row numbers of a piece, at most; and of so many deals those of a population are found at once where they are not listed. */
export const PIECE = 16_384;

/** A population of so few is split by listing. */
const FEW = 64;

/** A class, so that a population is one small object: a breakdown makes tens of thousands. */
class SomeDeals implements Population<DealField> {
  found: Finding['found'] = null;
  /** By traits, all that were made of this one; only of one that was not made so itself. */
  private made: SomeDeals[] | null = null;
  /** Where it was made by a trait: what it was made of first, and last, and the trait. */
  private root: SomeDeals | null = null;
  private parent: SomeDeals | null = null;
  private trait: Trait | null = null;
  /** Where it is a part of a split. */
  private splitOf: Split | null = null;
  private part = 0;

  constructor(
    private readonly ground: Ground,
    readonly size: number,
    private listed: Uint32Array | null,
    private counted: Census | null,
  ) {}

  get rows(): Uint32Array {
    this.listed ??= this.list();
    return this.listed;
  }

  withRows<T>(work: (rows: Uint32Array) => T): T {
    if (this.isToBeListed) return work(this.rows);
    const root = this.root ?? this;
    const done = this.withKeptList(root, work);
    return done === null ? this.withLent(root, work) : done.answer;
  }

  /** By a list that is kept, if it can be: null if not. */
  private withKeptList<T>(root: SomeDeals, work: (rows: Uint32Array) => T): { readonly answer: T } | null {
    const { ground } = this;
    if (this.isAll || !this.isTold || isGivenBackShown()) return null;
    if (this.size > ground.mostKept) return null;
    return ground.keptLists.with(this.census().classes, this.size, (rows) => this.listAmong(root, rows), work);
  }

  private withLent<T>(root: SomeDeals, work: (rows: Uint32Array) => T): T {
    return inWorkRoom((room) => {
      const rows = room.lend(Uint32Array, this.size);
      if (this.isAll) listAll(rows);
      else this.listAmong(root, rows);
      return work(rows);
    });
  }

  inPieces(work: (rows: Uint32Array) => void): void {
    if (this.isToBeListed || !this.isTold || this.size <= this.ground.mostKept) {
      this.withRows((rows) => {
        for (let from = 0; from < rows.length; from += PIECE) work(rows.subarray(from, from + PIECE));
      });
      return;
    }
    const all = this.ground.deals.size;
    const some = this.isAll ? null : this.membership();
    const rows = new Uint32Array(PIECE);
    for (let from = 0; from < all; from += PIECE) {
      const n = listPiece(rows, from, Math.min(from + PIECE, all), some);
      if (n > 0) work(rows.subarray(0, n));
    }
  }

  /** Whether its rows are listed, or will be: those of few, and what is found in a pass over much more deals, which is kept. */
  private get isToBeListed(): boolean {
    const root = this.root ?? this;
    const isListed = this.listed !== null || (!root.isAll && root.listed === null);
    return isListed || this.size < LENT_FROM || SHARE_TO_LIST * this.size < root.size;
  }

  at(place: number): number | undefined {
    if (!this.isAll) return this.rows[place];
    return place >= 0 && place < this.size ? place : undefined;
  }

  column<K extends DealField>(field: K): DealColumns[K] {
    return this.ground.deals.column(field);
  }

  has(field: DealField): boolean {
    return this.ground.deals.has(field);
  }

  select(rows: Uint32Array): SomeDeals {
    return rows.length === 0 ? this.ground.none() : new SomeDeals(this.ground, rows.length, rows, null);
  }

  where(test: (row: number) => boolean): SomeDeals {
    const kept = this.passing(test);
    return kept.length === this.size ? this : this.select(kept.taken());
  }

  some(test: (row: number) => boolean): boolean {
    if (this.isAll) {
      for (let row = 0; row < this.size; row++) if (test(row)) return true;
      return false;
    }
    if (!this.isSoonerLookedFor) return this.rows.some(test);
    const { codes, own } = this.membership();
    for (let row = 0; row < codes.length; row++) if (own[codes[row] as number] === 1 && test(row)) return true;
    return false;
  }

  having(trait: Trait): SomeDeals {
    if (this.size === 0) return this;
    const known = recalled(this, trait) as SomeDeals | undefined;
    if (known !== undefined) return known;
    const answer = this.find(trait);
    // All or none, as mostly of a group, is soon found again.
    if (answer !== this && answer.size > 0) keep(this, trait, answer);
    return answer;
  }

  split(codes: Codes, parts: number): SomeDeals[] {
    if (this.size <= FEW) return this.splitFew(codes, parts);
    const split = new Split(this, codes, parts, this.ground.classes);
    return Array.from({ length: parts }, (_, part) => {
      const size = split.sizeOf(part);
      if (size === 0) return this.ground.none();
      // All of it is the population itself, so that what was found for one is found for the other.
      if (size === this.size) return this;
      const one = new SomeDeals(this.ground, size, null, null);
      one.splitOf = split;
      one.part = part;
      return one;
    });
  }

  /** Of few deals the rows are sorted at once: groups of a breakdown have no room for a table each. */
  private splitFew(codes: Codes, parts: number): SomeDeals[] {
    const { rows } = this;
    const found = new Array<SomeDeals>(parts).fill(this.ground.none());
    const own: (number[] | undefined)[] = [];
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      const part = codes[row] as number;
      const before = own[part];
      if (before === undefined) own[part] = [row];
      else before.push(row);
    }
    own.forEach((some, part) => {
      if (some !== undefined) found[part] = some.length === rows.length ? this : this.select(Uint32Array.from(some));
    });
    return found;
  }

  census(): Census {
    this.counted ??=
      this.splitOf?.censusOf(this.part) ??
      (this.isAll ? this.ground.deals.classed().census : countClasses(this.ground.classes, this.rows));
    return this.counted;
  }

  again(): SomeDeals {
    if (this.size === 0) return this;
    const again = new SomeDeals(this.ground, this.size, this.listed, this.counted);
    again.root = this.root;
    again.parent = this.parent;
    again.trait = this.trait;
    again.splitOf = this.splitOf;
    again.part = this.part;
    return again;
  }

  taking(other: Population<never>): SomeDeals {
    return other instanceof SomeDeals && other.ground === this.ground ? other : this.select(other.rows);
  }

  holdsRow(row: number): boolean {
    if (this.isTold) return this.census().classes.includes(this.ground.classes[row] as number);
    const { rows } = this;
    return rows[firstFrom(rows, row)] === row;
  }

  holds(other: Population<DealField>): boolean {
    if (other === this || this.isAll) return true;
    if (other.size > this.size) return false;
    if (this.isTold && other instanceof SomeDeals && other.ground === this.ground && other.isTold) {
      return holds(this.census().classes, other.census().classes);
    }
    return this.withRows((rows) => other.withRows((others) => holdsRows(rows, others)));
  }

  ofPart<N extends PerDeal>(key: object, find: FindNumbers<N, DealField>): N | null {
    const { splitOf, part } = this.root ?? this;
    if (splitOf === null) return null;
    const whole = this.like(splitOf.whole as SomeDeals);
    return splitOf.numbersOf(part, whole, key, (rows, room) => whole.ofPart(key, find) ?? find(whole, rows, room));
  }

  private passing(test: (row: number) => boolean): RowList {
    const kept = new RowList();
    if (this.isAll) {
      for (let row = 0; row < this.size; row++) if (test(row)) kept.push(row);
    } else if (this.isSoonerLookedFor) {
      // Most would be listed for this test alone.
      const { codes, own } = this.membership();
      for (let row = 0; row < codes.length; row++) if (own[codes[row] as number] === 1 && test(row)) kept.push(row);
    } else {
      const { rows } = this;
      for (let at = 0; at < rows.length; at++) if (test(rows[at] as number)) kept.push(rows[at] as number);
    }
    return kept;
  }

  membership(): Membership {
    if (!this.isTold) {
      const codes = new Uint8Array(this.ground.deals.size);
      for (const row of this.rows) codes[row] = 1;
      return { codes, own: Uint8Array.of(0, 1) };
    }
    const own = new Uint8Array(
      1 +
        this.ground.deals
          .all()
          .census()
          .classes.reduce((a, b) => Math.max(a, b), 0),
    );
    for (const one of this.census().classes) own[one] = 1;
    return { codes: this.ground.classes, own };
  }

  /** Whether it is not listed yet, and would have to be in a pass over hardly more deals than its own. */
  private get isSoonerLookedFor(): boolean {
    return this.listed === null && this.isTold && SHARE_TO_LIST * this.size > this.ground.deals.size;
  }

  /** Whether its deals are all of its classes. */
  private get isTold(): boolean {
    return this.isAll || this.root?.isAll === true;
  }

  amongParts<T>(
    key: object,
    find: (whole: Population<DealField>, parts: Parts) => T,
  ): { found: T; part: number } | null {
    const { splitOf, part } = this.root ?? this;
    if (splitOf === null) return null;
    const whole = this.like(splitOf.whole as SomeDeals);
    return { found: splitOf.foundOf(whole, key, (parts) => find(whole, parts)), part };
  }

  /** Whether it is all deals there are. */
  get isAll(): boolean {
    return this.size === this.ground.deals.size;
  }

  private find(trait: Trait): SomeDeals {
    const { classes, deals } = this.census();
    // Counted first: of a small group mostly all deals have a trait, or none.
    let size = 0;
    for (let at = 0; at < classes.length; at++) {
      if (hasTrait(classes[at] as number, trait)) size += deals[at] as number;
    }
    if (size === this.size) return this;
    if (size === 0) return this.ground.none();
    const [own, sizes]: [number[], number[]] = [[], []];
    for (let at = 0; at < classes.length; at++) {
      if (!hasTrait(classes[at] as number, trait)) continue;
      own.push(classes[at] as number);
      sizes.push(deals[at] as number);
    }
    const root = this.root ?? this;
    root.made ??= [];
    const known = root.made.find((one) => one.size === size && isSame((one.counted as Census).classes, own));
    if (known !== undefined) return known;
    const made = new SomeDeals(this.ground, size, null, { classes: own, deals: sizes });
    made.root = root;
    made.parent = this;
    made.trait = trait;
    root.made.push(made);
    return made;
  }

  private list(): Uint32Array {
    const { root, splitOf } = this;
    if (root !== null) {
      // Of all parts at once, where they have been asked for nothing else.
      if (root.splitOf !== null && root.listed === null) {
        return root.splitOf.rowsOf(root.part, this.like(root.splitOf.whole as SomeDeals));
      }
      const rows = new Uint32Array(this.size);
      this.listAmong(root, rows);
      return rows;
    }
    if (splitOf !== null) return splitOf.rowsOf(this.part, splitOf.whole);
    const rows = new Uint32Array(this.size);
    listAll(rows);
    return rows;
  }

  /** What this was made of its root, made of another. */
  private like(other: SomeDeals): SomeDeals {
    const { parent, trait } = this;
    return parent === null || trait === null ? other : parent.like(other).having(trait);
  }

  /** Whether its classes, which are counted, hold others. */
  private holdsClasses(classes: readonly number[]): boolean {
    return holds((this.counted as Census).classes, classes);
  }

  /** Lists it where it was made of a root, of which there are the rows, by traits. */
  private listAmong(root: SomeDeals, listed: Uint32Array): void {
    const { classes: own } = this.census();
    let from = root;
    const around = root.size < MANY ? [] : (root.made ?? []).filter((one) => one !== this && one.holdsClasses(own));
    for (const one of around) if (one.listed !== null && one.size < from.size) from = one;
    // All deals are gone through by their classes, one behind the other: only a list of less than half of them is quicker.
    let rows = from.isAll || (root.isAll && 2 * from.size > root.size) ? null : from.rows;
    if (!root.isAll) {
      // What is much less than is listed yet is listed first: other parts of it will be asked for, as of the open deals.
      let between: SomeDeals | null = null;
      for (const one of around) {
        if (2 * one.size <= from.size && (between === null || one.size > between.size)) between = one;
      }
      if (between !== null) rows = between.rows;
    }
    if (rows === null && listRowsWith(listed, this.ground.classes, own)) return;
    for (const one of own) isOwn[one] = 1;
    listMarked(listed, this.ground.classes, rows);
    for (const one of own) isOwn[one] = 0;
  }
}

const NO_ROWS = new Uint32Array(0);
const NO_CLASS: Census = { classes: [], deals: [] };

/** By class, whether its deals are listed, or how many there are: all 0 between uses. */
const isOwn = new Uint8Array(CLASSES);
const counts = new Uint32Array(CLASSES);

function listAll(listed: Uint32Array): void {
  for (let row = 0; row < listed.length; row++) listed[row] = row;
}

/** Which of the rows from one up to another are there, of some or of all, and how many. */
function listPiece(listed: Uint32Array, from: number, to: number, some: Membership | null): number {
  let n = 0;
  if (some === null) {
    for (let row = from; row < to; row++) listed[n++] = row;
    return n;
  }
  const { codes, own } = some;
  if (codes instanceof Uint16Array) {
    const length = listPieceWith(listed, codes.subarray(from, to), own, from);
    if (length >= 0) return length;
  }
  for (let row = from; row < to; row++) {
    listed[n] = row;
    n += own[codes[row] as number] as number;
  }
  return n;
}

/** The rows whose class is marked. Each is written and kept by moving on: a branch per deal would be missed half of the time. */
function listMarked(kept: Uint32Array, classes: DealClasses, rows: Uint32Array | null): void {
  let n = 0;
  if (rows === null) {
    for (let row = 0; n < kept.length; row++) {
      kept[n] = row;
      n += isOwn[classes[row] as number] as number;
    }
    return;
  }
  for (let at = 0; n < kept.length; at++) {
    const row = rows[at] as number;
    kept[n] = row;
    n += isOwn[classes[row] as number] as number;
  }
}

function countClasses(classes: DealClasses, rows: Uint32Array): Census {
  const found: number[] = [];
  for (let at = 0; at < rows.length; at++) {
    const one = classes[rows[at] as number] as number;
    const before = counts[one] as number;
    if (before === 0) found.push(one);
    counts[one] = before + 1;
  }
  const deals = found.map((one) => counts[one] as number);
  for (const one of found) counts[one] = 0;
  return { classes: found, deals };
}

/** Whether ascending rows are all among others. */
function holdsRows(rows: Uint32Array, others: Uint32Array): boolean {
  let found = 0;
  for (let at = 0; at < rows.length && found < others.length; at++) if (rows[at] === others[found]) found++;
  return found === others.length;
}

/** Whether all classes are among others, which are in the same order. */
function holds(others: readonly number[], classes: readonly number[]): boolean {
  let at = 0;
  for (let other = 0; other < others.length && at < classes.length; other++) if (others[other] === classes[at]) at++;
  return at === classes.length;
}
