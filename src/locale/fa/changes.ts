import type { CHANGES as English, FromTo } from '../en/changes.js';
import type { Spoken } from '../said.js';

type Cause = NonNullable<Parameters<typeof English.velocity_change>[0]['because']>;

/** What makes sales faster, and slower. */
const FACTORS: { readonly [F in Cause['factor']]: readonly [faster: string, slower: string] } = {
  open_deals: ['معامله‌های بیشتری باز است', 'معامله‌های کمتری باز است'],
  win_rate: ['سهم بیشتری از معامله‌ها برنده می‌شود', 'سهم کمتری از معامله‌ها برنده می‌شود'],
  avg_deal_size: ['معامله‌های برنده بزرگ‌تر شده‌اند', 'معامله‌های برنده کوچک‌تر شده‌اند'],
  sales_cycle: ['معامله‌های برنده زودتر بسته می‌شوند', 'معامله‌های برنده دیرتر بسته می‌شوند'],
};

/** An empty cell has a name too. */
export function segmentName(value: string): string {
  return value === '' ? '(خالی)' : value;
}

function moved({ before, after }: FromTo): string {
  return after < before ? 'کاهش' : 'افزایش';
}

export const CHANGES: Spoken<typeof English> = {
  win_rate_change: (args, { ratio }) => `نرخ برد از ${ratio(args.before)} به ${ratio(args.after)} ${moved(args)} یافت`,
  win_rate_change_detail: ({ before, after, interval, counts, by }, { points, count }) => {
    const [old, now] = [counts.before, counts.after].map(({ n, of }) => `${count(n)} از ${count(of)}`);
    const head = `${points(after - before)} (بازه‌ی ۹۵٪ از ${points(interval.low)} تا ${points(interval.high)}؛ ${old}، سپس ${now}).`;
    if (by === null) return head;
    const most = `${segmentName(by.most)} با ${points(by.effect)}`;
    return `${head} به تفکیک ${by.field}: ${points(by.mix)} از تغییر ترکیب معامله‌ها و ${points(by.rate)} از تغییر خود نرخ‌ها؛ بیشترین سهم از ${most}.`;
  },
  simpsons_paradox: (args) =>
    `نرخ برد ${moved(args)} یافته، اما برای هر ${args.field} ${args.after < args.before ? 'افزایش' : 'کاهش'} یافته است`,
  simpsons_paradox_detail: ({ before, after, interval, mix, rate, segments }, { ratio, points, list }) => {
    const each = list(segments.map(({ value, difference }) => `${segmentName(value)} ${points(difference)}`));
    return `${ratio(before)} به ${ratio(after)} (بازه‌ی ۹۵٪ تفاوت از ${points(interval.low)} تا ${points(interval.high)}): ${points(mix)} از تغییر ترکیب، ${points(rate)} از نرخ‌ها. ${each}.`;
  },
  revenue_change: (args, { money }) =>
    `ارزش معامله‌های برنده از ${money(args.before, null)} به ${money(args.after, args.currency)} ${moved(args)} یافت`,
  revenue_change_detail: (
    { before, after, currency, interval, deals, winRate, size },
    { money, signedMoney, count, ratio },
  ) => {
    const [fewer, rate, value] = [deals, winRate, size].map(({ effect }) => signedMoney(effect, null));
    return (
      `${signedMoney(after - before, null)} (بازه‌ی ۹۵٪ از ${money(interval.low, null)} تا ${money(interval.high, currency)}): ` +
      `${fewer} از شمار معامله‌های بسته‌شده (از ${count(deals.before)} به ${count(deals.after)})، ` +
      `${rate} از نرخ برد (از ${ratio(winRate.before)} به ${ratio(winRate.after)})، ` +
      `${value} از ارزش هر معامله‌ی برنده (از ${money(size.before, null)} به ${money(size.after, null)}).`
    );
  },
  velocity_change: (args, { compact }) => {
    const { before, after, currency, because } = args;
    const head = `سرعت فروش از ${compact(before, null)} به ${compact(after, currency)} در روز ${moved(args)} یافت`;
    if (because === null) return head;
    const why = FACTORS[because.factor][after > before ? 0 : 1];
    return `${head}، ${because.alone ? 'تنها' : 'بیشتر'} چون ${why}`;
  },
  velocity_change_detail: ({ before, after, interval, open, winRate, size, cycle }, { relative, signedMoney, ratio }) =>
    `${relative(after / before - 1)} (بازه‌ی ۹۵٪ از ${relative(interval.low)} تا ${relative(interval.high)}): ` +
    `${signedMoney(open, null)} از معامله‌های باز، ` +
    `${signedMoney(winRate.effect, null)} از نرخ برد (از ${ratio(winRate.before)} به ${ratio(winRate.after)})، ` +
    `${signedMoney(size, null)} از مبلغ معامله، ${signedMoney(cycle, null)} از چرخه‌ی فروش.`,
  lost_reason_growth: ({ reason, before, after }, { ratio }) =>
    `دلیل ازدست‌رفتن «${reason}» از ${ratio(before)} به ${ratio(after)} رسید`,
  lost_reason_growth_detail: ({ counts, interval, adjustedPValue }, { count, points, decimal }) => {
    const { before, after } = counts;
    const gap = points(after.n / after.of - before.n / before.of);
    return `${count(before.n)} از ${count(before.of)} معامله‌ی ازدست‌رفته‌ی دارای دلیل، سپس ${count(after.n)} از ${count(after.of)}: ${gap} (بازه‌ی ۹۵٪ از ${points(interval.low)} تا ${points(interval.high)}؛ p تصحیح‌شده ${decimal(adjustedPValue, 3)}).`;
  },
};
