import { foldText } from '../locale/fold.js';
import type { Text } from '../locale/text.js';

/** How a field's cells are stored and parsed. `category` = few distinct texts; `text` = mostly distinct texts. */
export type FieldKind = 'text' | 'category' | 'day' | 'money' | 'number' | 'ratio' | 'boolean';

export interface FieldInfo {
  readonly title: Text;
  readonly kind: FieldKind;
}

/** Every field of a deal. The order is the order of `kpi list fields`. */
export const DEAL_FIELDS = {
  id: { title: { en: 'Deal id', fa: 'شناسه معامله' }, kind: 'text' },
  name: { title: { en: 'Deal name', fa: 'نام معامله' }, kind: 'text' },
  account: { title: { en: 'Account', fa: 'شرکت' }, kind: 'category' },
  account_id: { title: { en: 'Account id', fa: 'شناسه شرکت' }, kind: 'category' },
  contact: { title: { en: 'Contact', fa: 'مخاطب' }, kind: 'category' },
  contact_email: { title: { en: 'Contact e-mail', fa: 'ایمیل مخاطب' }, kind: 'text' },
  contact_phone: { title: { en: 'Contact phone', fa: 'تلفن مخاطب' }, kind: 'text' },
  owner: { title: { en: 'Owner', fa: 'مسئول' }, kind: 'category' },
  stage: { title: { en: 'Stage', fa: 'مرحله' }, kind: 'category' },
  status: { title: { en: 'Status', fa: 'وضعیت' }, kind: 'category' },
  is_closed: { title: { en: 'Closed?', fa: 'بسته شده؟' }, kind: 'boolean' },
  is_won: { title: { en: 'Won?', fa: 'برنده؟' }, kind: 'boolean' },
  pipeline: { title: { en: 'Pipeline', fa: 'پایپ‌لاین' }, kind: 'category' },
  amount: { title: { en: 'Amount', fa: 'مبلغ' }, kind: 'money' },
  currency: { title: { en: 'Currency', fa: 'ارز' }, kind: 'category' },
  probability: { title: { en: 'Probability', fa: 'احتمال موفقیت' }, kind: 'ratio' },
  created_at: { title: { en: 'Created', fa: 'تاریخ ایجاد' }, kind: 'day' },
  closed_at: { title: { en: 'Closed', fa: 'تاریخ بسته شدن' }, kind: 'day' },
  won_at: { title: { en: 'Won', fa: 'تاریخ برد' }, kind: 'day' },
  lost_at: { title: { en: 'Lost', fa: 'تاریخ از دست رفتن' }, kind: 'day' },
  close_date: { title: { en: 'Close date (expected while open, actual when closed)', fa: 'تاریخ بستن' }, kind: 'day' },
  expected_close: { title: { en: 'Expected close', fa: 'تاریخ احتمالی بستن' }, kind: 'day' },
  stage_changed_at: { title: { en: 'Last stage change', fa: 'آخرین تغییر مرحله' }, kind: 'day' },
  last_activity: { title: { en: 'Last activity', fa: 'آخرین فعالیت' }, kind: 'day' },
  next_activity: { title: { en: 'Next activity', fa: 'فعالیت بعدی' }, kind: 'day' },
  modified_at: { title: { en: 'Last modified', fa: 'آخرین ویرایش' }, kind: 'day' },
  source: { title: { en: 'Source', fa: 'منبع' }, kind: 'category' },
  type: { title: { en: 'Deal type', fa: 'نوع معامله' }, kind: 'category' },
  lost_reason: { title: { en: 'Lost reason', fa: 'دلیل از دست رفتن' }, kind: 'category' },
  won_reason: { title: { en: 'Won reason', fa: 'دلیل برد' }, kind: 'category' },
  product: { title: { en: 'Product', fa: 'محصول' }, kind: 'category' },
  lead_id: { title: { en: 'Lead id', fa: 'شناسه سرنخ' }, kind: 'text' },
  push_count: { title: { en: 'Times the close date was moved', fa: 'دفعات تعویق تاریخ بستن' }, kind: 'number' },
} as const satisfies Record<string, FieldInfo>;

