import type { Axis, BreakdownGroup, Breakdown as MeasuredBreakdown } from '../analysis/breakdown.js';
import { type GroupChange, untestedChange } from '../analysis/group-changes.js';
import type { GroupDifference } from '../analysis/group-differences.js';
import type { Span } from '../analysis/known-then.js';
import type { Multiples } from '../analysis/small-multiples.js';
import type { Kpi, Measurement, Note } from '../kpi/definition.js';
import { STUDENT_FROM } from '../kpi/figures.js';
import type { Measured } from '../kpi/measure.js';
import { GRAINS } from '../locale/grains.js';
import { said } from '../locale/said.js';
import { type Speech, styleOf } from '../locale/say.js';
import type { Lang } from '../locale/text.js';
import { isoDay } from '../model/civil-day.js';
import { dealFieldTitle } from '../model/fields.js';
import { periodEndInclusive } from '../model/period.js';
import { messageEntry } from './documents.js';
import type { Resolved } from './request.js';
import type { Breakdown } from './schema.js';

type Group = Breakdown['groups'][number];
type GroupKpi = Group['kpis'][number];

/**
 * The interval of a mean of few values is found by resampling, which for thousands of groups takes longer than
 * everything else together and which nobody reads: the groups beyond the first hundred go without.
 */
const RESAMPLED_GROUPS = 100;

const RESAMPLED_NOTE: Note = said('intervals_of_first_groups', { under: STUDENT_FROM, groups: RESAMPLED_GROUPS });

/** A breakdown as documents print it. */
export function breakdownEntry(
  breakdown: MeasuredBreakdown,
  tests: readonly GroupDifference[],
  { kpis: asked, groups: { top } }: Pick<Resolved, 'kpis' | 'groups'>,
  speech: Speech,
  multiples: Multiples | null = null,
): Breakdown {
  const { by, axes, groups, rows, order, total, rest, notes } = breakdown;
  const nOf = mainKpi(breakdown, asked);
  const shared: Shared = new Map();
  const all = groups.length > RESAMPLED_GROUPS ? [...notes, RESAMPLED_NOTE] : notes;
  return {
    // One name stands alone, as it always did; several are a list, for a name may hold a comma.
    by: by.length === 1 && by[0] !== undefined ? by[0] : [...by],
    axes: axes.map((axis) => axisEntry(axis, styleOf(speech).lang)),
    sort: { ...order },
    points: multiples === null ? null : multiples.points.map(pointEntry),
    groups: groups.map((group, index) => ({
      ...groupEntry(group, nOf, index < RESAMPLED_GROUPS, shared),
      series: (multiples?.lines[index] ?? []).map(({ kpi, values, n }) => ({
        kpi: kpi.id,
        values: [...values],
        n: [...n],
      })),
    })),
    rows: rows?.map((group, index) => groupEntry(group, nOf, index < RESAMPLED_GROUPS, shared)) ?? null,
    groupsTotal: total,
    top,
    rest: rest === null ? null : { groups: rest.groups, ...groupCounts(rest.group, nOf, true, shared) },
    nOf,
    tests: tests.map((test) => ({ ...test })),
    notes: all.map((note) => messageEntry(note, speech)),
  };
}

/** What groups are compared by where nothing is asked for: deals by the win rate, subscriptions by what they bring. */
const MAIN = ['win_rate', 'mrr', 'won_deals', 'new_deals'];

/** The first KPI asked for, else the first of the usual ones, that has a value in some group. */
function mainKpi({ kpis, hasValue }: MeasuredBreakdown, asked: readonly string[] | null): string | null {
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const measured = [...(asked ?? MAIN), ...byId.keys()].flatMap((id) => byId.get(id) ?? []);
  return measured.find(hasValue)?.id ?? null;
}

function axisEntry(axis: Axis, lang: Lang): Breakdown['axes'][number] {
  const { name } = axis;
  if ('grain' in axis) return { name, title: GRAINS[axis.grain]?.[lang] ?? null, kind: 'time', grain: axis.grain };
  const span = axis.spans?.find((one) => one !== null);
  const title = axis.field === undefined ? null : (dealFieldTitle(axis.field)?.[lang] ?? null);
  return { name, title, kind: span?.of ?? 'values', grain: null };
}

function pointEntry({ period, partial }: Multiples['points'][number]): NonNullable<Breakdown['points']>[number] {
  return { label: period.label, start: isoDay(period.start), end: isoDay(periodEndInclusive(period)), partial };
}

function groupEntry(
  group: BreakdownGroup,
  nOf: string | null,
  resampled: boolean,
  shared: Shared,
): Omit<Group, 'series'> {
  return {
    key: [...group.key],
    range: group.spans.map(rangeEntry),
    partial: group.partial,
    ...groupCounts(group, nOf, resampled, shared),
  };
}

