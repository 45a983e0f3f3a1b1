import type { GroupSort } from '../analysis/group-order.js';
import { UserError } from '../errors/user-error.js';
import { kpis, kpisMeant } from '../kpi/catalogue/index.js';
import { DEFAULT_SETTINGS, type KpiSettings } from '../kpi/definition.js';
import { monthMeant } from '../locale/calendar.js';
import { suggest } from '../locale/suggest.js';
import type { CivilDay } from '../model/civil-day.js';
import { ALL_TIME, type Calendar, isAllTime, lastYear, type Period, previousPeriod } from '../model/period.js';
import { periodMeant } from '../model/period-meant.js';
import { isRelative, parseDay, parsePeriod } from '../model/period-parse.js';
import type { Rates } from '../model/rates.js';
import { parseSort } from './group-sort.js';
import { inTheirUnits, type Quotas, settingsFor, type Targets, withoutPeriod } from './targets.js';

/** Months that a forecast looks ahead, unless it is told otherwise, and at most. */
export const DEFAULT_FORECAST_HORIZON = 6;
const MOST_FORECAST_MONTHS = 36;

/** Settings of KPIs, in which quotas may be of each quarter, month … */
export type AskedSettings = Omit<Partial<KpiSettings>, 'quotas'> & { readonly quotas?: Quotas | undefined };

/** What was asked, as the user wrote it. */
export interface Asked {
  readonly kpis?: readonly string[] | undefined;
  readonly period?: string | undefined;
  readonly compare?: string | undefined;
  readonly asOf?: string | undefined;
  readonly today: CivilDay;
  /** A month by its number, or by its name, which says the calendar of the fiscal year too. */
  readonly fiscalYearStart?: number | string | undefined;
  /** What relative periods are counted in, and days are told in: as was said, else as its caller knows. Default Gregorian. */
  readonly calendar?: Calendar | undefined;
  readonly settings?: AskedSettings | undefined;
  readonly targets?: Targets | undefined;
  readonly rates?: Rates | undefined;
  /** Groups of a breakdown at most; 0, or left out: all of them. */
  readonly top?: number | undefined;
  /** Months ahead that a forecast looks. */
  readonly forecastHorizon?: number | undefined;
  /** As `--sort` takes it. */
  readonly sort?: string | undefined;
}

/** A period that names no days of its own. */
export interface Relative {
  readonly asked: string;
  readonly countedFrom: CivilDay;
}

/** What was asked, resolved; nothing in it depends on a file but the calendar of relative periods. */
export interface Resolved {
  /** Null = the whole catalogue. */
  readonly kpis: readonly string[] | null;
  readonly period: Period;
  readonly comparedTo: Period | null;
  /** What the period was called and the day it was counted from; null where it says its own days. */
  readonly relative: Relative | null;
  /** The same of the compared period. */
  readonly comparedRelative: Relative | null;
  /** Null = from the data. */
  readonly asOf: CivilDay | null;
  readonly settings: KpiSettings;
  /** The same for the compared period; those of the period where there is none. */
  readonly comparedSettings: KpiSettings;
  readonly targets: Targets;
  /** Quotas as they were said: `settings` has them for the period. */
  readonly quotas: Quotas | undefined;
  /** Targets and owners whose amounts are of each quarter, month …, where no period was asked about. */
  readonly withoutPeriod: readonly string[];
  /** First month of the fiscal year, in which series and cohorts are counted whatever the period. */
  readonly fiscalYearStart: number;
  /** The calendar that month is one of; undefined = of the calendar of each period. */
  readonly fiscalCalendar?: Calendar | undefined;
  /** What days are told in, and parts of all data counted in. */
  readonly calendar: Calendar;
  /** Months ahead that a forecast looks. */
  readonly forecastHorizon: number;
  /** Null = amounts stay as they are. */
  readonly rates: Rates | null;
  /** How the groups of breakdowns are ordered, and how many there are at most. */
  readonly groups: GroupChoice;
}

/** Null = the order that suits the request; null = all groups. */
export interface GroupChoice {
  readonly sort: GroupSort | null;
  readonly top: number | null;
}

/**
 * Resolves a request before anything is read.
 * @throws UserError `unknown_kpi`, `invalid_period`, `invalid_day`, `unknown_sort` (all exit 2)
 * @throws RangeError where a forecast is to look ahead no month, or more than 36
 */
