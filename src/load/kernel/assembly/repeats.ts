/**
 * Whether the cells of a column repeat often enough for a dictionary, told by its first rows: in the words that
 * AssemblyScript and TypeScript have in common, for the kernel and for cell-store.ts.
 */

/** Share of distinct cells at the end up to which a dictionary pays. */
const MOST = 0.5;
/** Distinct cells that cost nothing either way. */
const FEW = 8192;
/** Of a column whose rows nobody counted: as many times those that were seen. */
const UNCOUNTED = 16;
/** A population is looked for between the distinct cells and as many times as many repeats will tell. */
const MOST_RATIO = 64;
/** Halvings, and factors of the exponential function. */
const STEPS = 40;
const FACTORS = 256;
/** Where twice the distinct cells took fewer rows than this many times as many, the first ones tell nothing. */
const STEADY = 1.5;

/** The same where all cells are known; few distinct ones are no matter. */
export function pays(distinct: number, filled: number): boolean {
  return distinct < FEW || distinct <= MOST * filled;
}

/**
 * As if cells were drawn from a population, all of it as likely: then the repeats so far tell how large it is, and that
 * how many will be met. Where the population itself grew since half of the distinct cells were met (rows in the order of
 * the column, or a few names that most rows have), beyond what chance does, it is taken to grow on like that.
 *
 * @param distinct cells met so far, twice as many as when `filledAtHalf` cells were filled
 * @param filled cells so far that are not empty
 * @param rows rows so far
 * @param rowsInAll rows that there will be; 0 where nobody knows
 */
export function repeatsEnough(
  distinct: number,
  filled: number,
  filledAtHalf: number,
  rows: number,
  rowsInAll: number,
): boolean {
  const repeats = filled - distinct;
  if (repeats <= 0) return false;
  const all = filled * Math.max(1, rowsInAll === 0 ? UNCOUNTED : rowsInAll / rows);
  const step = filled / filledAtHalf;
  const half = distinct / 2;
  if (step < STEADY) return distinct + (half / (filled - filledAtHalf)) * (all - filled) <= MOST * all;
  let population = populationOf(distinct, filled);
  const repeatsAtHalf = filledAtHalf - half;
  if (repeatsAtHalf > 0 && repeatsAtHalf < repeats) {
    // Two standard deviations of the repeats that fall into the first half.
    const chance = 1 + 2 * Math.sqrt(1 / repeatsAtHalf - 1 / repeats);
    const growth = population / populationOf(half, filledAtHalf) / chance;
    if (growth > 1) {
      let more = all / filled;
      for (; more >= step; more /= step) population *= growth;
      population *= 1 + ((growth - 1) * (more - 1)) / (step - 1);
    }
  }
  return population * (1 - powerOfE(all / population)) <= MOST * all;
}

/** How many there are, when so many draws met so many of them. */
function populationOf(distinct: number, draws: number): number {
  let low = 0.0;
  let high: number = MOST_RATIO;
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    // Of draws that are `middle` times the population, this share meets another one.
    if ((1 - powerOfE(middle)) / middle > distinct / draws) low = middle;
    else high = middle;
  }
  return draws / high;
}

/** e to the power of −x, nearly: the same to the last digit in both languages. */
function powerOfE(x: number): number {
  if (x >= FACTORS) return 0;
  let power = 1 - x / FACTORS;
  for (let factors = 1; factors < FACTORS; factors *= 2) power *= power;
  return power;
}
