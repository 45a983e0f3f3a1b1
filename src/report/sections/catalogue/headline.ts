import { defineSection } from '../definition.js';

export const headline = defineSection({
  id: 'headline',
  title: { en: 'Headline', fa: 'چکیده' },
  definition: {
    en: 'One to three sentences to repeat: what was won, what moved beyond chance, what needs attention.',
    fa: 'یک تا سه جمله برای بازگفتن: چه به دست آمد، چه چیزی فراتر از تصادف تغییر کرد و چه چیزی توجه می‌خواهد.',
  },
  optional: false,
});
