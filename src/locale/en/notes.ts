import type { Wording } from '../wording.js';

/** So many of all. */
interface Priced {
  readonly priced: number;
  readonly of: number;
}

/** A heap of values: how many, and the quarter and three quarters that half of them lie between. */
interface Heap {
  readonly n: number;
  readonly from: number;
  readonly to: number;
}

interface Humps {
  /** Share of the values that lie near the mean, 0…1. */
  readonly near: number;
  readonly mean: number;
  readonly lower: Heap;
  readonly upper: Heap;
}

interface Movements {
  readonly start: number;
  readonly fresh: number;
  readonly expansion: number;
  readonly reactivation: number;
  readonly contraction: number;
  readonly churned: number;
}

/** Amounts are shown in whole units, days and counts to a tenth. */
export function humpDecimals(mean: number): number {
  return mean < 100 ? 1 : 0;
}

/** What stands beside a figure. */
export const NOTES = {
  priced: ({ priced, of }: Priced, { count }: Wording) => `priced ${count(priced)} of ${count(of)}`,
  priced_won_lost: ({ won, lost }: { readonly won: Priced; readonly lost: Priced }, { count }: Wording) =>
    `priced ${count(won.priced)} of ${count(won.of)} won, ${count(lost.priced)} of ${count(lost.of)} lost`,
  priced_customers: ({ priced, of }: Priced, { count }: Wording) =>
    `${count(priced)} of ${count(of)} customers have a priced deal`,
  weighted: ({ weighted, of }: { readonly weighted: number; readonly of: number }, { count }: Wording) =>
    `weighted ${count(weighted)} of ${count(of)} open deals`,
  two_humps: ({ near, mean, lower, upper }: Humps, { count, rounded }: Wording) => {
    const [low, low2, high, high2] = [lower.from, lower.to, upper.from, upper.to].map((value) =>
      rounded(value, humpDecimals(mean)),
    );
    const only = near === 0 ? 'none' : `only ${rounded(100 * near, 0)}%`;
    return (
      `the mean describes almost no record: ${only} of the values lie within 20% of it; ` +
      `${count(lower.n)} are smaller (half of them ${low} to ${low2}), ` +
      `${count(upper.n)} larger (half of them ${high} to ${high2}); go by the median and the quantiles`
    );
  },
  overwritten_at_closing: () =>
    'some of the deals open then have closed since, and closing overwrote what was known of them',
  few_customers: () => 'ten customers or fewer make 100 % by construction; look at hhi and gini',
  provisional: () => 'provisional: under 80 % of these deals are won or lost yet',
  curve_end: ({ days, open }: { readonly days: number; readonly open: number }, words: Wording) =>
    open === 0
      ? `by ${words.days(days)} every deal has closed`
      : `known up to ${words.days(days)} after creation, when ${words.ratio(open)} of the deals are still open`,
  closings_begin: ({ day }: { readonly day: string }, words: Wording) =>
    `the closings of the file begin on ${words.day(day)}, late beside its deals (an export by close date?): deals created before count from the age they had then`,
  none_open: () => 'no deal in question is open: if the file leaves open deals out, deals close later than it shows',
  median_open_end: ({ low }: { readonly low: number }, { days }: Wording) =>
    `the median is likely ${days(low)} or more; how much more, the data does not show`,
  owners_as_of_now: ({ of }: { readonly of: 'ranking' | 'groups' }) =>
    of === 'ranking'
      ? 'the owners are those that the file names now'
      : 'figures of open deals are by the owners that the file names now',
  intervals_of_first_groups: (
    { under, groups }: { readonly under: number; readonly groups: number },
    { count }: Wording,
  ) => `the interval of a mean of under ${count(under)} values is given for the first ${count(groups)} groups only`,
  stages_as_of_snapshot: () =>
    'figures of open deals are by the stage in which each was at the snapshot, the others by the stage that the file names now',
  outcomes_as_of_snapshot: () => 'figures of open deals are by the outcome at the snapshot: all were open then',
  period_not_over: () => 'the period is not over, so it is compared with a longer one',
  not_representative: () => 'under 60 % of the lost deals give a reason, so the reasons given do not speak for all',
  probability_by_stage: () => 'probabilities from the stages that won and lost deals went through, not from the file',
  quota_without_deals: ({ owners }: { readonly owners: readonly string[] }, { list }: Wording) =>
    `no deal names these owners of a quota: ${list(owners)}`,
  could_be: ({ columns, option }: { readonly columns: readonly string[]; readonly option: string }) =>
    `${columns.map((column) => `"${column}"`).join(' or ')} could be it (${option})`,
  leads_without_outcome: ({ leads }: { readonly leads: number }, { count }: Wording) =>
    `${count(leads)} leads do not say whether they converted`,
  leads_undated: ({ leads }: { readonly leads: number }, { count }: Wording) =>
    `${count(leads)} leads have no creation date`,
  from_orders: () => 'from the orders, not from the deals',
  from_customers: () => 'by the first and last days of the customers file; the last day is still one of the customer’s',
  from_subscriptions: () =>
    'by the first and last days of paid subscriptions; the last day is still one of the customer’s',
  customers_undated: ({ customers }: { readonly customers: number }, { count }: Wording) =>
    `without a first day, and active at no time: ${count(customers)}`,
  customers_ended_undated: ({ customers }: { readonly customers: number }, { count }: Wording) =>
    `ended on a day that is not known, and active at no time: ${count(customers)}`,
  nobody_ended_in_file: ({ of }: { readonly of: 'customers' | 'subscriptions' }) =>
    of === 'customers'
      ? 'nobody in the file has ended: if it lists only those who stay, this is too good'
      : 'no subscription in the file has ended: if it lists only running ones, this is too good',
  last_day_counts: () =>
    'a subscription is paid through its last day: one that ended on the day before the period is not there at its start',
  mrr_movements: ({ start, fresh, expansion, reactivation, contraction, churned }: Movements, { rounded }: Wording) => {
    const [first, ...parts] = [start, fresh, expansion, reactivation, contraction, churned].map((n) => rounded(n, 2));
    return `${first} at the start + ${parts[0]} new + ${parts[1]} expansion + ${parts[2]} reactivation − ${parts[3]} contraction − ${parts[4]} churned`;
  },
  margin: ({ margin }: { readonly margin: number }, { rounded }: Wording) =>
    `at a margin of ${rounded(margin * 100, 1)} %`,
  revenue: () => 'revenue, not margin: clv.margin in the config is not set',
  lifetime_horizon: (
    { months, rate, assumed }: { readonly months: number; readonly rate: number; readonly assumed: boolean },
    { count, rounded }: Wording,
  ) =>
    `purchases of the next ${count(months)} months, discounted at ${rounded(rate * 100, 1)} % a year${assumed ? ' (taken, as clv.discountRate is not set)' : ''}; the interval is of what is expected, not of what a customer will do`,
  alive_by_construction: ({ customers }: { readonly customers: number }, { count }: Wording) =>
    customers === 1
      ? '1 customer has bought once: the model takes it to be still buying, so no P(alive) is shown of it'
      : `${count(customers)} customers have bought once: the model takes all of them to be still buying, so no P(alive) is shown of them`,
  at_risk_rule: (
    {
      share,
      from,
      under,
      fall,
      days,
    }: {
      readonly share: number;
      readonly from: number;
      readonly under: number;
      readonly fall: number;
      readonly days: number;
    },
    { count, rounded }: Wording,
  ) =>
    `at risk: among the ${rounded(share * 100, 0)} % of the customers who spent most, those with two purchases or more whose P(alive) is from ${rounded(from, 2)} to under ${rounded(under, 2)}, or fell by more than ${rounded(fall, 2)} within ${count(days)} days without a purchase`,
  spending_correlated: ({ correlation }: { readonly correlation: number }, { rounded }: Wording) =>
    `how often customers buy and what they spend go together (correlation ${rounded(correlation, 2)}), and the model takes them for independent: values of frequent buyers are off`,
  lifespan_from_churn: ({ years }: { readonly years: number }, { rounded }: Wording) =>
    `a lifespan of ${rounded(years, 1)} years, from the churn rate, if churn stays as it is`,
} as const;
