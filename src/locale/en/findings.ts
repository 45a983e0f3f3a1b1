import type { Wording } from '../wording.js';
import { type Range, segmentName } from './changes.js';

/** What became of records of a past day by the newest day of the files; null where the day is the newest. */
type Since = {
  readonly asOf: string;
  readonly newest: string;
  readonly settled: number;
  readonly left: number;
} | null;

/** Records that need somebody, among all that could. */
interface Waiting {
  readonly n: number;
  readonly of: number;
  /** Null where it cannot be said. */
  readonly value: number | null;
  readonly currency: string | null;
  readonly interval: Range;
  readonly since: Since;
}

interface Stalled {
  readonly share: number;
  readonly interval: Range;
  readonly value: number | null;
  readonly currency: string | null;
  /** Age in days from which a deal counts as stalled; null where the time in its stage decides, too. */
  readonly over: number | null;
  /** Owners of most of them. */
  readonly owners: readonly { readonly owner: string; readonly deals: number }[];
  readonly since: Since;
  /** Stalled on the newest day; null where that is the day it is about. */
  readonly newest: { readonly day: string; readonly deals: number } | null;
}

interface Lapsed extends Waiting {
  readonly names: readonly string[];
  /** Names in all. */
  readonly namesTotal: number;
}

interface Segment {
  readonly won: number;
  readonly closed: number;
  readonly otherWon: number;
  readonly otherClosed: number;
  readonly interval: Range;
  readonly adjustedPValue: number;
  readonly compared: number;
}

interface Leak {
  readonly value: number;
  readonly currency: string | null;
  readonly lost: number;
  /** Of the value lost at all stages. */
  readonly share: number;
  readonly rate: number;
  readonly decided: number;
  readonly next: string;
  readonly interval: Range;
}

interface Largest {
  readonly value: number;
  readonly currency: string | null;
  readonly deals: number;
  readonly interval: Range;
  readonly customers: number;
  readonly effectiveCustomers: number;
}

interface Bulk {
  readonly n: number;
  readonly of: number;
  readonly lost: number;
  readonly usual: number;
  readonly interval: Range;
}

/** A p-value, or that it is under a thousandth. */
export function chanceText(p: number, { decimal }: Wording): string {
  return p < 0.001 ? `< ${decimal(0.001, 3)}` : `= ${decimal(p, 3)}`;
}

function deals(n: number, { count }: Wording): string {
  return `${count(n)} ${n === 1 ? 'deal' : 'deals'}`;
}

/** Who has done so since a past day, with a space before: `As of … 12 of them have closed, 18 are still open.` */
function sinceText(since: Since, did: string, left: (n: number) => string, { day, count }: Wording): string {
  if (since === null) return '';
  const { settled } = since;
  const who = settled === 0 ? 'none of them has' : `${count(settled)} of them ${settled === 1 ? 'has' : 'have'}`;
  return ` As of ${day(since.asOf)}; since then (to ${day(since.newest)}) ${who} ${did}, ${count(since.left)} ${left(since.left)}.`;
}

function closedSince(since: Since, words: Wording): string {
  return sinceText(since, 'closed', (n) => `${n === 1 ? 'is' : 'are'} still open`, words);
}

