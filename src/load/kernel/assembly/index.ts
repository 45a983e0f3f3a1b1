/**
 * A reader of CSV in UTF-8: finds records, and puts the cells of those that are certainly some into stores, one per
 * wanted column. Every other record is handed back to the caller, who has `keepCell` and `keepRow` to put it there.
 * What it finds is what record-scanner.ts, sure-record.ts and cell-store.ts find.
 */
import { absorb } from './absorb';
import { addRow, pushCell, startBatch, storeBatch } from './batch';
import { beginCount, beginList, beginsAt, joinBegins, noteOther, startBegins, wantBegins } from './begins';
import { isEmpty, placesAt } from './cells';
import { allocate, isFull, release } from './memory';
import { sieveBy } from './places';
import { followPlan, PLAN_BYTES, planPlaces } from './plan';
import {
  joinRuns,
  keepRows,
  planRuns,
  RUNS_PLAN_BYTES,
  rowRuns,
  rowsKept,
  runFirsts,
  runLines,
  runRows,
  runsAt,
  startRuns,
} from './runs';
import {
  cellsFound,
  DECLINED,
  innerLines,
  inputAt,
  inputBegins,
  inputEnd,
  inputGiven,
  longestCell,
  MORE,
  nextRecord,
  recordAt,
  recordEnd,
  roomForInput,
  scannedTo,
  startScan,
  stepBack,
} from './scan';
import { createStore, expectRows, expectRowsInAll, Store } from './store';
import { expectRecords, isSureRecord } from './sure';
import { SLACK } from './text';
import { DESCRIPTION_BYTES, describe, PLACED_DAYS, Values } from './values';

export {
  allocate,
  beginCount,
  beginList,
  beginsAt,
  cellsFound,
  expectRecords,
  inputAt,
  inputBegins,
  inputEnd,
  inputGiven,
  isFull,
  placesAt,
  recordAt,
  recordEnd,
  release,
  roomForInput,
  rowRuns,
  rowsKept,
  runFirsts,
  runLines,
  runRows,
  runsAt,
  scannedTo,
  sieveBy,
};

/** What `run` ends with; MORE and DECLINED as in scan.ts. */
const HANDED_BACK: i32 = 1;
/** The record has a cell of many lines: it is to be looked at, and found again. */
const MANY_LINES: i32 = 3;
/** Line ends in a quoted cell from which it may hold records that a missing quote swallowed (see swallowed.ts). */
const MOST_LINES: u32 = 5;

let columns: u32 = 0;
/** Records of fewer or more cells are handed back, and those with anything in cells from `beyond` on. */
let fewest: u32 = 0;
let most: u32 = 0;
let beyond: u32 = 0;
let stores: usize = 0;
let storeCount: u32 = 0;
/** Records and physical lines passed. */
let records: u32 = 0;
let lines: u32 = 0;
/** Line of the record found last. */
let recordLine: u32 = 0;
/** Rows kept that lack more than one cell, and places of the first: pairs of row and line. */
let short: u32 = 0;
let shortPlaces: usize = 0;
const SHORT_PLACES: u32 = 20;
let scratch: usize = 0;
let scratchRoom: usize = 0;

/**
 * @param wantedAt the column of each store to fill
 * @param plan what `planPart` of another reader gave; 0 = this one reads the beginning
 */
export function start(
  separator: u32,
  columnCount: u32,
  wantedAt: usize,
  count: u32,
  firstLine: u32,
  plan: usize,
): void {
  columns = columnCount;
  lines = firstLine;
  storeCount = count;
  stores = allocate((<usize>count) << 2);
  for (let index: u32 = 0; index < count; index++) {
    const column = createStore();
    store<u32>(stores + ((<usize>index) << 2), <u32>changetype<usize>(column));
    if (plan !== 0) followPlan(column, plan + <usize>index * PLAN_BYTES);
  }
  startBegins();
  startBatch(stores, count, wantedAt);
  shortPlaces = allocate((<usize>SHORT_PLACES) << 3);
  const plans = <usize>count * PLAN_BYTES;
  startRuns(plan === 0 ? 0 : plan + plans + 4);
  if (plan !== 0) expectRowsInAll(load<u32>(plan + plans));
  startScan(separator);
}

/**
 * Lets the cells of a store be kept as days (1) or numbers (2) once most of them differ, if they are, as ids (3), or by their
 * places in the file (4), for which `inputBegins` and `sieveBy` say what is needed, or as days whose times stay there (5), for
 * which `inputBegins` does: see values.ts.
 */
export function mayBeValues(index: u32, kind: u32): void {
  storeAt(index).mayBe = kind;
  if (kind === PLACED_DAYS) wantBegins();
}

/** Words about the values of a store, see `describe`; 0 = it has texts. */
export function describeValues(index: u32): usize {
  const values = storeAt(index).values;
  if (values === 0) return 0;
  const words = scratchOf(DESCRIPTION_BYTES);
  describe(changetype<Values>(values), words);
  return words;
}

