import { ONE_NAME, SAME_AMOUNTS } from '../assumptions.js';
import { defineModel } from '../definition.js';

export const gammaGamma = defineModel({
  id: 'gamma_gamma',
  title: { en: 'Gamma-Gamma: what a purchase is worth', fa: 'گاما–گاما: هر خرید چه ارزشی دارد' },
  section: 'lifetime',
  kpis: ['clv_predicted'],
  definition: {
    en: 'The purchases of a customer scatter around a mean that each has for itself, as a gamma distribution; the scale of these differs between customers as a gamma distribution too. What a customer is expected to spend on a purchase lies between the own mean and that of all: the more purchases there are, the nearer to the own.',
    fa: 'خریدهای هر مشتری پیرامون میانگینی از آنِ خود او پراکنده‌اند (توزیع گاما) و مقیاس آن نیز میان مشتریان توزیع گاما دارد. آنچه انتظار می‌رود مشتری در هر خرید بپردازد میان میانگین خود او و میانگین همه است: هرچه بیشتر خریده باشد به میانگین خودش نزدیک‌تر.',
  },
  formulas: [
    {
      of: { en: 'expected value of a purchase', fa: 'ارزش مورد انتظار هر خرید' },
      formula: 'E[M | x, m] = (1 − w) · v·p/(q − 1) + w · m, w = p·x / (p·x + q − 1)',
    },
    {
      of: { en: 'likelihood of a customer', fa: 'درست‌نمایی هر مشتری' },
      formula: 'L = Γ(p·x + q) / (Γ(p·x) Γ(q)) · v^q · m^(p·x − 1) · x^(p·x) / (v + m·x)^(p·x + q)',
    },
  ],
  symbols: [
    {
      name: 'x',
      meaning: { en: 'repeat purchases with an amount', fa: 'خریدهای مجدد دارای مبلغ' },
    },
    {
      name: 'm',
      meaning: {
        en: 'their mean amount, above 0; the first purchase is not among them',
        fa: 'میانگین مبلغ آن‌ها، بیش از ۰؛ نخستین خرید در آن نیست',
      },
    },
  ],
  parameters: [
    {
      name: 'p',
      meaning: {
        en: 'how alike the purchases of one customer are: large = nearly always the same amount',
        fa: 'خریدهای یک مشتری چه اندازه به هم مانندند: بزرگ = تقریباً همیشه یک مبلغ',
      },
    },
    {
      name: 'q',
      meaning: {
        en: 'how alike the customers are: near 1 = a few spend many times what the others do',
        fa: 'مشتریان چه اندازه به هم مانندند: نزدیک ۱ = چند نفر چندین برابر دیگران می‌پردازند',
      },
    },
    {
      name: 'v',
      meaning: {
        en: 'scale, in money; v·p / (q − 1) is the mean of all customers',
        fa: 'مقیاس، به پول؛ میانگین همه‌ی مشتریان v·p / (q − 1) است',
      },
    },
  ],
  source:
    'P. S. Fader and B. G. S. Hardie, "The Gamma-Gamma model of monetary value" (2013), brucehardie.com/notes/025; P. S. Fader, B. G. S. Hardie and K. L. Lee, "RFM and CLV: using iso-value curves for customer base analysis", Journal of Marketing Research 42 (2005), 415–430; on the CDNOW data p 6.25, q 3.74, v 15.44. Maximum likelihood from three starts; standard errors from the observed information',
  assumptions: [
    {
      id: 'value_apart_from_frequency',
      text: {
        en: 'Who buys often does not buy for more, or less, each time than who buys seldom.',
        fa: 'آن که زیاد می‌خرد هر بار بیشتر یا کمتر از آن که کم می‌خرد نمی‌پردازد.',
      },
      otherwise: {
        en: 'Where frequent customers spend less each time, expected purchases times expected value is too much; where they spend more, too little.',
        fa: 'اگر پرخریدها هر بار کمتر بپردازند، حاصل خریدهای مورد انتظار در ارزش مورد انتظار زیاد است؛ اگر بیشتر بپردازند، کم است.',
      },
    },
    SAME_AMOUNTS,
    {
      id: 'no_giants',
      text: {
        en: 'No handful of customers spends so much more than the others that the mean hangs on them (q above 2).',
        fa: 'چند مشتری آن‌قدر بیش از دیگران نمی‌پردازند که میانگین به آن‌ها بند باشد (q بیش از ۲).',
      },
      otherwise: {
        en: 'With q of 2 or less the spread between customers has no bound, and the mean jumps with every large one. Look at the largest apart.',
        fa: 'اگر q دو یا کمتر باشد پراکندگی میان مشتریان مرزی ندارد و میانگین با هر مشتری بزرگ جابه‌جا می‌شود. بزرگ‌ترین‌ها را جداگانه ببینید.',
      },
    },
    ONE_NAME,
  ],
  limits: [
    {
      en: 'Refused under 50 customers with priced repeat purchases, where the search for the parameters does not end or runs to a bound, and where q is 1 or less: there is no mean then.',
      fa: 'با کمتر از ۵۰ مشتری با خرید مجدد دارای مبلغ، اگر جست‌وجوی پارامترها به پایان نرسد یا به مرز برسد، و اگر q یک یا کمتر باشد (که آنگاه میانگینی نیست)، محاسبه نمی‌شود.',
    },
    {
      en: 'Customers whose repeat purchases come to nothing or less (refunds) take no part in the fit.',
      fa: 'مشتریانی که خریدهای مجددشان روی هم صفر یا کمتر است (برگشتی‌ها) در برازش نقشی ندارند.',
    },
    {
      en: 'Amounts in several currencies are never mixed.',
      fa: 'مبلغ‌های چند ارز هرگز درهم نمی‌آمیزند.',
    },
  ],
});
