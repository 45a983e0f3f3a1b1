/**
 * Where rows stand in their files. Nearly every row stands right behind the one before it, so that only those are told
 * that do not: what follows a row left out, a cell of several lines, the first row of another file.
 */

/** Plain data, which another thread may be sent: runs of rows that stand one behind the other. */
export interface RowPlaces {
  readonly size: number;
  /** The first row of each run, ascending from 0; none without rows. The other lists are as long, and about that row. */
  readonly firsts: Uint32Array;
  /** Row in a spreadsheet program: 1 is the file's first row; a CSV record counts once. */
  readonly rows: Uint32Array;
  /** Physical line where the record starts; 0 where the file has no lines (workbooks), and then in all of the run. */
  readonly lines: Uint32Array;
  /** Index of the file. */
  readonly files: Uint16Array;
}

export const NO_PLACES: RowPlaces = {
  size: 0,
  firsts: new Uint32Array(0),
  rows: new Uint32Array(0),
  lines: new Uint32Array(0),
  files: new Uint16Array(0),
};

/** Row in a spreadsheet program; 0 of a row that there is not. */
export function sheetRowAt(places: RowPlaces, row: number): number {
  const run = runAt(places, row);
  return run < 0 ? 0 : rowIn(places, run, row);
}

/** Physical line; 0 where there is none. */
export function lineAt(places: RowPlaces, row: number): number {
  const run = runAt(places, row);
  return run < 0 ? 0 : lineIn(places, run, row);
}

/** Index of the file. */
export function fileAt(places: RowPlaces, row: number): number {
  const run = runAt(places, row);
  return run < 0 ? 0 : (places.files[run] as number);
}

/** The row in a spreadsheet program of every row. */
export function sheetRows(places: RowPlaces): Uint32Array {
  const rows = new Uint32Array(places.size);
  const { firsts } = places;
  for (let run = 0; run < firsts.length; run++) {
    const end = firsts[run + 1] ?? places.size;
    for (let row = firsts[run] as number; row < end; row++) rows[row] = rowIn(places, run, row);
  }
  return rows;
}

/** The rows of several files, one file under the other. */
export function stackPlaces(files: readonly RowPlaces[]): RowPlaces {
  const [only] = files;
  if (only !== undefined && files.length === 1) return only;
  const list = new PlaceList();
  for (const [file, { size, firsts, rows, lines }] of files.entries()) {
    for (let run = 0; run < firsts.length; run++) {
      const count = (firsts[run + 1] ?? size) - (firsts[run] as number);
      list.addRun(rows[run] as number, lines[run] as number, file, count);
    }
  }
  return list.finish();
}

/** Collects places, row by row. */
export class PlaceList {
  #size = 0;
  #runs = 0;
  #firsts = new Uint32Array(16);
  #rows = new Uint32Array(16);
  #lines = new Uint32Array(16);
  #files = new Uint16Array(16);
  /** Where the next row stands if it is of the same run. */
  #row = -1;
  #line = 0;
  #file = 0;

  get size(): number {
    return this.#size;
  }

  add(row: number, line: number, file = 0): void {
    if (row === this.#row && line === this.#line && file === this.#file) {
      this.#size++;
      this.#row++;
      if (line > 0) this.#line++;
    } else this.addRun(row, line, file, 1);
  }

  /** So many rows that follow one another in other places, from one of them on. */
  addPart(places: RowPlaces, first: number, count: number): void {
    const { size, firsts, files } = places;
    const end = first + count;
    let row = first;
    for (let run = runAt(places, first); run >= 0 && row < end; run++) {
      const next = Math.min(firsts[run + 1] ?? size, end);
      this.addRun(rowIn(places, run, row), lineIn(places, run, row), files[run] as number, next - row);
      row = next;
    }
  }

  /** So many rows that stand one behind the other. */
  addRun(row: number, line: number, file: number, count: number): void {
    if (row !== this.#row || line !== this.#line || file !== this.#file) {
      if (this.#runs === this.#firsts.length) this.#grow();
      this.#firsts[this.#runs] = this.#size;
      this.#rows[this.#runs] = row;
      this.#lines[this.#runs] = line;
      this.#files[this.#runs++] = file;
    }
    this.#size += count;
    this.#row = row + count;
    this.#line = line === 0 ? 0 : line + count;
    this.#file = file;
  }

  finish(): RowPlaces {
    return {
      size: this.#size,
      firsts: this.#firsts.slice(0, this.#runs),
      rows: this.#rows.slice(0, this.#runs),
      lines: this.#lines.slice(0, this.#runs),
      files: this.#files.slice(0, this.#runs),
    };
  }

  #grow(): void {
    const length = this.#runs * 2;
    this.#firsts = longer(Uint32Array, this.#firsts, length);
    this.#rows = longer(Uint32Array, this.#rows, length);
    this.#lines = longer(Uint32Array, this.#lines, length);
    this.#files = longer(Uint16Array, this.#files, length);
  }
}

function longer<N extends Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>>(
  kind: new (length: number) => N,
  array: N,
  length: number,
): N {
  const larger = new kind(length);
  larger.set(array);
  return larger;
}

function rowIn({ firsts, rows }: RowPlaces, run: number, row: number): number {
  return (rows[run] as number) + row - (firsts[run] as number);
}

function lineIn({ firsts, lines }: RowPlaces, run: number, row: number): number {
  const line = lines[run] as number;
  return line === 0 ? 0 : line + row - (firsts[run] as number);
}

/** The run that a row is in; −1 where there is no such row. */
function runAt({ size, firsts }: RowPlaces, row: number): number {
  if (row < 0 || row >= size) return -1;
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firsts[middle] as number) <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
