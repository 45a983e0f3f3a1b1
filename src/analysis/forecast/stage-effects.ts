/** How much likelier than others of its age a deal in some stage is to be won, or lost: of late, and by time ahead. */
import type { CivilDay } from '../../model/civil-day.js';
import type { Period } from '../../model/period.js';
import { between, cumulativeOf } from './counts.js';
import type { Effects } from './effects.js';
import { type Facts, NEVER } from './facts.js';
import { cellDays, cellOf, type Grid, monthOf, PARTS } from './grid.js';
import type { Hazards } from './hazards.js';
import { landmarksOf, SPAN_DAYS, SPANS } from './landmarks.js';
import type { Future } from './outlook.js';
import { type Stages, stageOn } from './stages.js';

/** Multipliers of the hazards of winning and losing, by stage and time ahead: `stage × span`; 1 of code 0. */
export interface StageEffects {
  readonly stages: Stages;
  readonly win: Float64Array;
  readonly loss: Float64Array;
  /** Wins behind each multiplier of winning, the prior's counted in. */
  readonly weight: Float64Array;
}

/** Weight, in endings, of "like any deal of its age" in a multiplier (a judgement, that of the level of wins and losses). */
export const PRIOR_STAGE = 20;
/** Landmarks of the newest so many months: what a stage means changes. */
const MOST_LANDMARKS = 24;
/** Least share of the open deals whose stage the history tells, on the day and at each landmark (as for stages of a past day). */
const LEAST_TOLD = 0.8;

/** Wins or losses by stage and span: seen, and as the ages alone have it. */
export interface Tally {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
}

/**
 * The multipliers as known on day t: observed endings of the deals that were in the stage when a month began, over those
 * that the hazards of their ages and the calendar give for their days at risk (indirect standardization), with a prior
 * of 1. An ending that is seen from several landmarks counts once in each span. Null without a history, where it tells
 * the stage of too few deals, and where no span is over.
 */
export function stageEffectsAt(
  facts: Facts,
  grid: Grid,
  hazards: Hazards,
  { wins, losses }: { readonly wins: Effects; readonly losses: Effects },
  t: CivilDay,
): StageEffects | null {
  const { stages = null } = facts;
  if (stages === null || !isTold(facts, stages, t)) return null;
  const tallies = talliesAt(facts, stages, grid, hazards, [wins, losses], t);
  if (tallies === null) return null;
  const [won, lost] = tallies;
  return {
    stages,
    win: multipliers(won, stages.codes),
    loss: multipliers(lost, stages.codes),
    weight: won.observed.map((n) => n + PRIOR_STAGE),
  };
}

function isTold({ created, closed, row, size }: Facts, stages: Stages, t: CivilDay): boolean {
  let [open, told] = [0, 0];
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    if ((closed[at] as number) <= t) continue;
    open++;
    if (stageOn(stages, row[at] as number, t) !== 0) told++;
  }
  return open > 0 && told >= LEAST_TOLD * open;
}

