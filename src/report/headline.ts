import type { HeadlineSaid, Moved, Than, When } from '../locale/headline.js';
import type { Lang } from '../locale/text.js';
import { messageEntry } from './documents.js';
import type { KpiEntry, Report } from './schema.js';

/** What the headline is made from: it never says more than the document. */
export type ForHeadline = Pick<
  Report,
  | 'asOf'
  | 'calendar'
  | 'fiscalYearStart'
  | 'period'
  | 'comparedTo'
  | 'currency'
  | 'partition'
  | 'kpis'
  | 'actions'
  | 'quality'
>;

/** Currencies that are named. */
const MOST_CURRENCIES = 3;
/** The figures of which it is said whether they moved. */
const JUDGED = ['win_rate', 'avg_deal_size', 'sales_cycle'] as const;

/**
 * One to three sentences that a manager repeats: what was won and how that compares, what moved beyond chance or that
 * nothing did, what waits for somebody. Empty where the figures asked for are none of those.
 */
export function headlineOf(report: ForHeadline): HeadlineSaid[] {
  const known = new Map(report.kpis.map((kpi) => [kpi.id, kpi]));
  const first = wonSentence(report, known) ?? otherSentence(report, known) ?? missingSentence(report);
  if (first === null) return [];
  if (['outside_data', 'no_figures', 'none_of_asked'].includes(first.code)) return [first];
  const rest = [movedSentence(report, known), waitingSentence(report, known) ?? errorSentence(report)];
  return [first, ...rest.filter((one) => one !== null)];
}

/** The sentences as documents print them. */
export function headlineEntries(report: ForHeadline, lang: Lang): Report['headline'] {
  const style = { lang, calendar: report.calendar, fiscalYearStart: report.fiscalYearStart };
  return headlineOf(report).map((sentence) => messageEntry(sentence, style));
}

type Known = ReadonlyMap<string, KpiEntry>;

function wonSentence(report: ForHeadline, known: Known): HeadlineSaid | null {
  const [revenue, won] = [known.get('revenue_won'), known.get('won_deals')];
  const count = won?.value ?? (revenue?.value === null ? undefined : revenue?.n);
  if ([revenue, won].some((one) => one?.reason === 'outside_data')) return outside(report);
  if (count === undefined || count === null) return null;
  const when = whenOf(report);
  const { currency } = report;
  if (count === 0) {
    const before = won?.previous ?? null;
    const deals = before?.value ?? 0;
    return {
      code: 'won_nothing',
      args: {
        ...when,
        currency,
        before:
          report.comparedTo === null || deals === 0 || won?.change === null
            ? null
            : { period: report.comparedTo.label, deals, value: revenue?.previous?.value ?? null },
      },
    };
  }
  const byCurrency = revenue?.byCurrency?.filter(({ value }) => value !== null) ?? [];
  const deals = { deals: count, than: than(report, won, true) };
  if (revenue?.value === null && byCurrency.length > 0) {
    const parts = byCurrency
      .slice(0, MOST_CURRENCIES)
      .map((one) => ({ currency: one.currency, value: one.value ?? 0, deals: one.n }));
    return { code: 'won_in_currencies', args: { ...when, parts, more: byCurrency.length - parts.length, ...deals } };
  }
  if (revenue === undefined || revenue.value === null) return { code: 'won_deals', args: { ...when, ...deals } };
  const target = revenue.target?.min ?? null;
  return {
    code: 'won_value',
    args: {
      ...when,
      value: revenue.value,
      currency,
      deals: count,
      than: than(report, revenue, false),
      against: target === null || target <= 0 ? null : { target, value: revenue.value, isRunning: when.until !== null },
    },
  };
}