/** What stands out without a comparison of periods. */
export const FINDINGS = {
  segment_win_rate: (
    {
      field,
      value,
      rate,
      worse,
    }: { readonly field: string; readonly value: string; readonly rate: number; readonly worse: boolean },
    { ratio }: Wording,
  ) => `${field} = ${segmentName(value)} wins ${worse ? 'less' : 'more'} often than the others: ${ratio(rate)}`,
  segment_win_rate_detail: (
    { won, closed, otherWon, otherClosed, interval, adjustedPValue, compared }: Segment,
    words: Wording,
  ) => {
    const { count, ratio, points } = words;
    const gap = points(won / closed - otherWon / otherClosed);
    return (
      `${count(won)} of ${deals(closed, words)} won, against ${ratio(otherWon / otherClosed)} of ${count(otherClosed)} others: ` +
      `${gap} (95 % interval ${points(interval.low)} to ${points(interval.high)}; adjusted p ${chanceText(adjustedPValue, words)}, ${count(compared)} segments compared).`
    );
  },
  stage_leak: ({ stage }: { readonly stage: string }) => `Most value is lost at the stage ${stage}`,
  stage_leak_detail: ({ value, currency, lost, share, rate, decided, next, interval }: Leak, words: Wording) => {
    const { money, ratio, count } = words;
    return (
      `${money(value, currency)} in ${deals(lost, words)}, ${ratio(share)} of the value lost; ${ratio(rate)} of ${count(decided)} deals got past it. ` +
      `More than ${next} by ${money(interval.low, null)} to ${money(interval.high, currency)} (95 % interval).`
    );
  },
  stalled_value: (
    {
      n,
      of,
      asOf,
      before,
    }: {
      readonly n: number;
      readonly of: number;
      readonly asOf: string | null;
      readonly before: { readonly n: number; readonly of: number; readonly day: string } | null;
    },
    { count, day }: Wording,
  ) => {
    const now =
      asOf === null
        ? `${count(n)} of ${count(of)} open deals are stalled`
        : `${count(n)} of ${count(of)} deals open on ${day(asOf)} were stalled`;
    return before === null ? now : `${now}, ${count(before.n)} of ${count(before.of)} on ${day(before.day)}`;
  },
  stalled_value_detail: (
    { share, interval, value, currency, over, owners, since, newest }: Stalled,
    words: Wording,
  ) => {
    const { count, money, share: percent, day, list } = words;
    const worth = value === null ? '' : `, ${money(value, currency)}`;
    const long =
      over === null
        ? 'They have stayed longer than won deals usually did.'
        : `Open over ${words.days(Math.round(over))}, longer than 9 in 10 won deals took.`;
    const most = owners.map(({ owner, deals: n }) => `${segmentName(owner)} ${count(n)}`);
    const whose = most.length === 0 ? '' : ` Most with ${list(most)}.`;
    const now = newest === null ? '' : ` By ${day(newest.day)}: ${count(newest.deals)}.`;
    return `${percent(share)} of the open deals${worth} (95 % interval ${percent(interval.low)} to ${percent(interval.high)}). ${long}${whose}${closedSince(since, words)}${now}`;
  },
  overdue_value: (
    { share, asOf }: { readonly share: number; readonly asOf: string | null },
    { ratio, day }: Wording,
  ) =>
    asOf === null
      ? `${ratio(share)} of the open deals are past their close date`
      : `${ratio(share)} of the deals open on ${day(asOf)} were past their close date`,
  overdue_value_detail: ({ n, of, value, currency, interval, since }: Waiting, words: Wording) => {
    const { count, money, ratio } = words;
    const worth = value === null ? '' : ` (${money(value, currency)})`;
    const each = since === null ? 'Each' : 'Each of the latter';
    return `${count(n)} of ${count(of)} open deals${worth}; 95 % interval of the share ${ratio(interval.low)} to ${ratio(interval.high)}.${closedSince(since, words)} ${each} needs a new date or an outcome.`;
  },
  concentration_risk: (
    { share, customer }: { readonly share: number; readonly customer: string },
    { ratio }: Wording,
  ) => `${ratio(share)} of the won value comes from one customer: ${customer}`,
  concentration_risk_detail: (
    { value, currency, deals: n, interval, customers, effectiveCustomers }: Largest,
    words: Wording,
  ) => {
    const { money, ratio, count, decimal } = words;
    return `${money(value, currency)} in ${deals(n, words)} (95 % interval of the share ${ratio(interval.low)} to ${ratio(interval.high)}). ${count(customers)} customers, as concentrated as ${decimal(effectiveCustomers, 1)} equal ones.`;
  },
  lapsed_customers: (
    { n, window, asOf }: { readonly n: number; readonly window: number; readonly asOf: string | null },
    { count, day }: Wording,
  ) =>
    asOf === null
      ? `${count(n)} customers bought nothing in the last ${count(window)} days, but did in the ${count(window)} before`
      : `${count(n)} customers bought nothing in the ${count(window)} days to ${day(asOf)}, but did in the ${count(window)} before`,
  lapsed_customers_detail: ({ n, of, value, currency, interval, since, names, namesTotal }: Lapsed, words: Wording) => {
    const { ratio, count, money, list } = words;
    const worth = value === null ? '' : `, worth ${money(value, currency)} then`;
    const back = sinceText(since, 'bought again', (left) => `${left === 1 ? 'has' : 'have'} not`, words);
    const cut = names.length < namesTotal;
    const head = cut ? `The ${count(names.length)} largest of ${count(namesTotal)}` : 'By name';
    return `${ratio(n / of)} of the ${count(of)} customers active then${worth} (95 % interval ${ratio(interval.low)} to ${ratio(interval.high)}).${back} ${head}: ${list(names)}.`;
  },
  bulk_closing: ({ n, day }: { readonly n: number; readonly day: string }, words: Wording) =>
    `${deals(n, words)} were closed on one day: ${words.day(day)}`,
  bulk_closing_detail: ({ n, of, lost, usual, interval }: Bulk, { ratio, count }: Wording) =>
    `${ratio(n / of)} of all closings (95 % interval ${ratio(interval.low)} to ${ratio(interval.high)}), ${count(lost)} of them lost; a usual day has ${count(Math.round(usual))}. Their sales cycles measure the clean-up, not the decision.`,
} as const;
