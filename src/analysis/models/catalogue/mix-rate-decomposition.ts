import { defineModel } from '../definition.js';
import { MORE_THAN_CHANCE, NOT_CAUSES } from '../snapshot-assumptions.js';

export const mixRateDecomposition = defineModel({
  id: 'mix_rate_decomposition',
  title: {
    en: 'A change of a rate or a mean by the groups in it',
    fa: 'تغییر یک نرخ یا میانگین به تفکیک گروه‌هایش',
  },
  section: 'why',
  kpis: [],
  definition: {
    en: 'A rate or a mean over all deals moves for two reasons: the groups have other rates than before, or there is more of one group and less of another. The first is the part within the groups, the second the part of the mix; together they are the change, without a rest. So a win rate can fall although every owner wins more often than before.',
    fa: 'نرخ یا میانگین همه‌ی معامله‌ها به دو دلیل جابه‌جا می‌شود: نرخ گروه‌ها با قبل فرق کرده، یا از گروهی بیشتر و از گروهی کمتر هست. اولی جزء درون گروه‌هاست و دومی جزء ترکیب؛ این دو روی هم، بی‌باقی‌مانده، همان تغییرند. پس نرخ برد می‌تواند کاهش یابد، هرچند هر مسئول بیش از قبل برنده شود.',
  },
  formulas: [
    { of: { en: 'the whole', fa: 'کل' }, formula: 'R₁ − R₀ = Σ_g (mix_g + rate_g)' },
    {
      of: { en: 'part of the mix', fa: 'جزء ترکیب' },
      formula: 'mix_g = (s₁ − s₀) · ((r₀ + r₁) / 2 − (R₀ + R₁) / 2)',
    },
    { of: { en: 'part within the group', fa: 'جزء درون گروه' }, formula: 'rate_g = (r₁ − r₀) · (s₀ + s₁) / 2' },
  ],
  symbols: [
    {
      name: 's',
      symbol: 's₀, s₁',
      meaning: {
        en: "the group's share of the records, before and after",
        fa: 'سهم گروه از رکوردها، قبل و بعد',
      },
    },
    {
      name: 'r',
      symbol: 'r₀, r₁',
      meaning: {
        en: 'rate or mean in the group; of a group that is on one side only, that of the other, so that its coming or going is all mix',
        fa: 'نرخ یا میانگین درون گروه؛ برای گروهی که تنها در یک سو هست همان سوی دیگر، پس آمدن یا رفتنش همه ترکیب است',
      },
    },
    {
      name: 'R',
      symbol: 'R₀, R₁',
      meaning: { en: 'rate or mean of all', fa: 'نرخ یا میانگین همه' },
    },
  ],
  parameters: [],
  source:
    'E. M. Kitagawa, "Components of a difference between two rates", Journal of the American Statistical Association 50 (1955), 1168–1194; P. Das Gupta, Current Population Reports P23-186 (1993), example 5.1. That the mix is measured from the mean rate is for reading alone: it moves parts between groups and not the sum',
  assumptions: [
    NOT_CAUSES,
    MORE_THAN_CHANCE,
    {
      id: 'groups_large_enough',
      text: {
        en: 'A group holds enough records for its rate to mean something.',
        fa: 'هر گروه آن‌قدر رکورد دارد که نرخش معنایی داشته باشد.',
      },
      otherwise: {
        en: 'The rate of two deals is 0, 50 or 100 %, and the part within such a group is chance. A column with fewer than five records to a group, both sides together, is not told.',
        fa: 'نرخ دو معامله ۰، ۵۰ یا ۱۰۰٪ است و جزء درون چنین گروهی تصادف. ستونی که در دو سو روی هم به هر گروهش کمتر از پنج رکورد برسد گفته نمی‌شود.',
      },
    },
  ],
  limits: [
    {
      en: 'Three columns at most are told, those named with --by first, then those in which one group makes more of the change than its share of the records would; the ten largest groups of each, and what is left as one.',
      fa: 'حداکثر سه ستون گفته می‌شود: نخست آن‌هایی که نامشان در --by آمده است، سپس آن‌هایی که یک گروهشان بیش از سهمش از رکوردها در تغییر نقش دارد؛ از هر یک ده گروه بزرگ، و باقی در یک گروه.',
    },
    {
      en: 'Rates and means only: a median is not made of those of its groups, and is not taken apart.',
      fa: 'تنها نرخ و میانگین: میانه از میانه‌ی گروه‌ها ساخته نمی‌شود و تفکیک نمی‌شود.',
    },
    {
      en: 'Each column tells the same change anew: parts of different columns are not added to each other.',
      fa: 'هر ستون همان تغییر را از نو می‌گوید: اجزای ستون‌های گوناگون با هم جمع نمی‌شوند.',
    },
  ],
});
