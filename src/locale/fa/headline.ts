import { compactMoney, compactText, percentText, shareText } from '../compact.js';
import type { Against, HeadlineSentences, Moved, Stayed, Than, When } from '../headline.js';
import { countText, daysText, decimalText } from '../numbers.js';
import { isReason, reasonText } from '../reasons.js';
import type { Wording } from '../wording.js';

const NAMES = { win_rate: 'نرخ برد', avg_deal_size: 'مبلغ معامله', sales_cycle: 'چرخه‌ی فروش' } as const;
const TITLES = { win_rate: 'نرخ برد', avg_deal_size: 'میانگین مبلغ معامله', sales_cycle: 'چرخه‌ی فروش' } as const;
const FEW = 10;
/** From so many times on, a change is said as a multiple. */
const TIMES = 3;

const n = (value: number): string => countText(value, 'fa');
const deals = (value: number): string => `${n(value)} معامله`;
const money = (value: number, currency: string | null): string => compactMoney(value, currency, 'fa');
const share = (value: number): string => shareText(value, 'fa');

export const HEADLINE: HeadlineSentences = {
  won_value: ({ value, currency, deals: won, than, against, ...at }, words) =>
    `${during(at, words)}${deals(won)} به ارزش ${money(value, currency)} برنده شد${tail([
      than === null ? null : compared(than, at.period, words),
      against === null ? null : measured(against, currency),
    ])}.`,
  won_deals: ({ deals: won, than, ...at }, words) =>
    `${during(at, words)}${deals(won)} برنده شد${tail([than === null ? null : compared(than, at.period, words)])}.`,
  won_in_currencies: ({ parts, more, deals: won, than, ...at }, words) => {
    const each = parts.map((part) => `${money(part.value, part.currency || '(بی‌ارز)')} (${n(part.deals)})`);
    const rest = more === 0 ? each : [...each, `${n(more)} ارز دیگر`];
    return `${during(at, words)}${deals(won)} برنده شد: ${listed(rest)}${than === null ? '' : `؛ ${compared(than, at.period, words)}`}. ارزها با هم جمع نمی‌شوند.`;
  },
  won_nothing: ({ before, currency, ...at }, words) => {
    const then =
      before === null
        ? ''
        : `؛ در ${words.period(before.period, at.period ?? undefined)} ${deals(before.deals)}${before.value === null ? '' : ` به ارزش ${money(before.value, currency)}`} برنده شده بود`;
    return `${during(at, words)}هیچ معامله‌ای برنده نشد${then}.`;
  },
  mrr: ({ value, currency, customers, than, ...at }, words) =>
    `درآمد ماهانه‌ی تکرارشونده${atEnd(at, words)} ${money(value, currency)}${customers === null ? '' : ` از ${n(customers)} مشتری`} است${tail([than === null ? null : compared(than, at.period, words)])}.`,
  mrr_in_currencies: ({ parts, more, ...at }, words) => {
    const each = parts.map((part) => money(part.value, part.currency || '(بی‌ارز)'));
    const rest = more === 0 ? each : [...each, `${n(more)} ارز دیگر`];
    return `درآمد ماهانه‌ی تکرارشونده${atEnd(at, words)} ${listed(rest)} است؛ ارزها با هم جمع نمی‌شوند.`;
  },
  leads_converted: ({ leads, converted, than, ...at }, words) => {
    const rate = leads < FEW ? '' : ` (${share(converted / leads)})`;
    const then =
      than === null ? '' : `؛ در ${words.period(than.period, at.period ?? undefined)} ${share(than.share)} بود`;
    return `${during(at, words)}از ${n(leads)} سرنخ ${n(converted)} سرنخ مشتری شد${rate}${then}.`;
  },
  customers_alone: ({ customers, ...at }, words) => `${n(customers)} مشتری تا کنون${atEnd(at, words)}.`,
  outside_data: ({ period, edge, isAhead }, words) =>
    `فایل‌ها چیزی از ${words.period(period)} نمی‌گویند${edge === null ? '' : `؛ ${isAhead ? 'آخرین' : 'نخستین'} روزشان ${words.day(edge)} است`}. دوره‌ای ${isAhead ? 'زودتر' : 'دیرتر'} را با --period بخواهید، یا بدون آن همه‌ی داده‌ها را.`,
  no_figures: ({ reason, records }) =>
    `از ${n(records)} رکورد هیچ شاخصی محاسبه نشد: ${because(reason)}. با \`kpi inspect\` ببینید ستون‌ها چگونه فهمیده شده‌اند و با --map نامشان را بگویید.`,
  none_of_asked: ({ title, reason, more }) =>
    `${title} محاسبه نشد: ${because(reason)}${more === 0 ? '' : `؛ ${n(more)} شاخص دیگر نیز محاسبه نشد`}.`,

  nothing_moved: ({ kpis }) => `${still(kpis)}.`,
  moved: ({ changed, still: others, currency }) => `${movements(changed, currency)}${stillToo(others)}.`,
  nothing_moved_alike: ({ kpis, beside, comparedTo }, words) => `${apart(comparedTo, beside, words)}${still(kpis)}.`,
  moved_alike: ({ changed, still: others, beside, comparedTo, currency }, words) =>
    `${apart(comparedTo, beside, words)}${movements(changed, currency)}${stillToo(others)}.`,
  too_few: ({ kpis }) =>
    `معامله‌ها کمتر از آن است که بتوان گفت ${listed(kpis.map((kpi) => NAMES[kpi]))} تغییر کرده است یا نه.`,
  rhythm: ({ period, comparedTo }, words) =>
    `در این داده‌ها بسیاری چیزها به ماه فصل بستگی دارد؛ پس ${words.period(period)} با ${words.period(comparedTo, period)} سنجیده نشد.`,
  levels: ({ winRate, averageDeal, currency, cycle }) => {
    const parts = [
      winRate === null ? null : `نرخ برد ${share(winRate)}`,
      averageDeal === null ? null : `میانگین مبلغ معامله ${money(averageDeal, currency)}`,
      cycle === null ? null : `چرخه‌ی فروش ${daysText(Math.round(cycle), 'fa')}`,
    ].filter((part) => part !== null);
    return `${parts.join('، ')}.`;
  },

  stalled_rose: ({ from, to, day, newest }, words) =>
    `معامله‌های متوقف‌مانده تا ${words.day(day)} از ${n(from)} به ${n(to)} رسید${newest === null ? '' : `؛ تا ${words.day(newest.day)} به ${n(newest.deals)} رسیده است`}.`,
  waiting: ({ day, open, stalled, overdue, overdueAmount, currency }, words) => {
    const worth = overdueAmount === null ? '' : ` (${money(overdueAmount, currency)})`;
    const said = [
      stalled > 0 ? `${n(stalled)} معامله متوقف مانده` : null,
      overdue > 0 ? `تاریخ احتمالی بسته شدن ${deals(overdue)}${worth} گذشته` : null,
    ].filter((part) => part !== null);
    return `از ${n(open)} معامله‌ی باز در ${words.day(day)}، ${said.join(' و ')} است.`;
  },
  errors: ({ records, of }) =>
    `${n(records)} رکورد از ${n(of)} رکورد خطایی دارد که می‌تواند رقم‌ها را تغییر دهد: \`kpi check\` آن‌ها را نشان می‌دهد.`,
};

