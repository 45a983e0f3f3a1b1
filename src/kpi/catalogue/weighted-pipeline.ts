import { said } from '../../locale/said.js';
import { numbersIn } from '../../model/column.js';
import type { StageHistory } from '../../model/history.js';
import type { Population } from '../../model/population.js';
import { defineKpi, type Measurement, type Note, none } from '../definition.js';
import { type Account, FigureOf, leftOut, valuesOf, weightedTotal, withoutValue } from '../figures.js';
import { amountsOverwritten } from '../hindsight.js';
import { type Some, split } from '../parts.js';
import {
  anyProbability,
  open as openNow,
  priced,
  unpriced,
  withoutProbability,
  withProbability,
} from '../populations.js';
import { type Clock, openAt, pointInTime } from '../snapshot.js';
import { stageOdds } from '../stage-odds.js';
import { reachedBy } from '../stage-way.js';
import { type Whole, wholeOf } from '../whole.js';

export const weightedPipeline = defineKpi({
  id: 'weighted_pipeline',
  title: { en: 'Weighted pipeline', fa: 'ارزش وزنی پایپ‌لاین' },
  unit: 'money',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Sum, over the deals open at the snapshot, of amount times probability, deal by deal. The probability is the one in the file; where no open deal has one, it is the share of the decided deals that were won of its pipeline, among those that came as far as the deal has come (its furthest stage; a stage that was skipped is passed, as in the funnel; none where no decided deal was ever seen there), drawn towards the overall win rate with the weight of ten deals, if the files tell when stages were entered: a note says which. Deals without an amount or a probability are left out. The shares are those of the whole file, also in a group of deals and under a condition. Null for a day in the past of whose open deals any has closed since: closing makes the file’s probability 0 or 1; by stages, where closing changes amounts (as in open_pipeline_value).',
    fa: 'جمع حاصل‌ضرب مبلغ در احتمال، معامله به معامله، برای معامله‌هایی که در روز گزارش باز بوده‌اند. احتمال همان است که در فایل آمده؛ اگر هیچ معامله‌ی بازی احتمال نداشته باشد و فایل‌ها زمان ورود به مرحله‌ها را بگویند، سهم برده‌ها از معامله‌های تعیین‌تکلیف‌شده‌ای است که در همان پایپ‌لاین به دورترین مرحله‌ای که معامله به آن رسیده رسیده‌اند (مرحله‌ی جاافتاده گذرانده به‌شمار می‌آید، مانند قیف؛ اگر هیچ معامله‌ی تعیین‌تکلیف‌شده‌ای در آن دیده نشده باشد احتمالی نیست)، متمایل به نرخ برد کلی با وزن ده معامله: یادداشت می‌گوید کدام. معامله‌های بدون مبلغ یا بدون احتمال کنار گذاشته می‌شوند. سهم‌ها از همه‌ی فایل است، در گروه‌ها و با شرط نیز. برای روزی در گذشته که معامله‌ی باز آن بعداً بسته شده باشد مقدار ندارد، زیرا بسته شدن احتمال فایل را صفر یا یک می‌کند؛ بر پایه‌ی مرحله‌ها، اگر بسته شدن مبلغ‌ها را تغییر دهد (مانند open_pipeline_value).',
  },
  formula: {
    en: 'Σ amount × probability of deals open at t',
    fa: 'جمع (مبلغ × احتمال موفقیت) معامله‌های باز در روز گزارش',
  },
  source:
    'Per-deal weighting: 100 at 99 % and 200 at 0 % are 99 (Odoo pull request 32011, where mean × sum gave 148.5). Stage odds: mean of a Beta posterior.',
  needs: ['outcome', 'amount'],
  wants: ['probability', 'created_at', 'closed_at', 'stage', 'status', 'pipeline'],
  variants: ['open_pipeline_value'],
  measure(context) {
    const { open, closedSince, undatedClosed, undatedCreated } = openAt(context.population, context);
    const left = { undated_closed: undatedClosed, undated_created: undatedCreated };
    const hindsight = { excluded: () => leftOut({ ...left, closed_since: closedSince }) };
    // Without any probability in the file, the stages that won and lost deals went through tell one.
    const byStage = isInFile(wholeOf(context).population, context) ? null : stageProbabilities(context);
    if (byStage !== null) {
      return amountsOverwritten(context)
        ? withoutValue('overwritten_at_closing', hindsight)
        : byStages(open, byStage, left);
    }
    if (!context.population.has('probability')) return none('missing_field:probability');
    // Closing makes every probability 0 or 1; without these deals it would not be the pipeline of that day.
    if (closedSince.size > 0) return withoutValue('overwritten_at_closing', hindsight);
    const known = withProbability(priced(open));
    const account = {
      excluded: () =>
        leftOut({
          ...left,
          unpriced: unpriced(open),
          without_probability: withoutProbability(priced(open)),
        }),
      notes: coverage(known.size, open.size),
    };
    if (open.size > 0 && known.size === 0) {
      return withoutValue(!anyProbability(open) ? 'no_probability' : 'no_priced_deals', account);
    }
    return weighted(known, valuesOf(known.rows, numbersIn(context.population.column('probability'))), account);
  },
});

