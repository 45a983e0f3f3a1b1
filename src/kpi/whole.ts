import type { DealField } from '../model/deals.js';
import type { StageHistory } from '../model/history.js';
import type { Population } from '../model/population.js';

/**
 * All deals of the files and what tells their stages, whatever group, currency or condition is in question. A threshold
 * that the data sets (how old is old, what a stage leads to) is taken from here, so that it is the same in every group
 * and the parts add up to the figure of the whole. Its row numbers may differ from those of the deals in question.
 */
export interface Whole<F extends DealField> {
  readonly population: Population<F>;
  readonly history: StageHistory | null;
  /** Names of stages in which deals are won or lost, as the files say. */
  readonly closing?: readonly string[] | undefined;
}

/** The whole behind a question; the deals in question themselves, where nothing else is given. */
export function wholeOf<F extends DealField>({
  population,
  history = null,
  whole,
}: {
  readonly population: Population<F>;
  readonly history?: StageHistory | null | undefined;
  readonly whole?: Whole<F> | undefined;
}): Whole<F> {
  return whole ?? { population, history };
}
