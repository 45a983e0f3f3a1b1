/** Kaplan–Meier and Aalen–Johansen as the textbook writes them, one day after the other over all records: O(n²). */
export interface Naive {
  readonly survival: number;
  readonly incidence: readonly [number, number];
}

export function naiveAt(
  t: number,
  durations: readonly number[],
  causes: readonly number[],
  entry: readonly number[] = durations.map(() => -1),
): Naive {
  let survival = 1;
  const incidence: [number, number] = [0, 0];
  const seen = durations.map((_, i) => i).filter((i) => (entry[i] ?? -1) < (durations[i] ?? 0));
  const days = [...new Set(seen.map((i) => durations[i] ?? 0))].sort((a, b) => a - b);
  for (const day of days.filter((one) => one <= t)) {
    const atRisk = seen.filter((i) => (entry[i] ?? -1) < day && day <= (durations[i] ?? 0)).length;
    const ended = (cause: number) => seen.filter((i) => durations[i] === day && causes[i] === cause).length;
    incidence[0] += (survival * ended(1)) / atRisk;
    incidence[1] += (survival * ended(2)) / atRisk;
    survival *= 1 - (ended(1) + ended(2)) / atRisk;
  }
  return { survival, incidence };
}