/**
 * Chooses where another reader, in the same memory, puts what follows what this one reads: right behind it.
 *
 * @param firstRows rows that this one will read, and a few more
 * @param allRows rows of both, and a few more
 */
export function planPart(firstRows: u32, allRows: u32): usize {
  const plans = <usize>storeCount * PLAN_BYTES;
  const plan = allocate(plans + 4 + RUNS_PLAN_BYTES);
  for (let index: u32 = 0; index < storeCount; index++) {
    planPlaces(storeAt(index), plan + <usize>index * PLAN_BYTES, firstRows, allRows);
  }
  store<u32>(plan + plans, allRows);
  planRuns(plan + plans + 4, firstRows, allRows);
  return plan;
}

export function expectWidths(least: u32, largest: u32, from: u32): void {
  fewest = least;
  most = largest;
  beyond = from;
}

/** Says how many rows there will be in all, as far as one can tell: memory is asked for once. */
export function expect(rows: u32): void {
  expectRows(rows);
}

/**
 * Reads on, until the input ends or a record is the caller's.
 *
 * @param handBack the next record is the caller's, whatever it is
 * @param looked the next record was looked at for its lines
 */
export function run(handBack: bool, looked: bool): i32 {
  const found = runOn(handBack, looked);
  storeBatch();
  return found;
}

function runOn(handBack: bool, looked: bool): i32 {
  while (true) {
    const found = nextRecord();
    if (found === MORE || found === DECLINED) return found;
    if (longestCell() > MOST_LINES && !looked) {
      stepBack();
      return MANY_LINES;
    }
    looked = false;
    records++;
    recordLine = lines;
    lines = recordLine + 1 + innerLines();
    const cells = cellsFound();
    if (handBack || cells < fewest || cells > most || isFilledFrom(beyond, cells) || !isSureRecord(cells)) {
      return HANDED_BACK;
    }
    keep(cells);
  }
}

function isFilledFrom(first: u32, cells: u32): bool {
  for (let cell = first; cell < cells; cell++) if (!isEmpty(cell)) return true;
  return false;
}

function keep(cells: u32): void {
  addRow(cells);
  keepRow(records, recordLine);
  // One missing cell at the end is what many writers leave out when it is empty.
  if (cells + 1 < columns) {
    if (short < SHORT_PLACES) {
      store<u32>(shortPlaces + ((<usize>short) << 3), records);
      store<u32>(shortPlaces + ((<usize>short) << 3), recordLine, 4);
    }
    short++;
  }
}

/** Room for a text that is to be kept. */
export function scratchOf(length: usize): usize {
  const needed = length + SLACK;
  if (needed > scratchRoom) {
    if (scratch !== 0) release(scratch, scratchRoom);
    scratchRoom = needed * 2;
    scratch = allocate(scratchRoom);
  }
  return scratch;
}

/** Adds a text to a store: a cell of a row that `keepRow` then ends. */
export function keepCell(index: u32, text: usize, length: usize): void {
  noteOther(rowsKept());
  pushCell(index, text, length);
}

export function keepRow(row: u32, line: u32): void {
  keepRows(row, line, 1);
}

/** Puts the cells of a column that another reader read behind those that were read here. */
export function absorbColumn(index: u32, otherStores: usize, otherBegins: usize): void {
  absorb(storeAt(index), changetype<Store>(<usize>load<u32>(otherStores + ((<usize>index) << 2))), otherBegins);
}

/** The same with where its rows stand, once for all columns. */
export function absorbRows(
  otherRuns: usize,
  otherKept: u32,
  otherRecords: u32,
  otherLines: u32,
  otherBegins: usize,
): void {
  joinBegins(otherBegins, rowsKept());
  joinRuns(otherRuns, otherKept, records, lines);
  records += otherRecords;
  lines += otherLines;
}

function storeAt(index: u32): Store {
  return changetype<Store>(<usize>load<u32>(stores + ((<usize>index) << 2)));
}

/** How many short rows were kept since the last call; their places are at `shortPlacesAt`. */
export function takeShort(): u32 {
  const count = short;
  short = 0;
  return count;
}

export function shortPlacesAt(): usize {
  return shortPlaces;
}

export function recordsPassed(): u32 {
  return records;
}
export function linesPassed(): u32 {
  return lines;
}
export function lineOfRecord(): u32 {
  return recordLine;
}
export function storesAt(): usize {
  return stores;
}
export function isPlain(index: u32): bool {
  return storeAt(index).isPlain;
}
export function codesAt(index: u32): usize {
  return storeAt(index).codes;
}
export function codeWidth(index: u32): u32 {
  return storeAt(index).width;
}
export function distinctTexts(index: u32): u32 {
  return storeAt(index).distinct;
}
export function bytesAt(index: u32): usize {
  return storeAt(index).bytes;
}
export function bytesUsed(index: u32): usize {
  return storeAt(index).used;
}
export function offsetsAt(index: u32): usize {
  return storeAt(index).offsets;
}
