import type { KnownViolation } from './baseline.js';
import type { KnownNote } from './baseline-note.js';
import { type Hash64, hashOfHex, hexOf } from './fingerprint.js';

/** Marks an entry without a label. */
const NO_LABEL = 0xffffffff;
/** A number holds so many bits exactly. */
const EXACT_BITS = 53;
const UTF8 = new TextEncoder();
const TEXT = new TextDecoder('utf-8', { ignoreBOM: true });
const HALF_CHARACTER = /\p{Surrogate}/u;
/** Bytes that a character of a text takes at most. */
const WIDEST = 3;

/**
 * What a baseline knows of one rule, as numbers: millions of entries are a few arrays and the bytes of their labels, and
 * no object each. Read as a map from fingerprint to entry, it makes an entry when it is asked for one.
 */
export class KnownViolations implements ReadonlyMap<string, KnownViolation> {
  /** A slot holds the place of an entry, 1 and up; 0 is free. */
  private slots = new Uint32Array(64);
  private high = new Uint32Array(32);
  private low = new Uint32Array(32);
  private counts = new Uint32Array(32);
  private labelStarts = new Uint32Array(32);
  private labelEnds = new Uint32Array(32);
  private labels = new Uint8Array(256);
  private labelBytes = 0;
  /** Labels that are no text in any encoding. */
  private readonly oddLabels = new Map<number, string>();
  private readonly notes = new Map<number, KnownNote>();
  size = 0;

  /** The same entries, packed; the map itself where it is packed. */
  static of(known: ReadonlyMap<string, KnownViolation>): KnownViolations {
    if (known instanceof KnownViolations) return known;
    const packed = new KnownViolations();
    for (const [hash, { count, label, note }] of known)
      packed.set(packed.placeFor(hashOfHex(hash)), count, label, note);
    return packed;
  }

  /** Where the entry of a fingerprint stands, 0 and up; −1: there is none. */
  placeOf({ high, low }: Hash64): number {
    return (this.slots[this.slotOf(high, low)] as number) - 1;
  }

  /** The same; a new entry of no violation where there was none. */
  placeFor({ high, low }: Hash64): number {
    if (this.size * 2 >= this.slots.length) this.grow();
    const slot = this.slotOf(high, low);
    const known = this.slots[slot] as number;
    if (known > 0) return known - 1;
    const place = this.size++;
    this.slots[slot] = this.size;
    this.high[place] = high;
    this.low[place] = low;
    this.labelStarts[place] = NO_LABEL;
    return place;
  }

  countAt(place: number): number {
    return this.counts[place] as number;
  }

  labelAt(place: number): string | null {
    const start = this.labelStarts[place] as number;
    if (start === NO_LABEL) return this.oddLabels.get(place) ?? null;
    return TEXT.decode(this.labels.subarray(start, this.labelEnds[place]));
  }

  noteAt(place: number): KnownNote | undefined {
    return this.notes.get(place);
  }

  hashAt(place: number): string {
    return hexOf(this.high[place] as number, this.low[place] as number);
  }

  /** Whether anybody wrote behind any entry. */
  get noted(): boolean {
    return this.notes.size > 0;
  }

  /** What somebody wrote, behind whichever entry. */
  allNotes(): Iterable<KnownNote> {
    return this.notes.values();
  }

  /** The entries with so many violations less at each place; those of which none remains are left out. */
  without(gone: Uint32Array): KnownViolations {
    const kept = new KnownViolations();
    for (let place = 0; place < this.size; place++) {
      const rest = this.countAt(place) - (gone[place] as number);
      if (rest <= 0) continue;
      const hash = { high: this.high[place] as number, low: this.low[place] as number };
      kept.set(kept.placeFor(hash), rest, this.labelAt(place), this.noteAt(place));
    }
    return kept;
  }

