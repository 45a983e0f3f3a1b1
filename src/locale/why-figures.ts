/** Figures that are taken apart, and how a sentence writes them and what adds to them. */
import type { Text } from './text.js';
import type { Unit } from './units.js';
import type { Wording } from './wording.js';

/** What each figure is measured in; `stalled_share` = of the open deals. */
export const WHY_FIGURES = {
  revenue_won: 'money',
  won_deals: 'count',
  win_rate: 'ratio',
  avg_deal_size: 'money',
  sales_cycle: 'days',
  stalled_deals: 'count',
  stalled_share: 'ratio',
  mrr: 'money',
  lead_conversion_rate: 'ratio',
  open_pipeline_value: 'money',
  open_deals: 'count',
} as const satisfies Record<string, 'money' | 'ratio' | 'days' | 'count'>;

export type WhyFigure = keyof typeof WHY_FIGURES;

/** What a product is taken apart into: what each factor is called, and measured in. */
export const WHY_FACTORS = {
  deals_closed: { title: { en: 'Deals closed', fa: 'معامله‌های بسته‌شده' }, unit: 'count' },
  won_deals: { title: { en: 'Won deals', fa: 'معامله‌های برنده' }, unit: 'count' },
  win_rate: { title: { en: 'Win rate', fa: 'نرخ برد' }, unit: 'ratio' },
  share_priced: { title: { en: 'Share with an amount', fa: 'سهم معامله‌های دارای مبلغ' }, unit: 'ratio' },
  mean_amount: { title: { en: 'Mean amount', fa: 'میانگین مبلغ' }, unit: 'money' },
  open_deals: { title: { en: 'Open deals', fa: 'معامله‌های باز' }, unit: 'count' },
  share_stalled: { title: { en: 'Share stalled', fa: 'سهم متوقف‌مانده‌ها' }, unit: 'ratio' },
} as const satisfies Record<string, { readonly title: Text; readonly unit: Unit }>;

export type WhyFactor = keyof typeof WHY_FACTORS;

/** What moves a level. */
export const WHY_STEPS = {
  new: { en: 'New', fa: 'جدید' },
  expansion: { en: 'Expansion', fa: 'افزایش' },
  reactivation: { en: 'Reactivation', fa: 'بازگشت' },
  contraction: { en: 'Contraction', fa: 'کاهش' },
  churned: { en: 'Churned', fa: 'ریزش' },
} as const satisfies Record<string, Text>;

export type WhyStep = keyof typeof WHY_STEPS;

/** Columns by which a change is told that no file has. */
export const WHY_COLUMNS = {
  created_in_period: {
    title: { en: 'Created in the same period', fa: 'ایجاد در همین دوره' },
    yes: { en: 'yes', fa: 'بله' },
    no: { en: 'earlier', fa: 'پیش‌تر' },
  },
} as const satisfies Record<string, { readonly title: Text; readonly yes: Text; readonly no: Text }>;

/** A figure at two times. */
export interface WhyChanged {
  readonly figure: WhyFigure;
  readonly before: number;
  readonly after: number;
  readonly currency: string | null;
  /** The same part of another quarter, with which it is compared; null = with what the whole document compares. */
  readonly beside: string | null;
  /** Days since an earlier export, compared with as many before it; null = no such days. */
  readonly days: number | null;
  /** The period in which the open deals are expected to close; null = all open deals. */
  readonly due: string | null;
}

/** A value of the figure, money with its currency. */
export function levelText(value: number, figure: WhyFigure, currency: string | null, words: Wording): string {
  switch (WHY_FIGURES[figure]) {
    case 'ratio':
      return words.ratio(value);
    case 'days':
      return words.days(value);
    case 'count':
      return words.count(value);
    case 'money':
      return words.compact(value, currency);
  }
}

/** Effects on counts are no whole numbers; under ten their first decimal is said. */
const DECIMAL_UP_TO = 10;

/** A difference with its sign, in the unit of the figure; one that is rounded to nothing has none. */
export function effectText(difference: number, figure: WhyFigure, words: Wording): string {
  const unit = WHY_FIGURES[figure];
  if (unit === 'ratio') return words.points(difference);
  const text =
    unit === 'money'
      ? words.compact(difference, null)
      : unit === 'days'
        ? words.days(difference)
        : words.rounded(difference, Math.abs(difference) < DECIMAL_UP_TO ? 1 : 0);
  return difference > 0 && /[1-9۱-۹]/.test(text) ? `+${text}` : text;
}
