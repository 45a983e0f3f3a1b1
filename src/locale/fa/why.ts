import type { WHY as English } from '../en/why.js';
import { noVerdictText } from '../no-verdict.js';
import type { Spoken } from '../said.js';
import {
  effectText,
  levelText,
  type WhyChanged,
  type WhyFactor,
  type WhyFigure,
  type WhyStep,
} from '../why-figures.js';
import type { Wording } from '../wording.js';
import { segmentName } from './changes.js';

const TITLES: { readonly [F in WhyFigure]: string } = {
  revenue_won: 'ارزش معامله‌های برنده',
  won_deals: 'شمار معامله‌های برنده',
  win_rate: 'نرخ برد',
  avg_deal_size: 'میانگین مبلغ معامله',
  sales_cycle: 'طول چرخه‌ی فروش',
  stalled_deals: 'شمار معامله‌های متوقف‌مانده',
  stalled_share: 'سهم متوقف‌مانده‌ها از معامله‌های باز',
  mrr: 'درآمد تکرارشونده',
  lead_conversion_rate: 'نرخ تبدیل سرنخ',
  open_pipeline_value: 'ارزش پایپ‌لاین باز',
  open_deals: 'شمار معامله‌های باز',
};

const FACTORS: { readonly [F in WhyFactor]: readonly [more: string, less: string] } = {
  deals_closed: ['معامله‌های بسته‌شده‌ی بیشتر', 'معامله‌های بسته‌شده‌ی کمتر'],
  won_deals: ['معامله‌های برنده‌ی بیشتر', 'معامله‌های برنده‌ی کمتر'],
  win_rate: ['نرخ برد بالاتر', 'نرخ برد پایین‌تر'],
  share_priced: ['معامله‌های دارای مبلغ بیشتر', 'معامله‌های دارای مبلغ کمتر'],
  mean_amount: ['معامله‌های بزرگ‌تر', 'معامله‌های کوچک‌تر'],
  open_deals: ['معامله‌های باز بیشتر', 'معامله‌های باز کمتر'],
  share_stalled: ['سهم متوقف‌مانده‌ی بیشتر', 'سهم متوقف‌مانده‌ی کمتر'],
};

const STEPS: { readonly [S in WhyStep]: string } = {
  new: 'مشتریان جدید',
  expansion: 'افزایش',
  reactivation: 'مشتریان بازگشته',
  contraction: 'کاهش',
  churned: 'ریزش مشتریان',
};

/** What changes within the groups of a rate or a mean. */
const WITHIN: { readonly [F in WhyFigure]?: string } = {
  win_rate: 'نرخ برد درون گروه‌ها',
  avg_deal_size: 'مبلغ معامله درون گروه‌ها',
  sales_cycle: 'طول چرخه درون گروه‌ها',
  stalled_share: 'سهم متوقف‌مانده درون گروه‌ها',
  lead_conversion_rate: 'نرخ تبدیل درون گروه‌ها',
};

/** Columns that have a name of ours; others are told as they are. */
const COLUMNS: Readonly<Record<string, string>> = {
  created_in_period: 'ایجاد در همین دوره',
  owner: 'مسئول',
  source: 'منبع',
  product: 'محصول',
  pipeline: 'پایپ‌لاین',
  type: 'نوع معامله',
  stage: 'مرحله',
};

export const WHY: Spoken<typeof English> = {
  why_factors: ({ factors, ...changed }, words) =>
    `${head(changed, words)}: ${words.list(
      factors.map(
        ({ factor, up, effect }) => `${FACTORS[factor][up ? 0 : 1]} ${effectText(effect, changed.figure, words)}`,
      ),
    )}.`,
  why_steps: ({ steps, ...changed }, words) =>
    `${head(changed, words)}: ${words.list(
      steps.map(({ step, effect }) => `${STEPS[step]} ${effectText(effect, changed.figure, words)}`),
    )}.`,
  why_mix_rate: ({ by, mix, rate, most, ...changed }, words) => {
    const { figure } = changed;
    const whose =
      most === null ? '' : `؛ بیشترین سهم از ${segmentName(most.value)} با ${effectText(most.effect, figure, words)}`;
    return `${head(changed, words)}: به تفکیک ${column(by)}، ${effectText(mix, figure, words)} از تغییر ترکیب و ${effectText(rate, figure, words)} از ${WITHIN[figure] ?? 'درون گروه‌ها'}${whose}.`;
  },
  why_groups: ({ by, groups, ...changed }, words) =>
    `${head(changed, words)}: به تفکیک ${column(by)}، ${words.list(
      groups.map(({ value, effect }) => `${segmentName(value)} ${effectText(effect, changed.figure, words)}`),
    )}.`,
  why_unmoved: (changed, words) => `${head(changed, words)}.`,
  why_alone: (changed, words) => `${head(changed, words)}؛ هیچ ستونی نمی‌گوید از کدام معامله‌ها.`,
  why_beyond_chance: () => 'این تغییر بیش از تصادف است.',
  why_within_chance: () => 'تصادف به‌تنهایی هم به همین اندازه جابه‌جا می‌کند: بر پایه‌ی اجزا کاری لازم نیست.',
  why_untested: ({ reason }) => `نمی‌توان گفت بیش از تصادف است یا نه: ${noVerdictText(reason, 'fa')}.`,
  why_arithmetic: () => 'جمع اجزا همان تغییر است. این‌ها حساب‌اند: می‌گویند تغییر در کجاست، نه اینکه علتش چیست.',
};

function head({ figure, before, after, currency, ...against }: WhyChanged, words: Wording): string {
  const title = beside(TITLES[figure], against, words);
  if (before === after) return `${title} در ${levelText(after, figure, currency, words)} ماند`;
  const [from, to] = [levelText(before, figure, null, words), levelText(after, figure, currency, words)];
  return `${title} از ${from} به ${to} ${after < before ? 'کاهش' : 'افزایش'} یافت (${effectText(after - before, figure, words)})`;
}

/** The figure, and with what it is compared where that is not what the document compares. */
function beside(
  title: string,
  { beside: period, days, due }: Pick<WhyChanged, 'beside' | 'days' | 'due'>,
  words: Wording,
): string {
  const when = days === null ? '' : `در ${words.days(days)} پس از خروجی قبلی، `;
  const before = days === null ? '' : 'نسبت به همین تعداد روز پیش از آن، ';
  const against = period === null ? before : `نسبت به ${words.period(period)}، بخش همانند از فصل خود، `;
  const expected = due === null ? '' : ` با موعد بسته شدن در ${words.period(due)}`;
  return `${when}${against}${title}${expected}`;
}

/** A name of a field is one without underscores; a header of a file stays as it is. */
function column(by: string): string {
  return COLUMNS[by] ?? (/^[a-z0-9_]+$/.test(by) ? by.replaceAll('_', ' ') : by);
}
