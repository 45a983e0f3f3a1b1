import { chanceText, type FINDINGS as English } from '../en/findings.js';
import type { Spoken } from '../said.js';
import type { Wording } from '../wording.js';
import { segmentName } from './changes.js';

type Since = Parameters<typeof English.stalled_value_detail>[0]['since'];

/** What became of the records of a past day, with a space before. */
function sinceText(since: Since, did: string, left: string, { day, count }: Wording): string {
  if (since === null) return '';
  const who = since.settled === 0 ? 'هیچ‌یک از آن‌ها' : `${count(since.settled)} مورد از آن‌ها`;
  return ` در تاریخ ${day(since.asOf)}؛ از آن پس (تا ${day(since.newest)}) ${who} ${did} و ${count(since.left)} مورد ${left}.`;
}

function closedSince(since: Since, words: Wording): string {
  return sinceText(since, since?.settled === 0 ? 'بسته نشده' : 'بسته شده', 'هنوز باز است', words);
}

export const FINDINGS: Spoken<typeof English> = {
  segment_win_rate: ({ field, value, rate, worse }, { ratio }) =>
    `${field} = ${segmentName(value)} ${worse ? 'کمتر' : 'بیشتر'} از بقیه می‌برد: ${ratio(rate)}`,
  segment_win_rate_detail: ({ won, closed, otherWon, otherClosed, interval, adjustedPValue, compared }, words) => {
    const { count, ratio, points } = words;
    const gap = points(won / closed - otherWon / otherClosed);
    return (
      `${count(won)} برنده از ${count(closed)} معامله، در برابر ${ratio(otherWon / otherClosed)} از ${count(otherClosed)} معامله‌ی دیگر: ` +
      `${gap} (بازه‌ی ۹۵٪ از ${points(interval.low)} تا ${points(interval.high)}؛ p تصحیح‌شده ${chanceText(adjustedPValue, words)}، ${count(compared)} بخش مقایسه شد).`
    );
  },
  stage_leak: ({ stage }) => `بیشترین ارزش در مرحله‌ی ${stage} از دست می‌رود`,
  stage_leak_detail: ({ value, currency, lost, share, rate, decided, next, interval }, { money, ratio, count }) =>
    `${money(value, currency)} در ${count(lost)} معامله، ${ratio(share)} از ارزش ازدست‌رفته؛ ${ratio(rate)} از ${count(decided)} معامله از آن گذشتند. ` +
    `بیشتر از ${next} به اندازه‌ی ${money(interval.low, null)} تا ${money(interval.high, currency)} (بازه‌ی ۹۵٪).`,
  stalled_value: ({ n, of, asOf, before }, { count, day }) => {
    const now =
      asOf === null
        ? `${count(n)} معامله از ${count(of)} معامله‌ی باز متوقف مانده است`
        : `${count(n)} معامله از ${count(of)} معامله‌ی باز در ${day(asOf)} متوقف مانده بود`;
    return before === null ? now : `${now}؛ در ${day(before.day)}، ${count(before.n)} از ${count(before.of)}`;
  },
  stalled_value_detail: ({ share, interval, value, currency, over, owners, since, newest }, words) => {
    const { count, money, share: percent, day, list } = words;
    const worth = value === null ? '' : `، ${money(value, currency)}`;
    const long =
      over === null
        ? 'آن‌ها بیش از آنچه برای معامله‌های برنده معمول بوده مانده‌اند.'
        : `بیش از ${words.days(Math.round(over))} باز مانده‌اند، بیشتر از ۹ تا از هر ۱۰ معامله‌ی برنده.`;
    const most = owners.map(({ owner, deals }) => `${segmentName(owner)} ${count(deals)}`);
    const whose = most.length === 0 ? '' : ` بیشترشان نزد ${list(most)}.`;
    const now = newest === null ? '' : ` تا ${day(newest.day)}: ${count(newest.deals)}.`;
    return `${percent(share)} از معامله‌های باز${worth} (بازه‌ی ۹۵٪ از ${percent(interval.low)} تا ${percent(interval.high)}). ${long}${whose}${closedSince(since, words)}${now}`;
  },
  overdue_value: ({ share, asOf }, { ratio, day }) =>
    asOf === null
      ? `تاریخ بستن ${ratio(share)} از معامله‌های باز گذشته است`
      : `تاریخ بستن ${ratio(share)} از معامله‌های باز در ${day(asOf)} گذشته بود`,
  overdue_value_detail: ({ n, of, value, currency, interval, since }, words) => {
    const { count, money, ratio } = words;
    const worth = value === null ? '' : ` (${money(value, currency)})`;
    const each = since === null ? 'هر یک' : 'هر یک از آنچه هنوز باز است';
    return `${count(n)} از ${count(of)} معامله‌ی باز${worth}؛ بازه‌ی ۹۵٪ سهم از ${ratio(interval.low)} تا ${ratio(interval.high)}.${closedSince(since, words)} ${each} تاریخ تازه یا نتیجه می‌خواهد.`;
  },
  concentration_risk: ({ share, customer }, { ratio }) =>
    `${ratio(share)} از ارزش معامله‌های برنده از یک مشتری است: ${customer}`,
  concentration_risk_detail: (
    { value, currency, deals, interval, customers, effectiveCustomers },
    { money, ratio, count, decimal },
  ) =>
    `${money(value, currency)} در ${count(deals)} معامله (بازه‌ی ۹۵٪ سهم از ${ratio(interval.low)} تا ${ratio(interval.high)}). ${count(customers)} مشتری، با همان تمرکزی که ${decimal(effectiveCustomers, 1)} مشتری هم‌اندازه دارند.`,
  lapsed_customers: ({ n, window, asOf }, { count, day }) =>
    asOf === null
      ? `${count(n)} مشتری در ${count(window)} روز گذشته چیزی نخریده‌اند، اما در ${count(window)} روز پیش از آن خریده بودند`
      : `${count(n)} مشتری در ${count(window)} روز تا ${day(asOf)} چیزی نخریدند، اما در ${count(window)} روز پیش از آن خریده بودند`,
  lapsed_customers_detail: ({ n, of, value, currency, interval, since, names, namesTotal }, words) => {
    const { ratio, count, money, list } = words;
    const worth = value === null ? '' : ` با خرید ${money(value, currency)} در آن زمان`;
    const back = sinceText(since, since?.settled === 0 ? 'دوباره نخریده' : 'دوباره خریده', 'هنوز نخریده است', words);
    const cut = names.length < namesTotal;
    const head = cut ? `${count(names.length)} مشتری بزرگ‌تر از ${count(namesTotal)}` : 'نام‌ها';
    return `${ratio(n / of)} از ${count(of)} مشتری فعال آن زمان${worth} (بازه‌ی ۹۵٪ از ${ratio(interval.low)} تا ${ratio(interval.high)}).${back} ${head}: ${list(names)}.`;
  },
  bulk_closing: ({ n, day }, words) => `${words.count(n)} معامله در یک روز بسته شد: ${words.day(day)}`,
  bulk_closing_detail: ({ n, of, lost, usual, interval }, { ratio, count }) =>
    `${ratio(n / of)} از همه‌ی بستن‌ها (بازه‌ی ۹۵٪ از ${ratio(interval.low)} تا ${ratio(interval.high)})، ${count(lost)} تا از آن‌ها ازدست‌رفته؛ روز معمول ${count(Math.round(usual))} بستن دارد. چرخه‌ی فروش آن‌ها زمان پاک‌سازی را می‌سنجد، نه زمان تصمیم را.`,
};
