import type { Kpi, MeasuredValue, Measurement } from '../kpi/definition.js';
import { WHOLE } from '../kpi/edges.js';
import { type Measurer, measurerOf, type Question } from '../kpi/measure.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { ALL_TIME, addMonths, type Period, periodContaining, rangePeriod } from '../model/period.js';
import { wilson } from '../stats/interval.js';
import { isSamePartOfQuarter, type QuarterCalendar } from './part-of-quarter.js';
import { hasQuarterRhythm } from './rhythm.js';

/** Both sides of a change. */
export interface Sides {
  readonly current: MeasuredValue;
  readonly previous: MeasuredValue;
}

/** What a verdict needs to know beside the two figures. */
export interface Frame {
  readonly question: Question;
  readonly comparedTo: Period;
  /** A KPI of the same deals in another period; null of one that the files tell in part. */
  readonly measure: (id: string, period: Period) => Measurement | null;
}

/** What the verdicts on one comparison share; each period is measured at most once. */
export function frameOf(catalogue: readonly Kpi[], question: Question, comparedTo: Period): Frame {
  const measurers = new Map<string, Measurer>();
  return {
    question,
    comparedTo,
    measure(id, period) {
      const key = `${period.start} ${period.end}`;
      const measurer = measurers.get(key) ?? measurerOf(catalogue, { ...question, period });
      measurers.set(key, measurer);
      const { measurement, coverage } = measurer.measure(id);
      return (coverage ?? WHOLE).state === 'whole' ? measurement : null;
    },
  };
}

/** The fiscal year and the calendar that the asked period is written in. */
function calendarOf({ period }: Question): QuarterCalendar {
  return { calendar: period.calendar, fiscalYearStart: period.fiscalYearStart };
}

/** The days of a period up to the snapshot. */
function untilSnapshot({ start, end }: Period, asOf: CivilDay): Pick<Period, 'start' | 'end'> {
  return { start, end: Math.max(start + 1, Math.min(end, asOf + 1)) };
}

/** Whether two periods have a day in common. */
export function overlap(first: Period, second: Period): boolean {
  return first.start < second.end && second.start < first.end;
}

/**
 * Whether a figure of closed deals has a rhythm within the quarters of the file, and the two periods are not the same
 * part of one.
 */
export function breaksRhythm({ id }: Pick<Kpi, 'id'>, { question, comparedTo, measure }: Frame): boolean {
  const { population, period, asOf } = question;
  if (!population.has('closed_at')) return false;
  const calendar = calendarOf(question);
  const [now, then] = [period, comparedTo].map((one) => untilSnapshot(one, asOf)) as [Period, Period];
  if (isSamePartOfQuarter(now, then, calendar)) return false;
  const all = measure(id, { ...ALL_TIME, calendar: period.calendar });
  return all !== null && all.value !== null && hasQuarterRhythm(all, population.column('closed_at'), asOf, calendar);
}

/** The same part of the last quarter that it does not overlap: the second month before the second month. */
export function samePartBefore({ period, asOf }: Question): Period {
  const { start, grain, calendar } = period;
  const end = Math.max(start + 1, Math.min(period.end, asOf + 1));
  const isOver = period.fullEnd === undefined && end === period.end;
  if (grain === 'week' && isOver) return periodContaining(start - 13 * 7, 'week', calendar);
  for (let months = 3; ; months += 3) {
    const [from, to] = [addMonths(start, -months, calendar), addMonths(end, -months, calendar)];
    if (to > start) continue;
    if (grain === 'month' && isOver) return periodContaining(from, 'month', calendar);
    return rangePeriod(from, to, calendar);
  }
}

/** A share of records: how many of how many. */
export interface Share {
  readonly successes: number;
  readonly n: number;
}

/**
 * Deals won within so many days of their creation, of the deals created in each period, where every deal had those
 * days: conversion at equal age. Deals won on an unknown day are left out. Null where the younger deals had not a day.
 */
export function atEqualAge(
  { current, previous }: Sides,
  { question, comparedTo }: Pick<Frame, 'question' | 'comparedTo'>,
): { readonly days: number; readonly current: Share; readonly previous: Share } | null {
  const { population, period, asOf } = question;
  if (!population.has('closed_at') || !population.has('created_at')) return null;
  const [created, closed] = [population.column('created_at'), population.column('closed_at')];
  const last = Math.max(...[period, comparedTo].map(({ end }) => Math.min(end - 1, asOf)));
  const days = asOf - last;
  if (days < 1) return null;
  const shareOf = ({ numerator, denominator }: MeasuredValue): Share => {
    let [successes, unknown] = [0, 0];
    for (const row of numerator?.rows ?? []) {
      const [from, to] = [created[row] as number, closed[row] as number];
      if (from === NO_DAY || to === NO_DAY) unknown++;
      else if (to - from <= days) successes++;
    }
    return { successes, n: (denominator?.rows.length ?? 0) - unknown };
  };
  return { days, current: shareOf(current), previous: shareOf(previous) };
}

/** A share as a measured rate, which the tests of rates take. */
export function asRate({ successes, n }: Share): MeasuredValue | null {
  if (n === 0) return null;
  const rows = new Uint32Array(0);
  return {
    value: successes / n,
    n,
    numerator: { total: successes, rows },
    denominator: { total: n, rows },
    interval: wilson(successes, n),
    excluded: [],
  };
}
