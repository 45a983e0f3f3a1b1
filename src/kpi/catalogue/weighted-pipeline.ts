import type { CivilDay } from '../../model/civil-day.js';
import { NO_DAY } from '../../model/civil-day.js';
import type { StageHistory } from '../../model/history.js';
import type { Period } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { sum } from '../../stats/sum.js';
import { defineKpi, type Measurement, type Note, none } from '../definition.js';
import { type Account, leftOut, valuesOf, withoutValue } from '../figures.js';
import { english, persian } from '../notes.js';
import { type Some, split } from '../parts.js';
import { lost, open as openNow, priced, unpriced, withoutProbability, withProbability, won } from '../populations.js';
import { openAt, pointInTime } from '../snapshot.js';
import { stageOdds, stagesAt } from '../stages.js';

/**
 * Most of the deals open at a past snapshot may have closed since (a judgement). Closing sets their probability to 0
 * or 1, which is hindsight; beyond this share the rest is no picture of the pipeline of that day.
 */
const MOST_CLOSED_SINCE = 0.2;

export const weightedPipeline = defineKpi({
  id: 'weighted_pipeline',
  title: { en: 'Weighted pipeline', fa: 'ارزش وزنی کاریز' },
  unit: 'money',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Sum, over the deals open at the snapshot, of amount times probability, deal by deal. The probability is the one in the file; where no open deal has one, it is the share of the decided deals that were won among those that reached the deal’s stage, drawn towards the overall win rate with the weight of ten deals, if the files tell when stages were entered: a note says which. Deals without an amount or a probability are left out. At a snapshot in the past, deals closed since are left out too, where the file’s probability is now 0 or 1; null when they are over 20 %.',
    fa: 'جمع حاصل‌ضرب مبلغ در احتمال، معامله به معامله، برای معامله‌هایی که در روز گزارش باز بوده‌اند. احتمال همان است که در فایل آمده؛ اگر هیچ معامله‌ی بازی احتمال نداشته باشد و فایل‌ها زمان ورود به مرحله‌ها را بگویند، سهم برده‌ها از معامله‌های تعیین‌تکلیف‌شده‌ای است که به مرحله‌ی آن معامله رسیده‌اند، متمایل به نرخ برد کلی با وزن ده معامله: یادداشت می‌گوید کدام. معامله‌های بدون مبلغ یا بدون احتمال کنار گذاشته می‌شوند. برای روزی در گذشته، معامله‌هایی که بعداً بسته شده‌اند نیز کنار می‌روند، زیرا احتمالشان در فایل اکنون صفر یا یک است؛ اگر بیش از ۲۰٪ باشند مقدار ندارد.',
  },
  formula: 'Σ amount × probability of deals open at t',
  source:
    'Per-deal weighting: 100 at 99 % and 200 at 0 % are 99 (Odoo pull request 32011, where mean × sum gave 148.5). Stage odds: mean of a Beta posterior.',
  needs: ['outcome', 'amount'],
  wants: ['probability', 'created_at', 'closed_at'],
  variants: ['open_pipeline_value'],
  measure(context) {
    const { open, closedSince, undatedClosed, undatedCreated } = openAt(context.population, context);
    const still = openNow(open);
    const left = { undated_closed: undatedClosed, undated_created: undatedCreated };
    // Without any probability in the file, the stages that won and lost deals went through tell one.
    const byStage = withProbability(still).size === 0 ? stageProbabilities(context) : null;
    if (byStage !== null) return byStages(open, byStage, left);
    if (!context.population.has('probability')) return none('missing_field:probability');
    const known = withProbability(priced(still));
    const account = {
      excluded: leftOut({
        ...left,
        closed_since: closedSince,
        unpriced: unpriced(still),
        without_probability: withoutProbability(priced(still)),
      }),
      notes: coverage(known.size, open.size),
    };
    if (closedSince.size > MOST_CLOSED_SINCE * open.size) return withoutValue('probability_overwritten', account);
    if (open.size > 0 && known.size === 0) {
      return withoutValue(withProbability(still).size === 0 ? 'no_probability' : 'no_priced_deals', account);
    }
    const probability = context.population.column('probability');
    return weighted(known, (row) => probability[row] as number, account);
  },
});

type Deals = Population<'amount'>;

function weighted(deals: Deals, probabilityOf: (row: number) => number, account: Account): Measurement {
  const amount = deals.column('amount');
  const values = valuesOf(deals.rows, (row) => (amount[row] as number) * probabilityOf(row));
  return { value: sum(values), n: deals.size, rows: deals.rows, excluded: [], ...account };
}

/** P(win) by row of the deals, from the stage that each was in at the snapshot; null where nothing tells it. */
function stageProbabilities(context: {
  readonly population: Population<'outcome' | 'created_at' | 'closed_at'>;
  readonly period: Period;
  readonly asOf: CivilDay;
  readonly dataEnd: CivilDay;
  readonly history?: StageHistory | null | undefined;
}): ((row: number) => number) | null {
  const { population, history = null, asOf } = context;
  if (history === null) return null;
  const at = pointInTime(context);
  const t = at ?? asOf;
  const closedAt = population.column('closed_at');
  // What was decided later was not known then.
  const decided = (some: Population<'closed_at'>): Some =>
    at === null ? some : some.where((row) => closedAt[row] !== NO_DAY && (closedAt[row] as number) <= t);
  const [wins, losses] = [decided(won(population)), decided(lost(population))];
  // With winners alone every stage would lead to a win.
  if (wins.size === 0 || losses.size === 0) return null;
  const odds = stageOdds(history, closedAt.length, wins, losses);
  const { stage } = stagesAt(history, closedAt.length, t);
  return (row) => (stage[row] === 0 ? Number.NaN : (odds[stage[row] as number] as number));
}

function byStages(
  open: Deals,
  probabilityOf: (row: number) => number,
  left: { readonly undated_closed: Some; readonly undated_created: Some },
): Measurement {
  const valued = priced(open);
  const [known, unknown] = split(valued, 2, (row) => (Number.isNaN(probabilityOf(row)) ? 1 : 0)) as [Deals, Deals];
  const account = {
    excluded: leftOut({ ...left, unpriced: unpriced(open), without_probability: unknown }),
    notes: [BY_STAGES, ...coverage(known.size, open.size)],
  };
  if (open.size > 0 && known.size === 0) {
    return withoutValue(valued.size === 0 ? 'no_priced_deals' : 'no_probability', account);
  }
  return weighted(known, probabilityOf, account);
}

const BY_STAGES: Note = {
  code: 'probability_by_stage',
  text: {
    en: 'probabilities from the stages that won and lost deals went through, not from the file',
    fa: 'احتمال‌ها از مرحله‌هایی است که معامله‌های برنده و باخته گذرانده‌اند، نه از فایل',
  },
};

function coverage(counted: number, deals: number) {
  if (counted === deals) return [];
  const en = `weighted ${english(counted)} of ${english(deals)} open deals`;
  const fa = `${persian(counted)} از ${persian(deals)} معامله‌ی باز وزن داده شد`;
  return [{ code: 'weighted', text: { en, fa } }];
}
