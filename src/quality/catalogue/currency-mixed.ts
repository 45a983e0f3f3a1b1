import { currencyCounts } from '../currency-counts.js';
import { defineRule } from '../definition.js';

export const currencyMixed = defineRule({
  id: 'currency.mixed',
  title: { en: 'Amounts in several currencies', fa: 'مبلغ‌ها به چند ارز' },
  dimension: 'consistency',
  severity: 'info',
  scope: 'file',
  condition: {
    en: 'The priced deals name several currencies, and not all of them have a rate in the config. Nothing is wrong with such files: money is then shown by currency, and never added up.',
    fa: 'معامله‌های دارای مبلغ چند ارز دارند و همه‌ی آن‌ها در تنظیمات نرخ ندارند. چنین فایلی ایرادی ندارد: مبلغ‌ها به تفکیک ارز می‌آید و هرگز با هم جمع نمی‌شود.',
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
  check({ population, deals, beside: { rated = NO_RATES } }) {
    const { named } = currencyCounts(population);
    if (named.length === 0) return { checked: 0, places: [] };
    // Those that remain beside each other when everything that has a rate has become one currency.
    const apart = named.filter(({ currency }) => !rated.has(currency));
    if (named.length < 2 || apart.length === 0) return { checked: 1, places: [] };
    const { file, sheet } = deals.place(population.at(0) ?? 0);
    const withoutRate = rated.size === 0 ? [] : apart.map(({ currency }) => currency);
    return {
      checked: 1,
      places: [{ place: { file, sheet, row: 0, line: null }, field: 'currency', args: { named, withoutRate } }],
    };
  },
  message: {
    en: ({ named, withoutRate }) =>
      `amounts are in ${listed(named, ', ')} (deals); they are shown by currency and not added up${withoutRate.length === 0 ? '' : `; no rate for ${withoutRate.join(', ')}`}`,
    fa: ({ named, withoutRate }) =>
      `مبلغ‌ها به ${listed(named, '، ')} است (شمار معامله‌ها)؛ به تفکیک ارز می‌آید و جمع نمی‌شود${withoutRate.length === 0 ? '' : `؛ بدون نرخ: ${withoutRate.join('، ')}`}`,
  },
  fix: {
    en: 'Nothing, where deals are made in several currencies. For one total, give `rates` in the config, or export the amount in the company currency.',
    fa: 'اگر معامله‌ها به چند ارز است، هیچ. برای یک جمع کل، rates را در تنظیمات بنویسید یا مبلغ را به ارز شرکت خروجی بگیرید.',
  },
  examples: {
    accept: 'id amount currency\nD1 5000 EUR\nD2 700 EUR\nD3 . USD',
    reject: 'id amount currency\nD1 5000 EUR\nD2 700 EUR\nD3 900 USD',
  },
});

const NO_RATES: ReadonlySet<string> = new Set();
/** More currencies than anybody reads in a sentence. */
const LISTED = 8;

/** `EUR 500, USD 300, … 3`. */
function listed(named: readonly { readonly currency: string; readonly deals: number }[], comma: string): string {
  const shown = named.slice(0, LISTED).map(({ currency, deals }) => `${currency} ${deals}`);
  return [...shown, ...(named.length > LISTED ? [`… ${named.length - LISTED}`] : [])].join(comma);
}
