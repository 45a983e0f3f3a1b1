import type { Text } from './text.js';

/**
 * Why a value is null, or why a record was left out of a figure. Codes are part of the JSON contract;
 * sentences are made from them last. `missing_field:<field>` is the one family with an argument.
 */
export const REASONS = {
  // a value is null because …
  no_deals: { en: 'no deals', fa: 'معامله‌ای نیست' },
  no_closed_deals: { en: 'no deals closed', fa: 'هیچ معامله‌ای بسته نشده است' },
  no_won_deals: { en: 'no deals won', fa: 'هیچ معامله‌ای برنده نشده است' },
  no_created_deals: { en: 'no deals created', fa: 'هیچ معامله‌ای ایجاد نشده است' },
  no_open_deals: { en: 'no open deals', fa: 'هیچ معامله‌ی بازی نیست' },
  no_lost_deals_in_file: {
    en: 'the file holds no lost deals (a filtered export?), so a win rate would say 100 %',
    fa: 'در فایل معامله‌ی ازدست‌رفته‌ای نیست (خروجی فیلتر شده؟)',
  },
  no_won_deals_in_file: {
    en: 'the file holds no won deals (a filtered export?), so a win rate would say 0 %',
    fa: 'در فایل معامله‌ی برنده‌ای نیست (خروجی فیلتر شده؟)',
  },
  lost_deals_unpriced: {
    en: 'under 20 % of the lost deals carry an amount, so a rate by value would be near 100 % by construction',
    fa: 'کمتر از ۲۰٪ معامله‌های ازدست‌رفته مبلغ دارند',
  },
  no_priced_deals: { en: 'no deal in question has an amount', fa: 'هیچ‌یک از معامله‌ها مبلغ ندارد' },
  no_dated_deals: { en: 'no deal in question has both dates', fa: 'هیچ‌یک از معامله‌ها هر دو تاریخ را ندارد' },
  no_leads: { en: 'no leads given', fa: 'سرنخی داده نشده است' },
  no_lead_outcome: {
    en: 'the leads neither say whether they converted nor link to deals',
    fa: 'سرنخ‌ها نه وضعیت تبدیل دارند و نه به معامله‌ای پیوند دارند',
  },
  no_customers: { en: 'no customer with a won deal', fa: 'مشتری با معامله‌ی برنده نیست' },
  no_customers_at_start: { en: 'no active customers at the start', fa: 'در آغاز دوره مشتری فعالی نیست' },
  no_probability: { en: 'no open deal has a probability', fa: 'هیچ معامله‌ی بازی احتمال ندارد' },
  no_customer_dates: {
    en: 'no customers with a first and a last day, and no subscriptions',
    fa: 'مشتری با تاریخ شروع و پایان یا اشتراکی داده نشده است',
  },
  no_subscriptions: { en: 'no subscriptions given', fa: 'اشتراکی داده نشده است' },
  no_priced_subscriptions: { en: 'no subscription in question has a price', fa: 'هیچ‌یک از اشتراک‌ها مبلغ ندارد' },
  no_mrr_at_start: {
    en: 'nobody paid a subscription at the start',
    fa: 'در آغاز دوره هیچ اشتراک پولی برقرار نبوده است',
  },
  no_end_dates: {
    en: 'no column says when a subscription ended',
    fa: 'هیچ ستونی روز پایان اشتراک را نمی‌گوید',
  },
  period_not_begun: { en: 'the period begins after the data ends', fa: 'دوره پس از پایان داده‌ها آغاز می‌شود' },
  nobody_ended: {
    en: 'no customer ended, so nothing tells how long one stays',
    fa: 'هیچ مشتری‌ای پایان نیافته، پس طول ماندن معلوم نیست',
  },
  outside_data: { en: 'the data does not reach this period', fa: 'داده‌ها این دوره را در بر نمی‌گیرند' },
  insufficient_history: {
    en: 'the data does not reach back two whole retention windows',
    fa: 'داده‌ها دو پنجره‌ی کامل نگهداشت را پوشش نمی‌دهند',
  },
  zero_amounts: { en: 'the amounts in question add up to 0', fa: 'جمع مبلغ‌ها صفر است' },
  overwritten_at_closing: {
    en: 'some of the deals open then have closed since, and closing overwrote what was known of them',
    fa: 'برخی از معامله‌های باز آن روز بعداً بسته شده‌اند و بسته شدن آنچه را آن روز دانسته بود بازنویسی کرده است',
  },
  not_by_group: {
    en: 'leads, orders and subscriptions cannot be split by a field of the deals',
    fa: 'سرنخ‌ها، سفارش‌ها و اشتراک‌ها را نمی‌توان با فیلدهای معامله گروه‌بندی کرد',
  },
  mixed_currencies: { en: 'several currencies and no rates', fa: 'چند ارز بدون نرخ تبدیل' },
  no_lost_deals: { en: 'no deals lost', fa: 'هیچ معامله‌ای از دست نرفته است' },
  no_expected_close: {
    en: 'no open deal in question has an expected close date',
    fa: 'هیچ معامله‌ی بازی تاریخ احتمالی بسته شدن ندارد',
  },
  no_target: {
    en: 'no revenue target is given (targets.revenue_won.min or quotas in the config)',
    fa: 'هدف فروشی داده نشده است (targets.revenue_won.min یا quotas در تنظیمات)',
  },
  target_of_all_deals: {
    en: 'the revenue target is of all deals, and nobody said how much of it these are to bring',
    fa: 'هدف فروش برای همه‌ی معامله‌هاست و سهم این‌ها از آن گفته نشده است',
  },
  target_met: { en: 'the target is met already', fa: 'هدف هم‌اکنون محقق شده است' },
  no_quotas: { en: 'no quotas are given (quotas in the config)', fa: 'سهمیه‌ای داده نشده است (quotas در تنظیمات)' },
  no_quota_in_group: { en: 'none of these owners has a quota', fa: 'هیچ‌یک از این مسئولان سهمیه ندارد' },
  quota_in_parts: {
    en: 'an owner has deals elsewhere too, and a quota cannot be split',
    fa: 'مسئولی معامله‌های دیگری هم دارد و سهمیه را نمی‌توان تقسیم کرد',
  },
  no_earlier_period: {
    en: 'the data does not cover the period before, or nobody bought in it',
    fa: 'داده‌ها دوره‌ی قبل را پوشش نمی‌دهند یا در آن کسی خریدی نکرده است',
  },
  period_too_short: {
    en: 'under 28 days are too short for a figure per year',
    fa: 'کمتر از ۲۸ روز برای عددی سالانه کوتاه است',
  },
  under_a_year: {
    en: 'the record of closings does not reach back a year',
    fa: 'سابقه‌ی بسته شدن‌ها به یک سال پیش نمی‌رسد',
  },
  no_churn: {
    en: 'no customer was lost, so churn does not tell a lifespan (clv.lifespan in the config sets it)',
    fa: 'هیچ مشتری‌ای از دست نرفته، پس طول عمر از ریزش به دست نمی‌آید (clv.lifespan در تنظیمات)',
  },
  few_won_cycles: {
    en: 'under 10 won deals have both dates, too few to say what is long',
    fa: 'کمتر از ۱۰ معامله‌ی برنده هر دو تاریخ را دارد',
  },
  zero_cycle: { en: 'the mean sales cycle is zero', fa: 'میانگین چرخه‌ی فروش صفر است' },
  no_snapshot_date: {
    en: 'no recorded date (created, closed, changed) says which day to measure at: --as-of DATE does',
    fa: 'هیچ تاریخ ثبت‌شده‌ای (ایجاد، بسته شدن، تغییر) روز سنجش را نشان نمی‌دهد؛ با --as-of DATE مشخص کنید',
  },
  // a rule was not run because …
  no_earlier_run: {
    en: 'no earlier passing run to compare with (--run-history keeps them)',
    fa: 'اجرای پذیرفته‌شده‌ی پیشینی برای سنجش نیست (‎--run-history آن‌ها را نگه می‌دارد)',
  },
  no_applicable_records: { en: 'no record that the rule applies to', fa: 'رکوردی که قاعده درباره‌ی آن باشد نیست' },
  whole_files: {
    en: 'it is about whole files, and --where leaves deals out',
    fa: 'درباره‌ی همه‌ی فایل است و --where بخشی از معامله‌ها را کنار گذاشته است',
  },
  invalid_setting: { en: 'its settings cannot be used', fa: 'تنظیمات آن پذیرفتنی نیست' },
  // a record is left out because …
  undated_closed: { en: 'closed without a close date', fa: 'بسته شده بدون تاریخ بسته شدن' },
  undated_created: { en: 'without a creation date', fa: 'بدون تاریخ ایجاد' },
  stage_unknown: { en: 'without a known stage on its way', fa: 'بدون مرحله‌ی شناخته‌شده' },
  unpriced: { en: 'without an amount', fa: 'بدون مبلغ' },
  negative_amount: { en: 'negative amount (credit)', fa: 'مبلغ منفی' },
  closed_before_created: { en: 'closed before it was created', fa: 'بسته شده پیش از ایجاد' },
  without_customer: { en: 'without a customer', fa: 'بدون مشتری' },
  without_probability: { en: 'without a probability', fa: 'بدون احتمال' },
  without_expected_close: { en: 'without an expected close date', fa: 'بدون تاریخ احتمالی بسته شدن' },
  without_quota: { en: 'of an owner without a quota', fa: 'از مسئولی بدون سهمیه' },
  closed_since: {
    en: 'closed after the snapshot, so the file no longer says what was known of it then',
    fa: 'بعد از روز گزارش بسته شده، پس فایل دیگر آنچه را آن روز دانسته بود نمی‌گوید',
  },
  after_snapshot: { en: 'after the snapshot', fa: 'پس از روز گزارش' },
  not_paying: { en: 'in a trial, paused or not begun', fa: 'آزمایشی، متوقف یا شروع‌نشده' },
  ended_undated: { en: 'ended on a day that is not known', fa: 'پایان‌یافته در روزی نامعلوم' },
  undated_start: { en: 'without a first day', fa: 'بدون روز شروع' },
  ended_before_start: { en: 'ended before it began', fa: 'پایان پیش از شروع' },
  free_of_charge: { en: 'free of charge', fa: 'رایگان' },
  outcome_excluded: { en: 'outcome neither won, lost nor open', fa: 'نتیجه‌ی نامشخص' },
} as const satisfies Record<string, Text>;