  /** Replaces what an entry says. */
  set(place: number, count: number, label: string | null, note: KnownNote | undefined): void {
    this.counts[place] = count;
    if (note === undefined) this.notes.delete(place);
    else this.notes.set(place, note);
    this.oddLabels.delete(place);
    this.labelStarts[place] = NO_LABEL;
    if (label === null) return;
    if (HALF_CHARACTER.test(label)) {
      this.oddLabels.set(place, label);
      return;
    }
    const most = this.labelBytes + label.length * WIDEST;
    if (most > this.labels.length) this.labels = grown(this.labels, Math.max(most, this.labels.length * 2));
    this.labelStarts[place] = this.labelBytes;
    this.labelBytes += UTF8.encodeInto(label, this.labels.subarray(this.labelBytes)).written;
    this.labelEnds[place] = this.labelBytes;
  }

  /** The places of all entries by fingerprint, as its digits sort. O(n log n). */
  sortedPlaces(): Uint32Array {
    const { size, high, low } = this;
    const places = new Uint32Array(size);
    // The first bits of the fingerprint and the place in one number: sorting numbers needs no comparison function.
    const placeBits = Math.ceil(Math.log2(size + 1));
    const lowBits = Math.min(32, EXACT_BITS - placeBits - 32);
    const keys = new Float64Array(size);
    const [shift, width] = [2 ** lowBits, 2 ** placeBits];
    for (let place = 0; place < size; place++) {
      const first = (high[place] as number) * shift + Math.floor((low[place] as number) / 2 ** (32 - lowBits));
      keys[place] = first * width + place;
    }
    keys.sort();
    for (let at = 0; at < size; at++) {
      const key = keys[at] as number;
      const place = key - Math.floor(key / width) * width;
      let before = at;
      // Two whose first bits are equal are put in order one by one: they are few.
      while (before > 0 && this.isAfter(places[before - 1] as number, place)) {
        places[before] = places[before - 1] as number;
        before--;
      }
      places[before] = place;
    }
    return places;
  }

  get(hash: string): KnownViolation | undefined {
    const place = this.placeOf(hashOfHex(hash));
    return place < 0 ? undefined : this.entryAt(place);
  }

  has(hash: string): boolean {
    return this.placeOf(hashOfHex(hash)) >= 0;
  }

  forEach(visit: (entry: KnownViolation, hash: string, map: ReadonlyMap<string, KnownViolation>) => void): void {
    for (let place = 0; place < this.size; place++) visit(this.entryAt(place), this.hashAt(place), this);
  }

  *entries(): Generator<[string, KnownViolation], undefined> {
    for (let place = 0; place < this.size; place++) yield [this.hashAt(place), this.entryAt(place)];
  }

  *keys(): Generator<string, undefined> {
    for (let place = 0; place < this.size; place++) yield this.hashAt(place);
  }

  *values(): Generator<KnownViolation, undefined> {
    for (let place = 0; place < this.size; place++) yield this.entryAt(place);
  }

  [Symbol.iterator](): Generator<[string, KnownViolation], undefined> {
    return this.entries();
  }

  private entryAt(place: number): KnownViolation {
    const note = this.notes.get(place);
    const own = { count: this.countAt(place), label: this.labelAt(place) };
    return note === undefined ? own : { ...own, note };
  }

  private isAfter(place: number, other: number): boolean {
    const [one, two] = [this.high[place] as number, this.high[other] as number];
    return one === two ? (this.low[place] as number) > (this.low[other] as number) : one > two;
  }

  private slotOf(high: number, low: number): number {
    const { slots } = this;
    const last = slots.length - 1;
    let slot = (high ^ low ^ (low >>> 15)) & last;
    for (;;) {
      const place = (slots[slot] as number) - 1;
      if (place < 0 || (this.high[place] === high && this.low[place] === low)) return slot;
      slot = (slot + 1) & last;
    }
  }

  private grow(): void {
    const slots = this.slots.length * 2;
    this.high = grown32(this.high, slots >> 1);
    this.low = grown32(this.low, slots >> 1);
    this.counts = grown32(this.counts, slots >> 1);
    this.labelStarts = grown32(this.labelStarts, slots >> 1);
    this.labelEnds = grown32(this.labelEnds, slots >> 1);
    this.slots = new Uint32Array(slots);
    for (let place = 0; place < this.size; place++) {
      this.slots[this.slotOf(this.high[place] as number, this.low[place] as number)] = place + 1;
    }
  }
}

function grown(array: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(array);
  return larger;
}

function grown32(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(length);
  larger.set(array);
  return larger;
}
