import { defineModel } from '../definition.js';
import { IDS_LAST, SAME_SELECTION, TRUE_SNAPSHOT_DAYS } from '../snapshot-assumptions.js';

export const forecastAgainstActual = defineModel({
  id: 'forecast_against_actual',
  title: { en: 'Forecast against actual', fa: 'پیش‌بینی در برابر واقعیت' },
  section: 'changes',
  kpis: [],
  definition: {
    en: 'What the older export expected of the days up to the newer one, and what came: the deals that were due in these days and what became of each; what the probabilities of the CRM promised; and the forecast that could have been made from the older export alone, at its own day. Nothing of the newer export takes part in what was expected.',
    fa: 'آنچه خروجی قبلی از روزهای تا خروجی تازه انتظار داشت، و آنچه شد: معامله‌هایی که سررسیدشان در این روزها بود و سرنوشت هر یک؛ آنچه احتمال‌های CRM وعده می‌داد؛ و پیش‌بینی‌ای که تنها از خروجی قبلی و در روز خودش می‌شد کرد. هیچ چیز از خروجی تازه در آنچه انتظار می‌رفت نقشی ندارد.',
  },
  formulas: [
    { of: { en: 'deals due', fa: 'معامله‌های سررسیدشده' }, formula: 'due = { d : I₀(d) ∧ T₀ < D₀(d) ≤ T₁ }' },
    {
      of: { en: 'what became of them', fa: 'چه شدند' },
      formula: 'n(due) = n(won) + n(lost) + n(slipped) + n(still) + n(undated) + n(set_aside) + n(vanished)',
    },
    { of: { en: "the CRM's promise", fa: 'وعده‌ی CRM' }, formula: 'F_crm = Σ_{d ∈ due} P₀(d) · A₀(d)' },
    {
      of: { en: 'what came of the open deals', fa: 'آنچه از معامله‌های باز رسید' },
      formula: 'R = Σ A₁(d), I₀(d) ∧ W₁(d)',
    },
    {
      of: { en: 'what came in all', fa: 'آنچه روی هم رسید' },
      formula: 'R_all = Σ A₁(d), W₁(d) ∧ T₀ < closed(d) ≤ T₁',
    },
  ],
  symbols: [
    {
      name: 'T',
      symbol: 'T₀, T₁',
      meaning: { en: 'days on which the exports were taken', fa: 'روزهایی که خروجی‌ها گرفته شده‌اند' },
    },
    {
      name: 'I',
      symbol: 'I₀, D₀, A₀, P₀',
      meaning: {
        en: 'of the older export: open, expected close date, amount, probability',
        fa: 'از خروجی قبلی: باز، تاریخ مورد انتظار بسته شدن، مبلغ، احتمال',
      },
    },
    {
      name: 'W',
      symbol: 'W₁, A₁, closed',
      meaning: {
        en: 'of the newer export: won, amount, day of closing',
        fa: 'از خروجی تازه: برنده، مبلغ، روز بسته شدن',
      },
    },
    {
      name: 'slipped',
      symbol: 'slipped, still, undated',
      meaning: {
        en: 'open still: with a date after T₁, with one that has passed by then, with none',
        fa: 'هنوز باز: با تاریخی پس از T₁، با تاریخی که تا آن روز گذشته است، بی تاریخ',
      },
    },
  ],
  parameters: [],
  source:
    'Forecasts are judged on what was not known when they were made (L. J. Tashman, "Out-of-sample tests of forecasting accuracy", International Journal of Forecasting 16 (2000), 437–450); the forecast itself: see pipeline_outlook, new_business and forecast_interval; kinds of what becomes of due deals are a judgement of this project',
  assumptions: [
    TRUE_SNAPSHOT_DAYS,
    SAME_SELECTION,
    IDS_LAST,
    {
      id: 'dates_of_closing',
      text: {
        en: 'Deals are closed in the CRM on the day they are decided.',
        fa: 'معامله در همان روزی که تکلیفش روشن می‌شود در CRM بسته می‌شود.',
      },
      otherwise: {
        en: 'A win entered late belongs to days that have been judged already, and a clean-up makes the days look better or worse than they were.',
        fa: 'بردی که دیر ثبت شود از آنِ روزهایی است که پیش‌تر داوری شده‌اند، و پاک‌سازی آن روزها را بهتر یا بدتر از آنچه بوده‌اند نشان می‌دهد.',
      },
    },
  ],
  limits: [
    {
      en: 'One span of days judges no forecast: inside its interval or not, chance has a part in it. backtest repeats it over many past days.',
      fa: 'یک بازه‌ی روزها پیش‌بینی را نمی‌سنجد: درون بازه یا بیرون آن، شانس هم نقشی دارد. backtest آن را روی روزهای گذشته‌ی بسیاری تکرار می‌کند.',
    },
    {
      en: 'The model is asked for 7 to 1,096 days between the exports, in one currency, and where the older export carries a forecast at all; otherwise the reason is said.',
      fa: 'مدل برای ۷ تا ۱٬۰۹۶ روز میان خروجی‌ها و با یک ارز پرسیده می‌شود، و آنجا که خروجی قبلی اصلاً پیش‌بینی‌ای را تاب آورد؛ وگرنه دلیلش گفته می‌شود.',
    },
    {
      en: "The CRM's promise counts due deals that have both an amount and a probability; what came is told of all deals that were open, also of those it did not count for these days.",
      fa: 'وعده‌ی CRM معامله‌های سررسیدی را می‌شمارد که هم مبلغ دارند و هم احتمال؛ آنچه رسید درباره‌ی همه‌ی معامله‌های باز گفته می‌شود، حتی آن‌هایی که برای این روزها به حساب نیامده بودند.',
    },
  ],
});
