import { defineRule } from '../definition.js';
import { rowsWithout } from '../texts.js';

export const dealAccountMissing = defineRule({
  id: 'deal.account_missing',
  title: { en: 'Deals without an account', fa: 'معامله‌های بدون شرکت' },
  dimension: 'integrity',
  severity: 'warn',
  scope: 'deal',
  gap: 'class',
  condition: {
    en: 'Of all deals, those with neither an account name nor an account id.',
    fa: 'از همه‌ی معامله‌ها، آن‌هایی که نه نام شرکت دارند و نه شناسه‌ی آن.',
  },
  source: 'SaaSGrid, data-quality checks: "Missing Company"',
  needs: [],
  needsAny: ['account', 'account_id'],
  affects: ['customers', 'new_customers', 'customer_retention_rate', 'repeat_purchase_rate', 'clv_historic'],
  check({ population }) {
    const fields = (['account', 'account_id'] as const).filter((one) => population.has(one));
    const [field = 'account', other] = fields;
    const without = rowsWithout(population.column(field));
    const ids = other === undefined ? null : population.column(other).codes;
    return {
      checked: population.size,
      rows: ids === null ? without : without.filter((row) => ids[row] === 0),
      describe: () => ({ field, args: {} }),
    };
  },
  message: {
    en: () => 'no account: no customer figure can count it',
    fa: () => 'بدون شرکت: در هیچ رقم مربوط به مشتریان شمرده نمی‌شود',
  },
  fix: {
    en: 'Link the deal to its company in the CRM, or export that column too.',
    fa: 'معامله را در CRM به شرکتش پیوند دهید، یا آن ستون را هم خروجی بگیرید.',
  },
  examples: {
    accept: 'id account account_id\nD1 Alpha .\nD2 . 17',
    reject: 'id account account_id\nD1 Alpha .\nD2 . .',
  },
});
