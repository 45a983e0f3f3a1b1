/** The rhythm of a series: what months of one kind have beside the level around them. */
import type { Counted } from './effects.js';
import { type Grid, PARTS, placeInQuarter } from './grid.js';
import { type Months, SPREAD_WEIGHT, sumOf, USUAL_SPREAD } from './months.js';

/** A year's rhythm is looked for from two whole years on; one of quarters from two whole quarters. */
const LEAST_YEAR = 24;
const LEAST_QUARTER = 6;

/** Factors of classes of months, drawn towards 1, and their relative variance. */
export interface Factors {
  readonly factors: readonly number[];
  readonly variance: number;
}

/** Observed over expected in a window of months around each, moved inside at both ends. */
function localLevels({ observed, expected }: Months, width: number): number[] {
  return observed.map((_, at) => {
    const from = Math.max(0, Math.min(at - Math.floor(width / 2), observed.length - width));
    const e = sumOf(expected, from, from + width);
    return e > 0 ? sumOf(observed, from, from + width) / e : 1;
  });
}

/** Factors of classes of months beside the level around them, drawn towards 1 as chance would have them apart. */
function classFactors(months: Months, width: number, classes: number, classOf: (month: number) => number): Factors {
  const levels = localLevels(months, width);
  const fitted = months.expected.map((value, at) => value * (levels[at] as number));
  const [o, e] = [new Array<number>(classes).fill(0), new Array<number>(classes).fill(0)];
  months.observed.forEach((value, at) => {
    const own = classOf(months.first + at);
    o[own] = (o[own] as number) + value;
    e[own] = (e[own] as number) + (fitted[at] as number);
  });
  const raw = o.map((value, own) => ((e[own] as number) > 0 ? value / (e[own] as number) : 1));
  const all = sumOf(fitted) / months.observed.length;
  // Spread of months of one class beside a Poisson count's, 1 = none.
  let pearson = 0;
  months.observed.forEach((value, at) => {
    const mean = (fitted[at] as number) * (raw[classOf(months.first + at)] as number);
    if (mean > 0) pearson += (value - mean) ** 2 / mean;
  });
  const free = Math.max(0, months.observed.length * (1 - 1 / width) - classes + 1);
  const usual = 1 + USUAL_SPREAD * all;
  const spread = Math.max(1, (SPREAD_WEIGHT * usual + pearson) / (SPREAD_WEIGHT + free));
  const between = sumOf(raw.map((x, own) => (e[own] as number) * (x - 1) ** 2)) / Math.max(1, classes - 1);
  const keep = between > 0 ? Math.max(0, 1 - spread / between) : 0;
  return {
    factors: raw.map((x) => Math.max(0.05, 1 + (x - 1) * keep)),
    // Of a mean shrunk by `keep`, averaged over the classes.
    variance: (keep * sumOf(e.map((own) => (own > 0 ? spread / own : 0)))) / classes,
  };
}

/** Of the first, second and third months of quarters. */
export function quarterFactors(grid: Grid, months: Months): Factors {
  if (months.observed.length < LEAST_QUARTER) return { factors: [1, 1, 1], variance: 0 };
  return classFactors(months, 3, 3, (month) => placeInQuarter(grid, month));
}

/** Of the months of the year in the order of the grid; none under two years. */
export function yearFactors(months: Months): Factors {
  if (months.observed.length < LEAST_YEAR) return { factors: [], variance: 0 };
  return classFactors(months, 12, 12, (month) => month % 12);
}

/** Factors of the parts of a month, from how the months' events lie in them. */
export function partFactors({ observed, expected, from, to }: Counted): number[] {
  const [o, e] = [new Array<number>(PARTS).fill(0), new Array<number>(PARTS).fill(0)];
  let [pearson, free] = [0, 0];
  // Whole months only.
  for (let cell = Math.ceil(from / PARTS) * PARTS; cell + PARTS - 1 < to; cell += PARTS) {
    const seen = sumOf([0, 1, 2].map((part) => observed[cell + part] as number));
    const hoped = sumOf([0, 1, 2].map((part) => expected[cell + part] as number));
    if (seen === 0 || hoped <= 0) continue;
    for (let part = 0; part < PARTS; part++) {
      o[part] = (o[part] as number) + (observed[cell + part] as number);
      e[part] = (e[part] as number) + ((expected[cell + part] as number) * seen) / hoped;
    }
  }
  if (sumOf(o) === 0) return o.map(() => 1);
  const raw = o.map((value, part) => ((e[part] as number) > 0 ? value / (e[part] as number) : 1));
  for (let cell = Math.ceil(from / PARTS) * PARTS; cell + PARTS - 1 < to; cell += PARTS) {
    const seen = sumOf([0, 1, 2].map((part) => observed[cell + part] as number));
    const hoped = sumOf([0, 1, 2].map((part) => expected[cell + part] as number));
    if (seen === 0 || hoped <= 0) continue;
    free += PARTS - 1;
    for (let part = 0; part < PARTS; part++) {
      const mean = (((expected[cell + part] as number) * seen) / hoped) * (raw[part] as number);
      if (mean > 0) pearson += ((observed[cell + part] as number) - mean) ** 2 / mean;
    }
  }
  const spread = Math.max(1, (SPREAD_WEIGHT * 1.5 + pearson) / (SPREAD_WEIGHT + free));
  const between = sumOf(raw.map((x, part) => (e[part] as number) * (x - 1) ** 2)) / (PARTS - 1);
  const keep = between > 0 ? Math.max(0, 1 - spread / between) : 0;
  return raw.map((x) => Math.max(0.05, 1 + (x - 1) * keep));
}