/** Files without deals: subscriptions, leads, customers. */
function otherSentence(report: ForHeadline, known: Known): HeadlineSaid | null {
  const when = whenOf(report);
  const mrr = known.get('mrr');
  if (mrr !== undefined && mrr.value !== null) {
    const { currency } = report;
    const customers = mrr.details['customers'] ?? null;
    return { code: 'mrr', args: { ...when, value: mrr.value, currency, customers, than: than(report, mrr, false) } };
  }
  const parts = mrr?.byCurrency?.flatMap(({ currency, value }) => (value === null ? [] : [{ currency, value }])) ?? [];
  if (parts.length > 0) {
    const shown = parts.slice(0, MOST_CURRENCIES);
    return { code: 'mrr_in_currencies', args: { ...when, parts: shown, more: parts.length - shown.length } };
  }
  const leads = known.get('lead_conversion_rate');
  if (leads !== undefined && leads.value !== null) {
    const share = leads.change === null ? null : (leads.previous?.value ?? null);
    const { comparedTo } = report;
    return {
      code: 'leads_converted',
      args: {
        ...when,
        leads: leads.denominator ?? leads.n,
        converted: leads.numerator ?? 0,
        than: comparedTo === null || share === null ? null : { period: comparedTo.label, share },
      },
    };
  }
  const customers = known.get('customers');
  if (customers !== undefined && (customers.value ?? 0) > 0) {
    return { code: 'customers_alone', args: { ...when, customers: customers.value ?? 0 } };
  }
  return null;
}

/** Where none of the figures has a value: what is missing. */
function missingSentence(report: ForHeadline): HeadlineSaid | null {
  const { kpis, partition, period } = report;
  const [first] = kpis;
  if (first === undefined || kpis.some(({ value, byCurrency }) => value !== null || byCurrency !== null)) return null;
  if (period !== null && kpis.every(({ reason }) => reason === 'outside_data')) return outside(report);
  const counts = new Map<string, number>();
  for (const { reason } of kpis) if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'no_deals';
  if (isOfFew(kpis)) {
    const reason = first.reason ?? common;
    return { code: 'none_of_asked', args: { title: first.title, reason, more: kpis.length - 1 } };
  }
  return { code: 'no_figures', args: { reason: common, records: partition.records } };
}

/** A report of chosen figures. */
function isOfFew(kpis: readonly KpiEntry[]): boolean {
  return !kpis.some(({ id }) => id === 'won_deals') || !kpis.some(({ id }) => id === 'open_deals');
}

function outside({ period, asOf, kpis }: ForHeadline): HeadlineSaid | null {
  if (period === null) return null;
  const isAhead = asOf !== null && period.end > asOf;
  const edge = isAhead ? asOf : firstDay(kpis);
  return { code: 'outside_data', args: { period: period.label, edge, isAhead } };
}

/** The first day that the notes of the figures tell of; null where they tell none. */
function firstDay(kpis: readonly KpiEntry[]): string | null {
  const begins = kpis.flatMap(({ notes }) => notes.filter(({ code }) => code === 'data_begins'));
  const days = begins.flatMap(({ args }) => (typeof args['day'] === 'string' ? [args['day']] : []));
  return days.sort()[0] ?? null;
}

interface Verdict extends Moved {
  readonly verdict: 'moved' | 'still' | 'few' | 'rhythm' | null;
  /** Judged against this period instead. */
  readonly beside: string | null;
}

function movedSentence(report: ForHeadline, known: Known): HeadlineSaid | null {
  const { comparedTo, period, currency } = report;
  const found = JUDGED.flatMap((id) => {
    const kpi = known.get(id);
    return kpi === undefined || kpi.value === null ? [] : [verdictOf(id, kpi.value, kpi)];
  });
  const told = found.filter(({ verdict }) => verdict !== null);
  if (comparedTo === null || period === null || told.length === 0) return levels(found, currency);
  const direct = told.filter(({ beside }) => beside === null);
  const moved = direct.filter(({ verdict }) => verdict === 'moved').map(plain);
  const still = direct.filter(({ verdict }) => verdict === 'still').map(plain);
  if (moved.length > 0) return { code: 'moved', args: { changed: moved, still, currency } };
  const alike = told.filter(({ beside }) => beside !== null);
  const [one] = alike;
  if (one?.beside !== undefined && one.beside !== null && alike.length >= still.length) {
    const { beside } = one;
    const same = alike.filter((other) => other.beside === beside);
    const changed = same.filter(({ verdict }) => verdict === 'moved').map(plain);
    const others = same.filter(({ verdict }) => verdict === 'still').map(plain);
    if (changed.length > 0)
      return { code: 'moved_alike', args: { changed, still: others, beside, comparedTo: comparedTo.label, currency } };
    if (others.length > 0)
      return { code: 'nothing_moved_alike', args: { kpis: others, beside, comparedTo: comparedTo.label } };
  }
  if (still.length > 0) return { code: 'nothing_moved', args: { kpis: still } };
  if (direct.some(({ verdict }) => verdict === 'rhythm')) {
    return { code: 'rhythm', args: { period: period.label, comparedTo: comparedTo.label } };
  }
  return { code: 'too_few', args: { kpis: told.map(({ kpi }) => kpi) } };
}

