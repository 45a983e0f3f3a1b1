import { allocate, enlarged } from './memory';

/** Cells as places: of the record that was found last, and of what is to be stored. */

const FIRST_CELLS: u32 = 64;

/** Bytes of a cell's place: its first byte, and its length, `~length` where its text has doubled quotes. */
export const PLACE: usize = 8;

let places: usize = 0;
let room: u32 = 0;

export function placesAt(): usize {
  return places;
}

export function startCells(): void {
  room = FIRST_CELLS;
  places = allocate(<usize>room * PLACE);
}

/** Where the place of a cell of the record stands. */
export function placeOf(cell: u32): usize {
  return places + <usize>cell * PLACE;
}

/** Behind the last place for which there is room. */
export function placesEnd(): usize {
  return placeOf(room);
}

/** Makes room for more cells of the record. */
export function morePlaces(): void {
  places = enlarged(places, <usize>room * PLACE, <usize>room * PLACE, <usize>room * PLACE * 2);
  room *= 2;
}

/** A place as one word. */
export function placed(start: usize, length: u32): u64 {
  return <u64>start | ((<u64>length) << 32);
}

export function cellStart(cell: u32): usize {
  return <usize>load<u32>(placeOf(cell));
}

export function isEmpty(cell: u32): bool {
  return load<u32>(placeOf(cell), 4) === 0;
}

/** The byte behind the text, which may have doubled quotes. */
export function cellEnd(cell: u32): usize {
  const length = load<i32>(placeOf(cell), 4);
  return cellStart(cell) + <usize>(length < 0 ? ~length : length);
}

export function isDoubled(cell: u32): bool {
  return load<i32>(placeOf(cell), 4) < 0;
}
