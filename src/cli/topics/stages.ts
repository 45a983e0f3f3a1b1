import type { HelpTopic } from './definition.js';

export const stages: HelpTopic = {
  name: 'stages',
  title: { en: 'what is won, lost and open', fa: 'چه برنده، ازدست‌رفته یا باز است' },
  page: 'docs/files.md',
  sections: [
    {
      title: { en: 'Options', fa: 'گزینه‌ها' },
      rows: [
        ['--stage "Signed=won"', { en: 'what a stage or status means', fa: 'معنای یک مرحله یا وضعیت' }],
        ['--stage "*=open"', { en: 'every name that nobody knows', fa: 'هر نامی که شناخته نیست' }],
        ['--stage "(blank)=open"', { en: 'rows without a stage', fa: 'سطرهای بی‌مرحله' }],
        ['--map stage="Deal phase"', { en: 'the column that holds stages', fa: 'ستونی که مرحله‌ها در آن است' }],
        ['--ignore "Status"', { en: 'a column that is about something else', fa: 'ستونی که درباره‌ی چیز دیگری است' }],
        ['--history log.csv', { en: 'when deals entered their stages', fa: 'کی معامله‌ها وارد مرحله شدند' }],
      ],
    },
    {
      title: { en: 'To look first', fa: 'نخست ببینید' },
      rows: [
        ['kpi inspect deals.csv', { en: 'every stage with its meaning, and why', fa: 'هر مرحله با معنا و دلیلش' }],
        [
          'kpi init deals.csv',
          { en: 'writes them into the config, to be settled once', fa: 'همه را در تنظیمات می‌نویسد تا یک بار روشن شود' },
        ],
      ],
    },
  ],
};
