import type { Text } from '../locale/text.js';
import { LIMIT_EXPECTED } from './limit-schema.js';

/** What the values of these keys should have been, by the code that the schema gives as its message. */
export const CUSTOM_EXPECTED = {
  rule_id: {
    en: 'small letters, digits and _ with a dot between: custom.big_deals',
    fa: 'حرف کوچک، رقم و _ با یک نقطه در میان: custom.big_deals',
  },
  own_rule_id: { en: 'an id that no other rule has', fa: 'شناسه‌ای که قاعده‌ی دیگری ندارد' },
  custom_rules: { en: 'a list of rules, each with id and require', fa: 'فهرستی از قاعده‌ها، هر یک با id و require' },
  condition: { en: 'a condition, such as amount >= 1000', fa: 'یک شرط، مانند amount >= 1000' },
  values: { en: 'a list of values, such as [North, South]', fa: 'فهرستی از مقدارها، مانند [North, South]' },
  bound: {
    en: 'a number, a day such as 2025-01-31, or money such as 5000 EUR',
    fa: 'عدد، روزی مانند 2025-01-31، یا مبلغی مانند 5000 EUR',
  },
  range: { en: 'min, max or both: { min: 0, max: 100 }', fa: 'min، max یا هر دو: { min: 0, max: 100 }' },
  total: { en: 'a number, or { value: 1000, tolerance: 0.5 }', fa: 'عدد، یا { value: 1000, tolerance: 0.5 }' },
  tolerance: { en: 'a number, 0 or more, or a share such as 1%', fa: 'عددی، 0 یا بیشتر، یا سهمی مانند 1%' },
  role: { en: 'deals, customers, leads or orders', fa: 'deals، customers، leads یا orders' },
  column_type: {
    en: 'text, date, number, integer, boolean, email, phone or url',
    fa: 'text، date، number، integer، boolean، email، phone یا url',
  },
  match: { en: 'exact or folded', fa: 'exact یا folded' },
  together: {
    en: 'two or more columns, such as [account, closed_at], or a list of such lists',
    fa: 'دو ستون یا بیشتر، مانند [account, closed_at]، یا فهرستی از چنین فهرست‌ها',
  },
  figures: {
    en: 'a condition over figures, such as avg(amount) between 1k and 50k',
    fa: 'شرطی بر عددها، مانند avg(amount) between 1k and 50k',
  },
  expectation: {
    en: 'a condition over figures, such as avg(amount) > 1k, or { check: avg(amount) > 1k, by: owner }',
    fa: 'شرطی بر عددها، مانند avg(amount) > 1k، یا { check: avg(amount) > 1k, by: owner }',
  },
  expect: {
    en: 'control totals, such as { rows: 1192 }, or a list of conditions over figures',
    fa: 'جمع‌های کنترلی، مانند { rows: 1192 }، یا فهرستی از شرط‌ها بر عددها',
  },
  ...LIMIT_EXPECTED,
} as const satisfies Record<string, Text>;
