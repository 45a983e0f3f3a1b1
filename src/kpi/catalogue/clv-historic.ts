import { said } from '../../locale/said.js';
import { distinctTexts } from '../../model/distinct-texts.js';
import type { Population } from '../../model/population.js';
import { amountsByCustomer, buyersOf } from '../by-customer.js';
import { defineKpi, type Note, none } from '../definition.js';
import { leftOut, mean, valuesIn } from '../figures.js';
import { marginNote } from '../lifetime/notes.js';
import { split, union } from '../parts.js';
import { priced, unpriced } from '../populations.js';
import { closingAbsent, purchasesUntil } from '../purchases.js';

export const clvHistoric = defineKpi({
  id: 'clv_historic',
  title: { en: 'Customer lifetime value to date', fa: 'ارزش طول عمر مشتری تا امروز' },
  unit: 'money',
  basis: 'all',
  cumulative: true,
  better: 'higher',
  definition: {
    en: 'Mean, over the customers with at least one priced purchase, of the sum of their won amounts up to the end of the period, their credits (negative amounts) taken off. A customer with credits alone has bought nothing and is left out. Realised so far, not predicted; times `clv.margin` of the config, else revenue, not margin.',
    fa: 'میانگین جمع مبلغ معامله‌های برنده‌ی هر مشتری تا پایان دوره، با کسر مبلغ‌های منفی (برگشتی)، برای مشتریانی که دست‌کم یک خرید دارای مبلغ دارند. مشتری‌ای که تنها برگشتی دارد چیزی نخریده است و کنار گذاشته می‌شود. محقق شده است نه پیش‌بینی؛ ضرب در clv.margin تنظیمات، و بدون آن فروش است نه سود.',
  },
  formula: {
    en: 'mean over priced customers of Σ amount won (× margin)',
    fa: 'میانگین جمع مبلغ خریدهای هر مشتری دارای مبلغ (× حاشیه‌ی سود)',
  },
  source: 'Historic (realised) customer lifetime value.',
  needs: ['outcome', 'customer', 'amount'],
  wants: ['closed_at'],
  of: 'purchases',
  variants: ['clv_simple'],
  measure({ population, period, settings }) {
    const absent = closingAbsent(population, period);
    if (absent !== null) return none(absent);
    const { deals, credits, excluded } = purchasesUntil(population, period);
    const bought = priced(deals);
    const { taken, others } = creditsOf(bought, credits);
    const counted = union(bought, bought, taken);
    const amounts = amountsByCustomer(counted);
    const count = amounts.length;
    const { margin } = settings;
    const values = margin === null || margin === undefined ? amounts : amounts.map((amount) => amount * margin);
    return mean(valuesIn(values), counted, deals.size === 0 ? 'no_customers' : 'no_priced_deals', {
      excluded: () => [
        ...excluded().filter(({ reason }) => reason !== 'negative_amount'),
        ...leftOut({ negative_amount: others, unpriced: unpriced(deals) }),
      ],
      notes: [...coverage(count, buyersOf(deals).count), ...marginNote(margin)],
    });
  },
});

/** The credits of customers who have bought, and all others. */
function creditsOf<P extends Population<'customer'>>(bought: P, credits: P): { taken: P; others: P } {
  if (credits.size === 0) return { taken: credits, others: credits };
  const customer = credits.column('customer');
  const { codes } = customer;
  const buys = new Uint8Array(distinctTexts(customer));
  bought.withRows((rows) => {
    for (let at = 0; at < rows.length; at++) buys[codes[rows[at] as number] as number] = 1;
  });
  const [others, taken] = split(credits, 2, (row) => buys[codes[row] as number] as number) as [P, P];
  return { taken, others };
}

function coverage(priced: number, of: number): Note[] {
  return priced === of ? [] : [said('priced_customers', { priced, of })];
}
