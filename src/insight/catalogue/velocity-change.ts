import { type ArgsOf, said } from '../../locale/said.js';
import { dasGupta } from '../../stats/decomposition.js';
import { productChange } from '../../stats/delta.js';
import { defineInsight, type InsightContext, rangeOf, type Valued } from '../definition.js';

/** Fewest won deals with a size and a cycle on each side: below, the normal interval of a mean is not trusted. */
const LEAST_DEALS = 30;

const FACTORS = ['open_deals', 'win_rate', 'avg_deal_size', 'sales_cycle'] as const;
/** One factor did it alone where none of the others has more than so much of the change, either way (a judgement). */
const LITTLE = 0.15;
/** One did most of it from here. */
const MOST = 0.5;

export const velocityChange = defineInsight({
  id: 'velocity_change',
  title: { en: 'Sales velocity changed, and why', fa: 'سرعت فروش تغییر کرده است، و چرا' },
  definition: {
    en: 'With a compared period: sales velocity differs by more than chance (0 outside the interval of the relative change; 30 won deals with amount and cycle in each period). Taken apart, without a rest, into open deals, win rate, deal size and sales cycle.',
    fa: 'با دوره‌ی مقایسه: سرعت فروش بیش از تصادف فرق کرده است (صفر بیرون از بازه‌ی تغییر نسبی؛ ۳۰ معامله‌ی برنده با مبلغ و چرخه در هر دوره). تغییر بی‌باقیمانده به معامله‌های باز، نرخ برد، مبلغ معامله و چرخه‌ی فروش تجزیه می‌شود.',
  },
  source:
    'Das Gupta 1993, four factors, the cycle as its reciprocal; delta method on the logarithm (Oehlert 1992), the number of open deals taken as a Poisson count.',
  needs: ['outcome', 'closed_at', 'created_at', 'amount'],
  find(context) {
    const [old, now] = [factorsOf(context.kpiBefore), factorsOf(context.kpi)];
    const { currency } = context;
    if (old === null || now === null) return [];
    // Its win rate and its cycle must be comparable, or the speed is not.
    if (['win_rate', 'sales_cycle'].some((id) => context.change(id)?.reason !== null)) return [];
    const interval = productChange(old.velocity, now.velocity, [...old.variances, ...now.variances]);
    if (interval === null || (interval.low <= 0 && interval.high >= 0)) return [];
    const effects = dasGupta(old.factors, now.factors);
    const difference = now.velocity - old.velocity;
    return [
      {
        severity: difference < 0 ? 'risk' : 'info',
        title: said('velocity_change', {
          before: old.velocity,
          after: now.velocity,
          currency,
          because: causeOf(effects, difference),
        }),
        detail: said('velocity_change_detail', {
          before: old.velocity,
          after: now.velocity,
          interval: rangeOf(interval),
          open: effects[0] ?? 0,
          winRate: { effect: effects[1] ?? 0, before: old.factors[1] ?? 0, after: now.factors[1] ?? 0 },
          size: effects[2] ?? 0,
          cycle: effects[3] ?? 0,
        }),
        // A speed is a product of four estimates, and no money that is there.
        impact: null,
        n: now.n,
        interval,
        evidence: {
          before: old.velocity,
          after: now.velocity,
          difference,
          contributions: FACTORS.map((value, index) => ({
            value,
            effect: effects[index] ?? 0,
          })),
        },
        rows: () => now.rows,
        of: 'deals',
      },
    ];
  },
});

/** The factor that made the change, alone or in the main; null where no single one did. */
function causeOf(effects: readonly number[], difference: number): ArgsOf<'velocity_change'>['because'] {
  const shares = effects.map((effect) => effect / difference);
  const index = shares.indexOf(Math.max(...shares));
  const factor = FACTORS[index];
  if (factor === undefined || (shares[index] ?? 0) < MOST) return null;
  return { factor, alone: shares.every((share, other) => other === index || Math.abs(share) <= LITTLE) };
}

interface Factors {
  readonly velocity: number;
  /** Open deals, win rate, deal size, 1 / cycle. */
  readonly factors: readonly number[];
  /** Relative variance of each. */
  readonly variances: readonly number[];
  readonly n: number;
  readonly rows: Uint32Array;
}

function factorsOf(kpi: InsightContext['kpi']): Factors | null {
  const [open, rate, size, cycle] = ['open_deals', 'win_rate', 'avg_deal_size', 'sales_cycle'].map(kpi);
  if (!open || !rate || !size || !cycle || kpi('sales_velocity') === null) return null;
  if (Math.min(size.n, cycle.n) < LEAST_DEALS || open.value === 0 || rate.value === 0 || !(cycle.value > 0))
    return null;
  const factors = [open.value, rate.value, size.value, 1 / cycle.value];
  return {
    velocity: factors.reduce((product, factor) => product * factor, 1),
    factors,
    variances: [1 / open.value, (1 - rate.value) / (rate.value * rate.n), ofMean(size), ofMean(cycle)],
    n: rate.n,
    rows: rate.denominator?.rows ?? new Uint32Array(0),
  };
}

/** Relative variance of a mean: (sd / mean)² / n. */
function ofMean({ n, value, distribution }: Valued): number {
  const sd = distribution?.sd ?? Number.NaN;
  return (sd / value) ** 2 / n;
}
