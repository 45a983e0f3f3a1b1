import type { HelpTopic } from './definition.js';

export const expressions: HelpTopic = {
  name: 'expressions',
  title: { en: 'conditions of --where and of rules in the config', fa: 'شرط‌های --where و قاعده‌های تنظیمات' },
  page: 'docs/expressions.md',
  sections: [
    {
      title: { en: 'Examples', fa: 'نمونه‌ها' },
      rows: [
        ["--where 'owner = Sara'", { en: 'a field of `kpi list fields`', fa: 'فیلدی از `kpi list fields`' }],
        [
          `--where "'Sales region' in (North, South)"`,
          { en: 'a column by its header; several words in quotes', fa: 'ستون با سرستونش؛ چند واژه در گیومه' },
        ],
        [
          '--where "amount >= 100k and closed_at in 2025-Q1"',
          { en: 'numbers and periods as people write them', fa: 'عدد و دوره همان‌گونه که نوشته می‌شود' },
        ],
        ['--where "amount > [List price] * 0.8"', { en: 'two columns', fa: 'دو ستون' }],
      ],
    },
    {
      title: { en: 'Comparisons', fa: 'سنجش‌ها' },
      rows: [
        [
          '= != < <= > >=',
          { en: 'texts without case and spacing; numbers; days', fa: 'متن بی‌توجه به بزرگی حروف؛ عدد؛ روز' },
        ],
        ['in (a, b), not in (a, b)', { en: 'one of several', fa: 'یکی از چند تا' }],
        ["contains, matches '^C-'", { en: 'a part of a text; a pattern', fa: 'بخشی از متن؛ الگو' }],
        ['is empty, is not empty', { en: 'a cell without a value', fa: 'خانه‌ی بی‌مقدار' }],
        ['and, or, not, ( )', { en: 'and binds closer than or', fa: 'and پیش از or' }],
      ],
    },
    {
      title: { en: 'Values', fa: 'مقدارها' },
      rows: [
        ['100k  1.5m  20%  ۱٬۵۰۰', { en: 'numbers', fa: 'عدد' }],
        ['5000 EUR  $5000', { en: 'money: only deals in that currency', fa: 'پول: تنها معامله‌های همان ارز' }],
        ['2025-03-31  1404-01-11  today  as_of', { en: 'days', fa: 'روز' }],
        ['90 days  3 months', { en: 'lengths of time: today - 90 days', fa: 'مدت: today - 90 days' }],
        ['2025-Q3  last-month  1404-Q1', { en: 'periods (`kpi help periods`)', fa: 'دوره (`kpi help periods`)' }],
        ["won  'Closed Won'", { en: 'texts', fa: 'متن' }],
      ],
    },
  ],
};
