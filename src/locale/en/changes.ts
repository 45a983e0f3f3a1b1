import type { Wording } from '../wording.js';

/** Two values of one figure. */
export interface FromTo {
  readonly before: number;
  readonly after: number;
}

/** A 95 % interval. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** So many of all. */
interface Part {
  readonly n: number;
  readonly of: number;
}

interface Money {
  readonly currency: string | null;
}

/** How much of a change comes from a part of it. */
interface Effect extends FromTo {
  readonly effect: number;
}

interface RateChanged extends FromTo {
  readonly interval: Range;
  readonly counts: { readonly before: Part; readonly after: Part };
  /** By the column that explains it best: what comes of the mix and of the rates, and the value behind most of it. */
  readonly by: {
    readonly field: string;
    readonly mix: number;
    readonly rate: number;
    readonly most: string;
    readonly effect: number;
  } | null;
}

interface Paradox extends FromTo {
  readonly interval: Range;
  readonly mix: number;
  readonly rate: number;
  readonly segments: readonly { readonly value: string; readonly difference: number }[];
}

interface ValueChanged extends FromTo, Money {
  readonly interval: Range;
  readonly deals: Effect;
  readonly winRate: Effect;
  readonly size: Effect;
}

interface VelocityChanged extends FromTo {
  readonly interval: Range;
  readonly open: number;
  readonly winRate: Effect;
  readonly size: number;
  readonly cycle: number;
}

interface ReasonGrew {
  readonly counts: { readonly before: Part; readonly after: Part };
  readonly interval: Range;
  readonly adjustedPValue: number;
}

/** The factor that made the change, alone or in the main. */
interface Cause {
  readonly factor: 'open_deals' | 'win_rate' | 'avg_deal_size' | 'sales_cycle';
  readonly alone: boolean;
}

/** What makes sales faster, and slower. */
const FACTORS: { readonly [F in Cause['factor']]: readonly [faster: string, slower: string] } = {
  open_deals: ['more deals are open', 'fewer deals are open'],
  win_rate: ['more of the deals are won', 'fewer of the deals are won'],
  avg_deal_size: ['won deals are larger', 'won deals are smaller'],
  sales_cycle: ['won deals take less time', 'won deals take more time'],
};

/** An empty cell has a name too. */
export function segmentName(value: string): string {
  return value === '' ? '(empty)' : value;
}

function moved({ before, after }: FromTo): string {
  return after < before ? 'fell' : 'rose';
}

/** What changed against the compared period, and why. */
export const CHANGES = {
  win_rate_change: (args: FromTo, { ratio }: Wording) =>
    `The win rate ${moved(args)} from ${ratio(args.before)} to ${ratio(args.after)}`,
  win_rate_change_detail: ({ before, after, interval, counts, by }: RateChanged, { points, count }: Wording) => {
    const [old, now] = [counts.before, counts.after].map(({ n, of }) => `${count(n)} of ${count(of)}`);
    const head = `${points(after - before)} (95 % interval ${points(interval.low)} to ${points(interval.high)}; ${old}, then ${now}).`;
    if (by === null) return head;
    const most = `${segmentName(by.most)}, ${points(by.effect)}`;
    return `${head} By ${by.field}: ${points(by.mix)} because the mix of deals changed, ${points(by.rate)} because the rates did; most of it ${most}.`;
  },
  simpsons_paradox: (args: FromTo & { readonly field: string }) =>
    `The win rate ${moved(args)}, yet it ${args.after < args.before ? 'rose' : 'fell'} for every ${args.field}`,
  simpsons_paradox_detail: (
    { before, after, interval, mix, rate, segments }: Paradox,
    { ratio, points, list }: Wording,
  ) => {
    const each = list(segments.map(({ value, difference }) => `${segmentName(value)} ${points(difference)}`));
    return `${ratio(before)} to ${ratio(after)} (95 % interval of the difference ${points(interval.low)} to ${points(interval.high)}): ${points(mix)} from the mix, ${points(rate)} from the rates. ${each}.`;
  },
  revenue_change: (args: FromTo & Money, { money }: Wording) =>
    `Won value ${moved(args)} from ${money(args.before, null)} to ${money(args.after, args.currency)}`,
  revenue_change_detail: (
    { before, after, currency, interval, deals, winRate, size }: ValueChanged,
    { money, signedMoney, count, ratio }: Wording,
  ) => {
    const [fewer, rate, value] = [deals, winRate, size].map(({ effect }) => signedMoney(effect, null));
    return (
      `${signedMoney(after - before, null)} (95 % interval ${money(interval.low, null)} to ${money(interval.high, currency)}): ` +
      `${fewer} from deals closed (${count(deals.before)} → ${count(deals.after)}), ` +
      `${rate} from the win rate (${ratio(winRate.before)} → ${ratio(winRate.after)}), ` +
      `${value} from the value per won deal (${money(size.before, null)} → ${money(size.after, null)}).`
    );
  },
  velocity_change: (args: FromTo & Money & { readonly because: Cause | null }, { compact }: Wording) => {
    const { before, after, currency, because } = args;
    const head = `Sales velocity ${moved(args)} from ${compact(before, null)} to ${compact(after, currency)} per day`;
    if (because === null) return head;
    const why = FACTORS[because.factor][after > before ? 0 : 1];
    return `${head}, ${because.alone ? 'only' : 'mostly'} because ${why}`;
  },
  velocity_change_detail: (
    { before, after, interval, open, winRate, size, cycle }: VelocityChanged,
    { relative, signedMoney, ratio }: Wording,
  ) =>
    `${relative(after / before - 1)} (95 % interval ${relative(interval.low)} to ${relative(interval.high)}): ` +
    `${signedMoney(open, null)} from open deals, ` +
    `${signedMoney(winRate.effect, null)} from the win rate (${ratio(winRate.before)} → ${ratio(winRate.after)}), ` +
    `${signedMoney(size, null)} from deal size, ${signedMoney(cycle, null)} from the sales cycle.`,
  lost_reason_growth: ({ reason, before, after }: FromTo & { readonly reason: string }, { ratio }: Wording) =>
    `The lost reason "${reason}" grew from ${ratio(before)} to ${ratio(after)}`,
  lost_reason_growth_detail: (
    { counts, interval, adjustedPValue }: ReasonGrew,
    { count, points, decimal }: Wording,
  ) => {
    const { before, after } = counts;
    const gap = points(after.n / after.of - before.n / before.of);
    return `${count(before.n)} of ${count(before.of)} lost deals with a reason, then ${count(after.n)} of ${count(after.of)}: ${gap} (95 % interval ${points(interval.low)} to ${points(interval.high)}; adjusted p ${decimal(adjustedPValue, 3)}).`;
  },
} as const;
