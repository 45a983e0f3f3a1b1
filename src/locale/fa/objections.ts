import type { OBJECTIONS as EN } from '../en/objections.js';
import type { Spoken } from '../said.js';
import { fieldName, number, quoted } from './words.js';

export const OBJECTIONS: Spoken<typeof EN> = {
  one_digit: ({ values }) => `عددهایش یک‌رقمی است (${quoted(values)})`,
  numbers_not_names: ({ values }) => `مقدارهایش عدد است (${quoted(values)})`,
  no_known_value: ({ field }) => `هیچ‌یک از مقدارهایش ${fieldName(field)} شناخته‌شده‌ای نیست`,
  yes_or_no: ({ values }) => `سلول‌هایش بله یا خیر است (${quoted(values)})`,
  dates_not_names: ({ values }) => `سلول‌هایش تاریخ است (${quoted(values)})`,
  job_titles: ({ values }) => `سلول‌هایش سمت افراد است (${quoted(values)})`,
  place_names: ({ values }) => `مقدارهایش نام جاهاست (${quoted(values)})`,
  after_close: ({ n, of, closed }) =>
    `در ${number(n)} معامله از ${number(of)} ${closed ? 'معامله‌ی بسته‌شده' : 'معامله'} پس از بسته شدن است، چنان‌که آغاز قرارداد هست`,
  before_creation: ({ n, of, closed }) =>
    `در ${number(n)} معامله از ${number(of)} ${closed ? 'معامله‌ی بسته‌شده' : 'معامله'} پیش از ایجاد است`,
  after_other: ({ n, of, other }) => `در ${number(n)} معامله از ${number(of)} معامله پس از «${other}» است`,
  before_other: ({ n, of, other }) => `در ${number(n)} معامله از ${number(of)} معامله پیش از «${other}» است`,
};
