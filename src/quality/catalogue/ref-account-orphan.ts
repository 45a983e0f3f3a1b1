import { categoryAt } from '../../model/column.js';
import { defineRule } from '../definition.js';
import { meantBy } from '../names.js';
import { violating } from '../populations.js';

export const refAccountOrphan = defineRule({
  id: 'ref.account_orphan',
  title: {
    en: 'Deals whose account the customers file does not have',
    fa: 'معامله‌هایی که شرکتشان در فایل مشتریان نیست',
  },
  dimension: 'integrity',
  severity: 'error',
  scope: 'deal',
  gap: 'value',
  condition: {
    en: 'Of all deals with an account, where a customers file is given, those whose account (id or name) is not in it.',
    fa: 'از همه‌ی معامله‌های دارای شرکت، وقتی فایل مشتریان داده شده باشد، آن‌هایی که شرکتشان (شناسه یا نام) در آن نیست.',
  },
  source: 'dbt, relationships; SaaSGrid, "Missing Company"',
  needs: [],
  needsAny: ['account', 'account_id'],
  affects: ['customers', 'new_customers', 'customer_retention_rate', 'repeat_purchase_rate', 'clv_historic'],
  check({ population, beside }) {
    const join = beside.joins.find(
      ({ role, field }) => role === 'customers' && (field === 'account' || field === 'account_id'),
    );
    // Both are read, so that it does not matter which of them the customers file hangs on.
    const [account, accountId] = [population.column('account'), population.column('account_id')];
    if (join === undefined) return { checked: 0, rows: new Uint32Array(0), describe: () => NOTHING };
    const field = join.field === 'account_id' ? 'account_id' : 'account';
    const column = field === 'account_id' ? accountId : account;
    const missing = new Set(join.unmatched);
    const orphan = column.values.map((value) => missing.has(value));
    const named = population.where((row) => column.codes[row] !== 0);
    return violating(
      named,
      (row) => orphan[column.codes[row] as number] === true,
      (row) => {
        const value = categoryAt(column, row);
        return { field, value, args: { value, file: join.file, meant: meantBy(value, join.known) } };
      },
    );
  },
  message: {
    en: ({ value, file, meant }) =>
      `the account "${value}" is not in ${file}${meant === null ? '' : `; did you mean "${meant}"?`}`,
    fa: ({ value, file, meant }) =>
      `شرکت «${value}» در ${file} نیست${meant === null ? '' : `؛ آیا منظور «${meant}» بود؟`}`,
  },
  fix: {
    en: 'Export all customers, or correct the account of the deal in the CRM.',
    fa: 'همه‌ی مشتریان را خروجی بگیرید، یا شرکت معامله را در CRM اصلاح کنید.',
  },
  examples: {
    accept: 'id account\nD1 Alpha\nD2 .\n# customers\nid name\nC1 Alpha',
    reject: 'id account\nD1 Alpha\nD2 Betta\n# customers\nid name\nC1 Alpha\nC2 Beta',
  },
});

const NOTHING = { args: { value: '', file: '', meant: null } };
