import { warningRule } from '../warning-rule.js';
import { COUNT_FIGURES, EVERY_FIGURE } from './figures.js';

/** Rules about which rows are a deal, and what became of it. */
export const rowRules = [
  warningRule({
    id: 'deal.id_reused',
    title: { en: 'Ids that stand for several deals', fa: 'شناسه‌هایی که از آنِ چند معامله‌اند' },
    dimension: 'uniqueness',
    severity: 'error',
    scope: 'row',
    condition: {
      en: 'Of all rows, those of deals that share an id, though their customers, outcomes or days cannot be those of one deal. Each counts.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی از معامله‌هایی که یک شناسه دارند، هرچند مشتری، نتیجه یا تاریخشان نمی‌تواند از یک معامله باشد. هر کدام شمرده می‌شود.',
    },
    source: 'Primary-key checks of dbt (unique), Frictionless (primary-key) and Soda (duplicate_count)',
    affects: COUNT_FIGURES,
    fix: {
      en: 'Export the id of the deal, not of its customer or document. --repeated-ids newest|lines|all says what such rows are.',
      fa: 'شناسه‌ی خود معامله را خروجی بگیرید، نه مشتری یا سند. --repeated-ids newest|lines|all می‌گوید چنین ردیف‌هایی چیست.',
    },
    example: 'reused_ids . id deals 2',
  }),
  warningRule({
    id: 'row.possible_lines',
    title: { en: 'Rows that may be lines of one deal', fa: 'ردیف‌هایی که شاید قلم‌های یک معامله باشند' },
    dimension: 'uniqueness',
    severity: 'warn',
    scope: 'row',
    condition: {
      en: 'Of all rows of a file without ids, those that agree with the one above in all but products, amounts and contacts. Each counts as a deal.',
      fa: 'از همه‌ی ردیف‌های فایل بی‌شناسه، آن‌هایی که جز در محصول و مبلغ و مخاطب با ردیف بالایی یکی‌اند. هر کدام یک معامله شمرده می‌شود.',
    },
    source: 'Exports with products of Salesforce, Pipedrive and Didar',
    affects: COUNT_FIGURES,
    fix: {
      en: 'Export the deal’s id too; or say which column names the deal: --map id="Column".',
      fa: 'شناسه‌ی معامله را هم خروجی بگیرید؛ یا بگویید کدام ستون معامله را نام می‌برد: --map id="ستون".',
    },
    example: 'possible_line_items . . deals 2',
  }),
  warningRule({
    id: 'row.groups',
    title: {
      en: 'Rows that took their group’s value, or lost it',
      fa: 'ردیف‌هایی که مقدار گروه را گرفتند یا از دست دادند',
    },
    dimension: 'completeness',
    severity: 'warn',
    scope: 'row',
    condition: {
      en: 'Of all rows of a report of groups, those whose empty cell took the value above, and the names of groups that no column holds.',
      fa: 'از همه‌ی ردیف‌های گزارش گروه‌بندی‌شده، آن‌هایی که خانه‌ی خالی‌شان مقدار بالا را گرفت، و نام گروه‌هایی که در ستونی نیست.',
    },
    source: 'Grouped reports of Salesforce and Zoho',
    affects: EVERY_FIGURE,
    fix: {
      en: 'Export details only, with every value in every row.',
      fa: 'تنها جزئیات را خروجی بگیرید، با همه‌ی مقدارها در هر ردیف.',
    },
    example: 'group_carried Owner . deals 2',
  }),
  warningRule({
    id: 'row.set_aside',
    title: { en: 'Rows that the file itself sets aside', fa: 'ردیف‌هایی که خود فایل کنار می‌گذارد' },
    dimension: 'consistency',
    severity: 'info',
    scope: 'row',
    condition: {
      en: 'Of all rows, those that a column says are no deals: deleted, merged, templates. They are in no figure.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی که ستونی می‌گوید معامله نیستند: پاک‌شده، ادغام‌شده، الگو. در هیچ شاخصی نیستند.',
    },
    source: 'Recycle bins and archives of CRMs',
    affects: COUNT_FIGURES,
    fix: {
      en: 'Nothing has to be done. --ignore "Column" counts them all the same.',
      fa: 'کاری لازم نیست. با --ignore "ستون" با این همه شمرده می‌شوند.',
    },
    example: 'set_aside Deleted . deals 2',
  }),
  warningRule({
    id: 'deal.assumed_open',
    title: { en: 'Stages of unknown meaning taken as open', fa: 'مرحله‌های ناشناخته که باز گرفته شدند' },
    dimension: 'validity',
    severity: 'warn',
    scope: 'row',
    condition: {
      en: 'Of all rows, those in a stage that nobody knows and that counts as open, because nothing in its name ends a deal.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی در مرحله‌ای ناشناخته که باز به‌شمار آمد، چون در نامش چیزی از پایان معامله نیست.',
    },
    source: 'Accepted-values checks of dbt and Soda',
    affects: ['open_deals', 'open_pipeline_value', 'won_deals', 'lost_deals', 'win_rate'],
    fix: {
      en: 'Say what the stage means: --stage "Name=won" (or lost, open, excluded), or the key stages in the config.',
      fa: 'معنای مرحله را بگویید: --stage "نام=won" (یا lost، open، excluded)، یا کلید stages در تنظیمات.',
    },
    example: 'assumed_open . stage deals 2',
  }),
  warningRule({
    id: 'order.waiting',
    title: { en: 'Orders that count though not paid or sent', fa: 'سفارش‌های پرداخت یا ارسال‌نشده که شمرده شدند' },
    dimension: 'validity',
    severity: 'warn',
    scope: 'row',
    condition: {
      en: 'Of all rows of orders, those whose status says that they are not paid or sent yet. They count as sales.',
      fa: 'از همه‌ی ردیف‌های سفارش، آن‌هایی که وضعیتشان می‌گوید هنوز پرداخت یا ارسال نشده‌اند. فروش به‌شمار می‌آیند.',
    },
    source: 'Order states of Shopify and WooCommerce',
    affects: ['revenue_won', 'won_deals', 'customers', 'clv_historic'],
    fix: {
      en: 'Say what the status means: --stage "Pending=excluded".',
      fa: 'معنای وضعیت را بگویید: --stage "Pending=excluded".',
    },
    example: 'orders_waiting Status status orders 2',
  }),
] as const;
