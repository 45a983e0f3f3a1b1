import { amountsOverwritten, expectationsOverwritten } from '../../kpi/hindsight.js';
import { moneyBeside } from '../../kpi/ranking.js';
import { openAt, pointInTime } from '../../kpi/snapshot.js';
import { said } from '../../locale/said.js';
import { NO_DAY } from '../../model/civil-day.js';
import { wilson } from '../../stats/interval.js';
import { defineInsight, rangeOf } from '../definition.js';
import { asOfSince, closedSince, sinceArgs, sinceFact } from '../since.js';

/** One overdue deal in ten is a matter of a week's upkeep (a judgement). */
const USUAL_SHARE = 0.1;
const LEAST_DEALS = 20;

export const overdueValue = defineInsight({
  id: 'overdue_value',
  title: { en: 'Open deals whose close date has passed', fa: 'معامله‌های باز با تاریخ بستن گذشته' },
  definition: {
    en: 'More than a tenth of the open deals with an expected close date are past it, by more than chance: 20 such deals, and the whole interval of the share lies above 10 %. Of a past day it is about those that are open still, and not said where none is, or where closing overwrites expected dates.',
    fa: 'بیش از یک‌دهم معامله‌های باز دارای تاریخ احتمالی بستن از آن گذشته‌اند، بیش از تصادف: ۲۰ معامله، و همه‌ی بازه‌ی سهم بالای ۱۰٪ است. برای روزی در گذشته درباره‌ی آن‌هایی است که هنوز بازند؛ اگر هیچ‌یک باز نباشد، یا بسته شدن تاریخ احتمالی را بازنویسی کند، گفته نمی‌شود.',
  },
  source: 'Open with a close date in the past: the first entry of every pipeline-hygiene list; Wilson 1927.',
  needs: ['outcome', 'expected_close'],
  find({ question, currency, kpi }) {
    if (kpi('open_deals') === null || question.undated === true) return [];
    const { population } = question;
    if (expectationsOverwritten(question)) return [];
    const t = pointInTime(question) ?? question.asOf;
    const expected = population.column('expected_close');
    const dated = openAt(population, question).open.where((row) => expected[row] !== NO_DAY);
    const overdue = dated.where((row) => (expected[row] as number) < t);
    const interval = wilson(overdue.size, dated.size);
    if (interval === null || dated.size < LEAST_DEALS || interval.low <= USUAL_SHARE) return [];
    const { left, since } = closedSince(question, overdue.rows);
    if (left.length === 0) return [];
    const value = amountsOverwritten(question) ? null : moneyBeside(overdue);
    // Deals that are open still have the amount that was known then.
    const atStake = since === null ? value : moneyBeside(population.select(left));
    const share = overdue.size / dated.size;
    return [
      {
        severity: 'risk',
        title: said('overdue_value', { share, asOf: asOfSince(since) }),
        detail: said('overdue_value_detail', {
          n: overdue.size,
          of: dated.size,
          value,
          currency,
          interval: rangeOf(interval),
          since: sinceArgs(since),
        }),
        impact: atStake,
        n: dated.size,
        interval,
        evidence: { overdue: overdue.size, open: dated.size, share, value, since: sinceFact(since) },
        rows: () => left,
        of: 'deals',
      },
    ];
  },
});
