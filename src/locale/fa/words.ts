/** What sentences in Persian are put together from. Numbers of rows keep the digits that a spreadsheet shows. */

import { countText } from '../numbers.js';
import { fieldWords } from '../reasons.js';

export function number(n: number): string {
  return countText(n, 'fa');
}

/** `«Owner»، «Stage»`. */
export function quoted(names: readonly string[], comma = '، '): string {
  return names.map((name) => `«${name}»`).join(comma);
}

/** `«Owner»، «Stage» و ۳ مورد دیگر`. */
export function listed(names: readonly string[], more: number): string {
  return `${names.join('، ')}${more === 0 ? '' : ` و ${number(more)} مورد دیگر`}`;
}

/** ` (سطر 3، 8، …)`; nothing where no row is known. */
export function inRows(rows: readonly number[], count: number): string {
  return rows.length === 0 ? '' : ` (سطر ${rows.join('، ')}${count > rows.length ? '، …' : ''})`;
}

/** A share of one as whole per cent: `۲۷٪`. */
export function percent(share: number): string {
  return `${number(Math.round(share * 100))}٪`;
}

/** A field as it is called, else the name that is typed. */
export function fieldName(field: string): string {
  const words = fieldWords(field, 'fa');
  return words === field ? field : `«${words}»`;
}

/** Files by what they hold. */
export const ROLES: Readonly<Record<string, string>> = {
  deals: 'معامله',
  customers: 'مشتری',
  leads: 'سرنخ',
  orders: 'سفارش',
  subscriptions: 'اشتراک',
  history: 'تغییر مرحله',
  lookup: 'جدول کمکی',
};
