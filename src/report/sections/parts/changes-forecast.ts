/** What an export let expect of the days up to the next one, beside what came. */
import type { QuarterCalendar } from '../../../analysis/part-of-quarter.js';
import type { ComparedPair, Comparison } from '../../../analysis/snapshots/compare.js';
import { type Days, type Due, daysBetween, dueOf, type Tally } from '../../../analysis/snapshots/due.js';
import { recordOf, type Told } from '../../../analysis/snapshots/forecast-record.js';
import { type HeldForecast, outcomeOfForecast } from '../../../analysis/snapshots/outcome-of-forecast.js';
import { type Promised, promisedBy } from '../../../analysis/snapshots/promise.js';
import type { Question } from '../../../kpi/measure.js';
import type { Reason } from '../../../locale/reasons.js';
import { isoDay } from '../../../model/civil-day.js';
import { ALL_TIME } from '../../../model/period.js';
import type { Snapshot } from '../../../model/snapshot.js';
import { NO_TODAY } from '../../as-of.js';
import { clockOf, questionFor } from '../../measure-request.js';
import type { SectionContext } from '../context.js';
import type { ForecastAgainstActual, ForecastBetween } from './changes-forecast-schema.js';
import { forecastMessages } from './changes-forecast-words.js';

/** Between the oldest and the newest export, and between each and the next one. */
export function forecastEntry(comparison: Comparison, context: SectionContext): ForecastAgainstActual {
  const [whole, ...adjacent] = comparison.pairs;
  const between = betweenEntry(whole, comparison, context);
  const each = adjacent.map((pair) => betweenEntry(pair, comparison, context));
  const record = { crm: recordOf(toldBy(each, 'crm')), model: recordOf(toldBy(each, 'model')) };
  const { currencies } = comparison.money;
  const currency = currencies.length === 1 ? currencies[0] || context.currency : null;
  return { ...between, messages: forecastMessages({ ...between, record }, currency, context.speech), each, record };
}

function betweenEntry(pair: ComparedPair, { money }: Comparison, context: SectionContext): ForecastBetween {
  const days = daysBetween(pair);
  const older = context.snapshots[pair.from];
  if (typeof days === 'string' || older === undefined) {
    const reason = typeof days === 'string' ? days : 'exports_undated';
    return { reason, from: null, until: null, dueReason: reason, due: null, crm: null, model: null };
  }
  const due = dueOf(pair, money, days);
  const question = questionOfExport(older, context);
  return {
    reason: null,
    ...isoDays(days),
    dueReason: typeof due === 'string' ? due : null,
    due: typeof due === 'string' ? null : dueEntry(due),
    crm: crmEntry(promisedBy(pair, money, days, due)),
    model: modelEntry(outcomeOfForecast(question, pair, money, days, calendarOf(question, context))),
  };
}

/** What is asked of an export: everything, on its own day and with nothing of the others. */
function questionOfExport({ dataset, taken }: Snapshot, { resolved }: SectionContext): Question {
  return questionFor(dataset, resolved, clockOf(dataset, taken, NO_TODAY), ALL_TIME, NO_TODAY);
}

function calendarOf({ period }: Question, { resolved }: SectionContext): QuarterCalendar {
  return { calendar: period.calendar, fiscalYearStart: period.fiscalYearStart ?? resolved.fiscalYearStart };
}

function isoDays({ from, until }: Days): { from: string; until: string } {
  return { from: isoDay(from), until: isoDay(until) };
}

function dueEntry(due: Due): NonNullable<ForecastBetween['due']> {
  const { fates, wonFor, pulledIn, unpriced } = due;
  return {
    ...tallyEntry(due),
    unpriced,
    won: tallyEntry(fates.won),
    lost: tallyEntry(fates.lost),
    slipped: tallyEntry(fates.slipped),
    still: tallyEntry(fates.still),
    undated: tallyEntry(fates.undated),
    setAside: tallyEntry(fates.setAside),
    vanished: tallyEntry(fates.vanished),
    wonFor: tallyEntry({ deals: fates.won.deals, ...wonFor }),
    pulledIn: tallyEntry(pulledIn),
  };
}

function tallyEntry({ deals, amount, byCurrency }: Tally): NonNullable<ForecastBetween['due']>['won'] {
  return { deals, amount, byCurrency: byCurrency === null ? null : [...byCurrency] };
}

function crmEntry({ reason, expected, counted, due, won }: Promised): NonNullable<ForecastBetween['crm']> {
  const { parts } = won;
  return {
    reason,
    expected,
    counted,
    due,
    actual: won.amount,
    won: {
      ...tallyEntry(won),
      due: tallyEntry(parts.due),
      ahead: tallyEntry(parts.ahead),
      overdue: tallyEntry(parts.overdue),
      undated: tallyEntry(parts.undated),
    },
  };
}

function modelEntry(held: HeldForecast | Reason): NonNullable<ForecastBetween['model']> {
  if (typeof held === 'string') {
    const nothing = { expected: null, interval: null, actual: null, within: null, pipeline: null, newBusiness: null };
    return { reason: held, method: null, unit: 'money', ...nothing, months: [] };
  }
  const { method, inMoney, expected, interval, actual, pipeline, newBusiness, months } = held;
  return {
    reason: null,
    method,
    unit: inMoney ? 'money' : 'deals',
    expected,
    interval,
    actual,
    within: isWithin(held),
    pipeline,
    newBusiness,
    months: months.map((month) => ({
      label: month.label,
      start: isoDay(month.from),
      end: isoDay(month.until),
      partial: month.partial,
      expected: month.expected,
      interval: month.interval,
      actual: month.actual,
      within: isWithin(month),
    })),
  };
}

function isWithin({ interval: { low, high }, actual }: Pick<HeldForecast, 'interval' | 'actual'>): boolean {
  return actual >= low && actual <= high;
}

/** The forecasts of one kind, of all exports that have one in money. */
function toldBy(each: readonly ForecastBetween[], kind: 'crm' | 'model'): Told[] {
  return each.flatMap((one) => {
    const held = one[kind];
    if (held === null || held.expected === null || held.actual === null) return [];
    const { expected, actual } = held;
    if (!('unit' in held)) return [{ expected, actual, within: null }];
    return held.unit === 'money' ? [{ expected, actual, within: held.within }] : [];
  });
}