export type ReasonCode = keyof typeof REASONS;
export type Reason = ReasonCode | `missing_field:${string}` | `no_file:${string}`;

/** What people call the fields that are made of several columns, or named by us alone. */
const FIELD_WORDS: Readonly<Record<string, Text>> = {
  outcome: { en: 'the stage or status', fa: 'مرحله یا وضعیت' },
  customer: { en: 'the account', fa: 'شرکت یا مشتری' },
  closed_at: { en: 'the close date', fa: 'تاریخ بسته شدن' },
  created_at: { en: 'the creation date', fa: 'تاریخ ایجاد' },
  expected_close: { en: 'the expected close date', fa: 'تاریخ احتمالی بسته شدن' },
  amount: { en: 'the amount', fa: 'مبلغ' },
  lost_reason: { en: 'the reason of loss', fa: 'دلیل از دست رفتن' },
  owner: { en: 'the owner', fa: 'مسئول' },
  next_activity: { en: 'the next activity', fa: 'فعالیت بعدی' },
  probability: { en: 'the probability', fa: 'احتمال موفقیت' },
};

/** Fields whose name is an English word already. */
const PERSIAN_FIELDS: Readonly<Record<string, string>> = {
  id: 'شناسه‌ی معامله',
  name: 'نام',
  account: 'شرکت',
  account_id: 'شناسه‌ی شرکت',
  contact: 'مخاطب',
  contact_email: 'ایمیل مخاطب',
  contact_phone: 'تلفن مخاطب',
  stage: 'مرحله',
  status: 'وضعیت',
  is_closed: 'بسته شده؟',
  is_won: 'برنده؟',
  pipeline: 'پایپ‌لاین',
  currency: 'ارز',
  won_at: 'تاریخ برد',
  lost_at: 'تاریخ از دست رفتن',
  close_date: 'تاریخ بستن',
  stage_changed_at: 'آخرین تغییر مرحله',
  last_activity: 'آخرین فعالیت',
  next_activity: 'فعالیت بعدی',
  modified_at: 'آخرین ویرایش',
  source: 'منبع',
  type: 'نوع معامله',
  won_reason: 'دلیل برد',
  product: 'محصول',
  lead_id: 'شناسه‌ی سرنخ',
  push_count: 'دفعات تعویق تاریخ بستن',
  customer_id: 'شناسه‌ی مشتری',
  ordered_at: 'تاریخ سفارش',
  started_at: 'روز شروع',
  ended_at: 'روز پایان',
};

