import type { CategoryColumn } from '../../model/column.js';
import { chosen } from './choose.js';
import { mixRatePart } from './mix-rate.js';
import type { MixRatePart, SumPart } from './parts.js';
import { sumPart } from './sums.js';
import { type Counted, tallies } from './tally.js';

/** A column that both sides are split by; of two files, or of two days, it is not the same one. */
export interface Split {
  readonly by: string;
  readonly before: CategoryColumn;
  readonly after: CategoryColumn;
}

/** Columns to look at, and those of them that were asked for by name. */
export interface Splits {
  readonly all: readonly Split[];
  readonly asked: readonly string[];
}

/** Both sides of a figure. */
export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

/** A change of a rate or a mean by the columns that explain most of it. */
export function mixRateParts({ before, after }: Sides<Counted>, { all, asked }: Splits): MixRatePart[] {
  const parts = all.map((split) => mixRatePart(split.by, tallies(split.before, before), tallies(split.after, after)));
  return chosen(parts, asked);
}

/** A change of a sum by the columns that explain most of it. */
export function sumParts({ before, after }: Sides<Counted>, { all, asked }: Splits): SumPart[] {
  const parts = all.map((split) => sumPart(split.by, tallies(split.before, before), tallies(split.after, after)));
  return chosen(parts, asked);
}

/** Each record counts one. */
export function counting(rows: Uint32Array): Counted {
  return { rows, worth: () => 1 };
}

/** Each record counts what the column says. */
export function adding(rows: Uint32Array, column: Float64Array): Counted {
  return { rows, worth: (_, row) => column[row] as number };
}
