/** The level of a series after its last known month, its growth, and how sure both are. */
import { type Months, SPREAD_WEIGHT, sumOf, USUAL_SPREAD } from './months.js';

export interface Level {
  /** So many months after the last known one (0 = the rest of it). */
  at(ahead: number): number;
  variance(ahead: number): number;
  readonly monthVariance: number;
  readonly growth: number;
}

/** Share of a month's weight that the month before it has. */
const MEMORIES = [1, 0.95, 0.9, 0.8, 0.65, 0.45];
/** A trend goes on for so much of it each month. */
const DAMPING = 0.9;
/** What a level with a shorter memory or a trend must gain to be taken, in units of twice the log-likelihood. */
const LEAST_GAIN = 2;
/** Months that tell nothing yet of how well the next one is forecast. */
const WARM_UP = 3;
/** No trend is believed beyond this growth or decline a month (a judgement). */
const MOST_GROWTH = Math.log(1.1);
const LEAST_TREND = 6;
/** Months before so many tell nothing of the level now. */
const LONGEST_MEMORY = 120;

/**
 * The level by one-step-ahead errors: see `effectsOf`.
 *
 * @param prior weight of a level of 1, in events
 */
export function levelOf(months: Months, prior: number, trend: boolean): Level {
  const n = months.observed.length;
  const mean = sumOf(months.observed) / Math.max(1, n);
  const usual = 1 + USUAL_SPREAD * mean;
  const tried = MEMORIES.flatMap((memory) =>
    (trend && n >= LEAST_TREND ? [false, true] : [false]).map((withTrend) => stepsOf(months, memory, withTrend, prior)),
  );
  const spread = ({ pearson, steps }: Steps): number =>
    Math.max(1, (SPREAD_WEIGHT * usual + pearson) / (SPREAD_WEIGHT + steps));
  const [plainest] = tried as [Steps];
  const scale = spread(plainest);
  const costOf = ({ memory, trend: own, deviance }: Steps): number =>
    deviance / scale + (memory === 1 ? 0 : LEAST_GAIN) + (own ? LEAST_GAIN : 0);
  const best = tried.reduce((one, other) => (costOf(other) < costOf(one) - 1e-9 ? other : one), plainest);
  const now = levelAfter(months, n, best.memory, best.trend, prior);
  // What one month ahead missed beside a Poisson count: the level's own error and the spread of months together.
  const missed =
    (best.excess + SPREAD_WEIGHT * USUAL_SPREAD * mean ** 2) / (best.squares + SPREAD_WEIGHT * mean ** 2 || 1);
  const levelVariance = now.variance * spread(best);
  const drift = levelVariance * (1 - best.memory);
  return {
    at: (ahead) => now.level * Math.exp(now.slope * damped(ahead)),
    variance: (ahead) => levelVariance + drift * Math.max(0, ahead - 1) + now.slopeVariance * damped(ahead) ** 2,
    monthVariance: Math.max(0, missed - levelVariance),
    growth: Math.exp(now.slope * DAMPING) - 1,
  };
}

/** How the known months would have been forecast, each from those before it. */
interface Steps {
  readonly memory: number;
  readonly trend: boolean;
  readonly deviance: number;
  readonly pearson: number;
  readonly steps: number;
  /** Σ ((O − F)² − F) and Σ F²: their ratio is the relative variance beside a Poisson count's. */
  readonly excess: number;
  readonly squares: number;
}

function stepsOf(months: Months, memory: number, trend: boolean, prior: number): Steps {
  let [deviance, pearson, steps, excess, squares] = [0, 0, 0, 0, 0];
  for (let at = WARM_UP; at < months.observed.length; at++) {
    const e = months.expected[at] as number;
    if (e <= 0) continue;
    const mean = Math.max(1e-9, e * levelAfter(months, at, memory, trend, prior).next);
    const o = months.observed[at] as number;
    deviance += 2 * ((o > 0 ? o * Math.log(o / mean) : 0) - (o - mean));
    pearson += (o - mean) ** 2 / mean;
    excess += (o - mean) ** 2 - mean;
    squares += mean ** 2;
    steps++;
  }
  return { memory, trend, deviance, pearson, steps, excess, squares };
}

/** φ + φ² + … + φ^ahead. */
function damped(ahead: number): number {
  return ahead <= 0 ? 0 : (DAMPING * (1 - DAMPING ** ahead)) / (1 - DAMPING);
}

interface Fitted {
  /** Level of the last month known. */
  readonly level: number;
  readonly slope: number;
  /** Level of the month after it. */
  readonly next: number;
  /** Relative, of a Poisson count. */
  readonly variance: number;
  readonly slopeVariance: number;
}

/** The level after the first `known` months; with a trend, by a weighted line through the logarithms. */
function levelAfter(
  { observed, expected }: Months,
  known: number,
  memory: number,
  trend: boolean,
  prior: number,
): Fitted {
  let [o, e] = [prior, prior];
  let [s0, s1, s2, t0, t1] = [0, 0, 0, 0, 0];
  const from = Math.max(0, known - LONGEST_MEMORY);
  for (let at = from, weight = memory ** (known - 1 - from); at < known; at++, weight /= memory) {
    const [seen, hoped] = [observed[at] as number, expected[at] as number];
    o += weight * seen;
    e += weight * hoped;
    if (!trend || hoped <= 0) continue;
    const x = at - (known - 1);
    const y = Math.log((seen + 0.5) / hoped);
    const w = weight * (seen + 0.5);
    s0 += w;
    s1 += w * x;
    s2 += w * x * x;
    t0 += w * y;
    t1 += w * x * y;
  }
  if (e <= 0) return { level: 0, slope: 0, next: 0, variance: 0, slopeVariance: 0 };
  const level = o / e;
  const variance = 1 / Math.max(1, o);
  const determinant = s0 * s2 - s1 * s1;
  if (!trend || !(determinant > 0)) return { level, slope: 0, next: level, variance, slopeVariance: 0 };
  const raw = (s0 * t1 - s1 * t0) / determinant;
  const slopeVariance = s0 / determinant;
  const keep = raw === 0 ? 0 : Math.max(0, 1 - slopeVariance / raw ** 2);
  const slope = Math.max(-MOST_GROWTH, Math.min(MOST_GROWTH, raw * keep));
  const now = Math.exp((t0 - slope * s1) / s0);
  return {
    level: now,
    slope,
    next: now * Math.exp(slope * DAMPING),
    variance: s2 / determinant,
    slopeVariance: slopeVariance * keep,
  };
}
