import { allocate, release } from './memory';
import { rowsInAll } from './store';
import { copyRaised } from './words';

/** Where the rows that were kept stand in the file: runs of rows one behind the other, as of model/row-places.ts. */

const FIRST_RUNS: u32 = 64;
/** Runs from which it is told by them how many there will be. */
const TELLING: u32 = 1024;
/** Rows further on may stand in more runs than the first ones; room that stays empty costs nothing. */
const SPARE: f64 = 1.05;
const FEW_MORE: u32 = 256;

/** The first row of each run, its row in the file and its line. Another thread's reader looks at it by its place. */
@unmanaged
class Runs {
  firsts: usize = 0;
  rows: usize = 0;
  lines: usize = 0;
  /** For so many there is room in each list. */
  room: u32 = 0;
  count: u32 = 0;
}

/** Bytes that `planRuns` writes: of each list the place, and the room in each. */
export const RUNS_PLAN_BYTES: usize = 16;

let runs = changetype<Runs>(0);
/** Rows kept. */
let kept: u32 = 0;
/** Where the next row stands if it is of the same run. */
let nextRow: u32 = 0;
let nextLine: u32 = 0;

/** @param plan what `planRuns` of another reader wrote; 0 = this one reads the beginning */
export function startRuns(plan: usize): void {
  runs = changetype<Runs>(allocate(offsetof<Runs>()));
  runs.count = 0;
  if (plan !== 0 && load<u32>(plan) !== 0) {
    place(<usize>load<u32>(plan), <usize>load<u32>(plan, 4), <usize>load<u32>(plan, 8), load<u32>(plan, 12));
  } else placeAnywhere(FIRST_RUNS);
}

function place(firsts: usize, rows: usize, lines: usize, room: u32): void {
  runs.firsts = firsts;
  runs.rows = rows;
  runs.lines = lines;
  runs.room = room;
}

function placeAnywhere(room: u32): void {
  const bytes = (<usize>room) << 2;
  place(allocate(bytes), allocate(bytes), allocate(bytes), room);
}

/** Moves the lists that there are to where more room is, which is told by what places the lists there. */
function moveFrom(firsts: usize, rows: usize, lines: usize, room: u32): void {
  const used = (<usize>runs.count) << 2;
  memory.copy(runs.firsts, firsts, used);
  memory.copy(runs.rows, rows, used);
  memory.copy(runs.lines, lines, used);
  releaseLists(firsts, rows, lines, room);
}

function releaseLists(firsts: usize, rows: usize, lines: usize, room: u32): void {
  const bytes = (<usize>room) << 2;
  release(firsts, bytes);
  release(rows, bytes);
  release(lines, bytes);
}

/** Keeps so many rows that stand one behind the other. */
export function keepRows(row: u32, line: u32, count: u32): void {
  // Line 0 is that of all rows of a sheet, which has no lines, or of the first row of a part.
  if (row !== nextRow || (line !== nextLine && line !== 0) || kept === 0) beginRun(row, line);
  kept += count;
  nextRow = row + count;
  nextLine = line + count;
}

/** The next row is the first of a run. */
function beginRun(row: u32, line: u32): void {
  if (runs.count === runs.room) moreRuns(runs.room * 2);
  const at = (<usize>runs.count) << 2;
  runs.count++;
  store<u32>(runs.firsts + at, kept);
  store<u32>(runs.rows + at, row);
  store<u32>(runs.lines + at, line);
}

/** Of so many rows, as the rows so far promise. */
function runsOf(rows: u32): u32 {
  return <u32>min((<f64>runs.count / <f64>max(kept, 1)) * <f64>rows * SPARE, <f64>rows) + FEW_MORE;
}

function moreRuns(least: u32): void {
  const firsts = runs.firsts;
  const rows = runs.rows;
  const lines = runs.lines;
  const room = runs.room;
  placeAnywhere(runs.count < TELLING ? least : max(least, runsOf(rowsInAll())));
  moveFrom(firsts, rows, lines, room);
}

/** Chooses where another reader, in the same memory, puts the runs of what follows: right behind the own ones. */
export function planRuns(plan: usize, firstRows: u32, allRows: u32): void {
  memory.fill(plan, 0, RUNS_PLAN_BYTES);
  // Whole pieces of memory each, of 16 bytes: what one reader gives back must not reach into what the other has.
  const first = (max(runsOf(firstRows), runs.count) + 3) & ~3;
  const more = (runsOf(allRows - min(firstRows, allRows)) + 3) & ~3;
  const firsts = runs.firsts;
  const rows = runs.rows;
  const lines = runs.lines;
  const room = runs.room;
  placeAnywhere(first + more);
  runs.room = first;
  moveFrom(firsts, rows, lines, room);
  const own = (<usize>first) << 2;
  store<u32>(plan, <u32>(runs.firsts + own));
  store<u32>(plan, <u32>(runs.rows + own), 4);
  store<u32>(plan, <u32>(runs.lines + own), 8);
  store<u32>(plan, more, 12);
}

/**
 * Puts behind the own rows those of another reader, and takes over its memory.
 *
 * @param otherKept rows that it kept
 * @param records records that were passed before its first one, and lines
 */
export function joinRuns(others: usize, otherKept: u32, records: u32, lines: u32): void {
  const other = changetype<Runs>(others);
  if (other.count === 0) return;
  const goesOn = kept > 0 && records + load<u32>(other.rows) === nextRow && lines + load<u32>(other.lines) === nextLine;
  const skipped: u32 = goesOn ? 1 : 0;
  const own = (<usize>runs.room) << 2;
  const isBehind =
    runs.firsts + own === other.firsts && runs.rows + own === other.rows && runs.lines + own === other.lines;
  if (isBehind) runs.room += other.room;
  else if (runs.count + other.count > runs.room) moreRuns(runs.count + other.count);
  const last = ((<usize>other.count) << 2) - 4;
  const rest = otherKept - load<u32>(other.firsts + last);
  nextRow = records + load<u32>(other.rows + last) + rest;
  nextLine = lines + load<u32>(other.lines + last) + rest;
  const count = other.count - skipped;
  const to = (<usize>runs.count) << 2;
  const from = (<usize>skipped) << 2;
  copyRaised(runs.firsts + to, other.firsts + from, count, kept);
  copyRaised(runs.rows + to, other.rows + from, count, records);
  copyRaised(runs.lines + to, other.lines + from, count, lines);
  if (!isBehind) releaseLists(other.firsts, other.rows, other.lines, other.room);
  runs.count += count;
  kept += otherKept;
}

export function rowsKept(): u32 {
  return kept;
}

/** The lists, for a reader of the same memory. */
export function runsAt(): usize {
  return changetype<usize>(runs);
}

export function rowRuns(): u32 {
  return runs.count;
}
export function runFirsts(): usize {
  return runs.firsts;
}
export function runRows(): usize {
  return runs.rows;
}
export function runLines(): usize {
  return runs.lines;
}
