/** What counts and sums by day tell of a figure, so that a series needs no selection for each of its periods. */
import type { LOST, WON } from '../model/outcome.js';

/**
 * A figure of the deals whose own day lies in a period, as it follows from numbers that are added up day by day. It says
 * the same as `measure`, which stays the definition; `test/analysis/tallied-points.test.ts` holds both to each other.
 */
export type ByDay =
  /** How many deals have one of these outcomes. */
  | { readonly form: 'count'; readonly outcomes: readonly number[] }
  /** Won deals over won and lost ones; bounds by those of unknown outcome. */
  | { readonly form: 'win_rate' }
  /** Σ amount of the deals of an outcome that have one. */
  | { readonly form: 'total'; readonly outcome: typeof WON }
  /** Mean over the deals of an outcome: amounts of 0 or more, or days from creation to closing of 0 or more. */
  | { readonly form: 'mean'; readonly outcome: typeof WON | typeof LOST; readonly of: 'amount' | 'days' };