/** What people call a field of the figures. */
export function fieldWords(field: string, lang: keyof Text): string {
  return FIELD_WORDS[field]?.[lang] ?? (lang === 'fa' ? PERSIAN_FIELDS[field] : undefined) ?? field;
}

/** Files by what they hold, for people. */
const ROLE_WORDS: Readonly<Record<string, Text>> = {
  deals: { en: 'deals', fa: 'معامله‌ها' },
  customers: { en: 'customers', fa: 'مشتریان' },
  leads: { en: 'leads', fa: 'سرنخ‌ها' },
  orders: { en: 'orders', fa: 'سفارش‌ها' },
};

/** Whether a code is one of those that have a sentence. */
export function isReason(reason: string): reason is Reason {
  return Object.hasOwn(REASONS, reason) || reason.startsWith('missing_field:') || reason.startsWith('no_file:');
}

/** The sentence for a reason code, `missing_field:x` included. */
export function reasonText(reason: Reason, lang: keyof Text): string {
  if (reason.startsWith('missing_field:')) {
    const field = reason.slice('missing_field:'.length);
    const words = fieldWords(field, lang);
    return lang === 'fa' ? `فایل ستونی برای «${words}» ندارد` : `the file has no column for ${words}`;
  }
  if (reason.startsWith('no_file:')) {
    const role = reason.slice('no_file:'.length);
    const words = ROLE_WORDS[role]?.[lang] ?? role;
    return lang === 'fa' ? `فایلی از ${words} داده نشده است` : `no file of ${words} was given`;
  }
  return REASONS[reason as ReasonCode][lang];
}
