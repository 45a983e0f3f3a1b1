import { forecastOf } from '../../../analysis/forecast/forecast.js';
import type { QuarterCalendar } from '../../../analysis/part-of-quarter.js';
import { isoDay } from '../../../model/civil-day.js';
import { isAllTime, type Period, periodContaining } from '../../../model/period.js';
import { currenciesOf } from '../../measure-request.js';
import { settingsFor } from '../../targets.js';
import type { SectionContext } from '../context.js';
import type { BuiltPart } from '../definition.js';
import { groupEntries, monthEntries, openEntry, pacingEntries, stageEntries, totalEntry } from './forecast-entries.js';
import { backtestEntry, crmEntry, headlineOf, notesOf } from './forecast-record.js';
import type { Forecast as Entry, forecastShape } from './forecast-schema.js';

export const forecast: BuiltPart<typeof forecastShape> = {
  absent: { forecast: null },
  build: (context) => ({ forecast: entryOf(context) }),
};

function entryOf(context: SectionContext): Entry {
  const { question, resolved, dataset, speech } = context;
  const calendar = calendarOf(context);
  const asked = askedPeriod(context, calendar);
  const several = currenciesOf(dataset.deals).length > 1;
  const found = several
    ? 'mixed_currencies'
    : forecastOf(question, { horizon: resolved.forecastHorizon, calendar, until: asked.end - 1 });
  if (typeof found === 'string') return without(context, found);
  const { t, months, horizon, verdict, inMoney } = found;
  const shown = months.slice(0, horizon);
  const [first, last] = [shown[0], shown[shown.length - 1]];
  const currency = inMoney ? context.currency : null;
  const open = openEntry(found);
  const pacing = pacingEntries(found, context, { period: asked, ...targetsOf(context, asked) });
  return {
    asOf: isoDay(t),
    from: first === undefined ? null : isoDay(first.from),
    until: last === undefined ? null : isoDay(last.period.end - 1),
    horizonMonths: horizon,
    unit: inMoney ? 'money' : 'deals',
    currency,
    reason: null,
    method: found.method,
    baseline: verdict.best,
    headline: { beats: verdict.beats, message: headlineOf(found, speech) },
    months: monthEntries(found),
    total: totalEntry(found),
    open,
    groups: groupEntries(found, context, pacing),
    pacing,
    byStage: stageEntries(found, context),
    backtest: backtestEntry(found),
    crm: crmEntry(question.population, found),
    notes: notesOf(found, open, currency, speech, question.population.has('stage')),
  };
}

/** The months of the files, or of the calendar that was asked for. */
function calendarOf({ question: { period }, resolved: { fiscalYearStart } }: SectionContext): QuarterCalendar {
  return { calendar: period.calendar, fiscalYearStart: period.fiscalYearStart ?? fiscalYearStart };
}

/** What targets are about: the period asked about, the whole of it; where none is, the quarter of the first coming day. */
function askedPeriod({ question, resolved }: SectionContext, calendar: QuarterCalendar): Period {
  if (!isAllTime(resolved.period)) return resolved.period;
  return periodContaining(question.asOf + 1, 'quarter', calendar.calendar, calendar.fiscalYearStart);
}

function targetsOf(
  { resolved }: SectionContext,
  period: Period,
): { target: number | null; quotas: Record<string, number> } {
  const { revenueTarget = null, quotas = {} } = settingsFor(resolved.targets, resolved.quotas, period);
  return { target: revenueTarget, quotas: { ...quotas } };
}

function without({ question, currency, resolved }: SectionContext, reason: string): Entry {
  return {
    asOf: question.undated === true ? null : isoDay(question.asOf),
    from: null,
    until: null,
    horizonMonths: resolved.forecastHorizon,
    unit: 'money',
    currency,
    reason,
    method: null,
    baseline: null,
    headline: { beats: null, message: null },
    months: [],
    total: null,
    open: null,
    groups: [],
    pacing: [],
    byStage: [],
    backtest: { reason, origins: 0, horizon: 1, months: [], scores: [], calibration: [], brier: null },
    crm: null,
    notes: [],
  };
}
