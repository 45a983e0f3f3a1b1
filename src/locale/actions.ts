import type { Lang, Text } from './text.js';

/** What is to be done about a finding; `{name}` is a column. */
const ACTIONS = {
  look_by_field: { en: 'Look at each {name} apart.', fa: 'هر {name} را جداگانه ببینید.' },
  explain_change: { en: 'See which deals make the figure.', fa: 'ببینید کدام معامله‌ها این عدد را می‌سازند.' },
  judge_by_groups: { en: 'Judge by {name}, not by the total.', fa: 'بر پایه‌ی {name} داوری کنید، نه بر پایه‌ی جمع.' },
  look_at_largest: { en: 'Begin with the largest deals.', fa: 'از بزرگ‌ترین معامله‌ها آغاز کنید.' },
  see_what_it_is_made_of: {
    en: 'See which of its four parts moved before calling it faster or slower.',
    fa: 'پیش از آنکه تندتر یا کندتر بخوانیدش ببینید کدام‌یک از چهار جزء آن تغییر کرده است.',
  },
  find_why_lost: { en: 'Find out what was lost, and why.', fa: 'بیابید چه از دست رفت و چرا.' },
  find_why_won: { en: 'Find out what works there.', fa: 'بیابید آنجا چه چیزی کارگر است.' },
  look_at_lost: {
    en: 'Go through the lost deals, the largest first.',
    fa: 'معامله‌های ازدست‌رفته را از بزرگ‌ترین مرور کنید.',
  },
  clear_stalled: {
    en: 'Go through those of today, the oldest first, and close what is dead.',
    fa: 'آنچه امروز هست را از قدیمی‌ترین مرور کنید و آنچه مرده است ببندید.',
  },
  clear_overdue: {
    en: 'Set a new date for those of today, or close them.',
    fa: 'برای آنچه امروز هست تاریخ تازه بگذارید یا ببندید.',
  },
  secure_largest: {
    en: 'Plan for the case that this customer leaves.',
    fa: 'برای روزی که این مشتری برود برنامه داشته باشید.',
  },
  call_lapsed: { en: 'Call the largest of them first.', fa: 'نخست با بزرگ‌ترین آن‌ها تماس بگیرید.' },
  check_bulk: {
    en: 'Ask who closed them, and leave the day out of cycles.',
    fa: 'بپرسید چه کسی بسته است، و این روز را از چرخه‌ها کنار بگذارید.',
  },
} as const satisfies Record<string, Text>;

export type ActionCode = keyof typeof ACTIONS;

/** The sentence in a language. */
export function actionText(code: ActionCode, { name }: { readonly name: string }, lang: Lang): string {
  return ACTIONS[code][lang].split('{name}').join(name);
}
