import { Buffer, isAscii } from 'node:buffer';
import { UnmadeDictionary } from '../../model/distinct-texts.js';
import type { RowPlaces } from '../../model/row-places.js';
import { roomFor } from '../../model/shared-memory.js';
import { KEPT_WORDS } from '../../model/stored-places.js';
import { type StoredValues, ValueColumn } from '../../model/stored-values.js';
import type { Codes, TextColumn } from '../../model/text-column.js';
import { KeptTexts, keepWritten, type WrittenTexts, writtenTexts } from '../../model/written-texts.js';
import type { BytePlan } from '../byte-table.js';
import type { ValueKind } from '../raw-table.js';
import { dataColumnsOf, MAY_BE_SPACE, SAYS_TEXT } from '../sure-record.js';
import type { Kernel } from './kernel.js';
import { KINDS, type StayedIn, valuesOf } from './values.js';

/** What the readers of the kernel have in common, whatever they read: stores are begun by a plan, and become columns. */

const encoder = new TextEncoder();

/** Of so many distinct texts the bytes are kept for whoever looks at them meanwhile, in another thread. */
const MANY_TEXTS = 2_000;
/** A half of a byte has so many values; small letters are so far behind large ones. */
const [HALF, SMALL] = [16, 0x20];

/** What of a plan the stores are begun by. */
export type StorePlan = Pick<
  BytePlan,
  'delimiter' | 'header' | 'columns' | 'wanted' | 'values' | 'profile' | 'firstLine' | 'inFile'
>;

/**
 * Begins a store for every wanted column, and says what a sure record is.
 *
 * @param places what `planPart` gave, for the reader of a part that is not the first; 0 = it reads the beginning
 */
export function startStores(kernel: Kernel, plan: StorePlan, places: number): void {
  const { delimiter, header, columns, wanted, values, firstLine, profile, inFile } = plan;
  const { run } = kernel;
  run.start(delimiter.charCodeAt(0), columns, kernel.putWords(wanted), wanted.length, firstLine, places);
  wanted.forEach((column, index) => {
    const kind = values?.get(column);
    if (kind !== undefined) mayBe(kernel, index, kind, inFile !== undefined);
  });
  if (inFile !== undefined) sieve(kernel);
  const names = (header ?? []).map((name) => encoder.encode(name));
  const data = dataColumnsOf(columns, profile.data);
  run.expectRecords(
    columns,
    header === null ? 0 : 1,
    kernel.putWords(names.flatMap((name) => [kernel.put(name), name.length])),
    names.length,
    kernel.putWords(data),
    data.length,
    kernel.put(SAYS_TEXT),
    kernel.put(MAY_BE_SPACE),
  );
}

/** Says what the cells of a store may be kept as, where they may stay in the file or not. */
function mayBe({ run }: Kernel, index: number, kind: ValueKind, mayStay: boolean): void {
  if (mayStay) run.mayBeValues(index, KINDS[kind]);
  else if (kind === 'placed_days') run.mayBeValues(index, KINDS.days);
  else if (kind !== 'places') run.mayBeValues(index, KINDS[kind]);
}

/** Says which words no text may have that stays in the file. */
function sieve(kernel: Kernel): void {
  const beginnings = [...new Set(KEPT_WORDS.map((word) => word.slice(0, 3)))].map((word) => encoder.encode(word));
  const halves = new Uint8Array(6 * HALF);
  const mark = (at: number, bit: number): void => {
    halves[at] = (halves[at] as number) | bit;
  };
  beginnings.forEach((bytes, index) => {
    const bit = 1 << (index % 8);
    bytes.forEach((small, place) => {
      for (const byte of [small, small - SMALL]) {
        mark(2 * HALF * place + (byte & 0xf), bit);
        mark(2 * HALF * place + HALF + (byte >> 4), bit);
      }
    });
  });
  const words = beginnings.map(([first = 0, second = 0, third = 0]) => first | (second << 8) | (third << 16));
  kernel.run.sieveBy(kernel.put(halves), kernel.putWords(words), words.length);
}

