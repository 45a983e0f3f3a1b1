import type { CivilDay } from '../../model/civil-day.js';
import { ALL_TIME, isAllTime, previousPeriod } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { addTo, sum } from '../../stats/sum.js';
import { defineKpi, type Note } from '../definition.js';
import { leftOut, withoutValue } from '../figures.js';
import {
  customersOf,
  endedIn,
  priced,
  undatedClosed,
  unpriced,
  withCustomer,
  withoutCustomer,
  won,
} from '../populations.js';
import { firstClosing } from '../reach.js';

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
  better: 'higher',
  definition: {
    en: 'Won value in the period of the customers who bought in the period before, over their won value then; new customers and those who come back after a pause are in neither. Credits are taken off. `grr` caps each customer at the earlier value, so that growth of one does not hide the loss of another. Without a period: the last retention window against the one before. Won deals, not recurring amounts: hence not called NRR.',
    fa: 'ارزش برده شده در دوره از مشتریانی که در دوره‌ی پیش خریده‌اند، تقسیم بر ارزش خرید آنان در آن دوره؛ مشتریان جدید و آنان که پس از وقفه بازگشته‌اند در هیچ‌کدام نیستند. برگشتی‌ها کم می‌شوند. grr سهم هر مشتری را تا مقدار پیشین او محدود می‌کند تا رشد یکی، از دست رفتن دیگری را نپوشاند. بدون دوره: آخرین پنجره‌ی نگهداشت در برابر پنجره‌ی پیش از آن. معامله است نه مبلغ تکرارشونده، پس NRR نامیده نمی‌شود.',
  },
  formula: 'Σ won value now of earlier customers / Σ their won value in the period before',
  source:
    'Net revenue retention, (begin + expansion − contraction − churn) / begin, over won deals; GRR caps each customer at its start value.',
  needs: ['outcome', 'customer', 'amount', 'closed_at'],
  of: 'purchases',
  measure({ population, period, asOf, settings }) {
    const [before, now] = spans(isAllTime(period) ? null : period, asOf, settings.retentionWindow);
    const dated = endedIn(won(population), ALL_TIME);
    const valued = priced(dated);
    const excluded = leftOut({
      undated_closed: undatedClosed(won(population)),
      unpriced: unpriced(dated),
      without_customer: withoutCustomer(valued),
    });
    const covered = firstClosing(population) <= before.start + UNCOVERED_UP_TO * (before.end - before.start);
    const { earlier, later, rows } = valuesIn(withCustomer(valued), before, now);
    const start = [...earlier.keys()].filter((customer) => (earlier[customer] as number) > 0);
    if (!covered || start.length === 0) return withoutValue('no_earlier_period', { excluded });
    const begin = sum(start.map((customer) => earlier[customer] as number));
    const end = sum(start.map((customer) => later[customer] as number));
    const capped = sum(
      start.map((customer) => Math.max(0, Math.min(later[customer] as number, earlier[customer] as number))),
    );
    return {
      value: end / begin,
      n: start.length,
      numerator: { total: end, rows: new Uint32Array(0) },
      denominator: { total: begin, rows: new Uint32Array(0) },
      rows,
      details: {
        grr: capped / begin,
        startCustomers: start.length,
        stillBuying: start.filter((customer) => (later[customer] as number) > 0).length,
        revenueBefore: begin,
        revenueNow: end,
      },
      excluded,
      notes: now.end - 1 > asOf ? [NOT_OVER] : [],
    };
  },
});

const NOT_OVER: Note = {
  code: 'period_not_over',
  text: {
    en: 'the period is not over, so it is compared with a longer one',
    fa: 'دوره تمام نشده است و با دوره‌ای بلندتر مقایسه می‌شود',
  },
};

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

/** Σ of the amounts of each customer in either span, and the deals behind them. */
function valuesIn(
  deals: Population<'customer' | 'amount' | 'closed_at'>,
  before: Span,
  now: Span,
): { earlier: Float64Array; later: Float64Array; rows: Uint32Array } {
  const days = deals.column('closed_at');
  const amount = deals.column('amount');
  const { count, numbers } = customersOf(deals);
  const sums = [new Float64Array(count), new Float64Array(count)] as const;
  const lost = [new Float64Array(count), new Float64Array(count)] as const;
  const inEither = new Uint8Array(deals.size);
  deals.rows.forEach((row, position) => {
    const day = days[row] as number;
    const side = day >= before.start && day < before.end ? 0 : day >= now.start && day < now.end ? 1 : null;
    if (side === null) return;
    inEither[position] = 1;
    addTo(sums[side], lost[side], numbers[position] as number, amount[row] as number);
  });
  const [earlier, later] = [0, 1].map((side) =>
    (sums[side] as Float64Array).map((value, customer) => value + ((lost[side] as Float64Array)[customer] as number)),
  ) as [Float64Array, Float64Array];
  const rows = deals.rows.filter(
    (_, position) => inEither[position] === 1 && (earlier[numbers[position] as number] as number) > 0,
  );
  return { earlier, later, rows };
}
