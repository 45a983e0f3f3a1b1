/** How files are read; detected when left out. */
import type { Text } from '../../locale/text.js';
import {
  anyText,
  byteSize,
  choice,
  currencyCode,
  decimalSign,
  delimiterName,
  pair,
  stage,
  timezone,
} from '../values.js';
import { type OptionDefinition, option, repeated } from './definition.js';

/** The option that names files of a role. */
function files(role: Text): OptionDefinition<string> {
  return {
    value: 'FILE',
    group: 'reading',
    summary: { en: `a file of ${role.en}`, fa: `فایل ${role.fa}` },
    parse: anyText,
  };
}

export const READING = {
  deals: repeated(files({ en: 'deals', fa: 'معاملات' })),
  customers: repeated(files({ en: 'customers', fa: 'مشتریان' })),
  leads: repeated(files({ en: 'leads', fa: 'سرنخ‌ها' })),
  orders: repeated(files({ en: 'orders or invoices, or their lines', fa: 'سفارش‌ها یا فاکتورها، یا اقلامشان' })),
  subscriptions: repeated(
    files({
      en: 'subscriptions: price, first and last day, a row each',
      fa: 'اشتراک‌ها: مبلغ، نخستین و واپسین روز، هر سطر یکی',
    }),
  ),
  history: repeated(files({ en: 'stage changes, one a row', fa: 'تغییر مرحله‌ها، هر سطر یکی' })),
  lookup: repeated(
    files({ en: 'a table to join: products, teams, regions', fa: 'جدولی برای پیوند: محصول، تیم، منطقه' }),
  ),
  preset: option({
    value: 'ID',
    group: 'reading',
    summary: {
      en: 'the CRM that wrote the files (`kpi list presets`)',
      fa: 'سامانه‌ای که فایل‌ها را ساخته (`kpi list presets`)',
    },
    config: 'preset',
    parse: anyText,
  }),
  map: repeated({
    value: 'FIELD=COLUMN',
    group: 'reading',
    summary: {
      en: 'the column of a field; ROLE.FIELD=COLUMN where several roles are read',
      fa: 'ستون یک فیلد؛ اگر چند نقش خوانده می‌شود ROLE.FIELD=COLUMN',
    },
    config: 'mapping',
    parse: pair,
  }),
  ignore: repeated({
    value: 'COLUMN',
    group: 'reading',
    summary: { en: 'a column that is never taken for a field', fa: 'ستونی که هرگز به جای فیلدی گرفته نشود' },
    config: 'ignore',
    parse: anyText,
  }),
  stage: repeated({
    value: 'NAME=OUTCOME',
    group: 'reading',
    summary: {
      en: 'what a stage means: won, lost, open or excluded; the name * is every stage not named, (blank) is none',
      fa: 'معنای یک مرحله: won، lost، open یا excluded؛ نام * یعنی هر مرحله‌ای که نیامده، (blank) یعنی بی‌مرحله',
    },
    config: 'stages',
    parse: stage,
  }),
  currency: option({
    value: 'CODE',
    group: 'reading',
    summary: { en: 'currency of amounts that carry none, such as EUR', fa: 'ارز مبلغ‌هایی که ارز ندارند، مانند EUR' },
    config: 'currency',
    parse: currencyCode,
  }),
  timezone: option({
    value: 'ZONE',
    group: 'reading',
    summary: {
      en: 'zone that decides the day of timestamps, such as Europe/Berlin (default: the offset that all of them carry, else UTC)',
      fa: 'منطقه‌ی زمانی که روز را روشن می‌کند، مانند Asia/Tehran (پیش‌فرض: اختلاف ساعتی که همه دارند، وگرنه UTC)',
    },
    config: 'timezone',
    parse: timezone,
  }),
  sheet: option({
    value: 'NAME',
    group: 'reading',
    summary: { en: 'sheet of a workbook', fa: 'برگه‌ی فایل اکسل' },
    config: 'sheet',
    parse: anyText,
  }),
  encoding: option({
    value: 'NAME',
    group: 'reading',
    summary: { en: 'text encoding, such as windows-1252', fa: 'رمزگذاری متن، مانند windows-1256' },
    config: 'encoding',
    parse: anyText,
  }),
  delimiter: option({
    value: 'CHARACTER',
    group: 'reading',
    summary: {
      en: 'comma, semicolon, tab or pipe, or the character itself',
      fa: 'comma، semicolon، tab یا pipe، یا خود نویسه',
    },
    config: 'delimiter',
    parse: delimiterName,
  }),
  'max-size': option({
    value: 'SIZE',
    group: 'reading',
    summary: {
      en: 'most bytes of a packed file or a pipe that are read, unpacked, such as 4GB (default: 2GiB)',
      fa: 'بیشترین بایت فایل فشرده یا لوله پس از باز شدن، مانند 4GB (پیش‌فرض: 2GiB)',
    },
    config: 'maxSize',
    parse: byteSize,
  }),
  'date-order': option({
    value: 'ORDER',
    group: 'reading',
    summary: { en: 'dmy, mdy or ymd', fa: 'dmy، mdy یا ymd' },
    config: 'dateOrder',
    parse: choice(['dmy', 'mdy', 'ymd']),
  }),
  decimal: option({
    value: 'SIGN',
    group: 'reading',
    summary: {
      en: 'point or comma: the decimal sign of numbers that fit both, as 1.234 does',
      fa: 'point یا comma: نشان اعشار عددهایی که با هر دو می‌خوانند، مانند 1.234',
    },
    config: 'decimal',
    parse: decimalSign,
  }),
  'repeated-ids': option({
    value: 'MEANING',
    group: 'reading',
    summary: {
      en: 'rows with the same id: lines of a deal (added up), newest (one counts) or all (each counts)',
      fa: 'سطرهای هم‌شناسه: lines (قلم‌های یک معامله، با هم جمع می‌شود)، newest (یکی شمرده می‌شود) یا all (هر کدام)',
    },
    config: 'repeatedIds',
    parse: choice(['lines', 'newest', 'all']),
  }),
} as const satisfies Record<string, OptionDefinition>;
