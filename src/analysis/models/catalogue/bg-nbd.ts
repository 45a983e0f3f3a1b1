import { ONE_NAME } from '../assumptions.js';
import { defineModel } from '../definition.js';

export const bgNbd = defineModel({
  id: 'bg_nbd',
  title: {
    en: 'BG/NBD: who still buys, and how often',
    fa: 'BG/NBD: کدام مشتری هنوز خرید می‌کند و چند بار',
  },
  section: 'lifetime',
  kpis: ['clv_predicted'],
  definition: {
    en: 'While a customer is one, purchases come at random at a rate that each has for itself; after each repeat purchase there is a probability, which each has for itself too, of leaving for good, and nobody tells. Rates differ between customers as a gamma distribution, probabilities as a beta distribution. Three numbers of a customer (how often one came back, when last, and since when one is known) give the chance of still being a customer and the purchases to expect.',
    fa: 'تا وقتی مشتری مشتری است، خریدهایش تصادفی و با نرخی از آنِ خود او می‌آیند؛ پس از هر خرید مجدد با احتمالی از آنِ خود او برای همیشه می‌رود و کسی خبر نمی‌دهد. نرخ‌ها میان مشتریان توزیع گاما دارند و احتمال‌ها توزیع بتا. از سه عدد هر مشتری (چند بار بازگشته، آخرین بار کی، و از کی شناخته است) احتمال آنکه هنوز مشتری باشد و خریدهایی که از او انتظار می‌رود به دست می‌آید.',
  },
  formulas: [
    {
      of: { en: 'likelihood of a customer', fa: 'درست‌نمایی هر مشتری' },
      formula:
        'L = B(a, b+x)/B(a, b) · Γ(r+x) α^r / (Γ(r) (α+T)^(r+x)) + [x > 0] · B(a+1, b+x−1)/B(a, b) · Γ(r+x) α^r / (Γ(r) (α+tₓ)^(r+x))',
    },
    {
      of: { en: 'chance of still buying', fa: 'احتمال آنکه هنوز خرید کند' },
      formula: 'P(alive) = 1 / (1 + [x > 0] · a/(b+x−1) · ((α+T)/(α+tₓ))^(r+x))',
    },
    {
      of: { en: 'purchases of the next t weeks', fa: 'خریدهای t هفته‌ی آینده' },
      formula: 'E[Y(t)] = P(alive) · E[(1 − (1 + p·t/(α+T))^−(r+x)) / p], p ~ Beta(a, b+x)',
    },
    {
      of: { en: 'value within H months, discounted', fa: 'ارزش در H ماه، تنزیل‌شده' },
      formula: 'CLV = margin · E[M] · Σ (E[Y(m)] − E[Y(m−1)]) / (1+d)^(m/12), m = 1 … H',
    },
  ],
  symbols: [
    { name: 'x', meaning: { en: 'purchases after the first one', fa: 'خریدهای پس از نخستین خرید' } },
    {
      name: 't_x',
      symbol: 'tₓ',
      meaning: { en: 'weeks from the first purchase to the last one', fa: 'هفته‌ها از نخستین خرید تا آخرین خرید' },
    },
    {
      name: 'T',
      meaning: { en: 'weeks from the first purchase to the snapshot', fa: 'هفته‌ها از نخستین خرید تا روز گزارش' },
    },
    {
      name: 'E[M]',
      meaning: { en: 'value of a purchase, by gamma_gamma', fa: 'ارزش هر خرید، از gamma_gamma' },
    },
    {
      name: 'd',
      meaning: { en: 'discount rate a year (clv.discountRate)', fa: 'نرخ تنزیل سالانه (clv.discountRate)' },
    },
  ],
  parameters: [
    {
      name: 'r',
      meaning: {
        en: 'how alike the rates of the customers are: small = a few buy often and most hardly ever',
        fa: 'نرخ مشتریان چه اندازه به هم مانند است: کوچک = چند نفر زیاد می‌خرند و بیشترشان به‌ندرت',
      },
    },
    {
      name: 'alpha',
      symbol: 'α',
      meaning: {
        en: 'weeks; r / α is the mean number of purchases a week while a customer is one',
        fa: 'هفته؛ r / α میانگین خرید در هفته است تا وقتی مشتری مشتری است',
      },
    },
    {
      name: 'a',
      meaning: {
        en: 'with b: a / (a + b) is the mean probability of leaving after a repeat purchase',
        fa: 'همراه b: میانگین احتمال رفتن پس از هر خرید مجدد a / (a + b) است',
      },
    },
    {
      name: 'b',
      meaning: {
        en: 'see a; where both are small, some leave at once and others never',
        fa: 'a را ببینید؛ اگر هر دو کوچک باشند، برخی بی‌درنگ می‌روند و برخی هرگز',
      },
    },
  ],
  source:
    'P. S. Fader, B. G. S. Hardie and K. L. Lee, "\'Counting your customers\' the easy way: an alternative to the Pareto/NBD model", Marketing Science 24 (2005), 275–284; on its CDNOW data r 0.243, α 4.414, a 0.793, b 2.426, log-likelihood −9,582.43. Maximum likelihood along the logarithms of the parameters from several starts; standard errors from the observed information; the expectation as a mean over p, which equals the published one with ₂F₁',
  assumptions: [
    {
      id: 'purchases_at_random',
      text: {
        en: 'Customers buy when they need something, not on fixed days: long and short gaps between purchases take turns without order.',
        fa: 'مشتریان هر وقت نیاز داشته باشند می‌خرند، نه در روزهای ثابت: فاصله‌های بلند و کوتاه میان خریدها بی‌نظم در پی هم می‌آیند.',
      },
      otherwise: {
        en: 'Subscriptions, yearly contracts and monthly orders are no random purchases: a customer counts as lost too late, or the model has no sense at all. For subscriptions see net_revenue_retention.',
        fa: 'اشتراک، قرارداد سالانه و سفارش ماهانه خرید تصادفی نیستند: مشتری دیرتر از آنچه باید رفته شمرده می‌شود، یا مدل هیچ معنایی ندارد. برای اشتراک net_revenue_retention را ببینید.',
      },
    },
    {
      id: 'past_foretells',
      text: {
        en: 'Customers go on as they did: fitted on the first two thirds of the days, the model tells how many purchases the last third had.',
        fa: 'مشتریان همان‌گونه که بودند می‌مانند: مدلی که بر دو سوم نخست روزها برازش شود، شمار خریدهای یک‌سوم آخر را می‌گوید.',
      },
      otherwise: {
        en: 'A season, a campaign, a competitor or a new product that changes how often people buy is unknown to it.',
        fa: 'فصل، کمپین، رقیب یا محصول تازه‌ای که دفعات خرید را عوض کند برای مدل ناشناخته است.',
      },
    },
    {
      id: 'repeats_fit',
      text: {
        en: 'As many customers came back once, twice, three times … as the model says.',
        fa: 'همان تعداد مشتری که مدل می‌گوید یک، دو، سه … بار بازگشته‌اند.',
      },
      otherwise: {
        en: 'Where the counts differ, customers are of several kinds (shops and private persons, say): fit each kind apart with --where.',
        fa: 'اگر این شمارها فرق کنند، مشتریان چند جورند (مثلاً فروشگاه و شخص): هر جور را جداگانه با --where برازش کنید.',
      },
    },
    {
      id: 'leaves_silently',
      text: {
        en: 'Who leaves does so right after a purchase, tells nobody, and never comes back.',
        fa: 'آن که می‌رود درست پس از یک خرید می‌رود، به کسی نمی‌گوید و هرگز باز نمی‌گردد.',
      },
      otherwise: {
        en: 'Customers who pause for long and return are taken for lost until they do.',
        fa: 'مشتریانی که مدتی دراز می‌ایستند و برمی‌گردند تا پیش از بازگشت رفته شمرده می‌شوند.',
      },
    },
    ONE_NAME,
  ],
  limits: [
    {
      en: 'Refused under 50 customers with a repeat purchase, under 90 days from the first purchase to the snapshot, and where the search for the parameters does not end or runs to a bound.',
      fa: 'با کمتر از ۵۰ مشتری با خرید مجدد، با کمتر از ۹۰ روز از نخستین خرید تا روز گزارش، و اگر جست‌وجوی پارامترها به پایان نرسد یا به مرز برسد، محاسبه نمی‌شود.',
    },
    {
      en: 'P(alive) of a customer with one purchase is 1 by construction, because leaving is possible only after a repeat purchase; it is therefore not shown.',
      fa: 'P(alive) مشتری‌ای با یک خرید بنا به ساخت مدل ۱ است، زیرا رفتن تنها پس از خرید مجدد ممکن است؛ از این رو نشان داده نمی‌شود.',
    },
    {
      en: 'Purchases of one customer on one day count once. It says nothing of customers who have yet to come.',
      fa: 'خریدهای یک مشتری در یک روز یکی شمرده می‌شوند. از مشتریانی که هنوز نیامده‌اند چیزی نمی‌گوید.',
    },
  ],
});
