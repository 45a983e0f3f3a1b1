import { said } from '../../locale/said.js';
import type { CivilDay } from '../../model/civil-day.js';
import { NO_DAY } from '../../model/civil-day.js';
import type { Population } from '../../model/population.js';
import { byDate, byDayUntil } from '../../model/selections.js';
import { cycleQuantiles } from '../cycle-days.js';
import { defineKpi, type Note } from '../definition.js';
import { FigureOf, leftOut, withoutValue } from '../figures.js';
import { amountsOverwritten, OVERWRITTEN_NOTE } from '../hindsight.js';
import { type Some, split, union } from '../parts.js';
import { inOrder, won } from '../populations.js';
import { byDeals, moneyBeside, totalsBy } from '../ranking.js';
import { openAt, pointInTime } from '../snapshot.js';
import { stagesAt, stayQuantiles } from '../stages.js';
import { type Whole, wholeOf } from '../whole.js';

/** A deal that is longer in its stage than three of four won deals were (bbecht, pipeline-leak-finder). */
const STAGE_QUANTILE = 0.75;
/** A deal that is older than nine of ten won deals were at their closing. */
const CYCLE_QUANTILE = 0.9;
/** Under so many won cycles their 90th percentile is the largest but one at best (a judgement). */
const LEAST_CYCLES = 10;

export const stalledDeals = defineKpi({
  id: 'stalled_deals',
  title: { en: 'Stalled deals', fa: 'معامله‌های متوقف‌مانده' },
  unit: 'count',
  basis: 'snapshot',
  atSnapshot: true,
  better: 'lower',
  definition: {
    en: 'Deals open at the snapshot that have been in their stage for longer than three of four won deals stayed in it (p75); where the files do not tell when stages were entered, or under five won deals passed the stage, deals older than nine of ten won deals were at closing (p90). What is long is taken from the whole file, also in a group of deals and under a condition, so that the groups add up. `stalledValue` is their money, for a day in the past only where closing does not change amounts (as in open_pipeline_value); the ranking gives their owners as the file names them now. Null under ten won deals with both dates, unless the stages decide.',
    fa: 'معامله‌های باز در روز گزارش که بیش از سه‌چهارم معامله‌های برنده (صدک ۷۵) در مرحله‌ی خود مانده‌اند؛ اگر فایل‌ها زمان ورود به مرحله‌ها را ندارند یا کمتر از پنج معامله‌ی برنده از مرحله گذشته‌اند، معامله‌هایی که سنشان از نه‌دهم معامله‌های برنده هنگام بسته شدن (صدک ۹۰) بیشتر است. مرز از همه‌ی فایل گرفته می‌شود، در گروه‌ها و با شرط نیز، تا جمع گروه‌ها درست درآید. stalledValue مبلغ آنهاست، برای روزی در گذشته تنها اگر بسته شدن مبلغ‌ها را تغییر ندهد (مانند open_pipeline_value)؛ رتبه‌بندی مسئولان کنونی آنهاست. با کمتر از ده معامله‌ی برنده‌ی دارای هر دو تاریخ مقدار ندارد، مگر آنکه مرحله‌ها تعیین کنند.',
  },
  formula: {
    en: 'count(open deals with days in stage > p75 of won stays there, else age > p90 of won cycles)',
    fa: 'شمار معامله‌های باز که روزهای ماندنشان در مرحله بیش از صدک ۷۵ ماندن برنده‌ها در آن است، وگرنه سنشان بیش از صدک ۹۰ چرخه‌ی برنده‌ها',
  },
  source: 'Time in stage against deals that advanced (bbecht, pipeline-leak-finder); quantiles Hyndman–Fan type 7.',
  needs: ['outcome', 'created_at', 'closed_at'],
  wants: ['owner', 'amount', 'currency'],
  amounts: 'beside',
  measure(context) {
    const { population, history = null } = context;
    const { open, closedSince, undatedClosed, undatedCreated } = openAt(population, context);
    const t = pointInTime(context) ?? context.asOf;
    const created = population.column('created_at');
    const { oldAge, longStay } = limitsOf(wholeOf(context), t);
    const now = history === null ? null : stagesAt(history, created.length, t);
    const verdict = (row: number): number => {
      const limit = longStay?.[now?.stage[row] ?? 0] ?? Number.NaN;
      if (!Number.isNaN(limit)) return t - (now?.since[row] as number) > limit ? BY_STAGE : MOVING;
      const begun = created[row] as number;
      if (begun === NO_DAY) return UNDATED;
      if (Number.isNaN(oldAge)) return UNDECIDED;
      return t - begun > oldAge ? BY_AGE : MOVING;
    };
    const parts = split(open, 5, verdict);
    const part = (index: number): typeof open => parts[index] as typeof open;
    const account = {
      excluded: () =>
        leftOut({
          undated_closed: undatedClosed,
          undated_created: both(population, undatedCreated, part(UNDATED)),
        }),
    };
    const stalled = both(open, part(BY_STAGE), part(BY_AGE));
    const owners = totalsBy(stalled, population.column('owner'));
    const hindsight = amountsOverwritten(context);
    const notes = [
      ...(hindsight ? [OVERWRITTEN_NOTE] : []),
      ...(closedSince.size > 0 && stalled.size > 0 ? [PRESENT_OWNERS] : []),
    ];
    if (part(UNDECIDED).size > 0) return withoutValue('few_won_cycles', account);
    return new FigureOf(stalled, stalled.size, stalled.size, {
      details: {
        stalledValue: hindsight ? null : moneyBeside(stalled),
        ofOpenDeals: open.size - part(UNDATED).size,
        longerInStage: part(BY_STAGE).size,
        older: part(BY_AGE).size,
        oldAge: Number.isNaN(oldAge) ? null : oldAge,
      },
      ranking: owners
        .map(({ key, n, amount }) => ({ key, n, amount: hindsight ? null : amount, share: n / stalled.size }))
        .sort(byDeals),
      notes,
      ...account,
    });
  },
});

