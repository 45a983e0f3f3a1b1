import { defineModel } from '../definition.js';

export const forecastInterval = defineModel({
  id: 'forecast_interval',
  title: { en: 'How far off the forecast may be', fa: 'پیش‌بینی چه اندازه ممکن است خطا داشته باشد' },
  section: 'forecast',
  kpis: [],
  definition: {
    en: 'The coming months are drawn thousands of times: which open deals are won (large ones one by one), how many are created, for which amounts; and with them what the history leaves open: hazards told by few endings, the level, its drift, and months that differ for no reason. The interval is where the middle 95 % of the draws lie, made wider or narrower by how far past forecasts of this file missed.',
    fa: 'ماه‌های آینده هزاران بار قرعه‌کشی می‌شوند: کدام معامله‌های باز برنده می‌شوند (بزرگ‌ها تک‌به‌تک)، چند معامله ایجاد می‌شود و با چه مبلغ‌هایی؛ و همراه آن‌ها آنچه گذشته روشن نمی‌کند: نرخ‌هایی که از چند پایان گفته شده‌اند، سطح، جابه‌جایی آن، و ماه‌هایی که بی‌دلیل فرق دارند. بازه جایی است که ۹۵٪ میانی قرعه‌ها در آن است، پهن‌تر یا باریک‌تر به اندازه‌ای که پیش‌بینی‌های گذشته‌ی همین فایل خطا داشته‌اند.',
  },
  formulas: [
    {
      of: { en: 'bounds of the interval', fa: 'کران‌های بازه' },
      formula: 'level · (E + width · (Q − E)), Q = Q(0.025), Q(0.975)',
    },
    {
      of: { en: 'level, from past forecasts', fa: 'سطح، از پیش‌بینی‌های گذشته' },
      formula: 'level = (Σ W + 24·f) / (Σ F + 24·f)',
    },
    {
      of: { en: 'width, from n past forecasts', fa: 'پهنا، از n پیش‌بینی گذشته' },
      formula: 'width = √((24 + Σ ((W − F) / D)²) / (24 + n)), 0.8 ≤ width ≤ 4',
    },
  ],
  symbols: [
    {
      name: 'E',
      symbol: 'E, Q(p)',
      meaning: {
        en: 'what is expected of the month, and the value that a share p of the draws lies below',
        fa: 'آنچه از ماه انتظار می‌رود، و مقداری که سهم p از قرعه‌ها زیر آن است',
      },
    },
    {
      name: 'W',
      symbol: 'W, F, D',
      meaning: {
        en: 'of a past month: won value, what was forecast, and the standard deviation of its draws; f is the mean of F',
        fa: 'از یک ماه گذشته: ارزش معامله‌های برنده، آنچه پیش‌بینی شده بود، و انحراف معیار قرعه‌هایش؛ f میانگین F است',
      },
    },
  ],
  parameters: [],
  source:
    'Simulation with a fixed seed (the same files give the same interval); scaled by past errors as in split-conformal prediction: V. Vovk, A. Gammerman and G. Shafer, Algorithmic Learning in a Random World (2005), and H. Papadopoulos et al., "Inductive confidence machines for regression", ECML 2002, 345–356, in the form of a variance ratio because so few errors carry no quantile; weights are judgements of this project',
  assumptions: [
    {
      id: 'no_deal_decides',
      text: {
        en: 'No single open deal makes up a large part of the pipeline.',
        fa: 'هیچ معامله‌ی بازی به‌تنهایی بخش بزرگی از پایپ‌لاین نیست.',
      },
      otherwise: {
        en: 'With one deal that large the month comes out with it or without it, and hardly ever near the expected value. Plan for both.',
        fa: 'با معامله‌ای چنین بزرگ، ماه یا با آن است یا بی آن، و به‌ندرت نزدیک ارزش مورد انتظار. برای هر دو برنامه بریزید.',
      },
    },
    {
      id: 'deals_apart',
      text: {
        en: 'Deals are decided one by one: not all by the same customer, tender or budget.',
        fa: 'تکلیف معامله‌ها یک‌به‌یک روشن می‌شود: نه همه به دست یک مشتری، یک مناقصه یا یک بودجه.',
      },
      otherwise: {
        en: 'Deals that are won or lost together make good months better and bad ones worse than the interval says.',
        fa: 'معامله‌هایی که با هم برنده می‌شوند یا از دست می‌روند ماه‌های خوب را بهتر و ماه‌های بد را بدتر از آنچه بازه می‌گوید می‌کنند.',
      },
    },
    {
      id: 'intervals_held',
      text: {
        en: 'Of the past months about as many lay within their interval as it promised.',
        fa: 'از ماه‌های گذشته تقریباً همان سهمی که بازه وعده داده بود در آن جای گرفت.',
      },
      otherwise: {
        en: 'If fewer did, something moves sales that the deals do not show; believe the wider of the two.',
        fa: 'اگر کمتر باشد، چیزی فروش را تکان می‌دهد که معامله‌ها نشان نمی‌دهند؛ پهن‌تر از آن را باور کنید.',
      },
    },
  ],
  limits: [
    {
      en: 'Under four past forecasts nothing is corrected. What has never happened in the file (a crisis, a price rise) is in no draw.',
      fa: 'با کمتر از چهار پیش‌بینی گذشته چیزی اصلاح نمی‌شود. آنچه هرگز در فایل رخ نداده (بحران، گرانی) در هیچ قرعه‌ای نیست.',
    },
  ],
});