/** A reason by its code; what is none stays as it is. */
function because(reason: string): string {
  return isReason(reason) ? reasonText(reason, 'fa') : reason;
}

function during({ period, until }: When, words: Wording): string {
  if (period === null) return '';
  return `در ${words.period(period)}${until === null ? '' : ` (تا ${words.day(until)})`}، `;
}

function atEnd({ period, until }: When, words: Wording): string {
  if (period === null) return '';
  return until === null ? ` در پایان ${words.period(period)}` : ` در ${words.day(until)}`;
}

/** What a month is judged by, where the months of a quarter differ. */
function apart(comparedTo: string, beside: string, { period }: Wording): string {
  return `${period(comparedTo)} بخش دیگری از فصل خود بود؛ در برابر ${period(beside, comparedTo)}، همان بخش از فصل، `;
}

function tail(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? '' : `: ${said.join('، و ')}`;
}

function compared({ period: label, previous, value, isCount }: Than, beside: string | null, words: Wording): string {
  const period = words.period(label, beside ?? undefined);
  const difference = value - previous;
  const than = `از ${period}`;
  if (difference === 0) return `به اندازه‌ی ${period}`;
  const word = difference > 0 ? 'بیشتر' : 'کمتر';
  if (isCount && (previous < FEW || value < FEW)) return `${n(Math.abs(difference))} مورد ${word} ${than}`;
  if (previous <= 0) return `در ${period} ${compactText(previous, 'fa')} بود`;
  if (value / previous >= TIMES) return `${decimalText(value / previous, 1, 'fa')} برابر ${period}`;
  const percent = percentText(difference / previous, 'fa');
  return /[۱-۹]/.test(percent) ? `${percent} ${word} ${than}` : `تقریباً به اندازه‌ی ${period}`;
}

function measured({ target, value, isRunning }: Against, currency: string | null): string {
  const goal = money(target, currency);
  if (isRunning && value < target) return `${share(value / target)} از هدف ${goal}`;
  if (value >= target) return `هدف ${goal} برآورده شد`;
  return `${percentText(1 - value / target, 'fa')} کمتر از هدف ${goal}`;
}

function still(kpis: readonly Stayed[]): string {
  const names = kpis.map(({ kpi, value }) => (kpi === 'win_rate' ? `${NAMES[kpi]} (${share(value)})` : NAMES[kpi]));
  return `${listed(names)} بیش از آنچه از تصادف برمی‌آید تغییر نکرد`;
}

function stillToo(kpis: readonly Stayed[]): string {
  return kpis.length === 0 ? '' : `؛ ${still(kpis)}`;
}

function movements(changed: readonly Moved[], currency: string | null): string {
  const each = changed.map(({ kpi, value, previous }) => {
    const [from, to] = [level(kpi, previous, null), level(kpi, value, currency)];
    return `${TITLES[kpi]} از ${from} به ${to} ${value > previous ? 'افزایش' : 'کاهش'} یافت`;
  });
  return `${listed(each)}، بیش از آنچه از تصادف برمی‌آید`;
}

function level(kpi: Moved['kpi'], value: number, currency: string | null): string {
  if (kpi === 'win_rate') return share(value);
  return kpi === 'sales_cycle' ? daysText(Math.round(value), 'fa') : money(value, currency);
}

function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join('، ')} و ${last}`;
}
