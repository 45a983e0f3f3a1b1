import { defineModel } from '../definition.js';
import { MORE_THAN_CHANCE, NOT_CAUSES } from '../snapshot-assumptions.js';

export const factorDecomposition = defineModel({
  id: 'factor_decomposition',
  title: { en: 'A change by the factors of a product', fa: 'تغییر به تفکیک عامل‌های یک حاصل‌ضرب' },
  section: 'why',
  kpis: [],
  definition: {
    en: 'A figure that is a product, as won value is deals closed × win rate × mean amount, changed because its factors did. Each factor is given what its change alone would do, on average over every order in which the factors could have changed. The effects add up to the change without a rest, and no order is preferred.',
    fa: 'شاخصی که حاصل‌ضرب است، چنان‌که ارزش معامله‌های برنده = معامله‌های بسته‌شده × نرخ برد × میانگین مبلغ، از آن رو تغییر کرده که عامل‌هایش تغییر کرده‌اند. اثر هر عامل آن است که تغییر آن به‌تنهایی می‌کرد، به‌طور میانگین روی همه‌ی ترتیب‌هایی که عامل‌ها می‌توانستند تغییر کنند. جمع اثرها بی‌باقی‌مانده همان تغییر است و هیچ ترتیبی برتری ندارد.',
  },
  formulas: [
    {
      of: { en: 'effect of factor i', fa: 'اثر عامل i' },
      formula: 'Eᵢ = (bᵢ − aᵢ) · Σ_{T ⊆ F∖i} w(|T|) · Π_{j ∈ T} b_j · Π_{j ∉ T, j ≠ i} a_j',
    },
    { of: { en: 'weight', fa: 'وزن' }, formula: 'w(s) = s! · (k − 1 − s)! / k!' },
    { of: { en: 'the whole', fa: 'کل' }, formula: 'Σ Eᵢ = Π bᵢ − Π aᵢ' },
    {
      of: { en: 'with two factors', fa: 'با دو عامل' },
      formula: 'E₁ = (b₁ − a₁) · (a₂ + b₂) / 2',
    },
  ],
  symbols: [
    {
      name: 'a',
      symbol: 'aᵢ, bᵢ',
      meaning: { en: 'factor i before and after', fa: 'عامل i، قبل و بعد' },
    },
    {
      name: 'T',
      symbol: 'T, F, k',
      meaning: {
        en: 'the factors that changed before i did; all factors; their number',
        fa: 'عامل‌هایی که پیش از i تغییر کرده‌اند؛ همه‌ی عامل‌ها؛ شمارشان',
      },
    },
  ],
  parameters: [],
  source:
    'P. Das Gupta, Standardization and Decomposition of Rates, U.S. Bureau of the Census, Current Population Reports P23-186 (1993), chapter 2; the same as the value of L. S. Shapley, "A value for n-person games", Annals of Mathematics Studies 28 (1953), 307–317',
  assumptions: [
    NOT_CAUSES,
    MORE_THAN_CHANCE,
    {
      id: 'factors_can_move_alone',
      text: {
        en: 'Each factor could have changed without the others.',
        fa: 'هر عامل می‌توانست بی دیگری تغییر کند.',
      },
      otherwise: {
        en: 'Where sellers close more and smaller deals because large ones are split, two effects of opposite sign stand for one event.',
        fa: 'اگر فروشنده‌ها معامله‌های بزرگ را خرد کنند و از این رو بیشتر و کوچک‌تر ببندند، دو اثر با علامت ناهمسان از یک رویداد می‌گویند.',
      },
    },
  ],
  limits: [
    {
      en: 'A factor that one side lacks, as the mean amount of wins where nothing was won, is given that of the other: that there was none is then the effect of the factor that is 0.',
      fa: 'عاملی که یک سو ندارد، مانند میانگین مبلغ بردها آنجا که بردی نبوده، مقدار سوی دیگر را می‌گیرد: نبودنش آنگاه اثر عاملی است که ۰ است.',
    },
    {
      en: 'Deals without an amount are a factor of their own (the share that has one), so that a cell left empty is not read as a smaller deal. Without lost deals in the file there is no win rate, and wins are counted by themselves.',
      fa: 'معامله‌های بی‌مبلغ خود یک عامل‌اند (سهمی که مبلغ دارد)، تا خانه‌ی خالی معامله‌ی کوچک‌تر خوانده نشود. بی معامله‌ی ازدست‌رفته در فایل نرخ بردی نیست و بردها خودشان شمرده می‌شوند.',
    },
    {
      en: 'A sum by a column (by owner, by stage) needs no such averaging: what a group adds is its sum after less its sum before.',
      fa: 'جمع به تفکیک ستون (به تفکیک مسئول یا مرحله) چنین میانگینی نمی‌خواهد: سهم هر گروه جمع آن در بعد منهای جمع آن در قبل است.',
    },
  ],
});
