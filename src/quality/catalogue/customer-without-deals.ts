import { cellText } from '../../model/text-column.js';
import { defineRule } from '../definition.js';

export const customerWithoutDeals = defineRule({
  id: 'customer.without_deals',
  title: { en: 'Customers without a deal', fa: 'مشتریان بدون معامله' },
  dimension: 'integrity',
  severity: 'info',
  scope: 'customer',
  condition: {
    en: 'Of all customers in the customers file, those that no deal names, by id or name.',
    fa: 'از همه‌ی مشتریان فایل مشتریان، آن‌هایی که هیچ معامله‌ای با شناسه یا نام به آن‌ها نمی‌رسد.',
  },
  source: 'dbt, relationships (the other way round)',
  needs: ['customer'],
  affects: ['customers', 'customer_retention_rate'],
  check({ population, deals, beside }) {
    const { codes } = population.column('customer');
    const { customers } = beside;
    const first = population.at(0);
    if (customers === null || first === undefined) return { checked: 0, places: [] };
    const named = new Set(codes);
    const places = Array.from({ length: customers.size }, (_, row) => row)
      .filter((row) => customers.key[row] === 0 || !named.has(customers.key[row] as number))
      .map((row) => {
        const name = cellText(customers.name, row) || cellText(customers.id, row);
        const { file, sheet } = deals.place(first);
        const place = customers.place?.(row) ?? { file, sheet, row: 0, line: null };
        return { place, value: name, args: { name } };
      });
    return { checked: customers.size, places };
  },
  message: {
    en: ({ name }) => `no deal names the customer "${name}"`,
    fa: ({ name }) => `هیچ معامله‌ای به مشتری «${name}» نمی‌رسد`,
  },
  fix: {
    en: 'Nothing, if it is a prospect or older than the deals; else compare the spelling of the two files.',
    fa: 'اگر مشتری بالقوه یا قدیمی‌تر از معامله‌هاست کاری لازم نیست؛ وگرنه نگارش دو فایل را بسنجید.',
  },
  examples: {
    accept: 'id customer\nD1 Alpha\n# customers\nid name\nC1 Alpha',
    reject: 'id customer\nD1 Alpha\n# customers\nid name\nC1 Alpha\nC2 Beta',
  },
});
