import { EVERY, noteRecord } from './begins';
import { isDoubled, PLACE, placed, placeOf } from './cells';
import { startDays } from './days';
import { addEmptyText, codesOf, startDictionaries } from './dictionary';
import { allocate } from './memory';
import { rowsKept } from './runs';
import { recordInFile } from './scan';
import { appendCodes, appendTexts, appendValues, becomePlain, Store } from './store';

/**
 * Rows on their way into the stores, some hundred at once: column by column they go there far faster than row by row.
 * Their texts still stand in the input.
 */

const ROWS: u32 = 256;
const QUOTE: u32 = 0x22;

/** Places of cells, column by column, and codes of one column. */
let cells: usize = 0;
let words: usize = 0;
let filled: u32 = 0;
let stores: usize = 0;
let storeCount: u32 = 0;
let wanted: usize = 0;

/**
 * @param storesAt places of the stores
 * @param wantedAt the column of each
 */
export function startBatch(storesAt: usize, count: u32, wantedAt: usize): void {
  stores = storesAt;
  storeCount = count;
  wanted = wantedAt;
  cells = allocate(<usize>max(count, 1) * <usize>ROWS * PLACE);
  words = allocate(<usize>ROWS * 4);
  startDictionaries();
  for (let index: u32 = 0; index < count; index++) addEmptyText(storeAt(index));
  startDays();
}

/** Takes the wanted cells of the record that was found last. */
export function addRow(recordCells: u32): void {
  if (filled % EVERY === 0) noteRecord(rowsKept(), recordInFile());
  let to = cells + <usize>filled * PLACE;
  for (let index: u32 = 0; index < storeCount; index++) {
    const cell = load<u32>(wanted + ((<usize>index) << 2));
    store<u64>(to, cell >= recordCells ? 0 : isDoubled(cell) ? undoubled(cell) : load<u64>(placeOf(cell)));
    to += <usize>ROWS * PLACE;
  }
  if (++filled === ROWS) storeBatch();
}

/** Puts into the stores what was taken. Must be called before the input moves. */
export function storeBatch(): void {
  const rows = filled;
  if (rows === 0) return;
  filled = 0;
  for (let index: u32 = 0; index < storeCount; index++) {
    push(storeAt(index), cells + <usize>index * <usize>ROWS * PLACE, rows);
  }
}

/** Adds one cell to a store. No batch may be open. */
export function pushCell(index: u32, start: usize, length: usize): void {
  store<u64>(cells, placed(start, <u32>length));
  push(storeAt(index), cells, 1);
}

function storeAt(index: u32): Store {
  return changetype<Store>(<usize>load<u32>(stores + ((<usize>index) << 2)));
}

function push(column: Store, places: usize, rows: u32): void {
  let done: u32 = 0;
  if (column.startsPlain && !column.isPlain) becomePlain(column);
  if (!column.isPlain) {
    done = codesOf(column, places, rows, words, 0);
    appendCodes(column, words, done);
    if (done === rows) return;
    becomePlain(column);
  }
  const rest = places + <usize>done * PLACE;
  if (column.values !== 0) appendValues(column, rest, rows - done);
  else appendTexts(column, rest, rows - done);
}

/** The place of a text whose doubled quotes stand for one each. It is made where it stands; quotes fill up its end. */
function undoubled(cell: u32): u64 {
  const place = placeOf(cell);
  const start = <usize>load<u32>(place);
  const end = start + <usize>~load<u32>(place, 4);
  let to = start;
  for (let at = start; at < end; at++) {
    const byte = load<u8>(at);
    store<u8>(to++, byte);
    if (<u32>byte === QUOTE) at++;
  }
  memory.fill(to, <u8>QUOTE, end - to);
  return placed(start, <u32>(to - start));
}