export const CUSTOMER_FIELDS = {
  id: { title: { en: 'Customer id', fa: 'شناسه مشتری' }, kind: 'text' },
  name: { title: { en: 'Customer name', fa: 'نام مشتری' }, kind: 'text' },
  started_at: { title: { en: 'Customer since', fa: 'شروع مشتری' }, kind: 'day' },
  ended_at: { title: { en: 'Customer until', fa: 'پایان مشتری' }, kind: 'day' },
  created_at: { title: { en: 'Created', fa: 'تاریخ ثبت' }, kind: 'day' },
  owner: { title: { en: 'Owner', fa: 'مسئول' }, kind: 'category' },
  industry: { title: { en: 'Industry', fa: 'صنعت' }, kind: 'category' },
  country: { title: { en: 'Country', fa: 'کشور' }, kind: 'category' },
  type: { title: { en: 'Customer type', fa: 'نوع مشتری' }, kind: 'category' },
  status: { title: { en: 'Customer status', fa: 'وضعیت مشتری' }, kind: 'category' },
} as const satisfies Record<string, FieldInfo>;

export const LEAD_FIELDS = {
  id: { title: { en: 'Lead id', fa: 'شناسه سرنخ' }, kind: 'text' },
  name: { title: { en: 'Lead name', fa: 'نام سرنخ' }, kind: 'text' },
  company: { title: { en: 'Company', fa: 'شرکت' }, kind: 'text' },
  email: { title: { en: 'E-mail', fa: 'ایمیل' }, kind: 'text' },
  status: { title: { en: 'Lead status', fa: 'وضعیت سرنخ' }, kind: 'category' },
  source: { title: { en: 'Lead source', fa: 'منبع سرنخ' }, kind: 'category' },
  owner: { title: { en: 'Lead owner', fa: 'مسئول سرنخ' }, kind: 'category' },
  created_at: { title: { en: 'Lead created', fa: 'تاریخ ایجاد سرنخ' }, kind: 'day' },
  converted: { title: { en: 'Converted?', fa: 'تبدیل شده؟' }, kind: 'boolean' },
  converted_at: { title: { en: 'Converted', fa: 'تاریخ تبدیل' }, kind: 'day' },
  converted_deal_id: { title: { en: 'Converted deal id', fa: 'شناسه معامله‌ی حاصل' }, kind: 'text' },
} as const satisfies Record<string, FieldInfo>;

/** An order or invoice log: a row is an order, or one line of it. */
export const ORDER_FIELDS = {
  id: { title: { en: 'Invoice or order number', fa: 'شماره فاکتور یا سفارش' }, kind: 'text' },
  customer: { title: { en: 'Customer', fa: 'مشتری' }, kind: 'category' },
  customer_id: { title: { en: 'Customer id', fa: 'شناسه مشتری' }, kind: 'category' },
  ordered_at: { title: { en: 'Ordered', fa: 'تاریخ سفارش' }, kind: 'day' },
  status: { title: { en: 'Order status', fa: 'وضعیت سفارش' }, kind: 'category' },
  amount: { title: { en: 'Amount', fa: 'مبلغ' }, kind: 'money' },
  quantity: { title: { en: 'Quantity', fa: 'تعداد' }, kind: 'number' },
  unit_price: { title: { en: 'Unit price', fa: 'قیمت واحد' }, kind: 'money' },
  currency: { title: { en: 'Currency', fa: 'ارز' }, kind: 'category' },
  product: { title: { en: 'Product', fa: 'محصول' }, kind: 'category' },
} as const satisfies Record<string, FieldInfo>;

/** A subscription or contract that is paid again and again: a row is a stretch of time at one price. */
export const SUBSCRIPTION_FIELDS = {
  id: { title: { en: 'Subscription id', fa: 'شناسه اشتراک' }, kind: 'text' },
  customer: { title: { en: 'Customer', fa: 'مشتری' }, kind: 'category' },
  customer_id: { title: { en: 'Customer id', fa: 'شناسه مشتری' }, kind: 'category' },
  plan: { title: { en: 'Plan', fa: 'طرح اشتراک' }, kind: 'category' },
  status: { title: { en: 'Subscription status', fa: 'وضعیت اشتراک' }, kind: 'category' },
  mrr: { title: { en: 'Price per month', fa: 'مبلغ ماهانه' }, kind: 'money' },
  arr: { title: { en: 'Price per year', fa: 'مبلغ سالانه' }, kind: 'money' },
  amount: { title: { en: 'Price per billing interval', fa: 'مبلغ هر دوره‌ی پرداخت' }, kind: 'money' },
  unit_price: { title: { en: 'Price per seat', fa: 'قیمت هر کاربر' }, kind: 'money' },
  quantity: { title: { en: 'Seats', fa: 'تعداد کاربر' }, kind: 'number' },
  interval: { title: { en: 'Billing interval', fa: 'دوره‌ی پرداخت' }, kind: 'category' },
  currency: { title: { en: 'Currency', fa: 'ارز' }, kind: 'category' },
  started_at: { title: { en: 'First day', fa: 'نخستین روز' }, kind: 'day' },
  created_at: { title: { en: 'Created', fa: 'تاریخ ثبت' }, kind: 'day' },
  churned_at: { title: { en: 'Churned', fa: 'تاریخ ریزش' }, kind: 'day' },
  ended_at: { title: { en: 'Last day', fa: 'آخرین روز' }, kind: 'day' },
  cancelled_at: { title: { en: 'Cancelled', fa: 'تاریخ لغو' }, kind: 'day' },
} as const satisfies Record<string, FieldInfo>;

