import { morePlaces, PLACE, placed, placeOf, placesEnd, startCells } from './cells';
import { allocate, enlarged } from './memory';

/** What `nextRecord` found: see record-scanner.ts, which finds the same. */
export const MORE: i32 = 0;
export const RECORD: i32 = 1;
export const DECLINED: i32 = 2;

/** Bytes that are read behind the input: zeros. */
const SENTINELS: usize = 80;
const QUOTE: u32 = 0x22;
const LF: u32 = 0x0a;
const CR: u32 = 0x0d;
/** NUL, LF, CR and what else stands below are looked at one by one. */
const FIRST_HARMLESS: u8 = 14;
const BLOCK: usize = 64;
/** All bits of a block but the first. */
const BEHIND_FIRST: u64 = 0xfffffffffffffffe;

let input: usize = 0;
let inputRoom: usize = 0;
/** Where the input's first byte stands in the file. */
let before: u32 = 0;
let end: usize = 0;
let isLast: bool = false;
/** Behind the last record that was found. */
let at: usize = 0;
/** Bits of the block's bytes at which a cell may end, from `at` on. */
let block: usize = 0;
let stops: u64 = 0;

let delimiter: u32 = 0;
/** Of the last record. */
let recordStart: usize = 0;
let recordLast: usize = 0;
let cells: u32 = 0;
let inner: u32 = 0;
let longest: u32 = 0;

/** Says where in the file the first byte stands that will be given. */
export function inputBegins(place: u32): void {
  before = place;
}

/** Whether a text stands in the input, not where something was made of it. */
export function isInInput(text: usize): bool {
  return text >= input && text < end;
}

/** Where a cell of the input begins in the file, by its text: with the quote before that, where there is one. */
export function placeInFile(text: usize): u32 {
  const quoted = text > input && <u32>load<u8>(text - 1) === QUOTE;
  return before + <u32>(text - input) - (quoted ? 1 : 0);
}

/** Where in the file the last record starts. */
export function recordInFile(): u32 {
  return before + <u32>(recordStart - input);
}

export function startScan(separator: u32): void {
  delimiter = separator;
  startCells();
}

/** Makes room for so many bytes behind those of an unfinished record; where they go. */
export function roomForInput(length: usize): usize {
  const rest = end - at;
  const needed = rest + length + SENTINELS;
  if (at !== input) {
    memory.copy(input, at, rest);
    before += <u32>(at - input);
  }
  if (needed > inputRoom) {
    input = inputRoom === 0 ? allocate(needed * 2) : enlarged(input, inputRoom, rest, needed * 2);
    inputRoom = needed * 2;
  }
  at = input;
  end = input + rest;
  return end;
}

/** So many bytes were put there. */
export function inputGiven(length: usize, last: bool): void {
  end += length;
  isLast = last;
  memory.fill(end, 0, SENTINELS);
  lookFrom(at);
}

export function scannedTo(): usize {
  return at;
}

export function inputAt(): usize {
  return input;
}

export function inputEnd(): usize {
  return end;
}

export function cellsFound(): u32 {
  return cells;
}

/** Line ends inside the last record's cells, and the most in one of them. */
export function innerLines(): u32 {
  return inner;
}

export function longestCell(): u32 {
  return longest;
}

/** Where the last record starts, and the byte behind it. */
export function recordAt(): usize {
  return recordStart;
}

export function recordEnd(): usize {
  return recordLast;
}

/** The last record will be found again. */
export function stepBack(): void {
  at = recordStart;
  lookFrom(at);
}

function lookFrom(place: usize): void {
  block = place;
  stops = stopsAt(place);
}

