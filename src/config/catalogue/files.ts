/** The options that name files of a role. */
import type { Text } from '../../locale/text.js';
import { READERS, setting } from '../definition.js';
import { anyText } from '../flag-values.js';

const of = (role: Text): Text => ({ en: `a file of ${role.en}`, fa: `فایل ${role.fa}` });
const FLAG = { value: 'FILE', group: 'reading', commands: READERS, repeatable: true, parse: anyText } as const;

export const FILES = {
  deals: setting({ summary: of({ en: 'deals', fa: 'معاملات' }), flag: { name: 'deals', ...FLAG } }),
  customers: setting({ summary: of({ en: 'customers', fa: 'مشتریان' }), flag: { name: 'customers', ...FLAG } }),
  leads: setting({ summary: of({ en: 'leads', fa: 'سرنخ‌ها' }), flag: { name: 'leads', ...FLAG } }),
  orders: setting({
    summary: of({ en: 'orders or invoices, or their lines', fa: 'سفارش‌ها یا فاکتورها، یا اقلامشان' }),
    flag: { name: 'orders', ...FLAG },
  }),
  subscriptions: setting({
    summary: of({
      en: 'subscriptions: price, first and last day, a row each',
      fa: 'اشتراک‌ها: مبلغ، نخستین و آخرین روز، هر سطر یکی',
    }),
    flag: { name: 'subscriptions', ...FLAG },
  }),
  history: setting({
    summary: of({ en: 'stage changes, one a row', fa: 'تغییر مرحله‌ها، هر سطر یکی' }),
    flag: { name: 'history', ...FLAG },
  }),
  lookup: setting({
    summary: of({ en: 'a table to join: products, teams, regions', fa: 'جدولی برای پیوند: محصول، تیم، منطقه' }),
    flag: { name: 'lookup', ...FLAG },
  }),
} as const;
