import { currencyCounts, FIGURES_WITHOUT_CURRENCY, hasCurrencyColumn, withoutCurrency } from '../currency-counts.js';
import { defineRule } from '../definition.js';
import { priced, violating } from '../populations.js';

export const currencyMissing = defineRule({
  id: 'currency.missing',
  title: { en: 'Amount without a currency where others have one', fa: 'مبلغ بی‌ارز در کنار مبلغ‌های ارزدار' },
  dimension: 'completeness',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of all priced deals, where a file has a column for the currency or the amounts name several, those whose amount (other than 0) names none: nobody can tell which it is in. Beside several currencies it stands in no total.',
    fa: 'از همه‌ی معامله‌های دارای مبلغ، اگر فایلی ستون ارز داشته باشد یا مبلغ‌ها به چند ارز باشد، آن‌هایی که مبلغشان (جز صفر) ارزی ندارد: معلوم نیست به کدام ارز است. در کنار چند ارز در هیچ جمعی نمی‌آید.',
  },
  source: 'Salesforce, "Manage multiple currencies": an amount means nothing without its ISO code',
  needs: ['amount', 'currency'],
  affects: FIGURES_WITHOUT_CURRENCY,
  check({ population, beside: { sources } }) {
    // With a column the last name of a second currency may be what is missing: a gap never closes by growing.
    if (!hasCurrencyColumn(sources) && currencyCounts(population).named.length < 2)
      return violating(population.select(NONE), null, describe);
    const without = withoutCurrency(population);
    return { ...violating(priced(population), null, describe), rows: without.rows };
  },
  message: {
    en: () => 'the amount names no currency',
    fa: () => 'مبلغ ارزی ندارد',
  },
  fix: {
    en: 'Fill in the currency. If all amounts without one are in the same, say so: --currency EUR.',
    fa: 'ارز را پر کنید. اگر همه‌ی مبلغ‌های بی‌ارز به یک ارز است، بگویید: --currency EUR.',
  },
  examples: {
    accept: 'id amount currency\nD1 5000 EUR\nD2 700 USD\nD3 0 .',
    reject: 'id amount currency\nD1 5000 EUR\nD2 700 USD\nD3 900 .',
  },
});

const NONE = new Uint32Array(0);
const describe = () => ({ field: 'currency' as const, args: undefined });