/** Moves to the next record. At the end of the last input, MORE means that there is none. */
export function nextRecord(): i32 {
  let place = at;
  if (place >= end) return MORE;
  recordStart = place;
  inner = 0;
  longest = 0;
  let cell = placeOf(0);
  let lastCell = placesEnd();
  let base = block;
  let bits = stops;
  while (true) {
    if (cell === lastCell) {
      const used = cell - placeOf(0);
      morePlaces();
      cell = placeOf(0) + used;
      lastCell = placesEnd();
    }
    let byte = <u32>load<u8>(place);
    const start = place;
    if (byte === QUOTE) {
      place = closingQuote(place + 1);
      if (place === 0) return isLast || !cut ? DECLINED : MORE;
      const length = <u32>(place - start - 1);
      store<u64>(cell, placed(start + 1, doubled ? ~length : length));
      place++;
      byte = <u32>load<u8>(place);
      if (place - base >= BLOCK) base = place;
      // Behind the byte that follows the quote.
      const passed: u64 = place - base;
      bits = stopsAt(base) & (BEHIND_FIRST << passed);
    } else {
      for (;;) {
        while (bits === 0) {
          base += BLOCK;
          bits = stopsAt(base);
        }
        place = base + <usize>ctz(bits);
        bits &= bits - 1;
        byte = <u32>load<u8>(place);
        if (byte >= <u32>FIRST_HARMLESS || byte === delimiter || byte === LF || byte === CR || byte === 0) break;
      }
      store<u64>(cell, placed(start, <u32>(place - start)));
    }
    cell += PLACE;
    if (byte === delimiter) {
      place++;
      continue;
    }
    if (byte === LF) {
      place++;
      break;
    }
    if (byte === CR) {
      if (place + 1 >= end && !isLast) return MORE;
      place++;
      if (<u32>load<u8>(place) !== LF) break;
      // Its bit is the next one.
      if (bits === 0) {
        base += BLOCK;
        bits = stopsAt(base);
      }
      bits &= bits - 1;
      place++;
      break;
    }
    if (byte !== 0 || place < end) return DECLINED;
    if (!isLast) return MORE;
    break;
  }
  block = base;
  stops = bits;
  cells = <u32>((cell - placeOf(0)) / PLACE);
  at = place;
  recordLast = place;
  return RECORD;
}

/** What `closingQuote` found: doubled quotes; or that the input ends too early to tell. */
let doubled: bool = false;
let cut: bool = false;

/** The closing quote of the cell whose text begins there; 0 = there is none, or more bytes are needed. */
function closingQuote(begin: usize): usize {
  const quotes = i8x16.splat(<i8>QUOTE);
  const harmless = i8x16.splat(<i8>FIRST_HARMLESS);
  let lines: u32 = 0;
  doubled = false;
  cut = false;
  let base = begin;
  let bits: u32 = 0;
  while (true) {
    const bytes = v128.load(base);
    bits = <u32>i8x16.bitmask(v128.or(i8x16.eq(bytes, quotes), i8x16.lt_u(bytes, harmless)));
    while (bits !== 0) {
      const place = base + <usize>ctz(bits);
      bits &= bits - 1;
      const byte = <u32>load<u8>(place);
      if (byte === QUOTE) {
        if (<u32>load<u8>(place + 1) === QUOTE) {
          doubled = true;
          // The second one is passed: the scan begins behind it.
          base = place + 2 - 16;
          bits = 0;
          continue;
        }
        if (place + 1 >= end && !isLast) {
          cut = true;
          return 0;
        }
        inner += lines;
        if (lines > longest) longest = lines;
        return place;
      }
      // CR LF is one line end, counted at the LF.
      if (byte === LF) lines++;
      else if (byte === CR) {
        if (<u32>load<u8>(place + 1) !== LF) lines++;
      } else if (byte === 0) {
        cut = place >= end;
        return 0;
      }
    }
    base += 16;
  }
}

/** Bits of the 64 bytes from a place on: quotes, delimiters, and whatever stands below FIRST_HARMLESS. */
function stopsAt(place: usize): u64 {
  return (
    <u64>stopsOf(v128.load(place)) |
    ((<u64>stopsOf(v128.load(place, 16))) << 16) |
    ((<u64>stopsOf(v128.load(place, 32))) << 32) |
    ((<u64>stopsOf(v128.load(place, 48))) << 48)
  );
}

function stopsOf(bytes: v128): u32 {
  return <u32>(
    i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)), i8x16.eq(bytes, i8x16.splat(<i8>delimiter))),
        i8x16.lt_u(bytes, i8x16.splat(<i8>FIRST_HARMLESS)),
      ),
    )
  );
}
