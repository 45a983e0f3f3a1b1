import { defineSection } from '../definition.js';

export const kpis = defineSection({
  id: 'kpis',
  title: { en: 'Figures', fa: 'شاخص‌ها' },
  definition: {
    en: 'Every KPI, or those of `--kpi`, with the compared period, change, interval and target; the ones without a value say why.',
    fa: 'همه‌ی شاخص‌ها، یا آن‌هایی که با `--kpi` خواسته شده‌اند، با دوره‌ی مقایسه، تغییر، بازه و هدف؛ آنچه مقدار ندارد دلیلش را می‌گوید.',
  },
  optional: false,
});
