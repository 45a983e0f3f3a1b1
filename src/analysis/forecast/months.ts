/** A series of counts and what was expected of them, month by month. */

/** The months of a series. */
export interface Months {
  readonly first: number;
  readonly observed: number[];
  readonly expected: number[];
}

/** How much months may differ for no reason, as relative variance: the prior of the spread between months (a judgement). */
export const USUAL_SPREAD = 0.01;
/** Its weight, in months. */
export const SPREAD_WEIGHT = 4;

/** The series with expectations multiplied by a factor of each month. */
export function adjusted({ first, observed, expected }: Months, factor: (month: number) => number): Months {
  return { first, observed, expected: expected.map((value, at) => value * factor(first + at)) };
}

/** Sum of the values `from`…`to` (exclusive), as far as there are such. */
export function sumOf(values: readonly number[], from = 0, to = values.length): number {
  let total = 0;
  for (let at = Math.max(0, from); at < Math.min(to, values.length); at++) total += values[at] as number;
  return total;
}
