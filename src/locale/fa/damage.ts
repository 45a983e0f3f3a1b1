import { printSize } from '../byte-size.js';
import type * as EN from '../en/damage.js';

export const DAMAGE: typeof EN.DAMAGE = {
  ends_early: () => 'ناتمام یا آسیب‌دیده است',
  too_many_parts: () => 'بیش از ۱۰٬۰۰۰ بخش دارد',
  parts_overlap: () => 'بخش‌های آن روی هم افتاده‌اند',
  unpacks_too_large: ({ most }) => `پس از باز شدن از ${printSize(most)} بزرگ‌تر است (این مرز با --max-size بالا می‌رود)`,
  sheet_too_large: () => 'یک برگه‌ی آن پس از باز شدن از 512 MiB بزرگ‌تر است',
  unpacks_too_far: () =>
    'پس از باز شدن بیش از ۲۰۰ برابر می‌شود و هیچ کارپوشه‌ای چنین نیست (این مرز با --max-size بالا می‌رود)',
  declares_type: () => 'در آن اعلان نوع سند (DOCTYPE) هست که هیچ کارپوشه‌ای به آن نیاز ندارد',
  part_damaged: ({ part }) => `بخش «${part}» آن آسیب دیده یا ناتمام است`,
  entry_damaged: ({ name }) => `«${name}» در آن آسیب دیده یا ناتمام است`,
  packed_otherwise: ({ name }) => `«${name}» در آن به شیوه‌ای جز deflate فشرده شده است`,
  endless: () => 'خواندن آن به پایان نمی‌رسد؛ پس آسیب دیده است',
  reader_says: ({ message }) => `پیام خواننده: «${message}»`,
  parts_do_not_fit: () => 'بخش‌های آن چنان‌که در کارپوشه باید باشد با هم جور نیست',
  sheet_damaged: ({ sheet }) => `برگه‌ی «${sheet}» آسیب دیده است`,
  repeats_too_often: () => 'سطرها و سلول‌های تکرارشده‌ی آن بیش از گنجایش یک برگه است',
};

export const LOOKS_LIKE: { readonly [Code in keyof typeof EN.LOOKS_LIKE]: string } = {
  jpeg: 'تصویر JPEG',
  png: 'تصویر PNG',
  gif: 'تصویر GIF',
  pdf: 'سند PDF',
  rar: 'بایگانی RAR',
  seven_zip: 'بایگانی 7-Zip',
  bzip2: 'بایگانی bzip2',
  zstd: 'بایگانی zstd',
  xz: 'بایگانی xz',
  parquet: 'فایل Parquet',
  sqlite: 'پایگاه داده‌ی SQLite',
  program: 'یک برنامه',
  binary: 'داده‌ی دودویی',
  json: 'سند JSON',
  xml: 'سند XML',
  web_page: 'صفحه‌ی وب بی‌جدول',
  zip: 'بایگانی ZIP',
  zip_without_table: 'بایگانی ZIP بی‌جدول',
  nested_zip: 'بایگانی ZIP با بایگانی دیگری درون آن',
  endless_line: 'یک سطر بی‌پایان',
};
