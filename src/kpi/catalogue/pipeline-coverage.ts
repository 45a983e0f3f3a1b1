import { isAllTime } from '../../model/period.js';
import { amountTotal } from '../amounts.js';
import { defineKpi, type KpiContext, type ReasonCode } from '../definition.js';
import { expectedIn, nothingExpected, withExpectation, withoutExpectation } from '../expected.js';
import { leftOut, PartOf, RatioOf, withoutValue } from '../figures.js';
import { amountsOverwritten, expectationsOverwritten } from '../hindsight.js';
import { pricedNote } from '../notes.js';
import { nonNegative, priced, unpriced } from '../populations.js';
import { isPart, quotasFor } from '../quotas.js';
import { openAt } from '../snapshot.js';
import { wholeOf } from '../whole.js';

export const pipelineCoverage = defineKpi({
  id: 'pipeline_coverage',
  title: { en: 'Pipeline coverage', fa: 'پوشش پایپ‌لاین' },
  unit: 'ratio',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Open pipeline expected to close in the period over what is still missing to the revenue target (`targets.revenue_won.min`, else the sum of the quotas, taken for the period asked about). `requiredCoverage` is what the win rate by value asks for, 1 / win_rate_value. Of a group of deals, the quotas of its own owners as in quota_attainment: a revenue target is of all deals, and nobody said how much of it a group is to bring. Null without a target, and when the target is met. Without a period every open deal with an expected close date counts. Null for a day in the past where closing changes amounts or expected close dates, as in overdue_pipeline_value.',
    fa: 'پایپ‌لاین بازی که انتظار می‌رود در دوره بسته شود تقسیم بر آنچه تا هدف فروش مانده است (targets.revenue_won.min و در نبود آن جمع سهمیه‌ها، برای همان دوره). requiredCoverage پوششی است که نرخ برد مبلغی لازم دارد: یک تقسیم بر win_rate_value. برای یک گروه از معامله‌ها، سهمیه‌ی مسئولان همان گروه به شیوه‌ی quota_attainment: هدف فروش برای همه‌ی معامله‌هاست و سهم هر گروه از آن گفته نشده است. بی هدف یا با هدف محقق‌شده مقدار ندارد. بدون دوره، همه‌ی معامله‌های بازِ دارای تاریخ احتمالی شمرده می‌شوند. برای روزی در گذشته، اگر بسته شدن مبلغ‌ها یا تاریخ‌های احتمالی را تغییر دهد، مانند overdue_pipeline_value مقدار ندارد.',
  },
  formula: {
    en: 'Σ amount of open deals due in the period / (target − won value of the period)',
    fa: 'جمع مبلغ معامله‌های باز با سررسید در دوره ÷ (هدف − ارزش معامله‌های برنده‌ی دوره)',
  },
  source:
    'Time-bound pipeline over remaining quota (winsabove: 4.8 M / 1.6 M = 3.0; with a win rate of 22 % 4.5 is required).',
  needs: ['outcome', 'amount', 'expected_close'],
  wants: ['created_at', 'closed_at', 'owner'],
  uses: ['revenue_won', 'win_rate_value'],
  amounts: 'against_target',
  measure(context) {
    const { population, period, kpi } = context;
    const { open, closedSince, undatedClosed, undatedCreated } = openAt(population, context);
    const undated = { undated_closed: undatedClosed, undated_created: undatedCreated };
    const known = withExpectation(open);
    const due = isAllTime(period) ? known : expectedIn(known, period.start, period.fullEnd ?? period.end);
    const counted = nonNegative(priced(due));
    const target = targetOf(context);
    const account = {
      excluded: () =>
        leftOut({
          ...undated,
          without_expected_close: withoutExpectation(open),
          unpriced: unpriced(due),
        }),
      notes: pricedNote(priced(due).size, due.size),
    };
    if (typeof target === 'string') return withoutValue(target, account);
    const won = kpi('revenue_won').value ?? 0;
    const winRate = kpi('win_rate_value').value;
    const pipeline = amountTotal(counted);
    const remaining = target - won;
    const hindsight = amountsOverwritten(context) || expectationsOverwritten(context);
    const details = {
      target,
      wonValue: won,
      remaining,
      pipelineDue: hindsight ? null : pipeline,
      requiredCoverage: winRate === null || winRate === 0 ? null : 1 / winRate,
    };
    if (remaining <= 0) return withoutValue('target_met', { ...account, details });
    if (nothingExpected(open, wholeOf(context).population)) {
      return withoutValue('no_expected_close', { ...account, details });
    }
    if (hindsight) {
      return withoutValue('overwritten_at_closing', {
        excluded: () => leftOut({ ...undated, closed_since: closedSince }),
        details,
      });
    }
    if (open.size > 0 && known.size === 0) return withoutValue('no_expected_close', { ...account, details });
    if (due.size > 0 && counted.size === 0) return withoutValue('no_priced_deals', { ...account, details });
    const over = { total: remaining, rows: new Uint32Array(0) };
    const parts = [new PartOf(pipeline, counted), over] as const;
    return new RatioOf(pipeline / remaining, counted.size, ...parts, undefined, { ...account, details });
  },
});

/** What these deals are to bring: of a part of them, the quotas of its own owners; or why nobody said it. */
function targetOf({
  population,
  settings: { revenueTarget, quotas = {} },
  whole,
}: Pick<KpiContext<'outcome' | 'owner', never>, 'population' | 'settings' | 'whole'>): number | ReasonCode {
  const part = isPart(population);
  const own = quotasFor(population, quotas, whole?.population);
  if (revenueTarget !== undefined && !part) return revenueTarget;
  if (Object.keys(quotas).length === 0) return revenueTarget === undefined ? 'no_target' : 'target_of_all_deals';
  if (own === 'in_parts') return 'quota_in_parts';
  if (own.byOwner.size === 0) return part ? 'no_quota_in_group' : 'no_target';
  return own.target;
}