function plain({ kpi, value, previous }: Verdict): Moved {
  return { kpi, value, previous };
}

function verdictOf(id: Moved['kpi'], value: number, { previous, change }: KpiEntry): Verdict {
  const none = { kpi: id, value, previous: previous?.value ?? value, beside: null };
  if (change === null || previous?.value === null || previous === null) return { ...none, verdict: null };
  const { significant, reason, likeForLike } = change;
  if (significant !== null) return { ...none, verdict: significant ? 'moved' : 'still' };
  if (reason === 'rhythm_of_quarter') {
    if (likeForLike === null || likeForLike.significant === null || likeForLike.period === null)
      return { ...none, verdict: 'rhythm' };
    return {
      kpi: id,
      value: likeForLike.value,
      previous: likeForLike.previous,
      beside: likeForLike.period.label,
      verdict: likeForLike.significant ? 'moved' : 'still',
    };
  }
  return { ...none, verdict: reason === 'few_records' ? 'few' : null };
}

function levels(found: readonly Moved[], currency: string | null): HeadlineSaid | null {
  const level = (id: Moved['kpi']): number | null => found.find(({ kpi }) => kpi === id)?.value ?? null;
  const [winRate, averageDeal, cycle] = [level('win_rate'), level('avg_deal_size'), level('sales_cycle')];
  if (winRate === null && averageDeal === null && cycle === null) return null;
  return { code: 'levels', args: { winRate, averageDeal, currency, cycle } };
}

function waitingSentence(report: ForHeadline, known: Known): HeadlineSaid | null {
  const { actions, comparedTo, period, asOf } = report;
  const kind = (id: string) => actions?.kinds.find((one) => one.id === id);
  const stalled = known.get('stalled_deals');
  const [now, late] = [kind('stalled'), kind('overdue')];
  const alike = stalled?.change?.likeForLike;
  if (
    stalled !== undefined &&
    stalled.value !== null &&
    stalled.previous?.value !== null &&
    stalled.previous !== null &&
    comparedTo !== null &&
    period !== null &&
    alike?.significant === true &&
    alike.absolute > 0 &&
    stalled.value > stalled.previous.value
  ) {
    const day = asOf !== null && asOf < period.end ? asOf : period.end;
    const since = actions?.asOf ?? null;
    const newest =
      since === null || since <= day || typeof now?.total !== 'number' ? null : { day: since, deals: now.total };
    return { code: 'stalled_rose', args: { from: stalled.previous.value, to: stalled.value, day, newest } };
  }
  const [still, overdue] = [now?.total ?? 0, late?.total ?? 0];
  if (actions === null || actions.asOf === null || (still === 0 && overdue === 0)) return null;
  return {
    code: 'waiting',
    args: {
      day: actions.asOf,
      open: actions.open,
      stalled: still,
      overdue,
      overdueAmount: late?.amount ?? null,
      currency: late?.currency ?? report.currency,
    },
  };
}

function errorSentence({ quality }: ForHeadline): HeadlineSaid | null {
  if (quality === null || quality.score === null || quality.score >= 1) return null;
  const records = Math.round((1 - quality.score) * quality.records);
  return records === 0 ? null : { code: 'errors', args: { records, of: quality.records } };
}

function whenOf({ period, asOf }: ForHeadline): When {
  if (period === null) return { period: null, until: null };
  return { period: period.label, until: asOf !== null && asOf < period.end ? asOf : null };
}

/** Null where the document has no change: the files do not tell both periods. */
function than({ comparedTo }: ForHeadline, kpi: KpiEntry | undefined, isCount: boolean): Than | null {
  if (comparedTo === null || kpi === undefined || kpi.change === null) return null;
  const previous = kpi.previous?.value ?? null;
  return kpi.value === null || previous === null
    ? null
    : { period: comparedTo.label, previous, value: kpi.value, isCount };
}
