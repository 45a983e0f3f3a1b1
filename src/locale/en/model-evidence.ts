import type { Wording } from '../wording.js';

/** A test of the newer half of records, created (or closed) on or after a day, against the older one. */
interface Newer {
  readonly since: string;
  readonly pValue: number;
}

const BASELINES: Readonly<Record<string, string>> = {
  last_period: 'the month before',
  mean_of_three: 'the mean of three months',
  same_month_last_quarter: 'the same month of the last quarter',
  same_month_last_year: 'the same month of the last year',
};

/** `p = 0.213`; what is smaller than is shown says so. */
function chance(pValue: number, decimal: Wording['decimal']): string {
  return pValue < 0.0005 ? `p < ${decimal(0.001, 3)}` : `p = ${decimal(pValue, 3)}`;
}

/** The figures behind whether an assumption of a model holds. */
export const MODEL_EVIDENCE = {
  newer_half_closes: (
    { since, observed, expected, pValue }: Newer & { readonly observed: number; readonly expected: number },
    { day, count, rounded, decimal }: Wording,
  ) =>
    `of the deals created since ${day(since)}, ${count(observed)} have closed, where ${rounded(expected, 1)} were to be expected if all closed alike (log-rank test, ${chance(pValue, decimal)})`,
  newer_half_wins: (
    {
      since,
      days,
      newer,
      older,
      pValue,
    }: Newer & { readonly days: number; readonly newer: number; readonly older: number },
    words: Wording,
  ) =>
    `within ${words.days(days)} of their creation ${words.ratio(newer)} of the deals created since ${words.day(since)} are won, ${words.ratio(older)} of the older ones (${chance(pValue, words.decimal)})`,
  halves_too_small: ({ least }: { readonly least: number }, { count }: Wording) =>
    `the older and the newer half of the deals cannot be compared: each needs ${count(least)} closings, seen from the start`,
  open_beyond_closing: (
    { older, open, days }: { readonly older: number; readonly open: number; readonly days: number },
    words: Wording,
  ) =>
    `${words.count(older)} of ${words.count(open)} open deals are older than ${words.days(days)}, the oldest age at which one closed`,
  nothing_closed: () => 'no deal with the dates for it has closed',
  closings_complete: () => 'the closings of the file reach back to its first deals',
  busiest_day: (
    { day, n, usual }: { readonly day: string; readonly n: number; readonly usual: number },
    words: Wording,
  ) =>
    `on ${words.day(day)}, the busiest day, ${words.count(n)} deals were closed; on a usual one ${words.rounded(usual, 1)}`,
  losses_of_closed: (
    { lost, closed, undated }: { readonly lost: number; readonly closed: number; readonly undated: number },
    { count }: Wording,
  ) => `${count(lost)} of ${count(closed)} closed deals are lost with a date; ${count(undated)} have no close date`,
  closed_on_creation: ({ same, closed }: { readonly same: number; readonly closed: number }, { count }: Wording) =>
    `${count(same)} of ${count(closed)} closed deals were created on the day they closed`,
  newer_half_amounts: (
    {
      since,
      newer,
      older,
      currency,
      pValue,
    }: Newer & { readonly newer: number; readonly older: number; readonly currency: string | null },
    { day, money, decimal }: Wording,
  ) =>
    `half of those won since ${day(since)} are worth ${money(newer, currency)} or more, of those before ${money(older, currency)} (test of ranks, ${chance(pValue, decimal)})`,
  amounts_too_few: ({ least }: { readonly least: number }, { count }: Wording) =>
    `older and newer amounts cannot be compared: each half needs ${count(least)}, in one currency`,
  gaps_too_few: ({ customers, least }: { readonly customers: number; readonly least: number }, { count }: Wording) =>
    `${count(customers)} customers have bought three times; ${count(least)} are needed to tell`,
  longer_gap: (
    { customers, share }: { readonly customers: number; readonly share: number },
    { count, ratio }: Wording,
  ) =>
    `of the last two gaps of ${count(customers)} customers the longer one makes ${ratio(share)} of both on average; at random it is ${ratio(0.75)}, at fixed intervals ${ratio(0.5)}`,
  nothing_held_out: () => 'the first two thirds of the days do not carry a model of their own',
  held_out: (
    { expected, actual }: { readonly expected: number; readonly actual: number },
    { rounded, count }: Wording,
  ) => `${rounded(expected, 1)} purchases were expected in the last third, and ${count(actual)} were made`,
  not_fitted: () => 'the model was not fitted',
  misplaced: (
    { share, customers }: { readonly share: number; readonly customers: number },
    { ratio, count }: Wording,
  ) => `${ratio(share)} of ${count(customers)} customers made another number of repeat purchases than the model has`,
  frequency_and_value: (
    { correlation, customers }: { readonly correlation: number; readonly customers: number },
    { decimal, count }: Wording,
  ) =>
    `the correlation of repeat purchases and their mean amount is ${decimal(correlation, 2)} over ${count(customers)} customers`,
  spread_of_customers: ({ q }: { readonly q: number }, { decimal }: Wording) => `q = ${decimal(q, 2)}`,
  priced_alike: ({ alike }: { readonly alike: boolean }) =>
    alike
      ? 'open, won and lost deals have amounts alike'
      : 'open, won and lost deals do not have amounts alike, so the amounts of open deals are not used',
  nothing_open: () => 'no open deal has an amount that is used',
  largest_of_open: (
    {
      most,
      total,
      deals,
      currency,
    }: { readonly most: number; readonly total: number; readonly deals: number; readonly currency: string | null },
    { money, count }: Wording,
  ) => `the largest of ${count(deals)} open deals has ${money(most, currency)} of ${money(total, currency)}`,
  creation_too_short: ({ day }: { readonly day: string }, words: Wording) =>
    `fifteen months of creations up to ${words.day(day)} are needed to tell`,
  created_a_month: ({ newer, older }: { readonly newer: number; readonly older: number }, { rounded }: Wording) =>
    `in the last ninety days ${rounded(newer, 1)} deals a month were created, in the year before ${rounded(older, 1)}`,
  months_in_interval: (
    { inside, months, level }: { readonly inside: number; readonly months: number; readonly level: number },
    { count, ratio }: Wording,
  ) => `${count(inside)} of ${count(months)} past months lay within their ${ratio(level)} interval`,
  months_forecast_anew: ({ months }: { readonly months: number }, { count }: Wording) =>
    `past months that were forecast anew: ${count(months)}`,
  errors_on_past: (
    { model, simple, baseline }: { readonly model: number; readonly simple: number; readonly baseline: string },
    { ratio }: Wording,
  ) => `one month ahead the model missed by ${ratio(model)}, ${BASELINES[baseline] ?? baseline} by ${ratio(simple)}`,
} as const;
