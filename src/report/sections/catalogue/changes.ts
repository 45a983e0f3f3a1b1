import { defineSection } from '../definition.js';

export const changes = defineSection({
  id: 'changes',
  title: { en: 'What changed since the earlier export', fa: 'از خروجی قبلی چه تغییر کرده' },
  definition: {
    en: 'What became of every deal between two exports, and the steps from the old open pipeline to the new one.',
    fa: 'سرنوشت هر معامله میان دو خروجی، و گام‌هایی که پایپ‌لاین باز قبلی را به پایپ‌لاین باز تازه می‌رساند.',
  },
  optional: true,
  onDemand: true,
});
