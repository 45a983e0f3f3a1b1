import { defineSection } from '../definition.js';

export const why = defineSection({
  id: 'why',
  title: { en: 'Why it changed', fa: 'چرا تغییر کرد' },
  definition: {
    en: 'Each change of a main figure taken apart, without a rest, into factors and into what groups brought.',
    fa: 'هر تغییر شاخص‌های اصلی، بی‌باقی‌مانده، به عامل‌ها و به سهم گروه‌ها تفکیک می‌شود.',
  },
  optional: true,
  onDemand: true,
});