function rangeEntry(span: Span | null): Group['range'][number] {
  if (span === null) return null;
  if (span.of === 'numbers') return { from: span.from, to: span.to };
  return { from: isoDay(span.period.start), to: isoDay(periodEndInclusive(span.period)) };
}

function groupCounts(
  { n: records, measured, previous, changes }: BreakdownGroup,
  nOf: string | null,
  resampled: boolean,
  shared: Shared,
): Pick<Group, 'records' | 'n' | 'kpis'> {
  return {
    records,
    n: measured.find(({ kpi }) => kpi.id === nOf)?.measurement.n ?? 0,
    kpis: measured.map((one, index) =>
      previous === null
        ? sharedKpi(one, resampled, shared)
        : groupKpi(one, previous[index] ?? null, changes?.[index] ?? null, resampled),
    ),
  };
}

/** Figures of groups that are told in the same words, by KPI, and by what is told. */
type Shared = Map<Kpi, Map<string | number, GroupKpi>>;

/**
 * A KPI of a group, where nothing is compared. Of thousands of groups most figures are one of a few: a reason why there
 * is none, a count of deals. One object each stands for all of them; what is entered later, their share, follows from
 * the same. Whoever changes what he was given changes it for all.
 */
function sharedKpi(measured: Measured, resampled: boolean, shared: Shared): GroupKpi {
  const { kpi, measurement } = measured;
  const told = measured.byCurrency === null ? toldAlone(measurement) : null;
  if (told === null) return groupKpi(measured, null, null, resampled);
  const known = shared.get(kpi) ?? new Map<string | number, GroupKpi>();
  shared.set(kpi, known);
  const entry = known.get(told) ?? groupKpi(measured, null, null, resampled);
  known.set(told, entry);
  return entry;
}

/** The reason or the count that is all there is to tell; null where there is more. */
function toldAlone(measurement: Measurement): string | number | null {
  const { n } = measurement;
  if (measurement.value === null) return n === 0 ? measurement.reason : null;
  const { value, numerator, denominator, bounds } = measurement;
  if (value !== n || 'sample' in measurement || 'interval' in measurement) return null;
  return numerator === undefined && denominator === undefined && bounds === undefined ? n : null;
}

/**
 * A KPI of a group, or of a part of the period. Written out property by property: groups have tens of thousands, and an
 * object that is taken together from others costs several times as much.
 */
export function groupKpi(
  { kpi, measurement, byCurrency }: Measured,
  previous: Measured | null,
  change: GroupChange | null,
  resampled: boolean,
): GroupKpi {
  return {
    id: kpi.id,
    value: measurement.value,
    n: measurement.n,
    numerator: totalOf(measurement, 'numerator'),
    denominator: totalOf(measurement, 'denominator'),
    interval: intervalOf(measurement, resampled),
    bounds: boundsOf(measurement),
    reason: reasonOf(measurement),
    previous: beforeOf(previous?.measurement ?? null),
    change: change === null ? null : { ...change },
    share: null,
    byCurrency: byCurrency === null ? null : currenciesOf(byCurrency, previous, resampled),
  };
}

function currenciesOf(
  byCurrency: NonNullable<Measured['byCurrency']>,
  previous: Measured | null,
  resampled: boolean,
): GroupKpi['byCurrency'] {
  return byCurrency.map(({ currency, measurement }) => {
    const then = previous?.byCurrency?.find((one) => one.currency === currency)?.measurement ?? null;
    return {
      currency,
      value: measurement.value,
      n: measurement.n,
      numerator: totalOf(measurement, 'numerator'),
      denominator: totalOf(measurement, 'denominator'),
      interval: intervalOf(measurement, resampled),
      bounds: boundsOf(measurement),
      reason: reasonOf(measurement),
      previous: beforeOf(then),
      change: then === null ? null : untestedChange(measurement, then),
    };
  });
}

function totalOf(measurement: Measurement, part: 'numerator' | 'denominator'): number | null {
  return measurement.value === null ? null : (measurement[part]?.total ?? null);
}

/** The interval is found when it is read. */
function intervalOf(measurement: Measurement, resampled: boolean): GroupKpi['interval'] {
  if (measurement.value === null) return null;
  // A mean is told by having a sample, which is gathered when it is read.
  if (!resampled && measurement.n < STUDENT_FROM && 'sample' in measurement) return null;
  const { interval } = measurement;
  return interval ? { ...interval } : null;
}

function boundsOf(measurement: Measurement): GroupKpi['bounds'] {
  return measurement.value === null || !measurement.bounds ? null : { ...measurement.bounds };
}

function beforeOf(previous: Measurement | null): GroupKpi['previous'] {
  return previous === null ? null : { value: previous.value, n: previous.n, reason: reasonOf(previous) };
}

function reasonOf(measurement: Measurement): string | null {
  return measurement.value === null ? measurement.reason : null;
}