/**
 * What a store holds, as a column of so many rows.
 *
 * @param stayed the file in which texts stayed, where some did
 */
export function columnOf(kernel: Kernel, index: number, length: number, stayed?: StayedIn): TextColumn {
  const { run } = kernel;
  const stored = valuesOf(kernel, index, length, stayed);
  if (stored !== null) return new ValueColumn(length, stored);
  const plain = run.isPlain(index) !== 0;
  const bytes = kernel.buffer(run.bytesAt(index), run.bytesUsed(index) >>> 0);
  const offsets = kernel.words(run.offsetsAt(index), plain ? length + 1 : run.distinctTexts(index) + 1);
  if (plain)
    return { kind: 'plain', length, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), offsets };
  const texts = {
    bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length),
    offsets,
    length: offsets.length - 1,
  };
  const codes = codesOf(kernel, index, length);
  if (texts.length < MANY_TEXTS) return { kind: 'dictionary', length, codes, values: textsAt(texts) };
  const kept = textsWhenAsked(texts);
  keepWritten(codes, kept);
  return new UnmadeDictionary(codes, kept);
}

/** Where the rows stand, in the memory that was read into: another thread sees it. */
export function placesOf(kernel: Kernel): RowPlaces {
  const { run } = kernel;
  const runs = run.rowRuns();
  return {
    size: run.rowsKept(),
    firsts: kernel.words(run.runFirsts(), runs),
    rows: kernel.words(run.runRows(), runs),
    lines: kernel.words(run.runLines(), runs),
    files: roomFor(Uint16Array, runs),
  };
}

/** The arrays that a column stands in. */
export function arraysOf(column: TextColumn): ArrayBufferView[] {
  if (column instanceof ValueColumn) {
    const { stored } = column;
    const { rows, bytes, offsets } = stored.others;
    return [...valuesOfStored(stored), rows, bytes, offsets];
  }
  if (column.kind === 'plain') return [column.bytes, column.offsets];
  const kept = writtenTexts(column);
  return kept === null ? [column.codes] : [column.codes, kept.texts.bytes, kept.texts.offsets];
}

function valuesOfStored(stored: StoredValues): ArrayBufferView[] {
  if (stored.kind === 'ids' || stored.kind === 'places') return [stored.words];
  if (stored.kind === 'numbers') return [stored.values, stored.looks];
  return stored.times instanceof Uint8Array ? [stored.days, stored.times] : [stored.days];
}

function codesOf(kernel: Kernel, index: number, length: number): Codes {
  const at = kernel.run.codesAt(index) >>> 0;
  const width = kernel.run.codeWidth(index);
  if (width === 1) return kernel.bytes.subarray(at, at + length);
  return width === 2 ? kernel.halfWords(at, length) : kernel.words(at, length);
}

/** Texts that stand one after the other, of which texts are made when somebody asks: all at once, or one by one. */
export function textsWhenAsked(texts: WrittenTexts): KeptTexts {
  const { bytes, offsets } = texts;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return new KeptTexts(texts, {
    all: () => textsAt(texts),
    one: (code) => whole.toString('utf8', offsets[code], offsets[code + 1]),
  });
}

/** Texts that stand one after the other, as texts. */
function textsAt({ bytes: written, offsets, length: distinct }: WrittenTexts): string[] {
  const bytes = Buffer.from(written.buffer, written.byteOffset, written.length);
  const values = new Array<string>(distinct);
  const whole = isAscii(bytes) ? bytes.toString('latin1') : null;
  for (let code = 0; code < distinct; code++) {
    const start = offsets[code] ?? 0;
    const end = offsets[code + 1] ?? 0;
    values[code] = whole === null ? bytes.toString('utf8', start, end) : whole.slice(start, end);
  }
  return values;
}
