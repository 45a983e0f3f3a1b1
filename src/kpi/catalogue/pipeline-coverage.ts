import { isAllTime } from '../../model/period.js';
import { sum, sumRows } from '../../stats/sum.js';
import { defineKpi } from '../definition.js';
import { expectedIn, withExpectation, withoutExpectation } from '../expected.js';
import { leftOut, withoutValue } from '../figures.js';
import { amountsOverwritten, expectationsOverwritten } from '../hindsight.js';
import { pricedNote } from '../notes.js';
import { nonNegative, priced, unpriced } from '../populations.js';
import { openAt } from '../snapshot.js';

export const pipelineCoverage = defineKpi({
  id: 'pipeline_coverage',
  title: { en: 'Pipeline coverage', fa: 'پوشش کاریز' },
  unit: 'ratio',
  basis: 'snapshot',
  better: 'higher',
  definition: {
    en: 'Open pipeline expected to close in the period over what is still missing to the revenue target (`targets.revenue_won.min`, else the sum of the quotas, taken for the period asked about). `requiredCoverage` is what the win rate by value asks for, 1 / win_rate_value. Null without a target, and when the target is met. Without a period every open deal with an expected close date counts. Null for a day in the past where closing changes amounts or expected close dates, as in overdue_pipeline_value.',
    fa: 'کاریز بازی که انتظار می‌رود در دوره بسته شود تقسیم بر آنچه تا هدف فروش مانده است (targets.revenue_won.min و در نبود آن جمع سهمیه‌ها، برای همان دوره). requiredCoverage پوششی است که نرخ برد مبلغی لازم دارد: یک تقسیم بر win_rate_value. بی هدف یا با هدف محقق‌شده مقدار ندارد. بدون دوره، همه‌ی معامله‌های بازِ دارای تاریخ احتمالی شمرده می‌شوند. برای روزی در گذشته، اگر بسته شدن مبلغ‌ها یا تاریخ‌های احتمالی را تغییر دهد، مانند overdue_pipeline_value مقدار ندارد.',
  },
  formula: 'Σ amount of open deals due in the period / (target − won value of the period)',
  source:
    'Time-bound pipeline over remaining quota (winsabove: 4.8 M / 1.6 M = 3.0; with a win rate of 22 % 4.5 is required).',
  needs: ['outcome', 'amount', 'expected_close'],
  wants: ['created_at', 'closed_at'],
  uses: ['revenue_won', 'win_rate_value'],
  amounts: 'against_target',
  measure(context) {
    const { population, period, settings, kpi } = context;
    const { open, closedSince, undatedClosed, undatedCreated } = openAt(population, context);
    const undated = { undated_closed: undatedClosed, undated_created: undatedCreated };
    const known = withExpectation(open);
    const due = isAllTime(period) ? known : expectedIn(known, period.start, period.fullEnd ?? period.end);
    const counted = nonNegative(priced(due));
    const pipeline = sumRows(population.column('amount'), counted.rows);
    const target = settings.revenueTarget ?? quotaSum(settings.quotas);
    const won = kpi('revenue_won').value ?? 0;
    const winRate = kpi('win_rate_value').value;
    const account = {
      excluded: leftOut({
        ...undated,
        without_expected_close: withoutExpectation(open),
        unpriced: unpriced(due),
      }),
      notes: pricedNote(priced(due).size, due.size),
    };
    if (target === null) return withoutValue('no_target', account);
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
    if (hindsight) {
      return withoutValue('overwritten_at_closing', {
        excluded: leftOut({ ...undated, closed_since: closedSince }),
        details,
      });
    }
    if (open.size > 0 && known.size === 0) return withoutValue('no_expected_close', { ...account, details });
    if (due.size > 0 && counted.size === 0) return withoutValue('no_priced_deals', { ...account, details });
    return {
      value: pipeline / remaining,
      n: counted.size,
      numerator: { total: pipeline, rows: counted.rows },
      denominator: { total: remaining, rows: new Uint32Array(0) },
      details,
      ...account,
    };
  },
});

function quotaSum(quotas: Readonly<Record<string, number>> | undefined): number | null {
  const amounts = Object.values(quotas ?? {});
  return amounts.length === 0 ? null : sum(amounts);
}