/** Whether the file itself says how likely open deals are: one of those open at the snapshot and still, if any is. */
function isInFile(
  population: Population<'probability' | 'outcome' | 'created_at' | 'closed_at'>,
  clock: Clock,
): boolean {
  const { open } = openAt(population, clock);
  const still = openNow(open);
  return anyProbability(still.size > 0 ? still : open);
}

type Deals = Population<'amount'>;

function weighted(deals: Deals, weights: Float64Array, account: Account): Measurement {
  const amount = deals.column('amount');
  const value = weightedTotal(amount, deals.rows, weights);
  return new Weighted(deals, value, deals.size, weights, account);
}

/** A figure with what each deal's amount is multiplied with. */
class Weighted extends FigureOf {
  constructor(
    deals: Deals,
    value: number,
    n: number,
    readonly weights: Float64Array,
    account: Account,
  ) {
    super(deals, value, n, account);
  }
}

type Staged = 'outcome' | 'created_at' | 'closed_at' | 'stage' | 'status' | 'pipeline';

/** P(win) by row of the deals, from the furthest stage that each had come to by the snapshot; null where nothing tells it. */
function stageProbabilities(
  context: Clock & {
    readonly population: Population<Staged>;
    readonly history?: StageHistory | null | undefined;
    readonly whole?: Whole<Staged> | undefined;
  },
): ((row: number) => number) | null {
  const { history = null, population, asOf } = context;
  const at = pointInTime(context);
  const t = at ?? asOf;
  const odds = history === null ? null : stageOdds(wholeOf(context), t, at === null);
  if (history === null || odds === null) return null;
  const { codes, values } = population.column('pipeline');
  const reached = reachedBy(history, odds.places, codes.length, t);
  return (row) => odds.at(values[codes[row] as number] as string, reached[row] as number);
}

function byStages(
  open: Deals,
  probabilityOf: (row: number) => number,
  left: { readonly undated_closed: Some; readonly undated_created: Some },
): Measurement {
  const valued = priced(open);
  const [known, unknown] = split(valued, 2, (row) => (Number.isNaN(probabilityOf(row)) ? 1 : 0)) as [Deals, Deals];
  const account = {
    excluded: () => leftOut({ ...left, unpriced: unpriced(open), without_probability: unknown }),
    notes: [BY_STAGES, ...coverage(known.size, open.size)],
  };
  if (open.size > 0 && known.size === 0) {
    return withoutValue(valued.size === 0 ? 'no_priced_deals' : 'no_probability', account);
  }
  return weighted(known, valuesOf(known.rows, probabilityOf), account);
}

const BY_STAGES: Note = said('probability_by_stage');

function coverage(counted: number, deals: number): Note[] {
  return counted === deals ? [] : [said('weighted', { weighted: counted, of: deals })];
}
