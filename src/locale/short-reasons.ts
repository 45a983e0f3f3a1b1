import { fieldWords } from './reasons.js';
import type { Lang, Text } from './text.js';

/** Reasons in the few words that stand behind the title of a figure, where a kind of reason is named before. */
const SHORT: Readonly<Record<string, Text>> = {
  no_leads: { en: 'leads', fa: 'سرنخ‌ها' },
  no_lead_outcome: { en: 'what became of the leads', fa: 'سرنوشت سرنخ‌ها' },
  no_subscriptions: { en: 'subscriptions', fa: 'اشتراک‌ها' },
  no_customer_dates: { en: 'first and last days of customers', fa: 'روز شروع و پایان مشتریان' },
  no_probability: { en: 'probabilities', fa: 'احتمال‌ها' },
  no_expected_close: { en: 'expected close dates', fa: 'تاریخ‌های احتمالی بسته شدن' },
  no_priced_deals: { en: 'amounts', fa: 'مبلغ‌ها' },
  no_dated_deals: { en: 'both dates', fa: 'هر دو تاریخ' },
  no_target: {
    en: 'targets.revenue_won.min or quotas in the config',
    fa: 'targets.revenue_won.min یا quotas در تنظیمات',
  },
  no_quotas: { en: 'quotas in the config', fa: 'quotas در تنظیمات' },
  no_earlier_period: { en: 'the period before', fa: 'دوره‌ی قبل' },
  insufficient_history: { en: 'two retention windows', fa: 'دو پنجره‌ی نگهداشت' },
  under_a_year: { en: 'a year of closings', fa: 'یک سال بسته شدن' },
  period_too_short: { en: '28 days', fa: '۲۸ روز' },
  few_won_cycles: { en: '10 won deals with both dates', fa: '۱۰ معامله‌ی برنده با هر دو تاریخ' },
  lost_deals_unpriced: { en: 'hardly any lost deal carries an amount', fa: 'کمتر معامله‌ی ازدست‌رفته‌ای مبلغ دارد' },
  no_lost_deals_in_file: { en: 'the file holds no lost deals', fa: 'در فایل معامله‌ی ازدست‌رفته‌ای نیست' },
  no_won_deals_in_file: { en: 'the file holds no won deals', fa: 'در فایل معامله‌ی برنده‌ای نیست' },
  overwritten_at_closing: {
    en: 'deals open then have closed since, with other amounts or dates',
    fa: 'معامله‌های باز آن روز بعداً با مبلغ یا تاریخی دیگر بسته شده‌اند',
  },
};

/** `the probability`, `quotas in the config`; null for a reason that has no shorter form. */
export function shortReason(reason: string, lang: Lang): string | null {
  if (reason.startsWith('missing_field:')) return fieldWords(reason.slice('missing_field:'.length), lang);
  return SHORT[reason]?.[lang] ?? null;
}
