import { defineModel } from '../definition.js';
import { IDS_LAST, SAME_SELECTION } from '../snapshot-assumptions.js';

export const pipelineWaterfall = defineModel({
  id: 'pipeline_waterfall',
  title: {
    en: 'From the old open pipeline to the new one',
    fa: 'از پایپ‌لاین باز قبلی تا پایپ‌لاین باز تازه',
  },
  section: 'changes',
  kpis: [],
  definition: {
    en: 'What the open deals of the older export were worth, what each kind of change added or took, and what those of the newer one are worth, in each currency by itself. The steps add up to the difference without a rest, to the last decimal of the amounts and in the number of deals; a deal counts in one step at most, that of its class. With a period the pipeline is the open deals that are expected to close in it, and deals whose date moved into it or out of it are steps of their own.',
    fa: 'ارزش معامله‌های باز خروجی قبلی، آنچه هر گونه تغییر افزوده یا کاسته، و ارزش معامله‌های باز خروجی تازه، برای هر ارز جداگانه. جمع گام‌ها بی‌باقی‌مانده همان تفاوت است، هم تا آخرین رقم اعشار مبلغ‌ها و هم در شمار معامله‌ها؛ هر معامله حداکثر در یک گام است، گام دسته‌ی خودش. با دوره، پایپ‌لاین معامله‌های بازی است که انتظار می‌رود در آن بسته شوند، و معامله‌هایی که تاریخشان به دوره آمده یا از آن رفته گام‌های جداگانه‌اند.',
  },
  formulas: [
    { of: { en: 'the whole', fa: 'کل' }, formula: 'E = S + Σ_k (Σ_{d ∈ k} A₁(d) · I₁(d) − A₀(d) · I₀(d))' },
    { of: { en: 'the old pipeline', fa: 'پایپ‌لاین قبلی' }, formula: 'S = Σ A₀(d) · I₀(d)' },
    { of: { en: 'the new pipeline', fa: 'پایپ‌لاین تازه' }, formula: 'E = Σ A₁(d) · I₁(d)' },
    {
      of: { en: 'deals', fa: 'معامله‌ها' },
      formula:
        'n₁ = n₀ + n(new) + n(reopened) + n(taken_back) − n(won) − n(lost) − n(vanished) − n(set_aside) + n(moved_in) − n(moved_out)',
    },
  ],
  symbols: [
    {
      name: 'A',
      symbol: 'A₀, A₁',
      meaning: {
        en: 'amount of the deal in the older and in the newer export; 0 without one. Both are converted with the rates of the day of the newest export, so that a rate that moved is no growth',
        fa: 'مبلغ معامله در خروجی قبلی و تازه؛ بی مبلغ ۰. هر دو با نرخ روز تازه‌ترین خروجی تبدیل می‌شوند تا جابه‌جایی نرخ ارز رشد شمرده نشود',
      },
    },
    {
      name: 'I',
      symbol: 'I₀, I₁',
      meaning: {
        en: '1 where the deal is open there (and expected to close in the period, where there is one), else 0',
        fa: '۱ اگر معامله آنجا باز باشد (و اگر دوره‌ای هست، انتظار رود در آن بسته شود)، وگرنه ۰',
      },
    },
    {
      name: 'k',
      meaning: {
        en: 'steps: new, reopened, taken_back, priced, grown, shrunk, unpriced, currency, won, lost, vanished, set_aside (see deal_classes); with a period also moved_in, moved_out',
        fa: 'گام‌ها: new، reopened، taken_back، priced، grown، shrunk، unpriced، currency، won، lost، vanished، set_aside (بنگرید به deal_classes)؛ با دوره moved_in و moved_out هم',
      },
    },
    {
      name: 'n',
      meaning: { en: 'numbers of deals', fa: 'شمار معامله‌ها' },
    },
  ],
  parameters: [],
  source:
    'Arithmetic: sums in whole units of the smallest decimal place written. The form is the bridge (waterfall) chart of management accounting; IBCS Standards 1.1 (2017)',
  assumptions: [
    SAME_SELECTION,
    IDS_LAST,
    {
      id: 'one_kind_of_amount',
      text: {
        en: 'Amounts of both exports are of one kind: the whole value, in the same unit, not weighted by a probability.',
        fa: 'مبلغ‌های هر دو خروجی از یک گونه‌اند: ارزش کامل، با یک واحد، بی آنکه در احتمال ضرب شده باشند.',
      },
      otherwise: {
        en: 'An export in rial beside one in toman, or of weighted amounts beside full ones, makes nearly every deal grow or shrink by the same factor.',
        fa: 'یک خروجی به ریال کنار دیگری به تومان، یا مبلغ‌های وزنی کنار مبلغ‌های کامل، تقریباً همه‌ی معامله‌ها را به یک نسبت بزرگ‌تر یا کوچک‌تر می‌کند.',
      },
    },
  ],
  limits: [
    {
      en: 'The step of won deals is what left the pipeline, the amount that the older export had. What they were closed for stands beside it.',
      fa: 'گام معامله‌های برنده مبلغی است که از پایپ‌لاین رفته، یعنی مبلغ خروجی قبلی. اینکه با چه مبلغی بسته شدند کنار آن می‌آید.',
    },
    {
      en: 'Deals that came and were closed between the two exports (new_won, new_lost) are in neither pipeline, and in no step.',
      fa: 'معامله‌هایی که میان دو خروجی آمده و بسته شده‌اند (new_won، new_lost) در هیچ‌یک از دو پایپ‌لاین و در هیچ گامی نیستند.',
    },
    {
      en: 'By owner or another column a deal counts on both sides in the group that the newest export names: a deal handed over is no loss of one and no gain of the other.',
      fa: 'به تفکیک مسئول یا ستون دیگر، هر معامله در هر دو سو در گروهی شمرده می‌شود که تازه‌ترین خروجی می‌گوید: معامله‌ای که دست‌به‌دست شده نه کاهش یکی است و نه افزایش دیگری.',
    },
    {
      en: 'Where one export has no amounts, the deals are counted and no amount is told; several currencies are never added up.',
      fa: 'اگر یکی از خروجی‌ها مبلغ نداشته باشد معامله‌ها شمرده می‌شوند و مبلغی گفته نمی‌شود؛ چند ارز هرگز با هم جمع نمی‌شوند.',
    },
  ],
});
