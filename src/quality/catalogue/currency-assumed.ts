import { currencyCounts, FIGURES_WITHOUT_CURRENCY, hasCurrencyColumn, withoutCurrency } from '../currency-counts.js';
import { defineRule } from '../definition.js';
import { priced, violating } from '../populations.js';

export const currencyAssumed = defineRule({
  id: 'currency.assumed',
  title: { en: 'Amount without a currency, taken for the only one', fa: 'مبلغ بی‌ارز که به یگانه ارز گرفته شد' },
  dimension: 'completeness',
  severity: 'warn',
  scope: 'deal',
  condition: {
    en: 'Of all priced deals, where no file has a column for the currency and their amounts name one, in their header or cells, those whose amount (other than 0) names none. It is taken for that currency.',
    fa: 'از همه‌ی معامله‌های دارای مبلغ، اگر هیچ فایلی ستون ارز نداشته باشد و مبلغ‌ها در سرستون یا خانه تنها یک ارز را نام ببرند، آن‌هایی که مبلغشان (جز صفر) ارزی ندارد. مبلغ به همان ارز گرفته می‌شود.',
  },
  source: 'Salesforce, "Manage multiple currencies": an amount means nothing without its ISO code',
  needs: ['amount', 'currency'],
  affects: FIGURES_WITHOUT_CURRENCY,
  check({ population, beside: { sources } }) {
    const { named } = currencyCounts(population);
    const only = named[0]?.currency ?? '';
    const describe = () => ({ field: 'currency' as const, args: { currency: only } });
    if (named.length !== 1 || hasCurrencyColumn(sources)) return violating(population.select(NONE), null, describe);
    const without = withoutCurrency(population);
    return { ...violating(priced(population), null, describe), rows: without.rows };
  },
  message: {
    en: ({ currency }) => `the amount names no currency; it was taken for ${currency}, the only one in the files`,
    fa: ({ currency }) => `مبلغ ارزی ندارد؛ به ${currency}، یگانه ارز فایل‌ها، گرفته شد`,
  },
  fix: {
    en: 'Fill in the currency, or say which it is: --currency EUR.',
    fa: 'ارز را پر کنید یا بگویید کدام است: --currency EUR.',
  },
  examples: {
    accept: 'id amount currency\nD1 5000 EUR\nD2 700 EUR\nD3 0 .\n# signs',
    reject: 'id amount currency\nD1 5000 EUR\nD2 700 EUR\nD3 900 .\n# signs',
  },
});

const NONE = new Uint32Array(0);
