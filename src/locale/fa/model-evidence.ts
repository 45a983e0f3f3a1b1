import type { MODEL_EVIDENCE as English } from '../en/model-evidence.js';
import type { Spoken } from '../said.js';
import type { Wording } from '../wording.js';

const BASELINES: Readonly<Record<string, string>> = {
  last_period: 'ماه قبل',
  mean_of_three: 'میانگین سه ماه',
  same_month_last_quarter: 'همان ماه از فصل قبل',
  same_month_last_year: 'همان ماه از سال قبل',
};

/** `p = 0.213`; what is smaller than is shown says so. */
function chance(pValue: number, decimal: Wording['decimal']): string {
  return pValue < 0.0005 ? `p < ${decimal(0.001, 3)}` : `p = ${decimal(pValue, 3)}`;
}

export const MODEL_EVIDENCE: Spoken<typeof English> = {
  newer_half_closes: ({ since, observed, expected, pValue }, { day, count, rounded, decimal }) =>
    `از معامله‌های ایجادشده از ${day(since)} به بعد ${count(observed)} تا بسته شده‌اند؛ اگر همه یکسان بسته می‌شدند ${rounded(expected, 1)} تا انتظار می‌رفت (آزمون لگ‌رنک، ${chance(pValue, decimal)})`,
  newer_half_wins: ({ since, days, newer, older, pValue }, words) =>
    `تا ${words.days(days)} پس از ایجاد، ${words.ratio(newer)} از معامله‌های ایجادشده از ${words.day(since)} به بعد برنده شده‌اند و ${words.ratio(older)} از معامله‌های پیش از آن (${chance(pValue, words.decimal)})`,
  halves_too_small: ({ least }, { count }) =>
    `نیمه‌ی کهنه‌تر و نیمه‌ی تازه‌تر معامله‌ها سنجیدنی نیستند: هر یک ${count(least)} بسته شدن می‌خواهد که از آغاز دیده شده باشد`,
  open_beyond_closing: ({ older, open, days }, words) =>
    `${words.count(older)} از ${words.count(open)} معامله‌ی باز کهنه‌تر از ${words.days(days)} است، کهنه‌ترین سنی که معامله‌ای در آن بسته شد`,
  nothing_closed: () => 'هیچ معامله‌ای با تاریخ‌های لازم بسته نشده است',
  closings_complete: () => 'بسته شدن‌های فایل تا نخستین معامله‌هایش می‌رسند',
  busiest_day: ({ day, n, usual }, words) =>
    `در ${words.day(day)}، پرکارترین روز، ${words.count(n)} معامله بسته شد؛ در یک روز معمول ${words.rounded(usual, 1)}`,
  losses_of_closed: ({ lost, closed, undated }, { count }) =>
    `${count(lost)} از ${count(closed)} معامله‌ی بسته شده ازدست‌رفته‌ی دارای تاریخ است؛ ${count(undated)} تا تاریخ بسته شدن ندارد`,
  closed_on_creation: ({ same, closed }, { count }) =>
    `${count(same)} از ${count(closed)} معامله‌ی بسته شده در همان روز بسته شدن ایجاد شده است`,
  newer_half_amounts: ({ since, newer, older, currency, pValue }, { day, money, decimal }) =>
    `نیمی از برنده‌های ${day(since)} به بعد ${money(newer, currency)} یا بیشتر مبلغ دارند و نیمی از برنده‌های پیش از آن ${money(older, currency)} یا بیشتر (آزمون رتبه‌ها، ${chance(pValue, decimal)})`,
  amounts_too_few: ({ least }, { count }) =>
    `مبلغ‌های کهنه‌تر و تازه‌تر سنجیدنی نیستند: هر نیمه ${count(least)} مبلغ به یک ارز می‌خواهد`,
  gaps_too_few: ({ customers, least }, { count }) =>
    `${count(customers)} مشتری سه بار خریده است؛ برای گفتن ${count(least)} مشتری لازم است`,
  longer_gap: ({ customers, share }, { count, ratio }) =>
    `از دو فاصله‌ی آخر ${count(customers)} مشتری، فاصله‌ی بلندتر به‌طور میانگین ${ratio(share)} از هر دو است؛ در خرید تصادفی ${ratio(0.75)} و در فاصله‌های ثابت ${ratio(0.5)}`,
  nothing_held_out: () => 'دو سوم نخست روزها برای مدلی از آنِ خود بس نیست',
  held_out: ({ expected, actual }, { rounded, count }) =>
    `در یک‌سوم آخر ${rounded(expected, 1)} خرید انتظار می‌رفت و ${count(actual)} خرید شد`,
  not_fitted: () => 'مدل برازش نشد',
  misplaced: ({ share, customers }, { ratio, count }) =>
    `${ratio(share)} از ${count(customers)} مشتری شمار دیگری خرید مجدد داشته‌اند جز آنچه مدل می‌گوید`,
  frequency_and_value: ({ correlation, customers }, { decimal, count }) =>
    `همبستگی شمار خریدهای مجدد و میانگین مبلغشان ${decimal(correlation, 2)} است، برای ${count(customers)} مشتری`,
  spread_of_customers: ({ q }, { decimal }) => `مقدار q برابر ${decimal(q, 2)} است`,
  priced_alike: ({ alike }) =>
    alike
      ? 'معامله‌های باز، برنده و ازدست‌رفته به یک اندازه مبلغ دارند'
      : 'معامله‌های باز، برنده و ازدست‌رفته به یک اندازه مبلغ ندارند، پس مبلغ معامله‌های باز به کار نمی‌رود',
  nothing_open: () => 'هیچ معامله‌ی بازی مبلغی ندارد که به کار رود',
  largest_of_open: ({ most, total, deals, currency }, { money, count }) =>
    `بزرگ‌ترین از ${count(deals)} معامله‌ی باز ${money(most, currency)} از ${money(total, currency)} است`,
  creation_too_short: ({ day }, words) => `برای گفتن، پانزده ماه ایجاد معامله تا ${words.day(day)} لازم است`,
  created_a_month: ({ newer, older }, { rounded }) =>
    `در نود روز آخر ماهی ${rounded(newer, 1)} معامله ایجاد شد و در یک سال پیش از آن ماهی ${rounded(older, 1)}`,
  months_in_interval: ({ inside, months, level }, { count, ratio }) =>
    `${count(inside)} از ${count(months)} ماه گذشته در بازه‌ی ${ratio(level)} خود جای گرفت`,
  months_forecast_anew: ({ months }, { count }) => `ماه‌های گذشته‌ای که دوباره پیش‌بینی شدند: ${count(months)}`,
  errors_on_past: ({ model, simple, baseline }, { ratio }) =>
    `یک ماه جلوتر، مدل ${ratio(model)} خطا داشت و ${BASELINES[baseline] ?? baseline} ${ratio(simple)}`,
};
