import type { HelpTopic } from './definition.js';

export const targets: HelpTopic = {
  name: 'targets',
  title: { en: 'what figures should be, and failing when they are not', fa: 'هدف شاخص‌ها، و مردود شدن' },
  sections: [
    {
      title: { en: 'On the command line', fa: 'در خط فرمان' },
      rows: [
        [
          "--target 'win_rate>=25%'",
          { en: 'at least; 25, 25%, ۲۵٪ and 0.25 are one', fa: 'دست‌کم؛ 25، 25%، ۲۵٪ و 0.25 یکی است' },
        ],
        ["--target 'sales_cycle<=90'", { en: 'at most', fa: 'حداکثر' }],
        [
          "--target 'revenue_won=2m'",
          { en: 'at least, or at most where less is better', fa: 'دست‌کم، یا حداکثر آنجا که کمتر بهتر است' },
        ],
        [
          "--target 'revenue_won>=3.2M/quarter'",
          {
            en: 'of each week, month, quarter or year, counted for the days of --period',
            fa: 'برای هر week، month، quarter یا year، به اندازه‌ی روزهای --period',
          },
        ],
        [
          '--enforce-targets',
          { en: 'exit 1 when one is missed or has no value', fa: 'اگر به هدف نرسید یا مقدار نداشت، کد خروج 1' },
        ],
      ],
    },
    {
      title: { en: 'In the config', fa: 'در تنظیمات' },
      rows: [
        ['targets: { win_rate: { min: 25% } }', { en: 'min, max or both', fa: 'min، max یا هر دو' }],
        [
          'targets: { revenue_won: { min: 3.2M, per: quarter } }',
          {
            en: 'of what adds up over time; a period that runs is told with its pace',
            fa: 'برای آنچه در زمان جمع می‌شود؛ دوره‌ی جاری همراه آهنگش گفته می‌شود',
          },
        ],
        [
          'quotas: { Sara: 200000 }',
          { en: 'what an owner is to bring in the period', fa: 'آنچه مسئول باید در دوره بیاورد' },
        ],
        [
          'quotas: { Sara: { amount: 1M, per: year } }',
          { en: 'of each year, counted for the period', fa: 'برای هر سال، به اندازه‌ی دوره' },
        ],
      ],
    },
  ],
};
