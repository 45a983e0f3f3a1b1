import type { CivilDay } from '../model/civil-day.js';
import type { OtherCells } from '../model/other-cells.js';
import { type DayTexts, indexOf, LONGEST_DAY, writeDate } from '../model/stored-values.js';
import type { PlacedRecords } from './placed-records.js';

/** Bytes of a day without its time. */
const DATE = 10;

/** Texts of days of which only the day was stored, in a column of a file. */
export class PlacedDays implements DayTexts {
  readonly #records: PlacedRecords;
  readonly #column: number;
  readonly #kept: OtherCells;
  readonly #date = new Uint8Array(DATE);

  /** @param kept texts of days whose rows do not stand in the file as they were read */
  constructor(records: PlacedRecords, column: number, kept: OtherCells) {
    this.#records = records;
    this.#column = column;
    this.#kept = kept;
  }

  write(row: number, day: CivilDay, bytes: Uint8Array, from: number): number {
    const text = this.#keptText(row) ?? this.#records.cell(row, this.#column);
    writeDate(day, this.#date, 0);
    if (text.length > LONGEST_DAY || this.#date.some((byte, at) => byte !== text[at])) throw this.#records.changed();
    bytes.set(text, from);
    return from + text.length;
  }

  #keptText(row: number): Uint8Array | null {
    const { rows, bytes, offsets } = this.#kept;
    const at = indexOf(rows, row);
    return at < 0 ? null : bytes.subarray(offsets[at] as number, offsets[at + 1] as number);
  }
}

/** The texts beside a column of days: those that are no day, and those of days. */
export function partedTexts(others: OtherCells, isDay: (row: number) => boolean): readonly [OtherCells, OtherCells] {
  if (!others.rows.some(isDay)) return [others, NONE];
  return [textsOf(others, (row) => !isDay(row)), textsOf(others, isDay)];
}

const NONE: OtherCells = { rows: new Uint32Array(0), bytes: new Uint8Array(0), offsets: new Uint32Array(1) };

function textsOf({ rows, bytes, offsets }: OtherCells, isTaken: (row: number) => boolean): OtherCells {
  const taken: number[] = [];
  const ends = [0];
  const texts = new Uint8Array(bytes.length);
  let used = 0;
  rows.forEach((row, at) => {
    if (!isTaken(row)) return;
    const text = bytes.subarray(offsets[at], offsets[at + 1]);
    texts.set(text, used);
    used += text.length;
    taken.push(row);
    ends.push(used);
  });
  return { rows: Uint32Array.from(taken), bytes: texts.slice(0, used), offsets: Uint32Array.from(ends) };
}
