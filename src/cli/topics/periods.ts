import type { HelpTopic } from './definition.js';

export const periods: HelpTopic = {
  name: 'periods',
  title: { en: 'what --period and --compare take', fa: 'آنچه --period و --compare می‌پذیرند' },
  page: 'docs/dates-and-money.md',
  sections: [
    {
      title: { en: 'Periods that name their days', fa: 'دوره‌هایی که روزشان روشن است' },
      rows: [
        [
          '2025, 2025-Q3, 2025-09',
          { en: 'year, quarter, month; 2025/09 and Sep 2025 too', fa: 'سال، فصل، ماه؛ 2025/09 هم' },
        ],
        ['2025-W36, 2025-09-14', { en: 'ISO week, day', fa: 'هفته‌ی ISO، روز' }],
        [
          '2025-01-01..2025-03-31',
          { en: 'from the first day of one to the last of the other', fa: 'از نخستین روز تا آخرین روز' },
        ],
        [
          '1404, 1404-Q1, ۱۴۰۴/۰۱',
          { en: 'Jalali: years 1300 to 1499; بهار ۱۴۰۴ too', fa: 'هجری شمسی: سال‌های ۱۳۰۰ تا ۱۴۹۹؛ «بهار ۱۴۰۴» هم' },
        ],
        [
          '1404-W12',
          {
            en: 'a Jalali week, Saturday to Friday; the first holds 1 Farvardin',
            fa: 'هفته‌ی شمسی، شنبه تا جمعه؛ هفته‌ی نخست یکم فروردین را دارد',
          },
        ],
      ],
    },
    {
      title: { en: 'Relative periods', fa: 'دوره‌های نسبی' },
      rows: [
        ['last-month, last-quarter, last-year', { en: 'the whole one before the present one', fa: 'آخرین دوره‌ی کامل' }],
        ['this-month, this-quarter, this-year', { en: 'the present one, to its end', fa: 'دوره‌ی کنونی تا پایانش' }],
        ['last-90-days, last-4-weeks', { en: 'whole ones before the present one', fa: 'چند دوره‌ی کامل پیش از اکنون' }],
        ['2025-01..', { en: 'up to the day that is counted from', fa: 'تا روز مبنا' }],
        [
          '--as-of 2025-06-30',
          {
            en: 'relative periods count from here; without it from the day of the run, which the report says',
            fa: 'دوره‌های نسبی از این روز شمرده می‌شوند؛ بی آن از روز اجرا، که در گزارش می‌آید',
          },
        ],
        [
          '--calendar jalali',
          {
            en: 'days are printed and last-month is counted so; without it as most dates of the files are written, jalali with --lang fa',
            fa: 'تاریخ‌ها شمسی نوشته و last-month شمسی شمرده می‌شود؛ در فارسی همین است، وگرنه تقویم بیشتر تاریخ‌های فایل‌ها',
          },
        ],
      ],
    },
    {
      title: { en: 'Compared with', fa: 'در مقایسه با' },
      rows: [
        ['--compare previous', { en: 'the period before (the default)', fa: 'دوره‌ی قبل (پیش‌فرض)' }],
        ['--compare last-year', { en: 'the same one a year before', fa: 'همان دوره در سال پیش' }],
        ['--compare 2024-Q3, --compare none', { en: 'a period, or nothing', fa: 'یک دوره، یا هیچ' }],
        [
          'fiscalYearStart: 4',
          {
            en: 'in the config: years and quarters begin in the fourth month, and are named by the year they begin in; Farvardin or April says the calendar too',
            fa: 'در تنظیمات: سال و فصل از ماه چهارم آغاز می‌شود و نام سالی را دارد که در آن آغاز شده؛ «فروردین» یا April تقویم را هم می‌گوید',
          },
        ],
      ],
    },
  ],
};
