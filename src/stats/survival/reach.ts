import type { StepCurve } from './kaplan-meier.js';

/** A curve is read as far as no single record moves it by more than this (a judgement). */
const MOST_OF_ONE = 0.05;

/**
 * The last day up to which no single record counts for more than `most` of the whole: late on a curve few are left at
 * risk, and each that ends takes S(t−) / n with it. Without records lost from sight each counts for 1 / n everywhere.
 * Null where there is no such day.
 */
export function reachOf({ times, survival, atRisk, events }: StepCurve, most: number = MOST_OF_ONE): number | null {
  for (let i = 0; i < times.length; i++) {
    const before = i === 0 ? 1 : (survival[i - 1] as number);
    if ((events[i] as number) > 0 && before / (atRisk[i] as number) > most) return times[i - 1] ?? null;
  }
  return times[times.length - 1] ?? null;
}
