import { addTo } from '../../stats/sum.js';
import { defineKpi, none } from '../definition.js';
import { leftOut, mean } from '../figures.js';
import { english, persian } from '../notes.js';
import { customersOf, priced, unpriced } from '../populations.js';
import { closingAbsent, purchasesUntil } from '../purchases.js';

export const clvHistoric = defineKpi({
  id: 'clv_historic',
  title: { en: 'Customer lifetime value to date (revenue)', fa: 'ارزش طول عمر مشتری تا امروز (فروش)' },
  unit: 'money',
  basis: 'all',
  better: 'higher',
  definition: {
    en: 'Mean, over the customers with at least one priced won deal, of the sum of their won amounts up to the end of the period, credits included. Revenue, not margin; realised so far, not predicted.',
    fa: 'میانگین جمع مبلغ معامله‌های برنده‌ی هر مشتری تا پایان دوره، با مبلغ‌های منفی، برای مشتریانی که دست‌کم یک معامله‌ی برنده‌ی دارای مبلغ دارند. فروش است نه سود، و محقق شده است نه پیش‌بینی.',
  },
  formula: 'mean over priced customers of Σ amount won',
  source: 'Historic (realised) customer lifetime value.',
  needs: ['outcome', 'customer', 'amount'],
  wants: ['closed_at'],
  measure({ population, period }) {
    const absent = closingAbsent(population, period);
    if (absent !== null) return none(absent);
    const { deals, customers, excluded } = purchasesUntil(population, period);
    const counted = priced(deals);
    const { count, numbers } = customersOf(counted);
    const amount = population.column('amount');
    const sums = new Float64Array(count);
    const lost = new Float64Array(count);
    counted.rows.forEach((row, position) => {
      addTo(sums, lost, numbers[position] as number, amount[row] as number);
    });
    const values = sums.map((sum, customer) => sum + (lost[customer] as number));
    return mean(values, counted.rows, deals.size === 0 ? 'no_customers' : 'no_priced_deals', {
      excluded: [...excluded, ...leftOut({ unpriced: unpriced(deals) })],
      notes: coverage(count, customers.count),
    });
  },
});

function coverage(pricedCustomers: number, customers: number) {
  if (pricedCustomers === customers) return [];
  const en = `${english(pricedCustomers)} of ${english(customers)} customers have a priced deal`;
  const fa = `${persian(pricedCustomers)} از ${persian(customers)} مشتری معامله‌ی دارای مبلغ دارند`;
  return [{ code: 'priced_customers', text: { en, fa } }];
}
