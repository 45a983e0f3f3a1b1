import { REALLY_OPEN, TRUE_DATES } from '../assumptions.js';
import { defineModel } from '../definition.js';

export const logRank = defineModel({
  id: 'log_rank',
  title: {
    en: 'Log-rank test: whether groups close at different speeds',
    fa: 'آزمون لگ‌رنک: آیا گروه‌ها با تندی متفاوت بسته می‌شوند',
  },
  section: 'survival',
  kpis: [],
  definition: {
    en: 'Whether the curves of owners, sources or products differ by more than chance. At each age the closings of that age are shared out among the groups by how many deals each had open; what a group closed beyond its share adds up. The p-value is the chance of such a difference if the groups were all alike.',
    fa: 'آیا منحنی مسئول‌ها، منبع‌ها یا محصول‌ها بیش از آنچه شانس توضیح می‌دهد با هم فرق دارد. در هر سن، بسته شدن‌های آن سن به نسبت شمار معامله‌های باز هر گروه میان گروه‌ها بخش می‌شود و آنچه گروهی بیش از سهم خود بسته است جمع می‌شود. مقدار p احتمال چنین تفاوتی است اگر همه‌ی گروه‌ها یکسان بودند.',
  },
  formulas: [
    {
      of: { en: 'expected closings of group g', fa: 'بسته شدن‌های مورد انتظار گروه g' },
      formula: 'E(g) = Σ dᵢ · nᵢ(g) / nᵢ',
    },
    {
      of: { en: 'covariance of groups g and h', fa: 'کوواریانس گروه‌های g و h' },
      formula: 'V(g, h) = Σ dᵢ (nᵢ − dᵢ) / (nᵢ − 1) · nᵢ(g) / nᵢ · ([g = h] − nᵢ(h) / nᵢ)',
    },
    {
      of: { en: 'statistic, of k groups', fa: 'آماره، برای k گروه' },
      formula: 'χ² = (O − E)ᵀ V⁻¹ (O − E), df = k − 1',
    },
  ],
  symbols: [
    {
      name: 'd_i',
      symbol: 'dᵢ, nᵢ',
      meaning: {
        en: 'deals of all groups closed at the age tᵢ, and open just before it; nᵢ(g): those of group g',
        fa: 'معامله‌های همه‌ی گروه‌ها که در سن tᵢ بسته شدند، و آن‌ها که اندکی پیش از آن باز بودند؛ nᵢ(g): آنچه از گروه g است',
      },
    },
    { name: 'O', meaning: { en: 'closings of each group', fa: 'بسته شدن‌های هر گروه' } },
  ],
  parameters: [],
  source:
    'N. Mantel, "Evaluation of survival data and two new rank order statistics arising in its consideration", Cancer Chemotherapy Reports 50 (1966), 163–170; R. Peto and J. Peto, "Asymptotically efficient rank invariant test procedures", Journal of the Royal Statistical Society A 135 (1972), 185–207',
  assumptions: [
    {
      id: 'curves_do_not_cross',
      text: {
        en: 'The group that is faster with young deals is faster with old ones too: the curves do not cross.',
        fa: 'گروهی که در معامله‌های جوان تندتر است در معامله‌های کهنه هم تندتر است: منحنی‌ها یکدیگر را قطع نمی‌کنند.',
      },
      otherwise: {
        en: 'Where curves cross, the early lead of one and the late lead of the other cancel each other, and a real difference goes unseen.',
        fa: 'آنجا که منحنی‌ها یکدیگر را قطع کنند، پیشی آغازین یکی و پیشی پایانی دیگری یکدیگر را خنثی می‌کنند و تفاوتی واقعی دیده نمی‌شود.',
      },
    },
    {
      id: 'alike_but_for_the_group',
      text: {
        en: 'The groups sell the same kind of deals, of the same months.',
        fa: 'گروه‌ها یک جور معامله و در ماه‌های یکسان می‌فروشند.',
      },
      otherwise: {
        en: 'An owner of large deals is not slow; the deals are. Crossing two columns (--by owner,product) shows it.',
        fa: 'مسئول معامله‌های بزرگ کند نیست، معامله‌ها کندند. ترکیب دو ستون (--by owner,product) آن را نشان می‌دهد.',
      },
    },
    REALLY_OPEN,
    TRUE_DATES,
  ],
  limits: [
    {
      en: 'There is no test under two groups in which a closing was to be expected.',
      fa: 'اگر کمتر از دو گروه باشند که بسته شدنی در آن‌ها انتظار می‌رود، آزمونی نیست.',
    },
    {
      en: 'It tells whether groups differ at all, not which, nor by how much: the curves and their intervals do. Of twenty tests one finds a difference by chance.',
      fa: 'می‌گوید گروه‌ها اصلاً فرق دارند یا نه، نه اینکه کدام و چه اندازه: این را منحنی‌ها و بازه‌هایشان می‌گویند. از هر بیست آزمون یکی به‌شانس تفاوتی می‌یابد.',
    },
    {
      en: 'Closing is closing: whether it was won is no part of it.',
      fa: 'بسته شدن بسته شدن است: برنده بودن یا نبودن در آن نقشی ندارد.',
    },
  ],
});
