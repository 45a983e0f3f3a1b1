import type { CivilDay } from '../model/civil-day.js';
import type { Dataset } from '../model/dataset.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { type ConvertedCurrency, convertAmounts, type Rates } from '../model/rates.js';

/** The dataset in one currency, with warnings that name the rates, and the amounts that have none. */
export function convertDataset(dataset: Dataset, rates: Rates | null, asOf: CivilDay | null): Dataset {
  if (rates === null) return dataset;
  // Without a snapshot date the newest rates count: the day of the run is no day of the data.
  const day = asOf ?? Number.MAX_SAFE_INTEGER;
  const deals = convertAmounts(dataset.deals, rates, day);
  const purchases = dataset.purchases === null ? null : convertAmounts(dataset.purchases, rates, day);
  const subscribed = dataset.subscriptions ?? null;
  const records = subscribed === null ? null : convertAmounts(subscribed.records, rates, day);
  const currencies = [...deals.currencies, ...(purchases?.currencies ?? []), ...(records?.currencies ?? [])];
  return {
    ...dataset,
    deals: deals.deals,
    purchases: purchases?.deals ?? null,
    ...(subscribed === null || records === null ? {} : { subscriptions: { ...subscribed, records: records.deals } }),
    warnings: [...dataset.warnings, ...conversionWarnings(currencies, rates.to)],
  };
}

function conversionWarnings(currencies: readonly ConvertedCurrency[], to: string): LoadWarning[] {
  const converted = currencies.filter(({ amounts }) => amounts > 0);
  const without = currencies.filter((one) => one.without > 0);
  const warnings: LoadWarning[] = [];
  if (converted.length > 0) {
    const at = converted.map(({ currency, low, high }) => `${currency} ${low === high ? low : `${low}–${high}`}`);
    warnings.push({
      code: 'converted',
      text: {
        en: `Amounts were converted to ${to} at the rates given: ${at.join(', ')}.`,
        fa: `مبلغ‌ها با نرخ‌های داده‌شده به ${to} تبدیل شدند: ${at.join('، ')}.`,
      },
    });
  }
  if (without.length > 0) {
    const which = without.map(({ currency, without: amounts }) => `${currency} (${amounts})`);
    warnings.push({
      code: 'without_rate',
      text: {
        en: `Amounts without a rate for their currency and day stay as they are, so money is not added up: ${which.join(', ')}.`,
        fa: `مبلغ‌هایی که برای ارز و روزشان نرخی نیست همان‌گونه می‌مانند و جمع زده نمی‌شوند: ${which.join('، ')}.`,
      },
    });
  }
  return warnings;
}
