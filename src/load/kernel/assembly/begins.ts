import { allocate, enlarged, release } from './memory';
import { rowsInAll } from './store';

/**
 * Where records begin in the file, for cells of which only a part is kept: of every sixteenth row that was read without its
 * caller, and of the first one behind a row that the caller kept. Between two of them, rows are records one behind the other.
 */

/** Rows from one that is noted to the next. */
export const EVERY: u32 = 16;
/** Instead of a place: this row, and those that follow, were kept by the caller, and may stand in the file in other words. */
const NOWHERE: u32 = 0xffffffff;
/** Bytes of a row and its place. */
const ENTRY: usize = 8;
const FIRST_ROOM: u32 = 64;
/** Rows further on may be noted more often than the first ones; room that stays empty costs nothing. */
const SPARE: f64 = 1.05;

/** Rows, ascending, and their places. Another thread's reader looks at it by its place. */
@unmanaged
class Begins {
  list: usize = 0;
  room: u32 = 0;
  count: u32 = 0;
}

let begins = changetype<Begins>(0);
/** Those by which `standsInFile` answers. */
let asked = changetype<Begins>(0);
let areWanted: bool = false;

export function startBegins(): void {
  begins = changetype<Begins>(allocate(offsetof<Begins>()));
  begins.list = 0;
  begins.room = 0;
  begins.count = 0;
  asked = begins;
  areWanted = false;
}

/** They are noted from now on: before the first row. */
export function wantBegins(): void {
  areWanted = true;
}

/** The record of a row begins there. */
export function noteRecord(row: u32, place: u32): void {
  if (areWanted) note(row, place);
}

/** A row is not what a record says. */
export function noteOther(row: u32): void {
  if (!areWanted) return;
  const end = begins.list + <usize>begins.count * ENTRY;
  if (begins.count === 0 || load<u32>(end - 4) !== NOWHERE) note(row, NOWHERE);
}

function note(row: u32, place: u32): void {
  if (begins.count === begins.room) moreRoom(begins.room * 2);
  const entry = begins.list + <usize>begins.count * ENTRY;
  begins.count++;
  store<u32>(entry, row);
  store<u32>(entry, place, 4);
}

function moreRoom(least: u32): void {
  const promised = <u32>((<f64>rowsInAll() / <f64>EVERY) * SPARE) + FIRST_ROOM;
  const room = max(least, promised);
  const used = <usize>begins.count * ENTRY;
  const old = <usize>begins.room * ENTRY;
  begins.list = old === 0 ? allocate(<usize>room * ENTRY) : enlarged(begins.list, old, used, <usize>room * ENTRY);
  begins.room = room;
}

/** Lets `standsInFile` answer for rows of another reader; 0 = for the own ones. */
export function askBegins(others: usize): void {
  asked = others === 0 ? begins : changetype<Begins>(others);
}

/** Whether a row that was read is what its record says. */
export function standsInFile(row: u32): bool {
  let low: u32 = 0;
  let high = asked.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (load<u32>(asked.list + <usize>middle * ENTRY) <= row) low = middle + 1;
    else high = middle;
  }
  return low > 0 && load<u32>(asked.list + <usize>low * ENTRY - 4) !== NOWHERE;
}

/** Puts behind the own ones those of another reader, which kept rows behind the own `kept`, and takes over its memory. */
export function joinBegins(others: usize, kept: u32): void {
  const other = changetype<Begins>(others);
  if (other.count === 0) return;
  const count = begins.count + other.count;
  if (count > begins.room) moreRoom(count);
  let to = begins.list + <usize>begins.count * ENTRY;
  const end = other.list + <usize>other.count * ENTRY;
  for (let from = other.list; from < end; from += ENTRY) {
    store<u32>(to, kept + load<u32>(from));
    store<u32>(to, load<u32>(from, 4), 4);
    to += ENTRY;
  }
  release(other.list, <usize>other.room * ENTRY);
  begins.count = count;
}

/** The list, for a reader of the same memory. */
export function beginsAt(): usize {
  return changetype<usize>(begins);
}

export function beginCount(): u32 {
  return begins.count;
}
export function beginList(): usize {
  return begins.list;
}
