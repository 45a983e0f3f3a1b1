import type { HelpTopic } from './definition.js';

export const dates: HelpTopic = {
  name: 'dates',
  title: { en: 'how dates, numbers and money are read', fa: 'تاریخ، عدد و پول چگونه خوانده می‌شود' },
  page: 'docs/dates-and-money.md',
  sections: [
    {
      title: { en: 'Dates', fa: 'تاریخ‌ها' },
      rows: [
        [
          '03/04/2025',
          {
            en: 'one order of day and month for every written form of a column, from all its cells; --date-order where none settles it',
            fa: 'یک ترتیب روز و ماه برای هر شکل نوشتن در ستون، از همه‌ی خانه‌ها؛ اگر روشن نشد --date-order',
          },
        ],
        ['1404/01/11, ۱۴۰۴-۰۱-۱۱', { en: 'Jalali days', fa: 'روزهای هجری شمسی' }],
        [
          '2025-03-31T23:30:00Z',
          { en: 'an instant: --timezone says whose day it is', fa: 'یک لحظه: --timezone می‌گوید روز کجاست' },
        ],
        [
          '--as-of 2025-06-30, --as-of ۱۴۰۴/۴/۹',
          {
            en: 'the snapshot date; without it the newest recorded day of the data, never the clock',
            fa: 'تاریخ مبنا؛ بی آن تازه‌ترین روز ثبت‌شده در داده‌ها، نه ساعت دستگاه',
          },
        ],
      ],
    },
    {
      title: { en: 'Numbers and money', fa: 'عدد و پول' },
      rows: [
        [
          '1.234,50  1,234.50  ۱٬۲۳۴',
          {
            en: 'by the whole column; --decimal where both fit',
            fa: 'بر پایه‌ی همه‌ی ستون؛ اگر هر دو می‌خواند --decimal',
          },
        ],
        [
          '€ 1.200, 12k USD',
          { en: 'a currency in the cell counts before --currency', fa: 'ارز درون خانه پیش از --currency است' },
        ],
        [
          'rates: { USD: 0.92 }',
          {
            en: 'in the config: several currencies are converted; without it they are never added',
            fa: 'در تنظیمات: ارزها تبدیل می‌شوند؛ بی آن هرگز جمع نمی‌شوند',
          },
        ],
      ],
    },
  ],
};
