import { NO_DAY } from '../../model/civil-day.js';
import { quantile } from '../../stats/quantile.js';
import { defineKpi } from '../definition.js';
import { expectedIn, nothingExpected, withExpectation, withoutExpectation } from '../expected.js';
import { leftOut, total, valuesOf, withoutValue } from '../figures.js';
import { amountsOverwritten, expectationsOverwritten } from '../hindsight.js';
import { pricedNote } from '../notes.js';
import { priced, unpriced } from '../populations.js';
import { openAt, pointInTime } from '../snapshot.js';
import { wholeOf } from '../whole.js';

export const overduePipelineValue = defineKpi({
  id: 'overdue_pipeline_value',
  title: { en: 'Overdue pipeline', fa: 'ارزش پایپ‌لاین سررسیدگذشته' },
  unit: 'money',
  basis: 'snapshot',
  atSnapshot: true,
  better: 'lower',
  definition: {
    en: 'Sum of the amounts of the deals open at the snapshot whose expected close date had passed by then; open deals without an expected close date and overdue deals without an amount are left out. `overdueDeals` counts all that are overdue, `medianDaysOverdue` says for how long. Null for a day in the past where closing changes amounts (as in open_pipeline_value) or expected close dates: under 80 % of the deals won, or of those lost, have one that is not the very day of closing.',
    fa: 'جمع مبلغ معامله‌های باز در روز گزارش که تاریخ احتمالی بسته شدنشان گذشته است؛ معامله‌های باز بدون تاریخ احتمالی و سررسیدگذشته‌های بدون مبلغ کنار گذاشته می‌شوند. overdueDeals شمار همه‌ی سررسیدگذشته‌ها و medianDaysOverdue میانه‌ی روزهای تأخیر است. برای روزی در گذشته، اگر بسته شدن مبلغ‌ها (مانند open_pipeline_value) یا تاریخ‌های احتمالی را تغییر دهد، مقدار ندارد: کمتر از ۸۰٪ معامله‌های برنده یا ازدست‌رفته تاریخی جز همان روز بسته شدن دارند.',
  },
  formula: {
    en: 'Σ amount of deals open at t with expected close < t, t = min(last day of the period, asOf)',
    fa: 'جمع مبلغ معامله‌های باز در روز گزارش که تاریخ احتمالی بسته شدنشان پیش از آن روز است؛ روز گزارش: آخرین روز دوره یا روز داده‌ها، هر کدام زودتر است',
  },
  source: 'Open with a close date in the past: the first entry of every pipeline-hygiene list.',
  needs: ['outcome', 'amount', 'expected_close'],
  wants: ['created_at', 'closed_at'],
  variants: ['open_pipeline_value'],
  measure(context) {
    const { open, closedSince, undatedClosed, undatedCreated } = openAt(context.population, context);
    const undated = { undated_closed: undatedClosed, undated_created: undatedCreated };
    const hindsight = () => leftOut({ ...undated, closed_since: closedSince });
    if (nothingExpected(open, wholeOf(context).population)) {
      return withoutValue('no_expected_close', {
        excluded: () => leftOut({ ...undated, without_expected_close: open }),
        details: { overdueDeals: 0, medianDaysOverdue: null },
      });
    }
    if (expectationsOverwritten(context)) return withoutValue('overwritten_at_closing', { excluded: hindsight });
    const t = pointInTime(context) ?? context.asOf;
    const known = withExpectation(open);
    const overdue = expectedIn(known, NO_DAY, t);
    const expected = context.population.column('expected_close');
    const late = valuesOf(overdue.rows, (row) => t - (expected[row] as number));
    const account = {
      excluded: () =>
        leftOut({
          ...undated,
          without_expected_close: withoutExpectation(open),
          unpriced: unpriced(overdue),
        }),
      notes: pricedNote(priced(overdue).size, overdue.size),
      details: { overdueDeals: overdue.size, medianDaysOverdue: late.length === 0 ? null : quantile(late, 0.5) },
    };
    if (amountsOverwritten(context)) {
      return withoutValue('overwritten_at_closing', { excluded: hindsight, details: account.details });
    }
    if (open.size > 0 && known.size === 0) return withoutValue('no_expected_close', account);
    return total(priced(overdue), overdue.size, account);
  },
});
