import { warningRule } from '../warning-rule.js';
import { MONEY_FIGURES } from './figures.js';

/** Rules about what an amount is worth. */
export const moneyRules = [
  warningRule({
    id: 'currency.unknown',
    title: { en: 'Currencies that nobody knows', fa: 'ارزهای ناشناخته' },
    dimension: 'validity',
    severity: 'error',
    scope: 'row',
    condition: {
      en: 'Of all rows, those whose currency cell names no currency (ISO 4217 or its common names); it counts as empty.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی که خانه‌ی ارزشان نام ارزی نیست (ISO 4217 یا نام‌های رایج)؛ خالی به‌شمار می‌آید.',
    },
    source: 'ISO 4217; accepted-values checks of dbt and Soda',
    affects: MONEY_FIGURES,
    fix: {
      en: 'Write the code of the currency (EUR, IRR); --currency CODE says what amounts without one are in.',
      fa: 'کد ارز را بنویسید (EUR، IRR)؛ --currency CODE ارز مبلغ‌های بدون ارز را می‌گوید.',
    },
    example: 'unknown_currency Currency currency deals 2',
  }),
  warningRule({
    id: 'currency.conflict',
    title: { en: 'Amounts that name two currencies', fa: 'مبلغ‌هایی با دو ارز' },
    dimension: 'consistency',
    severity: 'error',
    scope: 'row',
    condition: {
      en: 'Of all rows, those whose amount (its cell, sign or header) names another currency than the currency column does.',
      fa: 'از همه‌ی ردیف‌ها، آن‌هایی که مبلغشان (خانه، نشانه یا سرستون) ارز دیگری جز ستون ارز دارد.',
    },
    source: 'Salesforce, "Manage multiple currencies": an amount means nothing without its ISO code',
    affects: MONEY_FIGURES,
    fix: {
      en: 'Export amounts as bare numbers beside a currency column; --ignore "Column" leaves one of the two out.',
      fa: 'مبلغ را عدد خالی در کنار ستون ارز خروجی بگیرید؛ --ignore "ستون" یکی از دو را کنار می‌گذارد.',
    },
    example: 'currency_conflict Amount amount deals 2',
  }),
  warningRule({
    id: 'currency.own',
    title: { en: 'Amounts in the company’s own currency, unnamed', fa: 'مبلغ‌ها به ارز شرکت، بی‌نام' },
    dimension: 'completeness',
    severity: 'warn',
    scope: 'column',
    condition: {
      en: 'Of all columns, those of amounts in the company’s own currency beside a column of several currencies, those of the deals: which one it is stands nowhere.',
      fa: 'از همه‌ی ستون‌ها، آن‌هایی از مبلغ به ارز خود شرکت در کنار ستونی از چند ارز که ارز معامله‌هاست: نام آن جایی نیامده است.',
    },
    source: 'HubSpot, "Amount in company currency"; Dynamics, "(Base)"',
    affects: MONEY_FIGURES,
    fix: { en: 'Say which it is: --currency CODE.', fa: 'بگویید کدام است: --currency CODE.' },
    example: 'own_currency Currency currency deals .',
  }),
  warningRule({
    id: 'amount.repeating',
    title: { en: 'Amounts that are paid again and again', fa: 'مبلغ‌های تکرارشونده' },
    dimension: 'consistency',
    severity: 'warn',
    scope: 'column',
    condition: {
      en: 'Of all columns, those of amounts that are paid per month or year, by a column of the CRM that says so; they are added as they stand.',
      fa: 'از همه‌ی ستون‌ها، آن‌هایی از مبلغ که به گفته‌ی ستونی از CRM ماهانه یا سالانه پرداخت می‌شود؛ همان‌گونه جمع می‌شود.',
    },
    source: 'Close, value_period; Copper and Pipedrive, recurring revenue',
    affects: MONEY_FIGURES,
    fix: { en: 'Keep them apart: --by with the column named.', fa: 'جداشان کنید: --by با نام همان ستون.' },
    example: 'repeating_amounts Period amount deals .',
  }),
  warningRule({
    id: 'amount.tomans',
    title: { en: 'Amounts in toman taken as rials', fa: 'مبلغ‌های تومانی که ریال شدند' },
    dimension: 'consistency',
    severity: 'warn',
    scope: 'column',
    condition: {
      en: 'The amounts, where some are written in toman and others in rials: tomans were taken ten to one.',
      fa: 'مبلغ‌ها، اگر برخی به تومان و برخی به ریال نوشته شده باشند: هر تومان ده ریال گرفته شد.',
    },
    source: 'Central Bank of Iran: ten rials are a toman in speech',
    affects: MONEY_FIGURES,
    fix: { en: 'Export all amounts in one unit.', fa: 'همه‌ی مبلغ‌ها را به یک واحد خروجی بگیرید.' },
    example: 'tomans . amount deals .',
  }),
] as const;
