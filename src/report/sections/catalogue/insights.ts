import { defineSection } from '../definition.js';

export const insights = defineSection({
  id: 'insights',
  title: { en: 'What stands out', fa: 'آنچه به چشم می‌آید' },
  definition: {
    en: 'Findings that chance does not explain, most money at stake first, each with its evidence.',
    fa: 'یافته‌هایی که تصادف توضیحشان نمی‌دهد، بیشترین مبلغ در معرض تأثیر نخست، هر یک با شواهد آن.',
  },
  optional: true,
});
