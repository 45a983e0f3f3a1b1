import type { HelpTopic } from './definition.js';

export const files: HelpTopic = {
  name: 'files',
  title: { en: 'what is read and what is written', fa: 'چه خوانده و چه نوشته می‌شود' },
  page: 'docs/files.md',
  sections: [
    {
      title: { en: 'Read', fa: 'خواندن' },
      rows: [
        [
          'deals.csv accounts.csv',
          {
            en: 'what each file holds is found out; tables are joined',
            fa: 'محتوای هر فایل شناخته و جدول‌ها پیوند زده می‌شود',
          },
        ],
        ['--deals, --leads, --customers, --orders', { en: 'or it is said', fa: 'یا گفته می‌شود' }],
        ['-', { en: 'standard input', fa: 'ورودی استاندارد' }],
        ['.csv .xlsx .xls .ods .gz .zip', { en: 'by their content, not by their name', fa: 'از روی محتوا، نه نام' }],
        [
          '--map amount="Deal value"',
          { en: 'the column of a field (`kpi list fields`)', fa: 'ستون یک فیلد (`kpi list fields`)' },
        ],
      ],
    },
    {
      title: { en: 'Written', fa: 'نوشتن' },
      rows: [
        [
          '-o weekly.md',
          {
            en: 'replaces the file that is there, as compilers do: whole, or not at all; the format by the ending',
            fa: 'جای فایل پیشین را می‌گیرد، مانند کامپایلرها: کامل یا هیچ؛ قالب از روی پسوند',
          },
        ],
        ['-o -', { en: 'standard output', fa: 'خروجی استاندارد' }],
        [
          'kpi init',
          {
            en: 'never replaces a config without --force: it may hold answers that no file can give again',
            fa: 'بی --force جای تنظیمات را نمی‌گیرد: شاید پاسخ‌هایی در آن باشد که هیچ فایلی دوباره نمی‌دهد',
          },
        ],
        [
          'an input file',
          { en: 'is never written to, under whatever name', fa: 'هرگز رویش نوشته نمی‌شود، با هر نامی که باشد' },
        ],
      ],
    },
  ],
};
