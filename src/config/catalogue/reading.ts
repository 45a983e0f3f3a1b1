/** How files are read; detected when left out. */

import { parseSize } from '../../locale/byte-size.js';
import { currencyTyped } from '../../locale/currencies.js';
import { DECIMAL_SIGNS, decimalSignOf } from '../decimal-sign.js';
import { merged, READERS, setting } from '../definition.js';
import { delimiterOf } from '../delimiters.js';
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
} from '../flag-values.js';
import { A_TEXT, oneOf } from '../key-kinds.js';
import { DATE_ORDERS, OUTCOMES, REPEATED_IDS } from '../known-words.js';
import { joinNames } from '../named.js';
import { isTimezone } from '../timezone.js';

export const READING = {
  preset: setting({
    summary: {
      en: 'the CRM that wrote the files (`kpi list presets`)',
      fa: 'سامانه‌ای که فایل‌ها را ساخته (`kpi list presets`)',
    },
    flag: { name: 'preset', value: 'ID', group: 'reading', commands: READERS, completes: 'presets', parse: anyText },
    config: {
      key: 'preset',
      schema: ({ parts }) => parts.preset(),
      expected: { en: 'a preset of `kpi list presets`', fa: 'پیش‌تنظیمی از `kpi list presets`' },
      example: 'hubspot',
    },
    scope: ['load'],
  }),
  mapping: merged(
    {
      summary: {
        en: 'the column of a field; ROLE.FIELD=COLUMN where several roles are read',
        fa: 'ستون یک فیلد؛ اگر چند نقش خوانده می‌شود ROLE.FIELD=COLUMN',
      },
      flag: { name: 'map', value: 'FIELD=COLUMN', group: 'reading', commands: READERS, repeatable: true, parse: pair },
      config: {
        key: 'mapping',
        summary: {
          en: 'field or role.field (`kpi list fields`) → the column of the file that holds it',
          fa: 'فیلد یا نقش.فیلد (`kpi list fields`) ← ستونی از فایل که آن را دارد',
        },
        schema: ({ z, text }) => z.record(z.string(), text(), 'section'),
        expected: { en: 'keys and values, indented below it', fa: 'کلید و مقدار، با تورفتگی در زیر آن' },
        example: { amount: 'Deal value', 'leads.id': 'Lead ID' },
      },
    },
    joinNames,
  ),
  ignore: merged(
    {
      summary: { en: 'a column that is never taken for a field', fa: 'ستونی که هرگز به جای فیلدی گرفته نشود' },
      flag: { name: 'ignore', value: 'COLUMN', group: 'reading', commands: READERS, repeatable: true, parse: anyText },
      config: {
        key: 'ignore',
        summary: { en: 'columns that are never taken for a field', fa: 'ستون‌هایی که هرگز به جای فیلدی گرفته نمی‌شوند' },
        schema: ({ z, text, own }) => z.array(text(), own),
        expected: { en: 'a list of column headers', fa: 'فهرستی از سرستون‌ها' },
        example: ['Internal note'],
      },
      scope: ['load'],
    },
    (typed, written) => [...(written ?? []), ...(typed ?? [])],
  ),
  stages: merged(
    {
      summary: {
        en: 'what a stage means: won, lost, open or excluded; the name * is every stage not named, (blank) is none',
        fa: 'معنای یک مرحله: won، lost، open یا excluded؛ نام * یعنی هر مرحله‌ای که نیامده، (blank) یعنی بی‌مرحله',
      },
      flag: {
        name: 'stage',
        value: 'NAME=OUTCOME',
        group: 'reading',
        commands: READERS,
        repeatable: true,
        parse: stage,
      },
      config: {
        key: 'stages',
        summary: {
          en: 'what stages and statuses mean: won, lost, open or excluded; "*" is every name that is not listed',
          fa: 'معنای مرحله‌ها و وضعیت‌ها: won، lost، open یا excluded؛ "*" یعنی هر نامی که نیامده است',
        },
        schema: ({ z, own }) => z.record(z.string(), z.enum(OUTCOMES, own), 'section'),
        expected: { en: 'won, lost, open or excluded', fa: 'won، lost، open یا excluded' },
        example: { Signed: 'won', '*': 'open' },
      },
    },
    joinNames,
  ),
  currency: setting({
    summary: {
      en: 'currency of amounts that carry none, such as EUR or toman',
      fa: 'ارز مبلغ‌هایی که ارز ندارند، مانند EUR یا تومان',
    },
    flag: { name: 'currency', value: 'CODE', group: 'reading', commands: READERS, parse: currencyCode },
    config: {
      key: 'currency',
      summary: {
        en: 'currency of amounts that carry none and, with rates, of the report',
        fa: 'ارز مبلغ‌هایی که ارز ندارند و، با rates، ارز گزارش',
      },
      schema: ({ z, own }) => z.string(own).refine((text) => currencyTyped(text) !== null, own),
      expected: {
        en: 'a three-letter code, such as EUR, or a word such as toman',
        fa: 'کدی سه‌حرفی، مانند EUR، یا واژه‌ای مانند تومان',
      },
      example: 'EUR',
    },
    merge: (typed: string | undefined, written: string | undefined): string | undefined =>
      typed ?? (written === undefined ? undefined : (currencyTyped(written) ?? written)),
    scope: ['load'],
  }),
  timezone: setting({
    summary: {
      en: 'zone that decides the day of timestamps, such as Europe/Berlin (default: the offset that all of them carry, else UTC)',
      fa: 'منطقه‌ی زمانی که روز را روشن می‌کند، مانند Asia/Tehran (پیش‌فرض: اختلاف ساعتی که همه دارند، وگرنه UTC)',
    },
    flag: { name: 'timezone', value: 'ZONE', group: 'reading', commands: READERS, parse: timezone },
    config: {
      key: 'timezone',
      summary: { en: 'zone that decides the day of timestamps', fa: 'منطقه‌ی زمانی که روزِ زمان‌ها را روشن می‌کند' },
      schema: ({ z, own }) => z.string(own).refine(isTimezone, own),
      expected: { en: 'an IANA zone, such as Europe/Berlin', fa: 'نام منطقه در IANA، مانند Asia/Tehran' },
      example: 'Europe/Berlin',
    },
    scope: ['load'],
  }),
  dateOrder: setting({
    summary: { en: 'dmy, mdy or ymd', fa: 'dmy، mdy یا ymd' },
    flag: { name: 'date-order', value: 'ORDER', group: 'reading', commands: READERS, parse: choice(DATE_ORDERS) },
    config: {
      key: 'dateOrder',
      summary: {
        en: 'order of day, month and year where the cells fit several: dmy, mdy or ymd',
        fa: 'ترتیب روز، ماه و سال، جایی که سلول‌ها با چند ترتیب می‌خوانند: dmy، mdy یا ymd',
      },
      ...oneOf(DATE_ORDERS),
      example: 'dmy',
    },
    scope: ['load'],
  }),
  decimal: merged(
    {
      summary: {
        en: 'point or comma: the decimal sign of numbers that fit both, as 1.234 does',
        fa: 'point یا comma: نشان اعشار عددهایی که با هر دو می‌خوانند، مانند 1.234',
      },
      flag: {
        name: 'decimal',
        value: 'SIGN',
        group: 'reading',
        commands: READERS,
        completes: ['point', 'comma'],
        parse: decimalSign,
      },
      config: {
        key: 'decimal',
        summary: {
          en: 'decimal sign of numbers that fit both, as 1.234 does: point or comma',
          fa: 'نشان اعشار عددهایی که با هر دو می‌خوانند، مانند 1.234: point یا comma',
        },
        schema: ({ z, own }) => z.enum(Object.keys(DECIMAL_SIGNS) as (keyof typeof DECIMAL_SIGNS)[], own),
        expected: { en: 'point or comma, or the character in quotes', fa: 'point یا comma، یا خود نویسه در گیومه' },
        example: 'comma',
      },
      scope: ['load'],
    },
    (typed, written) => typed ?? decimalSignOf(written ?? '') ?? undefined,
  ),
  repeatedIds: setting({
    summary: {
      en: 'rows with the same id: lines of a deal (added up), newest (one counts) or all (each counts)',
      fa: 'سطرهای هم‌شناسه: lines (قلم‌های یک معامله، با هم جمع می‌شود)، newest (یکی شمرده می‌شود) یا all (هر کدام)',
    },
    flag: { name: 'repeated-ids', value: 'MEANING', group: 'reading', commands: READERS, parse: choice(REPEATED_IDS) },
    config: {
      key: 'repeatedIds',
      summary: {
        en: 'rows with the same id: lines of one deal, the newest of them, or all (left out: what they hold decides)',
        fa: 'سطرهای هم‌شناسه: lines (قلم‌های یک معامله)، newest (تازه‌ترین) یا all (اگر نیاید، محتوای سطرها تعیین می‌کند)',
      },
      ...oneOf(REPEATED_IDS),
      example: 'newest',
    },
    scope: ['load'],
  }),
  sheet: setting({
    summary: { en: 'sheet of a workbook', fa: 'برگه‌ی فایل اکسل' },
    flag: { name: 'sheet', value: 'NAME', group: 'reading', commands: READERS, parse: anyText },
    config: { key: 'sheet', ...A_TEXT, example: 'Deals' },
    scope: ['load'],
  }),
  encoding: setting({
    summary: { en: 'text encoding, such as windows-1252', fa: 'رمزگذاری متن، مانند windows-1256' },
    flag: { name: 'encoding', value: 'NAME', group: 'reading', commands: READERS, parse: anyText },
    config: { key: 'encoding', ...A_TEXT, example: 'windows-1256' },
    scope: ['load'],
  }),
  delimiter: merged(
    {
      summary: {
        en: 'comma, semicolon, tab or pipe, or the character itself',
        fa: 'comma، semicolon، tab یا pipe، یا خود نویسه',
      },
      flag: {
        name: 'delimiter',
        value: 'CHARACTER',
        group: 'reading',
        commands: READERS,
        completes: 'delimiters',
        parse: delimiterName,
      },
      config: {
        key: 'delimiter',
        summary: { en: 'delimiter: comma, semicolon, tab or pipe', fa: 'جداکننده: comma، semicolon، tab یا pipe' },
        schema: ({ z, own }) => z.string(own).refine((name) => delimiterOf(name) !== null, own),
        expected: {
          en: 'comma, semicolon, tab or pipe, or the character',
          fa: 'comma، semicolon، tab یا pipe، یا خود نویسه',
        },
        example: 'semicolon',
      },
      scope: ['load'],
    },
    (typed, written) => typed ?? delimiterOf(written ?? '') ?? undefined,
  ),
  maxSize: merged(
    {
      summary: {
        en: 'most bytes of a packed file or a pipe that are read, unpacked, such as 4GB (default: 2GiB); mcp: of any file (default: 256MB)',
        fa: 'بیشترین بایت فایل فشرده یا لوله پس از باز شدن، مانند 4GB (پیش‌فرض: 2GiB)؛ در mcp بیشترین بایت هر فایل (پیش‌فرض: 256MB)',
      },
      flag: { name: 'max-size', value: 'SIZE', group: 'reading', commands: [...READERS, 'mcp'], parse: byteSize },
      config: {
        key: 'maxSize',
        summary: {
          en: 'most bytes of a packed file that are read, unpacked',
          fa: 'بیشترین بایت فایل فشرده که پس از باز شدن خوانده می‌شود',
        },
        schema: ({ z, own }) => z.string(own).refine((size) => parseSize(size) !== null, own),
        expected: { en: 'a size, such as 500MB, 4GB or 2GiB', fa: 'اندازه، مانند 500MB، 4GB یا 2GiB' },
        example: '4GB',
      },
      scope: ['load'],
    },
    (typed, written) => typed ?? parseSize(written ?? '') ?? undefined,
  ),
  mergedCustomers: setting({
    summary: {
      en: 'names that are one customer, list by list; those that differ in case, spaces or punctuation alone are one anyway',
      fa: 'نام‌هایی که یک مشتری‌اند، فهرست به فهرست؛ آن‌هایی که تنها در حروف بزرگ، فاصله یا نشانه‌ها فرق دارند خود یکی‌اند',
    },
    config: {
      key: 'customers.merge',
      schema: ({ z, text, own }) => z.array(z.array(text(), own).min(2, own), own),
      expected: {
        en: 'a list of lists of names, two or more in each: [[Acme GmbH, Acme Inc.]]',
        fa: 'فهرستی از فهرست‌های نام، هر یک با دست‌کم دو نام: [[Acme GmbH, Acme Inc.]]',
      },
      example: [['Acme GmbH', 'Acme Inc.']],
    },
    scope: ['load'],
  }),
} as const;