const MOVING = 0;
const BY_STAGE = 1;
const BY_AGE = 2;
/** Nothing says how old the deal is. */
const UNDATED = 3;
/** Too few won deals to say what is long. */
const UNDECIDED = 4;

const PRESENT_OWNERS: Note = said('owners_as_of_now', { of: 'ranking' });

/** What is long, by the won deals of the whole file that were closed by a day. */
interface Limits {
  /** Age in days; NaN under ten won deals. */
  readonly oldAge: number;
  /** Days in a stage, by its code (NaN under five stays); null where no stage times are known. */
  readonly longStay: Float64Array | null;
}

type Told = Whole<'outcome' | 'created_at' | 'closed_at'>;
const limits = new WeakMap<Told['population'], Map<CivilDay, Limits>>();

/** Found once for all groups. */
function limitsOf(whole: Told, t: CivilDay): Limits {
  const byDay = limits.get(whole.population) ?? new Map<CivilDay, Limits>();
  limits.set(whole.population, byDay);
  const known = byDay.get(t) ?? findLimits(whole, t);
  byDay.set(t, known);
  return known;
}

function findLimits({ population, history }: Told, t: CivilDay): Limits {
  const wins = closedBy(won(population), t);
  const dated = inOrder(wins);
  return {
    oldAge: dated.size < LEAST_CYCLES ? Number.NaN : (cycleQuantiles(dated, [CYCLE_QUANTILE])[0] as number),
    longStay: history === null ? null : stayQuantiles(history, wins, STAGE_QUANTILE, t),
  };
}

/** Won deals closed on or before a day: what was known then. */
function closedBy<P extends Population<'closed_at'>>(wins: P, t: CivilDay): P {
  return byDayUntil(byDate('closed_at')(wins)[0] as Some as P, wins.column('closed_at'), t)[0];
}

/** The deals of two parts that have none in common, ascending. */
function both<P extends Some>(whole: P, first: P, second: P): P {
  return first.size === 0 ? second : union(whole, first, second);
}
