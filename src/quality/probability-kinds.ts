import { numbersIn } from '../model/column.js';
import { OUTCOMES } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import { cached } from '../model/selections.js';

/** What probabilities are told apart for rules: none, 0, 1, and any other. */
export const NO_CHANCE_TOLD = 0;
export const IMPOSSIBLE = 1;
export const CERTAIN = 2;
export const LIKELY = 3;

const KINDS = 4;

/** How many of all deals of an outcome have a probability of a kind. */
export type ProbabilityKinds = (outcome: number, kind: number) => number;

/** See {@link ProbabilityKinds}: one look at each deal, for all rules that ask. */
export const probabilityKinds = cached((population: Population<'outcome' | 'probability'>): ProbabilityKinds => {
  const outcome = population.column('outcome');
  const probabilityAt = numbersIn(population.column('probability'));
  const counts = new Uint32Array(OUTCOMES.length * KINDS);
  const { codes, own } = population.membership();
  for (let row = 0; row < codes.length; row++) {
    if (own[codes[row] as number] === 0) continue;
    const p = probabilityAt(row);
    const kind = p === 0 ? IMPOSSIBLE : p === 1 ? CERTAIN : Number.isNaN(p) ? NO_CHANCE_TOLD : LIKELY;
    const at = (outcome[row] as number) * KINDS + kind;
    counts[at] = (counts[at] as number) + 1;
  }
  return (of, kind) => counts[of * KINDS + kind] ?? 0;
});
