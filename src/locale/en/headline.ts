import { compactMoney, compactText, percentText, shareText } from '../compact.js';
import { capitalized, uncapitalized } from '../first-letter.js';
import type { Against, HeadlineSentences, Moved, Stayed, Than, When } from '../headline.js';
import { countText, daysText, decimalText } from '../numbers.js';
import { isReason, reasonText } from '../reasons.js';
import type { Wording } from '../wording.js';

const NAMES = { win_rate: 'win rate', avg_deal_size: 'deal size', sales_cycle: 'sales cycle' } as const;
const TITLES = { win_rate: 'The win rate', avg_deal_size: 'The average deal', sales_cycle: 'The sales cycle' } as const;
const FEW = 10;
/** From so many times on, a change is said as a multiple. */
const TIMES = 3;

const n = (value: number): string => countText(value, 'en');
const deals = (value: number): string => `${n(value)} ${value === 1 ? 'deal' : 'deals'}`;
const money = (value: number, currency: string | null): string => compactMoney(value, currency, 'en');
const share = (value: number): string => shareText(value, 'en');

export const HEADLINE: HeadlineSentences = {
  won_value: ({ value, currency, deals: won, than, against, ...when }, words) =>
    `Won ${money(value, currency)} from ${deals(won)}${during(when, words)}${tail([
      than === null ? null : compared(than, when.period, words),
      against === null ? null : measured(against, currency),
    ])}.`,
  won_deals: ({ deals: won, than, ...when }, words) =>
    `Won ${deals(won)}${during(when, words)}${tail([than === null ? null : compared(than, when.period, words)])}.`,
  won_in_currencies: ({ parts, more, deals: won, than, ...when }, words) => {
    const each = parts.map((part) => `${money(part.value, part.currency || '(no currency)')} (${n(part.deals)})`);
    const rest = more === 0 ? each : [...each, `${n(more)} more ${more === 1 ? 'currency' : 'currencies'}`];
    return `Won ${listed(rest)} from ${deals(won)}${during(when, words)}${tail([than === null ? null : compared(than, when.period, words)])}; currencies are not added.`;
  },
  won_nothing: ({ before, currency, ...when }, words) => {
    const then =
      before === null
        ? ''
        : `; in ${words.period(before.period, when.period ?? undefined)} it was ${before.value === null ? deals(before.deals) : `${money(before.value, currency)} from ${deals(before.deals)}`}`;
    return `Nothing was won${during(when, words)}${then}.`;
  },
  mrr: ({ value, currency, customers, than, ...when }, words) =>
    `Recurring revenue is ${money(value, currency)} a month${customers === null ? '' : ` from ${n(customers)} ${customers === 1 ? 'customer' : 'customers'}`}${atEnd(when, words)}${tail([than === null ? null : compared(than, when.period, words)])}.`,
  mrr_in_currencies: ({ parts, more, ...when }, words) => {
    const each = parts.map((part) => money(part.value, part.currency || '(no currency)'));
    const rest = more === 0 ? each : [...each, `${n(more)} more ${more === 1 ? 'currency' : 'currencies'}`];
    return `Recurring revenue is ${listed(rest)} a month${atEnd(when, words)}; currencies are not added.`;
  },
  leads_converted: ({ leads, converted, than, ...when }, words) => {
    const rate = leads === 0 ? '' : leads < FEW ? '' : ` (${share(converted / leads)})`;
    const then =
      than === null ? '' : `; in ${words.period(than.period, when.period ?? undefined)} it was ${share(than.share)}`;
    return `${n(converted)} of ${n(leads)} ${leads === 1 ? 'lead' : 'leads'}${createdIn(when, words)} became customers${rate}${then}.`;
  },
  customers_alone: ({ customers, ...when }, words) =>
    `${n(customers)} ${customers === 1 ? 'customer' : 'customers'} so far${atEnd(when, words)}.`,
  outside_data: ({ period, edge, isAhead }, words) =>
    `The files tell nothing of ${words.period(period)}${edge === null ? '' : `: their ${isAhead ? 'newest' : 'first'} day is ${words.day(edge)}`}. Choose ${isAhead ? 'an earlier' : 'a later'} --period, or none for all data.`,
  no_figures: ({ reason, records }) =>
    `No figure can be computed from ${n(records)} ${records === 1 ? 'record' : 'records'}: ${because(reason)}. See \`kpi inspect\` for how the columns were understood, and name them with --map.`,
  none_of_asked: ({ title, reason, more }) =>
    `${title} cannot be computed: ${because(reason)}${more === 0 ? '' : `; nor can ${n(more)} other ${more === 1 ? 'figure' : 'figures'}`}.`,

  nothing_moved: ({ kpis }) => `${still(kpis)}.`,
  moved: ({ changed, still: others, currency }) => `${movements(changed, currency)}${stillToo(others)}.`,
  nothing_moved_alike: ({ kpis, beside, comparedTo }, words) =>
    `${apart(comparedTo, beside, words)}${uncapitalized(still(kpis))}.`,
  moved_alike: ({ changed, still: others, beside, comparedTo, currency }, words) =>
    `${apart(comparedTo, beside, words)}${uncapitalized(movements(changed, currency))}${stillToo(others)}.`,
  too_few: ({ kpis }) => `Too few deals to tell whether ${listed(kpis.map((kpi) => NAMES[kpi]))} changed.`,
  rhythm: ({ period, comparedTo }, words) =>
    `Much depends on the month of a quarter here, so ${words.period(period)} is not judged against ${words.period(comparedTo, period)}.`,
  levels: ({ winRate, averageDeal, currency, cycle }) => {
    const parts = [
      winRate === null ? null : `Win rate ${share(winRate)}`,
      averageDeal === null ? null : `average deal ${money(averageDeal, currency)}`,
      cycle === null ? null : `sales cycle ${daysText(Math.round(cycle), 'en')}`,
    ].filter((part) => part !== null);
    return capitalized(`${parts.join(', ')}.`);
  },

  stalled_rose: ({ from, to, day, newest }, words) =>
    `Stalled deals rose from ${n(from)} to ${n(to)} by ${words.day(day)}${newest === null ? '' : `; by ${words.day(newest.day)} they are ${n(newest.deals)}`}.`,
  waiting: ({ day, open, stalled, overdue, overdueAmount, currency }, words) => {
    const worth = overdueAmount === null ? '' : ` (${money(overdueAmount, currency)})`;
    const late = `${n(overdue)}${worth} ${overdue === 1 ? 'is' : 'are'} past the expected close date`;
    const stuck = `${n(stalled)} ${stalled === 1 ? 'is' : 'are'} stalled`;
    const said = [stalled > 0 ? stuck : null, overdue > 0 ? late : null].filter((part) => part !== null);
    return `Of ${n(open)} open ${open === 1 ? 'deal' : 'deals'} on ${words.day(day)}, ${said.join(' and ')}.`;
  },
  errors: ({ records, of }) =>
    `${n(records)} of ${n(of)} records have an error that can move the figures: \`kpi check\` lists them.`,
};

