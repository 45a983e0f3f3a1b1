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
          'quotas: { Sara: 200000 }',
          { en: 'what an owner is to bring in the period', fa: 'آنچه مسئول باید در دوره بیاورد' },
        ],
      ],
    },
  ],
};
