/** The forecast that could have been made from an older export, beside what a newer one says of the same days. */
import type { Question } from '../../kpi/measure.js';
import type { Reason } from '../../locale/reasons.js';
import type { CivilDay } from '../../model/civil-day.js';
import { OPEN, WON } from '../../model/outcome.js';
import type { Interval } from '../../stats/interval.js';
import { sum } from '../../stats/sum.js';
import { type Forecast, forecastOf } from '../forecast/forecast.js';
import { spreadOf } from '../forecast/intervals.js';
import type { QuarterCalendar } from '../part-of-quarter.js';
import type { ComparedPair } from './compare.js';
import type { Days } from './due.js';
import type { Money } from './money-units.js';

/** Fewer days hold no forecast that is counted in months; and further ahead none is made (judgements). */
export const LEAST_DAYS = 7;
export const MOST_DAYS = 1096;

/** What was expected of some days, and what came in them. */
export interface Held {
  readonly expected: number;
  readonly interval: Interval;
  readonly actual: number;
}

/** A month, or the part of it that lies in the days. */
export interface HeldMonth extends Held, Days {
  readonly label: string;
  /** Whether days of it lie outside. */
  readonly partial: boolean;
}

/** All days together: what of it comes from deals that were open in the older export, and from all others. */
export interface HeldForecast extends Held {
  readonly method: Forecast['method'];
  /** Whether values are money, or won deals. */
  readonly inMoney: boolean;
  readonly pipeline: { readonly expected: number; readonly actual: number };
  /** Deals that the older export does not have, and those that it had as closed or left out. */
  readonly newBusiness: { readonly expected: number; readonly actual: number };
  readonly months: readonly HeldMonth[];
}

/**
 * The forecast of the older export, made at its own day and from nothing else, of exactly the days up to the newer one:
 * what of the first month was won before it is not counted, and the last month ends with the newer export's day. What
 * came is the value of the deals that the newer export has as closed and won on these days.
 *
 * @param question about the older export, at its day
 */
export function outcomeOfForecast(
  question: Question,
  pair: ComparedPair,
  money: Money,
  days: Days,
  calendar: QuarterCalendar,
): HeldForecast | Reason {
  const length = days.until - days.from + 1;
  if (length < LEAST_DAYS) return 'few_days_between';
  if (length > MOST_DAYS) return 'exports_far_apart';
  if (money.currencies.length > 1) return 'mixed_currencies';
  const { deals } = pair.after.snapshot;
  if (!deals.has('closed_at')) return 'missing_field:closed_at';
  const forecast = forecastOf(question, { horizon: 1, calendar, lastDay: days.until });
  if (typeof forecast === 'string') return forecast;
  // An export that was said to be taken long after its newest record is forecast from there.
  if (forecast.t + 1 !== days.from) return 'outside_data';
  const { inMoney, months } = forecast;
  if (inMoney && !deals.has('amount')) return 'missing_field:amount';
  const actual = wonIn(pair, money, months, inMoney);
  const total = (values: readonly number[]): number => sum(values);
  const expected = Array.from(forecast.expected.subarray(0, months.length));
  return {
    method: forecast.method,
    inMoney,
    expected: total(expected),
    interval: spreadOf(forecast, 0, months.length, 0).interval,
    actual: actual.all,
    pipeline: { expected: total(months.map(({ pipeline }) => pipeline)), actual: actual.open },
    newBusiness: { expected: total(months.map(({ newBusiness }) => newBusiness)), actual: actual.other },
    months: months.map(({ period, from, until }, month) => ({
      label: period.label,
      from,
      until,
      partial: from > period.start || until < period.end - 1,
      expected: expected[month] as number,
      interval: spreadOf(forecast, month, month + 1, 0).interval,
      actual: actual.months[month] as number,
    })),
  };
}

interface Won {
  readonly all: number;
  readonly open: number;
  readonly other: number;
  readonly months: readonly number[];
}

/** Won value by months, and by what the deals were in the older export; exact. Of one currency. */
function wonIn(
  { before, after, compared }: ComparedPair,
  money: Money,
  months: readonly { readonly from: CivilDay; readonly until: CivilDay }[],
  inMoney: boolean,
): Won {
  const [was, is] = [before.snapshot.deals.column('outcome'), after.snapshot.deals.column('outcome')];
  const closed = after.snapshot.deals.column('closed_at');
  const sums = new Float64Array(months.length);
  let [open, other] = [0, 0];
  for (let at = 0; at < compared.size; at++) {
    const [row, rowNow] = [compared.old[at] as number, compared.now[at] as number];
    if (rowNow < 0 || is[rowNow] !== WON) continue;
    const day = closed[rowNow] as number;
    const month = months.findIndex(({ from, until }) => day >= from && day <= until);
    const units = inMoney ? (after.amounts.units[rowNow] as number) : 1;
    if (month < 0 || Number.isNaN(units)) continue;
    sums[month] = (sums[month] as number) + units;
    if (row >= 0 && was[row] === OPEN) open += units;
    else other += units;
  }
  const value = (units: number): number => (inMoney ? money.amount(units, 0) : units);
  return { all: value(open + other), open: value(open), other: value(other), months: Array.from(sums, value) };
}