/** A reason by its code; what is none stays as it is. */
function because(reason: string): string {
  return isReason(reason) ? reasonText(reason, 'en') : reason;
}

function during({ period, until }: When, words: Wording): string {
  if (period === null) return '';
  return ` in ${words.period(period)}${until === null ? '' : ` up to ${words.day(until)}`}`;
}

function createdIn(when: When, words: Wording): string {
  return when.period === null ? '' : ` created${during(when, words)}`;
}

function atEnd({ period, until }: When, words: Wording): string {
  if (period === null) return '';
  return until === null ? ` at the end of ${words.period(period)}` : ` on ${words.day(until)}`;
}

/** What a month is judged by, where the months of a quarter differ. */
function apart(comparedTo: string, beside: string, { period }: Wording): string {
  return `${period(comparedTo)} was another part of its quarter; beside ${period(beside, comparedTo)}, the same part, `;
}

/** `: 3.4 % less than in 2017-Q2, and 6.8 % short of the target of 3.20 M`. */
function tail(parts: readonly (string | null)[]): string {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? '' : `: ${said.join(', and ')}`;
}

function compared({ period: label, previous, value, isCount }: Than, beside: string | null, words: Wording): string {
  const period = words.period(label, beside ?? undefined);
  const difference = value - previous;
  if (difference === 0) return `as ${isCount ? 'many' : 'much'} as in ${period}`;
  const [more, less] = isCount ? ['more', 'fewer'] : ['more', 'less'];
  const word = difference > 0 ? more : less;
  if (isCount && (previous < FEW || value < FEW)) return `${n(Math.abs(difference))} ${word} than in ${period}`;
  if (previous <= 0) return `${compactText(previous, 'en')} in ${period}`;
  if (value / previous >= TIMES)
    return `${decimalText(value / previous, 1, 'en')} times as ${isCount ? 'many' : 'much'} as in ${period}`;
  const percent = percentText(difference / previous, 'en');
  return /[1-9]/.test(percent)
    ? `${percent} ${word} than in ${period}`
    : `nearly as ${isCount ? 'many' : 'much'} as in ${period}`;
}

function measured({ target, value, isRunning }: Against, currency: string | null): string {
  const goal = money(target, currency);
  if (isRunning && value < target) return `${share(value / target)} of the target of ${goal}`;
  if (value >= target) return `the target of ${goal} is met`;
  return `${percentText(1 - value / target, 'en')} short of the target of ${goal}`;
}

function still(kpis: readonly Stayed[]): string {
  const names = kpis.map(({ kpi, value }) => (kpi === 'win_rate' ? `${NAMES[kpi]} (${share(value)})` : NAMES[kpi]));
  return `${capitalized(listed(names))} moved no more than chance would move ${kpis.length === 1 ? 'it' : 'them'}`;
}

function stillToo(kpis: readonly Stayed[]): string {
  if (kpis.length === 0) return '';
  return `; ${uncapitalized(still(kpis))}`;
}

function movements(changed: readonly Moved[], currency: string | null): string {
  const each = changed.map((one, index) => {
    const title = index === 0 ? TITLES[one.kpi] : uncapitalized(TITLES[one.kpi]);
    return `${title} ${one.value > one.previous ? 'rose' : 'fell'} from ${level(one.kpi, one.previous, null)} to ${level(one.kpi, one.value, currency)}`;
  });
  return `${listed(each)}, more than chance would move ${changed.length === 1 ? 'it' : 'them'}`;
}

function level(kpi: Moved['kpi'], value: number, currency: string | null): string {
  if (kpi === 'win_rate') return share(value);
  return kpi === 'sales_cycle' ? daysText(Math.round(value), 'en') : money(value, currency);
}

/** `a, b and c`. */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
