import type { HelpTopic } from './definition.js';

export const gate: HelpTopic = {
  name: 'gate',
  title: { en: 'kpi check in a pipeline', fa: 'kpi check در خط لوله' },
  page: 'docs/ci.md',
  sections: [
    {
      title: { en: 'What fails', fa: 'چه چیزی مردود می‌کند' },
      rows: [
        [
          '--fail-on error|warn|info|never',
          { en: 'from which severity on (default: error)', fa: 'از کدام شدت (پیش‌فرض: error)' },
        ],
        ['--max-warnings 10', { en: 'more warnings than this', fa: 'هشدارهایی بیش از این' }],
        ['--require deal.id_duplicate', { en: 'a rule that could not be checked', fa: 'قاعده‌ای که بررسی‌شدنی نبود' }],
        ['--rules "-deal.owner_missing"', { en: 'all rules but this one', fa: 'همه‌ی قاعده‌ها جز این' }],
        [
          'rules: { deal.owner_missing: off }',
          { en: 'the same in the config, for every run', fa: 'همان در تنظیمات، برای هر اجرا' },
        ],
      ],
    },
    {
      title: { en: 'To begin on dirty data', fa: 'آغاز با داده‌ی ناپاک' },
      rows: [
        [
          '--write-baseline known.txt',
          { en: 'what is wrong today is known', fa: 'آنچه امروز نادرست است دانسته می‌شود' },
        ],
        ['--baseline known.txt', { en: 'only what is new fails', fa: 'تنها موارد تازه مردود می‌کند' }],
        ['--prune-baseline', { en: 'take out what is fixed', fa: 'آنچه رفع شده برداشته می‌شود' }],
        ['--run-history runs.jsonl', { en: 'compare with earlier runs', fa: 'سنجش با اجراهای پیش' }],
      ],
    },
    {
      title: { en: 'Reports', fa: 'گزارش‌ها' },
      rows: [
        ['-o junit=dq.xml -o sarif=dq.sarif', { en: 'several formats in one run', fa: 'چند قالب در یک اجرا' }],
        [
          '--fix-list repairs.csv',
          { en: 'the records to repair, the most money first', fa: 'رکوردهای اصلاحی، مبلغ بیشتر پیش‌تر' },
        ],
        [
          '--samples none',
          { en: 'no names and values of records in the output', fa: 'بی نام و مقدار رکوردها در خروجی' },
        ],
      ],
    },
  ],
};
