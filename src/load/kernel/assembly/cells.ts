import { allocate, enlarged } from './memory';

/** The cells of the record that was found last, as places in the input. */

const FIRST_CELLS: u32 = 64;

/** Where the input begins. Cells are kept relative to it: a record may be moved with it. */
let input: usize = 0;
/** Pairs of first byte and the byte behind the last; `~end` (negative) where the text has doubled quotes. */
let places: usize = 0;
let room: u32 = 0;

export function placesAt(): usize {
  return places;
}

export function startCells(): void {
  room = FIRST_CELLS;
  places = allocate((<usize>room) << 3);
}

export function inputMoved(to: usize): void {
  input = to;
}

/** Notes a cell. */
export function setCell(cell: u32, start: usize, end: usize, doubled: bool): void {
  if (cell === room) {
    places = enlarged(places, (<usize>room) << 3, (<usize>room) << 3, (<usize>room) << 4);
    room *= 2;
  }
  const place = places + ((<usize>cell) << 3);
  const last = <i32>(end - input);
  store<i32>(place, <i32>(start - input));
  store<i32>(place, doubled ? ~last : last, 4);
}

export function cellStart(cell: u32): usize {
  return input + <usize>load<i32>(places + ((<usize>cell) << 3));
}

/** The byte behind the text, which may have doubled quotes. */
export function cellEnd(cell: u32): usize {
  const end = load<i32>(places + ((<usize>cell) << 3), 4);
  return input + <usize>(end < 0 ? ~end : end);
}

export function isDoubled(cell: u32): bool {
  return load<i32>(places + ((<usize>cell) << 3), 4) < 0;
}
