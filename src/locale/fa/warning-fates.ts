import type { WARNING_FATES as English } from '../en/warning-fates.js';
import type { Spoken } from '../said.js';

export const WARNING_FATES: Spoken<typeof English> = {
  rates_were_given: () => 'نرخ‌ها را کاربر داده است و شاخص‌ها می‌گویند که به کار رفته‌اند.',
  rates_are_missing: () => 'درباره‌ی نرخ‌های داده‌شده است نه فایل‌ها، و شاخص بدون نرخ مقدار ندارد.',
  condition_fits_nothing: () => 'درباره‌ی شرط --where است؛ بررسی بدون رکورد با کد خروج ۳ پایان می‌یابد.',
  condition_is_misspelt: () => 'درباره‌ی شرط --where است نه فایل‌ها.',
  spellings_are_one_customer: () => 'نام‌هایی که تنها در نگارش فرق دارند یک مشتری‌اند، که درست همین است.',
  config_merges_customers: () => 'کاربر در تنظیمات گفته است.',
  config_is_of_many_files: () => 'درباره‌ی فهرستی در تنظیمات است که از فایل‌های دیگر نیز می‌گوید.',
  says_which_file: () => 'می‌گوید هر شاخص از کدام فایل است و هیچ‌یک ایرادی ندارد.',
  orders_have_their_own_run: () => 'می‌گوید قاعده‌ها درباره‌ی چیست؛ سفارش‌ها با اجرای جداگانه بررسی می‌شوند.',
  orders_are_counted: () => 'می‌گوید فایل سفارش چگونه شمرده شده است، که درست همین است.',
};
