import { NO_DAY } from '../../model/civil-day.js';
import type { OtherCells } from '../../model/other-cells.js';
import { StoredIds } from '../../model/stored-ids.js';
import { type PlacedFile, StoredPlaces } from '../../model/stored-places.js';
import { StoredDays, StoredNumbers, type StoredValues, TIME_BYTES } from '../../model/stored-values.js';
import { PlacedDays, partedTexts } from '../placed-days.js';
import type { PlacedRecords } from '../placed-records.js';
import { FileTexts } from '../placed-texts.js';
import type { Kernel } from './kernel.js';

/** What the cells of a store may be kept as, by its number there; see assembly/values.ts. */
export const KINDS = { days: 1, numbers: 2, ids: 3, places: 4, placed_days: 5 } as const;
const WORDS = 14;
/** Of the form of ids: where it has the beginning; see assembly/ids.ts. */
const BEGINNING = 16;

/** What of a column stayed in a file. */
export interface StayedIn {
  readonly file: PlacedFile;
  readonly records: PlacedRecords;
  /** Of the file. */
  readonly column: number;
}

/**
 * The values of a store, where it has some; null where it has texts.
 *
 * @param stayed where what was not stored is read again
 */
export function valuesOf(
  kernel: Kernel,
  index: number,
  length: number,
  stayed: StayedIn | undefined,
): StoredValues | null {
  const at = kernel.run.describeValues(index);
  if (at === 0) return null;
  const [kind = 0, cells = 0, looks = 0, empty = 0, count = 0, rows = 0, bytes = 0, ends = 0, ...heard] = kernel.words(
    at,
    WORDS,
  );
  const offsets = kernel.words(ends, count + 1);
  const others: OtherCells = {
    rows: kernel.words(rows, count),
    bytes: kernel.bytes.subarray(bytes, bytes + (offsets[count] ?? 0)),
    offsets,
  };
  if (kind === KINDS.days) {
    const times = kernel.bytes.subarray(looks, looks + TIME_BYTES * length);
    return new StoredDays(kernel.signedWords(cells, length), times, empty, others);
  }
  const [dots = 0, commas = 0, eitherDot = 0, eitherComma = 0, unseparated = 0, form = 0] = heard;
  if (kind === KINDS.ids) {
    const [begins = 0, digits = 0] = kernel.words(form, 2);
    const beginning = kernel.bytes.slice(form + BEGINNING, form + BEGINNING + begins);
    return new StoredIds({ ids: kernel.words(cells, length), form: { beginning, digits }, empty, others });
  }
  if (kind === KINDS.placed_days && stayed !== undefined) {
    const days = kernel.signedWords(cells, length);
    const [other, kept] = partedTexts(others, (row) => days[row] !== NO_DAY);
    return new StoredDays(days, new PlacedDays(stayed.records, stayed.column, kept), empty, other);
  }
  if (kind === KINDS.places && stayed !== undefined) {
    const texts = new FileTexts(stayed.file);
    return new StoredPlaces({ places: kernel.words(cells, length), texts, empty, others });
  }
  return new StoredNumbers(
    kernel.doubleWords(cells, length),
    kernel.bytes.subarray(looks, looks + length),
    empty,
    others,
    { dots, commas, eitherDot, eitherComma, unseparated },
  );
}
