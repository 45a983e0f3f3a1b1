import { categoryAt } from '../../model/column.js';
import { defineRule } from '../definition.js';
import { priced, violating } from '../populations.js';

export const currencyMixed = defineRule({
  id: 'currency.mixed',
  title: { en: 'Amounts in several currencies', fa: 'مبلغ‌ها به چند ارز' },
  dimension: 'consistency',
  severity: 'error',
  scope: 'deal',
  condition: {
    en: 'Of all priced deals, those in another currency than the commonest one. Currencies are never added, so every total is without a value.',
    fa: 'از همه‌ی معامله‌های دارای مبلغ، آن‌هایی که ارزشان با رایج‌ترین ارز فرق دارد. ارزها با هم جمع نمی‌شوند، پس هیچ مجموعی مقدار ندارد.',
  },
  source: 'Salesforce, "Manage multiple currencies": an amount means nothing without its ISO code',
  needs: ['amount', 'currency'],
  affects: [
    'win_rate_value',
    'revenue_won',
    'avg_deal_size',
    'open_pipeline_value',
    'weighted_pipeline',
    'sales_velocity',
    'clv_historic',
  ],
  check({ population }) {
    const currency = population.column('currency');
    const { codes, values } = currency;
    const pricedDeals = priced(population);
    const counts = new Uint32Array(values.length);
    const { rows } = pricedDeals;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const code = codes[row] as number;
      counts[code] = (counts[code] as number) + 1;
    }
    // Code 0 is no currency at all. Of equally common ones the first by name, so that the order of rows does not matter.
    let main = 0;
    for (let code = 1; code < values.length; code++) {
      const [n, most] = [counts[code] as number, main === 0 ? 0 : (counts[main] as number)];
      if (n > most || (n === most && n > 0 && (values[code] as string) < (values[main] as string))) main = code;
    }
    const others = counts.some((n, code) => n > 0 && code !== 0 && code !== main);
    return violating(pricedDeals, others ? (row) => codes[row] !== 0 && codes[row] !== main : null, (row) => {
      const code = categoryAt(currency, row);
      return { field: 'currency', value: code, args: { currency: code, main: values[main] ?? '' } };
    });
  },
  message: {
    en: ({ currency, main }) => `the amount is in ${currency}, most are in ${main}`,
    fa: ({ currency, main }) => `مبلغ به ${currency} است، بیشتر مبلغ‌ها به ${main}`,
  },
  fix: {
    en: 'Export the amount in the company currency, or a file per currency.',
    fa: 'مبلغ را به ارز شرکت خروجی بگیرید، یا برای هر ارز یک فایل.',
  },
  examples: {
    accept: 'id amount currency\nD1 5000 EUR\nD2 700 EUR\nD3 . USD',
    reject: 'id amount currency\nD1 5000 EUR\nD2 700 EUR\nD3 900 USD',
  },
});
