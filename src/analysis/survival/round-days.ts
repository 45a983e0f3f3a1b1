/** Ages that a reader counts in: of a curve, and of deals that are still open. */

const STEPS: readonly number[] = [1, 2, 5, 10, 15, 30, 60, 90, 180, 365, 730, 1_825, 3_650];

/** Days from 0 in one round step, and the last one: `most` or fewer, and one for the last. */
export function roundDays(last: number, most: number): number[] {
  let step = STEPS.find((one) => Math.floor(last / one) < most) ?? (STEPS[STEPS.length - 1] as number);
  while (Math.floor(last / step) >= most) step *= 2;
  const days = Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step);
  return days[days.length - 1] === last ? days : [...days, last];
}

const AGES: readonly number[] = [1, 3, 7, 14, 30, 60, 90, 120, 180, 270, 365, 540, 730, 1_095, 1_460, 1_825];
/** Ages under this share of the whole say the same as the first one. */
const TOO_YOUNG = 0.02;

/** Ages at which a deal that is still open is asked about: the first day, and round ones before the last that is known. */
export function roundAges(last: number): number[] {
  return [0, ...AGES.filter((age) => age < last && age > TOO_YOUNG * last)];
}
