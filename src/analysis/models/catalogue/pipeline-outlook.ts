import { LOSSES_TOLD, REALLY_OPEN, SAME_SPEED, SAME_WINS } from '../assumptions.js';
import { defineModel } from '../definition.js';

export const pipelineOutlook = defineModel({
  id: 'pipeline_outlook',
  title: {
    en: 'What the open deals will bring, and when',
    fa: 'معامله‌های باز چه خواهند آورد و کی',
  },
  section: 'forecast',
  kpis: [],
  definition: {
    en: 'Each open deal is followed day by day from its age: on every day it is won or lost with the chance that deals of that age had in the past, times the rhythm of the calendar and, where a history of stages tells, what its stage was worth beside the age. The chance of a win in each month times the amount adds up to the pipeline part of the forecast. Probabilities typed into the CRM take no part.',
    fa: 'هر معامله‌ی باز از سن کنونی‌اش روزبه‌روز دنبال می‌شود: در هر روز با احتمالی که معامله‌های هم‌سن در گذشته داشتند، ضرب در آهنگ تقویم و، اگر تاریخچه‌ی مرحله‌ها بگوید، آنچه مرحله‌اش در کنار سن می‌ارزید، برنده می‌شود یا از دست می‌رود. احتمال برد در هر ماه ضرب در مبلغ، روی هم سهم پایپ‌لاین از پیش‌بینی است. احتمال‌هایی که در CRM نوشته شده نقشی ندارند.',
  },
  formulas: [
    {
      of: { en: 'value expected in month m', fa: 'ارزش مورد انتظار در ماه m' },
      formula: 'V(m) = Σᵢ Aᵢ · Pᵢ(m)',
    },
    {
      of: { en: 'chance of a win in month m', fa: 'احتمال برد در ماه m' },
      formula: 'P(m) = Σ open(day) · h_won(age) · c_won(day) · f_won, day ∈ m',
    },
    {
      of: { en: 'still open the day after', fa: 'هنوز باز در روز بعد' },
      formula: 'open(day + 1) = open(day) · (1 − h_won(age) · c_won(day) · f_won − h_lost(age) · c_lost(day) · f_lost)',
    },
    {
      of: { en: 'hazard within a band of ages', fa: 'نرخ رخداد در هر بازه‌ی سنی' },
      formula: 'h_won = (w + l) / e · (w + 2·s) / (w + l + 2)',
    },
    {
      of: { en: 'multiplier of a stage and of time ahead', fa: 'ضریب هر مرحله و هر فاصله‌ی زمانی' },
      formula: 'f_won = κ · (O + 20) / (E · ΣO / ΣE + 20)',
    },
  ],
  symbols: [
    {
      name: 'A_i',
      symbol: 'Aᵢ, Pᵢ(m)',
      meaning: {
        en: 'amount of the open deal i, and its chance of being won in month m',
        fa: 'مبلغ معامله‌ی باز i، و احتمال برد آن در ماه m',
      },
    },
    {
      name: 'open',
      meaning: {
        en: 'chance that the deal is still open on the day',
        fa: 'احتمال آنکه معامله در آن روز هنوز باز باشد',
      },
    },
    {
      name: 'w',
      symbol: 'w, l, e, s',
      meaning: {
        en: 'wins, losses and days that deals were open within the band of ages; the share of wins in all endings',
        fa: 'برد، از دست رفتن و روزهای باز بودن معامله‌ها در بازه‌ی سنی؛ و سهم برد از همه‌ی پایان‌ها',
      },
    },
    {
      name: 'h',
      meaning: {
        en: 'chance that an open deal of that age is won (or lost) on the day; bands of ages hold ten endings or more (√ of all endings, where that is more)',
        fa: 'احتمال آنکه معامله‌ی بازی با آن سن در همان روز برنده شود (یا از دست برود)؛ هر بازه‌ی سنی ده پایان یا بیشتر دارد (یا √ همه‌ی پایان‌ها، اگر بیشتر باشد)',
      },
    },
    {
      name: 'c',
      meaning: {
        en: 'rhythm of the calendar beside what the ages alone give: part of the month, month of the quarter, month of the year, and the level of late; each drawn towards 1 as far as chance explains it',
        fa: 'آهنگ تقویم در کنار آنچه سن‌ها به‌تنهایی می‌دهند: بخش ماه، ماه فصل، ماه سال، و سطح این اواخر؛ هر یک تا آنجا که شانس توضیحش می‌دهد به سوی ۱ کشیده می‌شود',
      },
    },
    {
      name: 'f',
      symbol: 'f, O, E, κ',
      meaning: {
        en: 'deals that stood in the stage when one of the last 24 months began: their wins (or losses) in the first month, in the two after it, and in the six after these, and those that h · c gives for the days they were open then; sums over all stages; κ so that Σ f · E · ΣO/ΣE = ΣO, which leaves the whole as it is. An open deal takes f of its stage now for days 1–30, 31–90 and later. f = 1 where the stage is not told',
        fa: 'معامله‌هایی که در آغاز یکی از ۲۴ ماه اخیر در آن مرحله بودند: بردها (یا از دست رفتن‌های) آن‌ها در ماه نخست، در دو ماه پس از آن و در شش ماه پس از این‌ها، و آنچه h · c برای روزهای باز بودنشان می‌دهد؛ جمع‌ها روی همه‌ی مرحله‌هاست؛ κ چنان که Σ f · E · ΣO/ΣE = ΣO، پس کل همان می‌ماند. هر معامله‌ی باز f مرحله‌ی کنونی‌اش را برای روزهای ۱ تا ۳۰، ۳۱ تا ۹۰ و پس از آن می‌گیرد. f = ۱ اگر مرحله گفته نشده باشد',
      },
    },
  ],
  parameters: [],
  source:
    'Aalen and Johansen 1978 (see aalen_johansen) with hazards constant within bands of ages; rhythm drawn towards 1 by positive-part James–Stein shrinkage (B. Efron and C. Morris, "Stein\'s estimation rule and its competitors", Journal of the American Statistical Association 68 (1973), 117–130); multipliers of stages as standardized ratios drawn to 1 by a Gamma prior; sizes of bands and weights of priors are judgements of this project',
  assumptions: [
    SAME_SPEED,
    SAME_WINS,
    LOSSES_TOLD,
    REALLY_OPEN,
    {
      id: 'amounts_stay',
      text: {
        en: 'The amount of an open deal is the one that it closes with: open, won and lost deals are priced alike.',
        fa: 'مبلغ معامله‌ی باز همان است که با آن بسته می‌شود: معامله‌های باز، برنده و ازدست‌رفته به یک اندازه مبلغ دارند.',
      },
      otherwise: {
        en: 'Where the amount is typed in only on winning, an open deal counts with what won deals were worth lately.',
        fa: 'اگر مبلغ تنها هنگام برد نوشته شود، هر معامله‌ی باز با ارزشی به حساب می‌آید که معامله‌های برنده این اواخر داشتند.',
      },
    },
    {
      id: 'stages_mean_the_same',
      text: {
        en: 'A stage means now what it meant in the last two years, and deals are moved to it when they get there.',
        fa: 'هر مرحله اکنون همان معنا را دارد که در دو سال اخیر داشت، و معامله‌ها همان وقتی به آن برده می‌شوند که به آن می‌رسند.',
      },
      otherwise: {
        en: 'Where stages were redefined, or deals are moved on only when they close, the chances by stage are those of the old stages; the Brier scores with and without stages say whether they helped on the past.',
        fa: 'اگر مرحله‌ها از نو تعریف شده باشند، یا معامله‌ها تنها هنگام بسته شدن جلو برده شوند، احتمال‌ها به مرحله همان مرحله‌های قدیم است؛ امتیاز بریر با مرحله و بی آن می‌گوید که آیا در گذشته کمک کرده‌اند.',
      },
    },
    {
      id: 'entered_when_begun',
      text: {
        en: 'Deals are entered into the CRM when they begin, not on the day they close.',
        fa: 'معامله‌ها هنگام آغاز در CRM ثبت می‌شوند، نه در روزی که بسته می‌شوند.',
      },
      otherwise: {
        en: 'What is entered on closing was never an open deal: it counts as new business, and the pipeline tells little of the months to come.',
        fa: 'آنچه هنگام بسته شدن ثبت شود هرگز معامله‌ی باز نبوده است: کسب‌وکار تازه شمرده می‌شود و پایپ‌لاین از ماه‌های آینده چیز زیادی نمی‌گوید.',
      },
    },
  ],
  limits: [
    {
      en: 'Without a history of stages the stage of a deal plays no part: the stage that a deal was in on a past day is not known then, so what it is worth could not be tested. Nor does it where the history tells the stage of less than 80 % of the open deals, or where chances by age alone had the lower Brier score on past days. How long a deal has been in its stage is not looked at.',
      fa: 'بدون تاریخچه‌ی مرحله‌ها، مرحله‌ی معامله نقشی ندارد: آن‌گاه مرحله‌ی معامله در یک روز گذشته معلوم نیست، پس ارزش آن آزمودنی نیست. همچنین اگر تاریخچه مرحله‌ی کمتر از ۸۰٪ معامله‌های باز را بگوید، یا احتمال‌های تنها بر پایه‌ی سن در روزهای گذشته امتیاز بریر کمتری داشته باشند. اینکه معامله چند روز در مرحله‌اش بوده است دیده نمی‌شود.',
    },
    {
      en: 'Open deals without a creation date have no age: they are left out, counted, and bounded. Deals without an amount count with the usual amount of their product, and are said and bounded.',
      fa: 'معامله‌های بازِ بی‌تاریخ ایجاد سنی ندارند: کنار می‌مانند، شمرده می‌شوند و کران‌هایشان گفته می‌شود. معامله‌های بی‌مبلغ با مبلغ معمول محصولشان به حساب می‌آیند؛ این گفته می‌شود و کران دارد.',
    },
    {
      en: 'Beyond the oldest age at which a deal ever closed there is next to no evidence; the hazard of the last band goes on, much thinned.',
      fa: 'فراتر از کهنه‌ترین سنی که معامله‌ای تاکنون در آن بسته شده شاهدی در کار نیست؛ نرخ آخرین بازه، بسیار رقیق‌شده، ادامه می‌یابد.',
    },
    {
      en: 'A deal of which somebody knows more (a signed letter of intent, a budget that was cut) is for it a deal of its age.',
      fa: 'معامله‌ای که کسی از آن بیشتر می‌داند (تفاهم‌نامه‌ی امضاشده، بودجه‌ای که حذف شده) برای این مدل تنها معامله‌ای با سن خود است.',
    },
  ],
});