/** One change of a deal's stage, in a log of changes. */
export const HISTORY_FIELDS = {
  deal_id: { title: { en: 'Deal id', fa: 'شناسه معامله' }, kind: 'text' },
  deal_name: { title: { en: 'Deal name', fa: 'نام معامله' }, kind: 'text' },
  account: { title: { en: 'Account', fa: 'شرکت' }, kind: 'category' },
  from_stage: { title: { en: 'Stage left', fa: 'مرحله‌ی پیشین' }, kind: 'category' },
  to_stage: { title: { en: 'Stage entered', fa: 'مرحله‌ی تازه' }, kind: 'category' },
  field: { title: { en: 'Field that changed', fa: 'فیلد تغییرکرده' }, kind: 'category' },
  old_value: { title: { en: 'Old value', fa: 'مقدار پیشین' }, kind: 'category' },
  new_value: { title: { en: 'New value', fa: 'مقدار تازه' }, kind: 'category' },
  changed_at: { title: { en: 'Day of the change', fa: 'روز تغییر' }, kind: 'day' },
} as const satisfies Record<string, FieldInfo>;

/** What is asked of deals beside their own fields. */
const MADE: Readonly<Record<string, Text>> = {
  customer: { en: 'Customer', fa: 'مشتری' },
  outcome: { en: 'Outcome', fa: 'نتیجه' },
};

/** What a field of deals, `customer` or `outcome` is called, without what a bracket explains; null for anything else. */
export function dealFieldTitle(field: string): Text | null {
  if (Object.hasOwn(MADE, field)) return MADE[field] ?? null;
  if (!Object.hasOwn(DEAL_FIELDS, field)) return null;
  const { en, fa } = DEAL_FIELDS[field as DealFieldName].title;
  return { en: en.replace(/ \(.*$/, ''), fa };
}

/** Of some fields the one with a title, in any language and however it is typed; null for none. */
export function dealFieldTitled(title: string, fields: Iterable<string>): string | null {
  const asked = foldText(title);
  for (const field of fields) {
    if (Object.values(dealFieldTitle(field) ?? {}).some((one) => foldText(one) === asked)) return field;
  }
  return null;
}

export type DealFieldName = keyof typeof DEAL_FIELDS;
export type CustomerFieldName = keyof typeof CUSTOMER_FIELDS;
export type LeadFieldName = keyof typeof LEAD_FIELDS;
export type HistoryFieldName = keyof typeof HISTORY_FIELDS;
export type OrderFieldName = keyof typeof ORDER_FIELDS;
export type SubscriptionFieldName = keyof typeof SUBSCRIPTION_FIELDS;

/**
 * What a file holds. A history has a row per change of a deal's stage; a lookup table has a key that another file's
 * column points to, and columns to join.
 */
export const ROLES = ['deals', 'customers', 'leads', 'orders', 'subscriptions', 'history', 'lookup'] as const;
export type Role = (typeof ROLES)[number];

/** The mappable fields of a role. Lookup tables have none: their columns are joined by their own headers. */
export function fieldsOf(role: Role): Readonly<Record<string, FieldInfo>> {
  if (role === 'deals') return DEAL_FIELDS;
  if (role === 'customers') return CUSTOMER_FIELDS;
  if (role === 'leads') return LEAD_FIELDS;
  if (role === 'history') return HISTORY_FIELDS;
  if (role === 'orders') return ORDER_FIELDS;
  if (role === 'subscriptions') return SUBSCRIPTION_FIELDS;
  return {};
}
