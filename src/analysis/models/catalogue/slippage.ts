import { defineModel } from '../definition.js';
import { IDS_LAST, SAME_SELECTION } from '../snapshot-assumptions.js';

export const slippage = defineModel({
  id: 'slippage',
  title: { en: 'Close dates that move', fa: 'تاریخ‌های بسته شدنی که جابه‌جا می‌شوند' },
  section: 'changes',
  kpis: [],
  definition: {
    en: 'How many of the deals that are open in both exports are now expected to close later, and by how many days; and which were put off again and again: three times and more. A deal may have made other moves at the same time.',
    fa: 'از معامله‌هایی که در هر دو خروجی بازند، چند تا اکنون دیرتر بسته می‌شوند و چند روز؛ و کدام‌ها بارها عقب افتاده‌اند: سه بار و بیشتر. هر معامله می‌تواند هم‌زمان جابه‌جایی‌های دیگری هم داشته باشد.',
  },
  formulas: [
    { of: { en: 'share that slipped', fa: 'سهم عقب‌افتاده‌ها' }, formula: 's = n(D₁ > D₀) / n(I₀ ∧ I₁)' },
    { of: { en: 'by how many days', fa: 'چند روز' }, formula: 'med { D₁(d) − D₀(d) : D₁(d) > D₀(d) }' },
    {
      of: { en: 'pushes of a deal', fa: 'دفعات عقب افتادن هر معامله' },
      formula: 'p = max(Σ_j [D_j > D_{j−1}], c), p ≥ 3',
    },
  ],
  symbols: [
    {
      name: 'D',
      symbol: 'D₀, D₁',
      meaning: {
        en: 'day on which the deal is expected to close, in the older and in the newer export',
        fa: 'روزی که انتظار می‌رود معامله در آن بسته شود، در خروجی قبلی و تازه',
      },
    },
    {
      name: 'I',
      symbol: 'I₀ ∧ I₁',
      meaning: { en: 'open in both exports', fa: 'باز در هر دو خروجی' },
    },
    {
      name: 'D_j',
      meaning: {
        en: 'the day in the j-th export of those that have the deal open, with a day; oldest first',
        fa: 'روز در خروجی j از میان آن‌هایی که معامله در آن‌ها باز است و روز دارد؛ قدیمی‌ترین نخست',
      },
    },
    {
      name: 'c',
      meaning: {
        en: 'how often the CRM itself counts it as moved later (push count), 0 where the file has no such column',
        fa: 'شمار عقب افتادن‌ها که خود CRM نوشته است (push count)؛ ۰ اگر فایل چنین ستونی ندارد',
      },
    },
  ],
  parameters: [],
  source:
    'Moves: counts. Three pushes as the bound from which a date is no plan are a judgement of this project; push count as Salesforce counts it (Pipeline Inspection, 2021: each move of the close date into a later month)',
  assumptions: [
    {
      id: 'dates_are_plans',
      text: {
        en: 'The expected close date is the day that the seller means, and is changed when the plan changes.',
        fa: 'تاریخ مورد انتظار بسته شدن روزی است که فروشنده واقعاً در نظر دارد، و با تغییر برنامه عوض می‌شود.',
      },
      otherwise: {
        en: 'Dates that the CRM fills in by itself, or that are all set to the end of the quarter, slip together and say nothing of the deals.',
        fa: 'تاریخ‌هایی که CRM خود پر می‌کند، یا همه روی پایان فصل گذاشته شده‌اند، با هم عقب می‌افتند و از معامله‌ها چیزی نمی‌گویند.',
      },
    },
    IDS_LAST,
    SAME_SELECTION,
  ],
  limits: [
    {
      en: 'Two exports show one move at most, whatever happened between them: three pushes need four exports, or a column that counts them.',
      fa: 'دو خروجی حداکثر یک جابه‌جایی نشان می‌دهند، هرچه میانشان رخ داده باشد: سه بار عقب افتادن چهار خروجی می‌خواهد، یا ستونی که آن را بشمارد.',
    },
    {
      en: 'A deal whose date has passed and was not moved has not slipped: it is overdue.',
      fa: 'معامله‌ای که تاریخش گذشته و جابه‌جا نشده عقب نیفتاده است: سررسیدگذشته است.',
    },
    {
      en: 'Deals that closed in between are not among those that slipped, however late they closed.',
      fa: 'معامله‌هایی که در این میان بسته شده‌اند، هر اندازه دیر، از عقب‌افتاده‌ها شمرده نمی‌شوند.',
    },
  ],
});
