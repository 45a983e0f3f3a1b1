/** Everything that the history known on one day tells of the coming months. */
import type { CivilDay } from '../../model/civil-day.js';
import { type WonAmounts, wonAmounts } from './amounts.js';
import { closingCounts, creationCounts } from './counts.js';
import { type Effects, effectsOf } from './effects.js';
import type { Facts } from './facts.js';
import type { Grid } from './grid.js';
import { type Hazards, hazardsAt } from './hazards.js';
import { type StageEffects, stageEffectsAt } from './stage-effects.js';

export interface Fit {
  /** The last day known. */
  readonly t: CivilDay;
  readonly hazards: Hazards;
  /** Wins and losses beside what the ages of the deals give: rhythm, and drift of the level. */
  readonly wins: Effects;
  readonly losses: Effects;
  /** Deals created per day. */
  readonly creations: Effects;
  readonly amounts: WonAmounts;
  /** What the stage of an open deal says beside its age; null where no history tells stages. */
  readonly stages: StageEffects | null;
  /** Deals won by then. */
  readonly won: number;
}

/** Weight, in endings, of "as the ages of the deals alone give" in the level of wins and losses (a judgement). */
const PRIOR_LEVEL = 20;

/** The fit to what was known on day t, or null where no deal had been won by then. */
export function fitAt(facts: Facts, grid: Grid, t: CivilDay): Fit | null {
  const hazards = hazardsAt(facts, t);
  if (hazards === null) return null;
  const won = hazards.bands.reduce((sum, { wins }) => sum + wins, 0);
  if (won === 0) return null;
  const counts = closingCounts(facts, grid, hazards, t);
  const from = Math.max(grid.start, hazards.truncatedBefore ?? (facts.created[0] as number));
  const closing = { prior: PRIOR_LEVEL, trend: false };
  const [wins, losses] = [effectsOf(grid, counts.wins, closing), effectsOf(grid, counts.losses, closing)];
  return {
    t,
    hazards,
    wins,
    losses,
    stages: stageEffectsAt(facts, grid, hazards, { wins, losses }, t),
    creations: effectsOf(grid, creationCounts(facts, grid, from, t), { prior: 0, trend: true }),
    amounts: wonAmounts(facts, t),
    won,
  };
}