export function resolveRequest(asked: Asked): Resolved {
  const targets = inTheirUnits(asked.targets ?? {});
  for (const id of [...(asked.kpis ?? []), ...Object.keys(targets)]) {
    const ids = kpis.map((kpi) => kpi.id as string);
    if (!ids.includes(id)) throw new UserError('unknown_kpi', { id, suggestion: kpisMeant(id) });
  }
  const asOf = asked.asOf === undefined ? null : parseDay(asked.asOf);
  if (asked.asOf !== undefined && asOf === null)
    throw new UserError('invalid_day', { option: '--as-of', day: asked.asOf });
  const { fiscalYearStart, fiscalCalendar } = fiscalYear(asked.fiscalYearStart);
  const horizon = asked.forecastHorizon ?? DEFAULT_FORECAST_HORIZON;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > MOST_FORECAST_MONTHS) {
    throw new RangeError(`forecastHorizon is no number of months from 1 to ${MOST_FORECAST_MONTHS}: ${horizon}`);
  }
  const calendar = asked.calendar ?? fiscalCalendar ?? 'gregorian';
  const options = { anchor: asOf ?? asked.today, fiscalYearStart, fiscalCalendar, calendar };
  const period = asked.period === undefined ? ALL_TIME : parsed(asked.period, options);
  const comparedTo = comparison(asked.compare, period, options);
  const { quotas, ...others } = asked.settings ?? {};
  const settingsOf = (of: Period): KpiSettings => ({
    ...DEFAULT_SETTINGS,
    ...others,
    ...settingsFor(targets, quotas, of),
  });
  return {
    kpis: asked.kpis === undefined || asked.kpis.length === 0 ? null : asked.kpis,
    period,
    comparedTo,
    relative: relativeOf(asked.period, options),
    // The year before a period is no year of its own.
    comparedRelative: asked.compare === 'last-year' ? null : relativeOf(asked.compare, options),
    asOf,
    settings: settingsOf(period),
    comparedSettings: settingsOf(comparedTo ?? period),
    targets,
    quotas,
    withoutPeriod: withoutPeriod(targets, quotas, period),
    fiscalYearStart,
    fiscalCalendar,
    calendar,
    forecastHorizon: horizon,
    rates: asked.rates ?? null,
    groups: { sort: asked.sort === undefined ? null : parseSort(asked.sort), top: asked.top || null },
  };
}

interface Options {
  readonly anchor: CivilDay;
  readonly fiscalYearStart: number;
  readonly fiscalCalendar: Calendar | undefined;
  readonly calendar: Calendar;
}

/** The fiscal year, as periods are counted by it. */
export interface FiscalYear {
  /** 1…12. */
  readonly fiscalYearStart: number;
  /** Undefined = months of the calendar of each period. */
  readonly fiscalCalendar: Calendar | undefined;
}

/**
 * The fiscal year that begins in a month, which is said by number or by name. `Farvardin` makes Jalali fiscal years.
 * @throws RangeError for what is no month
 */
export function fiscalYear(month: number | string = 1): FiscalYear {
  const meant = monthMeant(month);
  if (meant === null) throw new RangeError(`fiscalYearStart is no month: ${month}`);
  return { fiscalYearStart: meant.month, fiscalCalendar: meant.calendar ?? undefined };
}

function relativeOf(text: string | undefined, { anchor }: Options): Relative | null {
  return text !== undefined && isRelative(text) ? { asked: text.trim(), countedFrom: anchor } : null;
}

function parsed(text: string, options: Options): Period {
  const period = parsePeriod(text, options);
  if (period === null) {
    throw new UserError('invalid_period', { period: text, suggestion: periodMeant(text, options.anchor, suggest) });
  }
  return period;
}

/** With a period, the one before it; all data has nothing to be compared with unless a period is named. */
function comparison(compare: string | undefined, period: Period, options: Options): Period | null {
  if (compare === 'none') return null;
  if (compare === undefined || compare === 'previous') return isAllTime(period) ? null : previousPeriod(period);
  if (compare === 'last-year') return isAllTime(period) ? null : lastYear(period);
  return parsed(compare, options);
}
