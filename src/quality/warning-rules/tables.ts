import { warningRule } from '../warning-rule.js';

/** Rules about files beside the deals. */
export const tableRules = [
  warningRule({
    id: 'ref.not_joined',
    title: { en: 'Files that hang on nothing', fa: 'فایل‌هایی که به چیزی پیوند نخوردند' },
    dimension: 'integrity',
    severity: 'error',
    scope: 'file',
    condition: {
      en: 'Of all files, those of customers or names (products, teams) of which no column has the values of the deals: nothing of them is used.',
      fa: 'از همه‌ی فایل‌ها، آن‌هایی از مشتریان یا نام‌ها (محصولات، تیم‌ها) که هیچ ستونشان مقدارهای معامله‌ها را ندارد: به کار نرفته‌اند.',
    },
    source: 'dbt, relationships; Frictionless, foreign-key',
    affects: ['customers', 'new_customers', 'revenue_won'],
    fix: {
      en: 'Export the column that both have (an account id, a product name), or do not pass the file.',
      fa: 'ستونی را که هر دو دارند (شناسه‌ی شرکت، نام محصول) خروجی بگیرید، یا این فایل را ندهید.',
    },
    example: 'not_joined . . . .',
  }),
  warningRule({
    id: 'ref.unmatched',
    title: { en: 'Deals that another joined table does not have', fa: 'معامله‌هایی که جدول پیوسته‌ی دیگری ندارد' },
    dimension: 'integrity',
    severity: 'warn',
    scope: 'row',
    condition: {
      en: 'Of all rows, those whose value in a column that is no field is not in the table that was joined by it. Breakdowns by that table leave them out.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی که مقدارشان در ستونی که فیلد نیست در جدول پیوسته نیست. تفکیک بر پایه‌ی آن جدول کنارشان می‌گذارد.',
    },
    source: 'dbt, relationships; Frictionless, foreign-key',
    affects: ['won_deals', 'lost_deals', 'open_deals', 'revenue_won'],
    fix: {
      en: 'Spell the value as the table does, or add it to the table.',
      fa: 'مقدار را مانند جدول بنویسید یا آن را به جدول بیفزایید.',
    },
    example: 'unmatched_join Region . . 2',
  }),
  warningRule({
    id: 'ref.history_orphan',
    title: { en: 'Stage changes of no deal, or of several', fa: 'تغییر مرحله‌هایی که از آنِ یک معامله نیستند' },
    dimension: 'integrity',
    severity: 'warn',
    scope: 'row',
    condition: {
      en: 'Of all rows of a log of stage changes, those of deals that no file has, and those whose name several deals bear. They are left out.',
      fa: 'از همه‌ی ردیف‌های گزارش تغییر مراحل، آن‌هایی از معامله‌هایی که در فایل‌ها نیستند و آن‌هایی که نامشان از آنِ چند معامله است. کنار گذاشته می‌شوند.',
    },
    source: 'dbt, relationships',
    affects: ['cohort_conversion', 'weighted_pipeline', 'stalled_deals'],
    fix: {
      en: 'Export the log and the deals over the same time, both with the id of the deal.',
      fa: 'گزارش و معامله‌ها را برای یک بازه و هر دو با شناسه‌ی معامله خروجی بگیرید.',
    },
    example: 'unmatched_history . . history 2',
  }),
  warningRule({
    id: 'subscription.assumed',
    title: { en: 'Facts of subscriptions that were assumed', fa: 'واقعیت‌های فرض‌شده‌ی اشتراک‌ها' },
    dimension: 'validity',
    severity: 'warn',
    scope: 'column',
    condition: {
      en: 'Of all columns of subscriptions, those whose meaning nothing in the file settles: a price per month or year, per seat or whole; a status that nobody knows; a last day that is over while the status says that it runs.',
      fa: 'از همه‌ی ستون‌های اشتراک، آن‌هایی که چیزی در فایل معنایشان را روشن نمی‌کند: قیمت ماهانه یا سالانه، هر کاربر یا همه؛ وضعیت ناشناخته؛ آخرین روزی که گذشته و وضعیتی که می‌گوید در جریان است.',
    },
    source: 'Our own: the option that each names settles it',
    affects: ['mrr', 'arr', 'churn_rate', 'net_revenue_retention'],
    fix: {
      en: 'Say what it is with the option that the message names.',
      fa: 'با گزینه‌ای که در پیام آمده بگویید چیست.',
    },
    example: 'assumed_monthly Price mrr subscriptions .',
  }),
  warningRule({
    id: 'subscription.unknown_interval',
    title: { en: 'Billing intervals that nobody knows', fa: 'دوره‌های پرداخت ناشناخته' },
    dimension: 'validity',
    severity: 'error',
    scope: 'row',
    condition: {
      en: 'Of all rows of subscriptions, those whose interval of billing is no known word; their price is missing.',
      fa: 'از همه‌ی ردیف‌های اشتراک، آن‌هایی که دوره‌ی پرداختشان واژه‌ی شناخته‌ای نیست؛ مبلغشان به‌شمار نمی‌آید.',
    },
    source: 'Stripe, price.recurring.interval',
    affects: ['mrr', 'arr', 'net_revenue_retention', 'gross_revenue_retention'],
    fix: {
      en: 'Write month, quarter, year or a number of months ("3 months").',
      fa: 'ماهانه، فصلی، سالانه یا شمار ماه‌ها («3 months») بنویسید.',
    },
    example: 'unknown_interval . interval subscriptions 2',
  }),
] as const;
