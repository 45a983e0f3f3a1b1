import { SAME_AMOUNTS, SAME_SPEED, SAME_WINS } from '../assumptions.js';
import { defineModel } from '../definition.js';

export const newBusiness = defineModel({
  id: 'new_business',
  title: { en: 'What deals yet to be created will bring', fa: 'معامله‌هایی که هنوز ایجاد نشده‌اند چه خواهند آورد' },
  section: 'forecast',
  kpis: [],
  definition: {
    en: 'The deals that will be created on each day to come are told from those of the past months: their level of late, a trend that fades, and the rhythm of the year, the quarter and the month, as far as these are more than chance. They then close as other deals of their age do, for the amounts of deals won in the last year.',
    fa: 'معامله‌هایی که در هر روز آینده ایجاد می‌شوند از ماه‌های گذشته گفته می‌شود: سطح این اواخر، روندی که رنگ می‌بازد، و آهنگ سال و فصل و ماه، تا آنجا که بیش از شانس باشند. سپس مانند معامله‌های هم‌سن خود بسته می‌شوند، با مبلغ معامله‌های برنده‌ی یک سال اخیر.',
  },
  formulas: [
    {
      of: { en: 'deals created on a day', fa: 'معامله‌های ایجادشده در هر روز' },
      formula: 'N(day) = level · exp(slope · (φ + φ² + … + φ^ahead)) · year · quarter · part',
    },
    {
      of: { en: 'level', fa: 'سطح' },
      formula: 'level = Σ δ^k · created(k) / Σ δ^k · days(k)',
    },
    {
      of: { en: 'value expected in month m', fa: 'ارزش مورد انتظار در ماه m' },
      formula: 'W(m) = Σ N(day) · P(m | day) · A',
    },
  ],
  symbols: [
    {
      name: 'k',
      meaning: {
        en: 'months back from the last one; created(k), days(k): the deals created in it, and its days',
        fa: 'چند ماه پیش از آخرین ماه؛ created(k) و days(k): معامله‌های ایجادشده در آن و روزهایش',
      },
    },
    {
      name: 'A',
      meaning: {
        en: 'mean amount of the deals won in the last year (of all, where under 30 of them have one)',
        fa: 'میانگین مبلغ معامله‌های برنده‌ی یک سال اخیر (همه، اگر کمتر از ۳۰ تا از آن‌ها مبلغ داشته باشند)',
      },
    },
    {
      name: 'P',
      symbol: 'P(m | day)',
      meaning: {
        en: 'chance that a deal created on the day is won in month m, as in pipeline_outlook',
        fa: 'احتمال آنکه معامله‌ی ایجادشده در آن روز در ماه m برنده شود، چنان‌که در pipeline_outlook',
      },
    },
    {
      name: 'delta',
      symbol: 'δ',
      meaning: {
        en: 'memory: of several values from 0.45 to 1 the one that would have forecast the past months best, each from those before it',
        fa: 'حافظه: از چند مقدار میان ۰٫۴۵ تا ۱ آن که ماه‌های گذشته را، هر یک از روی ماه‌های پیش از آن، بهتر پیش‌بینی می‌کرد',
      },
    },
    {
      name: 'phi',
      symbol: 'φ',
      meaning: {
        en: '0.9: how much of a trend goes on each month; no trend is believed beyond 10 % a month',
        fa: '۰٫۹: چه اندازه از روند در هر ماه ادامه می‌یابد؛ روندی بیش از ۱۰٪ در ماه باور نمی‌شود',
      },
    },
    {
      name: 'rhythm',
      symbol: 'year, quarter, part',
      meaning: {
        en: 'factors of the month of the year (from two years on), of the month of the quarter (from two quarters on) and of the third of the month',
        fa: 'ضریب ماه سال (از دو سال به بعد)، ماه فصل (از دو فصل به بعد) و دهه‌ی ماه',
      },
    },
  ],
  parameters: [],
  source:
    'A. C. Harvey and C. Fernandes, "Time series models for count or qualitative observations", Journal of Business & Economic Statistics 7 (1989), 407–417; damped trend: E. S. Gardner and E. McKenzie, "Forecasting trends in time series", Management Science 31 (1985), 1237–1246; weights of priors are judgements of this project',
  assumptions: [
    {
      id: 'creation_goes_on',
      text: {
        en: 'As many deals go on being created as of late: no new team, market or campaign, and none that ends.',
        fa: 'همان تعداد معامله که این اواخر ایجاد می‌شد ایجاد می‌شود: نه تیم، بازار یا کمپین تازه‌ای می‌آید و نه یکی پایان می‌یابد.',
      },
      otherwise: {
        en: 'A change that no past month has seen cannot be foretold from past months.',
        fa: 'تغییری که هیچ ماه گذشته‌ای ندیده باشد از ماه‌های گذشته پیش‌بینی‌شدنی نیست.',
      },
    },
    SAME_AMOUNTS,
    SAME_WINS,
    SAME_SPEED,
  ],
  limits: [
    {
      en: 'Under two years of months there is no rhythm of the year: a business with a season is then forecast without it.',
      fa: 'با کمتر از دو سال، آهنگ سال شناخته نمی‌شود: کسب‌وکار فصلی آنگاه بدون فصلش پیش‌بینی می‌شود.',
    },
    {
      en: 'Without a won deal that has an amount nothing can be said of what new deals are worth.',
      fa: 'بدون معامله‌ی برنده‌ای که مبلغ داشته باشد از ارزش معامله‌های تازه چیزی گفتنی نیست.',
    },
  ],
});