/** Wins and losses seen and expected from the landmarks known on day t; null where there is none. */
export function talliesAt(
  facts: Facts,
  stages: Stages,
  grid: Grid,
  { win, loss, truncatedBefore }: Pick<Hazards, 'win' | 'loss' | 'truncatedBefore'>,
  effects: readonly [Pick<Effects, 'at'>, Pick<Effects, 'at'>],
  t: CivilDay,
): readonly [Tally, Tally] | null {
  const { codes } = stages;
  const { created, window, slot: slots, end, won, deals, open, told } = landmarksOf(facts, stages, grid);
  const newest = monthOf(grid, t);
  const from = truncatedBefore ?? grid.start;
  const lastDay = (month: number, span: number): CivilDay => {
    const { from: first, months } = SPANS[span] as (typeof SPANS)[number];
    return (grid.months[month + first + months - 1]?.end ?? Number.POSITIVE_INFINITY) - 1;
  };
  const isUsed = (month: number, span: number): boolean =>
    month > newest - MOST_LANDMARKS &&
    month <= newest &&
    (grid.months[month] as Period).start >= from &&
    (told[month] as number) >= LEAST_TOLD * (open[month] as number) &&
    lastDay(month, span) <= t;
  const used = Uint8Array.from({ length: (newest + 1) * SPANS.length }, (_, slot) => {
    const month = Math.floor(slot / SPANS.length);
    return month > newest - MOST_LANDMARKS && isUsed(month, slot % SPANS.length) ? 1 : 0;
  });
  if (!used.includes(1)) return null;
  const cells = cellOf(grid, t) + 1;
  const hazardSums = [cumulativeOf(win), cumulativeOf(loss)] as const;
  const rhythm = effects.map(({ at }) => Float64Array.from({ length: cells }, (_, cell) => at(cell)));
  const starts = Int32Array.from({ length: cells }, (_, cell) => cellDays(grid, cell).start);
  const tally = (): Tally => ({
    observed: new Float64Array(codes * SPANS.length),
    expected: new Float64Array(codes * SPANS.length),
  });
  const tallies = [tally(), tally()] as const;
  // Of deals of one day of creation, Σ of what is expected of one up to the beginning of each cell.
  const sums = [new Float64Array(cells + 1), new Float64Array(cells + 1)] as const;
  let summed = Number.NaN;
  const sumUp = (begun: CivilDay): void => {
    summed = begun;
    for (const cause of [0, 1] as const) {
      const [sum, hazard, factor] = [sums[cause], hazardSums[cause], rhythm[cause] as Float64Array];
      for (let cell = 0; cell < cells; cell++) {
        const [low, high] = [(starts[cell] as number) - begun, cellEnd(cell) - begun];
        sum[cell + 1] =
          (sum[cell] as number) + (high <= 0 ? 0 : between(hazard, Math.max(0, low), high) * (factor[cell] as number));
      }
    }
  };
  const cellEnd = (cell: number): CivilDay => (cell + 1 < cells ? (starts[cell + 1] as number) : t + 1);
  for (let at = 0; at < window.length; at++) {
    if (used[window[at] as number] !== 1) continue;
    const begun = created[at] as number;
    if (begun !== summed) sumUp(begun);
    const month = Math.floor((window[at] as number) / SPANS.length);
    const span = (window[at] as number) % SPANS.length;
    const { from: first, months } = SPANS[span] as (typeof SPANS)[number];
    const n = (deals[at] as number) / months;
    const slot = slots[at] as number;
    const ended = end[at] as number;
    const startCell = (month + first) * PARTS;
    const through = (month + first + months) * PARTS;
    const endCell = ended === NEVER ? through : cellOf(grid, ended);
    for (const cause of [0, 1] as const) {
      let hoped = (sums[cause][endCell] as number) - (sums[cause][startCell] as number);
      if (ended !== NEVER) {
        const low = (starts[endCell] as number) - begun;
        hoped += between(hazardSums[cause], low, ended - begun + 1) * (rhythm[cause]?.[endCell] as number);
      }
      const { expected } = tallies[cause];
      expected[slot] = (expected[slot] as number) + n * hoped;
    }
    if (ended === NEVER) continue;
    const { observed } = tallies[won[at] === 1 ? 0 : 1];
    observed[slot] = (observed[slot] as number) + n;
  }
  return tallies;
}

/**
 * (observed + prior) / (expected + prior) by stage and span, where what is expected is brought to the level of what was
 * observed of all stages together, and so are the multipliers again after the prior: Σ multiplier · expected over the
 * stages is what was observed, so that stages move chances between deals and not the whole.
 */
export function multipliers({ observed, expected }: Tally, codes: number): Float64Array {
  const out = new Float64Array(observed.length).fill(1);
  for (let span = 0; span < SPANS.length; span++) {
    const slots = Array.from({ length: codes - 1 }, (_, at) => (at + 1) * SPANS.length + span);
    const sumOf = (value: (slot: number) => number): number => slots.reduce((sum, slot) => sum + value(slot), 0);
    const [seen, hoped] = [sumOf((slot) => observed[slot] as number), sumOf((slot) => expected[slot] as number)];
    if (seen <= 0 || hoped <= 0) continue;
    const own = (slot: number): number => ((expected[slot] as number) * seen) / hoped;
    const raw = (slot: number): number => ((observed[slot] as number) + PRIOR_STAGE) / (own(slot) + PRIOR_STAGE);
    const whole = seen / sumOf((slot) => own(slot) * raw(slot));
    for (const slot of slots) out[slot] = raw(slot) * whole;
  }
  return out;
}

/** The span of a day of the future, counted from 0. */
export function spanOf(day: number): number {
  return day < SPAN_DAYS[0] ? 0 : day < SPAN_DAYS[1] ? 1 : 2;
}

/** The span that a month of the future is taken for, counted from 0. */
export function spanOfMonth(month: number): number {
  return month === 0 ? 0 : month < 3 ? 1 : 2;
}

/** The future as a deal has it that is in a stage on the day before it begins. */
export function futureIn(future: Future, effects: StageEffects | null, stage: number): Future {
  if (effects === null || stage === 0) return future;
  const times = (days: Float64Array, by: Float64Array): Float64Array =>
    days.map((value, day) => value * (by[stage * SPANS.length + spanOf(day)] as number));
  return { ...future, win: times(future.win, effects.win), loss: times(future.loss, effects.loss) };
}
