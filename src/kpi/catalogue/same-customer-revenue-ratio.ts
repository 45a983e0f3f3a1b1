import { said } from '../../locale/said.js';
import type { CivilDay } from '../../model/civil-day.js';
import { isAllTime, previousPeriod } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { byDayUntil, withinDays } from '../../model/selections.js';
import { inWorkRoom } from '../../model/work-room.js';
import { sum, sumsBy } from '../../stats/sum.js';
import { withAmounts } from '../amounts.js';
import { defineKpi, type Note } from '../definition.js';
import { FigureOf, ListedWhenRead, leftOut, withoutValue } from '../figures.js';
import { customersOf, priced, undatedClosed, unpriced, withCustomer, withoutCustomer, won } from '../populations.js';
import { closingsReach } from '../reach.js';

/**
 * How much of the earlier period may lie before the first closing of the data, as a share of it: an export that starts
 * with the period rarely has a closing on its first day, but one that starts later would make the ratio too high.
 */
const UNCOVERED_UP_TO = 0.1;

export const sameCustomerRevenueRatio = defineKpi({
  id: 'same_customer_revenue_ratio',
  title: { en: 'Same-customer revenue', fa: 'نسبت فروش به مشتریان پیشین' },
  unit: 'ratio',
  basis: 'all',
  atSnapshot: true,
  better: 'higher',
  definition: {
    en: 'Won value in the period, up to the snapshot, of the customers who bought in the period before, over their won value then; new customers, those who come back after a pause, and those whose earlier value is 0 or less (credits ate it up) are in neither. Null when more than a tenth of the period before lies before the first closing in the data. Credits are taken off. `grr` caps each customer at the earlier value, from 0 on, so that growth of one does not hide the loss of another. Without a period: the last retention window against the one before. Won deals, not recurring amounts: hence not called NRR.',
    fa: 'ارزش معامله‌های برنده در دوره، تا روز گزارش، از مشتریانی که در دوره‌ی قبل خریده‌اند، تقسیم بر ارزش خرید آنان در آن دوره؛ مشتریان جدید، آنان که پس از وقفه بازگشته‌اند و آنان که ارزش پیشینشان صفر یا کمتر است (برگشتی آن را خورده است) در هیچ‌کدام نیستند. اگر بیش از یک‌دهم دوره‌ی قبل، پیش از نخستین بسته شدن در داده‌ها باشد مقدار ندارد. برگشتی‌ها کم می‌شوند. grr سهم هر مشتری را تا مقدار پیشین او محدود می‌کند تا رشد یکی، از دست رفتن دیگری را نپوشاند. بدون دوره: آخرین پنجره‌ی نگهداشت در برابر پنجره‌ی پیش از آن. معامله است نه مبلغ تکرارشونده، پس NRR نامیده نمی‌شود.',
  },
  formula: {
    en: 'Σ won value now of earlier customers / Σ their won value in the period before',
    fa: 'ارزش معامله‌های برنده‌ی اکنون از مشتریان پیشین ÷ ارزش معامله‌های برنده‌ی آن‌ها در دوره‌ی قبل',
  },
  source:
    'Net revenue retention, (begin + expansion − contraction − churn) / begin, over won deals; GRR caps each customer at its start value.',
  needs: ['outcome', 'customer', 'amount', 'closed_at'],
  of: 'purchases',
  measure({ population, period, asOf, settings }) {
    const [before, now] = spans(isAllTime(period) ? null : period, asOf, settings.retentionWindow);
    const notOver = now.end - 1 > asOf;
    const days = population.column('closed_at');
    const wins = won(population);
    const inside =
      before.end === now.start
        ? withinDays(wins, days, before.start, now.end)
        : wins.where((row) => within(before, days[row] as number) || within(now, days[row] as number));
    const [inQuestion, after] = byDayUntil(inside as typeof wins, days, asOf);
    const valued = priced(inQuestion);
    const excluded = () =>
      leftOut({
        undated_closed: undatedClosed(wins),
        unpriced: unpriced(inQuestion),
        without_customer: withoutCustomer(valued),
        after_snapshot: after,
      });
    const covered = closingsReach(population, before.start + UNCOVERED_UP_TO * (before.end - before.start));
    const deals = withCustomer(valued);
    if (!covered || deals.size === 0) return withoutValue('no_earlier_period', { excluded });
    const { earlier, later } = valuesIn(deals, before);
    const kept = keptOf(earlier, later);
    if (kept.customers === 0) return withoutValue('no_earlier_period', { excluded });
    const { numbers } = customersOf(deals);
    const ofEarlier = new ListedWhenRead(() =>
      deals.rows.filter((_, position) => (earlier[numbers[position] as number] as number) > 0),
    );
    return new FigureOf(ofEarlier, kept.end / kept.begin, kept.customers, {
      numerator: { total: kept.end, rows: NO_ROWS },
      denominator: { total: kept.begin, rows: NO_ROWS },
      details: {
        grr: kept.capped / kept.begin,
        startCustomers: kept.customers,
        stillBuying: kept.stillBuying,
        revenueBefore: kept.begin,
        revenueNow: kept.end,
      },
      excluded,
      notes: notOver ? [NOT_OVER] : [],
    });
  },
});

const NO_ROWS = new Uint32Array(0);

const NOT_OVER: Note = said('period_not_over');

interface Span {
  readonly start: CivilDay;
  /** First day after it. */
  readonly end: CivilDay;
}

/** The earlier and the later stretch of days. */
function spans(
  period: Parameters<typeof previousPeriod>[0] | null,
  asOf: CivilDay,
  window: number,
): readonly [Span, Span] {
  if (period !== null) return [previousPeriod(period), period];
  const middle = asOf - window + 1;
  return [
    { start: middle - window, end: middle },
    { start: middle, end: asOf + 1 },
  ];
}

function within({ start, end }: Span, day: CivilDay): boolean {
  return day >= start && day < end;
}

/** Σ of the amounts of each customer in the earlier span, and in the later one. */
function valuesIn(
  deals: Population<'customer' | 'amount' | 'closed_at'>,
  before: Span,
): { readonly earlier: Float64Array; readonly later: Float64Array } {
  const days = deals.column('closed_at');
  const { count, numbers } = customersOf(deals);
  const sums = inWorkRoom((room) => {
    // The earlier sums of all customers, and behind them the later ones.
    const slots = room.lend(Uint32Array, numbers.length);
    deals.withRows((rows) => {
      for (let position = 0; position < rows.length; position++) {
        const isEarlier = within(before, days[rows[position] as number] as number);
        slots[position] = (numbers[position] as number) + (isEarlier ? 0 : count);
      }
    });
    return withAmounts(deals, (amounts) => sumsBy(amounts, slots, 2 * count));
  });
  return { earlier: sums.subarray(0, count), later: sums.subarray(count) };
}

/** What became of the customers who brought something in the earlier span: their money then, now, and now of no more than then. */
function keptOf(earlier: Float64Array, later: Float64Array) {
  const [begins, ends, capped] = [earlier, later, later].map(({ length }) => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  let [customers, stillBuying] = [0, 0];
  for (let customer = 0; customer < earlier.length; customer++) {
    const [begin, end] = [earlier[customer] as number, later[customer] as number];
    if (!(begin > 0)) continue;
    begins[customers] = begin;
    ends[customers] = end;
    capped[customers] = Math.max(0, Math.min(end, begin));
    customers++;
    if (end > 0) stillBuying++;
  }
  const total = (money: Float64Array): number => sum(money.subarray(0, customers));
  return { customers, begin: total(begins), end: total(ends), capped: total(capped), stillBuying };
}
