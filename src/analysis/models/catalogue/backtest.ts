import { TRUE_DATES, WHOLE_HISTORY } from '../assumptions.js';
import { defineModel } from '../definition.js';

export const backtest = defineModel({
  id: 'backtest',
  title: {
    en: 'Backtest: the same forecast, made of the past',
    fa: 'پس‌آزمون: همین پیش‌بینی برای گذشته',
  },
  section: 'forecast',
  kpis: [],
  definition: {
    en: 'For each of the last months the file is put back to the day before: deals created since are gone, deals closed since are open again, and nothing that closing overwrites is used. The forecast made of it is held against what came, beside four that need no model: the last month, the mean of three, the same month of the last quarter, and of the last year. A model that does not beat the best of them is not shown as the forecast; the baseline is.',
    fa: 'برای هر یک از ماه‌های اخیر، فایل به روز پیش از آن بازگردانده می‌شود: معامله‌هایی که از آن پس ایجاد شده‌اند نیستند، آن‌هایی که از آن پس بسته شده‌اند دوباره بازند، و چیزی که بسته شدن رویش می‌نویسد به کار نمی‌رود. پیش‌بینی‌ای که از آن ساخته می‌شود با آنچه آمد سنجیده می‌شود، در کنار چهار پیش‌بینی بی‌مدل: ماه قبل، میانگین سه ماه، همان ماه از فصل قبل، و از سال قبل. اگر مدل از بهترینِ این‌ها بهتر نباشد به‌جای پیش‌بینی نمی‌نشیند؛ همان سنجه‌ی ساده نشان داده می‌شود.',
  },
  formulas: [
    { of: { en: 'error (WAPE)', fa: 'خطا (WAPE)' }, formula: 'WAPE = Σ |W − F| / Σ W' },
    { of: { en: 'bias', fa: 'سوگیری' }, formula: 'bias = Σ (F − W) / Σ W' },
    {
      of: { en: 'coverage', fa: 'پوشش' },
      formula: 'coverage = Σ [low ≤ W ≤ high] / n',
    },
    {
      of: { en: 'Brier score, of single deals', fa: 'امتیاز بریر، برای تک‌معامله‌ها' },
      formula: 'Brier = Σ (p − o)² / N',
    },
    {
      of: { en: 'calibration', fa: 'واسنجی' },
      formula: 'Σ o / N  ~  Σ p / N',
    },
  ],
  symbols: [
    {
      name: 'W',
      symbol: 'W, F',
      meaning: {
        en: 'won value of a past month, and what was forecast of it; n is the number of months',
        fa: 'ارزش معامله‌های برنده‌ی یک ماه گذشته، و آنچه برایش پیش‌بینی شده بود؛ n شمار ماه‌هاست',
      },
    },
    {
      name: 'p',
      symbol: 'p, o',
      meaning: {
        en: 'chance of winning that a deal was given, and what became of it: 1 won, 0 not; calibration compares them within bands of p',
        fa: 'احتمال بردی که به معامله داده شده بود، و آنچه شد: ۱ برنده، ۰ نه؛ واسنجی این دو را درون بازه‌های p می‌سنجد',
      },
    },
  ],
  parameters: [],
  source:
    'Rolling origin: L. J. Tashman, "Out-of-sample tests of forecasting accuracy: an analysis and review", International Journal of Forecasting 16 (2000), 437–450; WAPE: S. Kolassa and W. Schütz, "Advantages of the MAD/mean ratio over the MAPE", Foresight 6 (2007), 40–43; G. W. Brier, "Verification of forecasts expressed in terms of probability", Monthly Weather Review 78 (1950), 1–3',
  assumptions: [
    {
      id: 'enough_past',
      text: {
        en: 'There are a dozen past months or more to judge by.',
        fa: 'دست‌کم دوازده ماه گذشته برای داوری هست.',
      },
      otherwise: {
        en: 'Of a handful of months the better method is found by luck as easily as by merit.',
        fa: 'با چند ماه، روش بهتر به همان آسانی که به شایستگی یافته می‌شود به بخت هم یافته می‌شود.',
      },
    },
    {
      id: 'beats_baseline',
      text: {
        en: 'The model misses by less than the best of the four simple forecasts.',
        fa: 'خطای مدل از بهترینِ چهار پیش‌بینی ساده کمتر است.',
      },
      otherwise: {
        en: 'Then the simple forecast is shown, and its first line says so.',
        fa: 'آنگاه پیش‌بینی ساده نشان داده می‌شود و خط نخست همین را می‌گوید.',
      },
    },
    {
      id: 'nothing_deleted',
      text: {
        en: 'Deals are not deleted from the CRM, and creation and close dates are not changed afterwards.',
        fa: 'معامله‌ها از CRM حذف نمی‌شوند و تاریخ‌های ایجاد و بسته شدن بعداً عوض نمی‌شوند.',
      },
      otherwise: {
        en: 'The file then shows a past that was tidier than what anybody saw, and the backtest looks better than the forecast will be.',
        fa: 'آنگاه فایل گذشته‌ای مرتب‌تر از آنچه کسی دیده نشان می‌دهد و پس‌آزمون بهتر از آنچه پیش‌بینی خواهد بود به نظر می‌رسد.',
      },
    },
    WHOLE_HISTORY,
    TRUE_DATES,
  ],
  limits: [
    {
      en: 'A past month is forecast from six months on record on, three of them with closings, and from ten won deals on.',
      fa: 'ماه گذشته وقتی پیش‌بینی می‌شود که شش ماه، سه ماه از آن با بسته شدن، و ده معامله‌ی برنده پیش از آن ثبت شده باشد.',
    },
    {
      en: 'Where the past months have no won value in all, relative errors have no meaning, and none is given.',
      fa: 'اگر ماه‌های گذشته روی هم ارزش معامله‌های برنده‌ای نداشته باشند، خطای نسبی معنایی ندارد و گفته نمی‌شود.',
    },
    {
      en: "The CRM's own probabilities are scored alike only where closing does not overwrite them, which it nearly always does.",
      fa: 'احتمال‌های خود CRM تنها آنجا به همین شیوه سنجیده می‌شوند که بسته شدن رویشان ننویسد، که تقریباً همیشه می‌نویسد.',
    },
  ],
});
