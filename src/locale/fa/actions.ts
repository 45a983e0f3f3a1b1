import type { ACTIONS as English } from '../en/actions.js';
import type { Spoken } from '../said.js';

export const ACTIONS: Spoken<typeof English> = {
  look_by_field: ({ name }) => `هر ${name} را جداگانه ببینید.`,
  explain_change: () => 'ببینید کدام معامله‌ها این عدد را می‌سازند.',
  judge_by_groups: ({ name }) => `بر پایه‌ی ${name} داوری کنید، نه بر پایه‌ی جمع.`,
  look_at_largest: () => 'از بزرگ‌ترین معامله‌ها آغاز کنید.',
  see_what_it_is_made_of: () => 'پیش از آنکه تندتر یا کندتر بخوانیدش ببینید کدام‌یک از چهار جزء آن تغییر کرده است.',
  find_why_lost: () => 'بیابید چه از دست رفت و چرا.',
  find_why_won: () => 'بیابید آنجا چه چیزی کارگر است.',
  look_at_lost: () => 'معامله‌های ازدست‌رفته را از بزرگ‌ترین مرور کنید.',
  clear_stalled: () => 'آنچه امروز هست را از قدیمی‌ترین مرور کنید و آنچه مرده است ببندید.',
  clear_overdue: () => 'برای آنچه امروز هست تاریخ تازه بگذارید یا ببندید.',
  secure_largest: () => 'برای روزی که این مشتری برود برنامه داشته باشید.',
  call_lapsed: () => 'نخست با بزرگ‌ترین آن‌ها تماس بگیرید.',
  check_bulk: () => 'بپرسید چه کسی بسته است، و این روز را از چرخه‌ها کنار بگذارید.',
  plan_with_both_cycles: () => 'با هر دو برنامه بریزید، و بیابید چه چیزی تندها را تند می‌کند.',
  plan_with_both_sizes: () => 'با هر دو برنامه بریزید: میانگینشان به هیچ‌یک نمی‌خورد.',
  judge_by_same_month: ({ judge, against, notAgainst }, { period }) =>
    `${period(judge, judge)} را با ${period(against, judge)} بسنجید، نه با ${period(notAgainst, judge)}.`,
};
