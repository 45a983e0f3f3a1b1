import { type Cohorts, cohortsOf } from '../analysis/cohorts.js';
import { type Funnel, funnelOf } from '../analysis/funnel.js';
import type { SeriesGrain } from '../analysis/grain.js';
import { HEADLINES, type Series, SUBSCRIPTION_HEADLINES, seriesOf } from '../analysis/series.js';
import { kpis } from '../kpi/catalogue/index.js';
import type { Question } from '../kpi/measure.js';
import { isoDay } from '../model/civil-day.js';
import type { Exclusion } from '../model/exclusion.js';
import { periodEndInclusive } from '../model/period.js';
import type { Report } from './schema.js';

/** The parts of a report that are about more than one figure. */
export const SECTIONS = ['series', 'funnel', 'cohorts', 'insights'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** Which sections, and how. */
export interface SectionChoice {
  readonly sections: readonly SectionName[];
  /** Null = chosen from the range. */
  readonly grain: SeriesGrain | null;
  /** 0 = all; ten when left out. */
  readonly mostInsights?: number | undefined;
  /** Deals to act on, listed of each kind: 0 = all; eight when left out. */
  readonly mostDeals?: number | undefined;
}

/** All sections of a whole report; none where single KPIs are asked for, unless they are named. */
export function chosenSections(
  asked: readonly SectionName[] | undefined,
  kpisAsked: readonly string[] | null,
): readonly SectionName[] {
  return asked ?? (kpisAsked === null ? SECTIONS : []);
}

/** The sections as documents print them, and the funnel as it was found, for the insights. */
export interface TimeSections extends Pick<Report, 'series' | 'funnel' | 'funnelExcluded' | 'cohorts'> {
  readonly found: Funnel | null;
}

/** Series, funnel and cohorts of one question; what was not asked for is empty. */
export function timeSections(
  question: Question,
  ids: readonly string[] | null,
  { sections, grain }: SectionChoice,
): TimeSections {
  const wanted = (section: SectionName): boolean => sections.includes(section);
  const subscribed = (question.subscriptions ?? null) !== null;
  const headlines = subscribed ? [...HEADLINES, ...SUBSCRIPTION_HEADLINES] : HEADLINES;
  const series = wanted('series') ? seriesOf(kpis, ids ?? headlines, question, grain ?? undefined) : [];
  const found = wanted('funnel') || wanted('insights') ? funnelOf(question) : null;
  const byGrain = grain === 'month' || grain === 'year' ? grain : 'quarter';
  const cohorts = wanted('cohorts') ? cohortsOf(question, byGrain) : null;
  return {
    series: series.map(seriesEntry),
    funnel: wanted('funnel') && found !== null ? funnelEntries(found) : [],
    funnelExcluded: wanted('funnel') && found !== null ? excludedEntry(found.excluded) : [],
    cohorts: cohorts === null ? null : cohortsEntry(cohorts),
    found,
  };
}

function seriesEntry({ kpi, grain, points, undated, trend, trendReason }: Series): Report['series'][number] {
  return {
    kpi: kpi.id,
    grain,
    points: points.map(({ period, value, n, bounds, partial, byCurrency }) => ({
      label: period.label,
      start: isoDay(period.start),
      end: isoDay(periodEndInclusive(period)),
      value,
      n,
      bounds: bounds ? { ...bounds } : null,
      partial,
      byCurrency: byCurrency?.map((one) => ({ ...one })) ?? null,
    })),
    undated: undated === null ? null : { ...undated },
    trend: trend === null ? null : { ...trend, interval: trend.interval === null ? null : { ...trend.interval } },
    trendReason,
  };
}

function funnelEntries({ stages, source }: Funnel): Report['funnel'] {
  return stages.map(({ lostRows: _, interval, ...stage }) => ({
    ...stage,
    interval: interval === null ? null : { ...interval },
    source,
  }));
}

function cohortsEntry({ grain, rows, partial, excluded }: Cohorts): NonNullable<Report['cohorts']> {
  const periods = Math.max(0, ...rows.map(({ active }) => active.length));
  return {
    grain,
    partial,
    excluded: excludedEntry(excluded),
    rows: rows.map(({ period, size, active }) => ({
      start: isoDay(period.start),
      size,
      // Periods after the snapshot are null: nobody can have bought in them yet.
      retained: Array.from({ length: periods }, (_, index) => {
        const buyers = active[index];
        return buyers === undefined ? null : buyers / size;
      }),
    })),
  };
}

function excludedEntry(excluded: readonly Exclusion[]): { reason: string; n: number }[] {
  return excluded.map(({ reason, rows }) => ({ reason, n: rows.length }));
}
