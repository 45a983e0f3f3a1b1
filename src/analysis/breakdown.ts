import type { Kpi, Note } from '../kpi/definition.js';
import { askedFor, type Measured, type Question } from '../kpi/measure.js';
import type { DealField } from '../model/deals.js';
import type { Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import type { Frame } from './alike.js';
import type { SeriesGrain } from './grain.js';
import { type GroupChange, groupChanges } from './group-changes.js';
import { arranged, type GroupOrder, type GroupSort, OWN_ORDER, ordered } from './group-order.js';
import { keyName, type Parts, type PartThen, partsOf } from './group-parts.js';
import { type Cell, type CellOptions, cellsOf, periodsOf, type TimeAxis } from './group-periods.js';
import { isOfOpenDeals, mergedSides, partIn, type Side, type Sides, sideOf, sidesIn } from './group-sides.js';
import { type BreakdownColumn, notesThen, type Span } from './known-then.js';
import { type Multiples, smallMultiples, standSideBySide } from './small-multiples.js';

export interface BreakdownGroup {
  /** The group's value of each column; '' = the cell is empty, of time: no day. */
  readonly key: readonly string[];
  /** What each value spans; null for a value that is a name alone. */
  readonly spans: readonly (Span | null)[];
  /** In a period: it goes on, the asked range cuts it, or the data begins in it. */
  readonly partial: boolean;
  /** Deals of the group; in a period those that were created or closed in it. */
  readonly n: number;
  /** In the order of the catalogue. Of many groups measured whenever it is read, and not kept: read it once. */
  readonly measured: readonly Measured[];
  /** The same of the compared period; null where nothing is compared. */
  readonly previous: readonly Measured[] | null;
  /** In the same order; null where nothing is compared, and for a figure that has no change. */
  readonly changes: readonly (GroupChange | null)[] | null;
}

export interface Breakdown {
  /** Names of the columns, and of time. */
  readonly by: readonly string[];
  /** What each of them is. */
  readonly axes: readonly Axis[];
  readonly groups: readonly BreakdownGroup[];
  /** By time and something else: the groups of the whole period, in order; else null. */
  readonly rows: readonly BreakdownGroup[] | null;
  readonly order: GroupOrder;
  /** Groups in all, those left out included. */
  readonly total: number;
  /** What was left out beyond the most that were asked for, as one group; null where nothing was. */
  readonly rest: { readonly groups: number; readonly group: BreakdownGroup } | null;
  /** KPIs asked for, in the order of the catalogue, and each of them in every group, left out or not. */
  readonly kpis: readonly Kpi[];
  readonly everyGroup: readonly { measure(kpi: Kpi): Measured }[];
  /** Whether some group shown has a figure of the KPI; of the groups of the whole period where there are such. */
  hasValue(kpi: Kpi): boolean;
  /** What a reader must know of what the deals were split by. */
  readonly notes: readonly Note[];
  /** The groups shown over time (see {@link smallMultiples}); null where that is not one axis other than time. */
  multiples(grain?: SeriesGrain): Multiples | null;
}

/** What deals are split by: a column, or time. */
export type Axis = BreakdownColumn | TimeAxis;

/** How a breakdown is made, beside the question. */
export interface BreakdownOptions {
  /** What verdicts on changes look at; null, or left out, where nothing is compared. */
  readonly frame?: Frame | null;
  /** The question about the compared period. */
  readonly before?: Question | null;
  readonly sort?: GroupSort | null;
  /** Groups at most; null, or left out: all of them. */
  readonly top?: number | null;
}

/** So many figures of groups are kept as long as the breakdown: a hundred groups' of all KPIs. Each of more goes when it was read. */
const KEPT_FIGURES = 3_500;

/**
 * Every KPI asked for (see `askedFor`) for each combination of values that occurs. The deals are split once.
 *
 * The order is that of {@link ordered}, but values with an order of their own keep it, and so does time: it is then the
 * combinations of the others that are ordered, and counted by `top`. Figures of the deals open at a snapshot in the past
 * are split by what was known of these deals then (see `knownThen`), and are null where closing overwrote it. Without
 * deals it is the subscriptions that are split. Leads do not belong to a group of deals, nor do orders that were given
 * beside the deals (`not_by_group`). By time each figure is that of the group in each period (see {@link cellsOf}).
 *
 * The compared period is split alike, by what was known at its own snapshot; its groups are there though this period has
 * none of their deals. Periods themselves are not compared: the one before stands beside them.
 */
export function breakDown(
  axes: readonly Axis[],
  catalogue: readonly Kpi[],
  ids: readonly string[] | null,
  question: Question,
  { frame = null, before = null, sort = null, top = null }: BreakdownOptions = {},
): Breakdown {
  const by = axes.filter((axis): axis is BreakdownColumn => 'column' in axis);
  const time = axes.find((axis): axis is TimeAxis => 'grain' in axis);
  const requested = askedFor(catalogue, ids);
  const ofOpen = [...requested, ...catalogue.filter(({ id }) => id === sort?.by)].some(isOfOpenDeals);
  const now = sideOf(by, catalogue, question, ofOpen);
  const then = before === null ? null : sideOf(by, catalogue, before, ofOpen);
  const names = new Map([...now.parts.byName, ...(then?.parts.byName ?? [])].map(([name, { key }]) => [name, key]));
  // Changes are judged for all groups of a KPI together.
  const pass = then === null && names.size * requested.length > KEPT_FIGURES;
  const all = [...names].map(
    ([name, key]): Sides =>
      sidesIn(now, partIn(now, name, key), then, then === null ? null : partIn(then, name, key), pass),
  );
  const grouped = arranged(
    all,
    by,
    (sides, key) => mergedSides(sides, key, now, then),
    (groups) => ordered(groups, catalogue, ids, sort),
  );
  const { groups: sorted, order } = grouped;
  const shown = top === null || grouped.row === null ? sorted : sorted.filter((one) => (grouped.row?.(one) ?? 0) < top);
  const others = sorted.slice(shown.length);
  const changes = new Map<Kpi, readonly (GroupChange | null)[]>();
  if (then !== null && frame !== null) {
    for (const kpi of requested) {
      const sides = sorted.map((one) => ({ current: one.measure(kpi), previous: one.before(kpi) as Measured }));
      changes.set(kpi, groupChanges(kpi, sides, frame));
    }
  }
  const groups = shown.map(
    (one, index): BreakdownGroup =>
      new Group(one, requested, by, (kpi) => (frame === null ? null : (changes.get(kpi)?.[index] ?? null))),
  );
  const rest = others.length === 0 ? null : mergedSides(others, [], now, then);
  const changeOfRest = (kpi: Kpi): GroupChange | null => {
    const previous = rest?.before(kpi) ?? null;
    if (rest === null || previous === null || frame === null) return null;
    return groupChanges(kpi, [{ current: rest.measure(kpi), previous }], frame)[0] ?? null;
  };
  const told = {
    by: axes.map(({ name }) => name),
    order,
    rest: rest === null ? null : { groups: others.length, group: new Group(rest, requested, by, changeOfRest) },
    kpis: requested,
    everyGroup: sorted,
    hasValue: (kpi: Kpi) => shown.some((one) => one.measure(kpi).measurement.value !== null),
    notes: now.ofOpenDeals ? notesThen(by, question) : [],
  };
  const at = time === undefined ? -1 : axes.indexOf(time);
  const openIn = openInPeriods(by, now);
  const optionsOf = (part: PartThen): CellOptions => ({
    barred: now.barred,
    openIn: (period: Period) => openIn(part, period),
  });
  const multiples = (grain?: SeriesGrain): Multiples | null => {
    if (time !== undefined || axes.length !== 1 || !standSideBySide(shown.length)) return null;
    const parts = shown.map(({ part }, index) => {
      return { ...optionsOf(part), question: now.questionOf(part.population), measured: groups[index]?.measured ?? [] };
    });
    return smallMultiples(parts, catalogue, ids, question, now.records, grain);
  };
  if (time === undefined) return { ...told, axes, groups, rows: null, total: sorted.length, multiples };
  const periods = periodsOf(time.grain, now.records, question);
  const cells = shown.flatMap((one, index): BreakdownGroup[] => {
    const row = groups[index];
    if (row === undefined || periods === null) return [];
    const asked = now.questionOf(one.part.population);
    return cellsOf(periods, requested, catalogue, asked, optionsOf(one.part)).map((cell) => inPeriod(row, cell, at));
  });
  return {
    ...told,
    axes: axes.map((axis) => (axis === time && periods !== null ? { ...time, grain: periods.line.grain } : axis)),
    groups: cells,
    rows: by.length === 0 ? null : groups,
    total: sorted.length,
    order: by.length === 0 ? OWN_ORDER : order,
    everyGroup: by.length === 0 ? [] : sorted,
    hasValue: by.length === 0 ? (kpi) => cells.some((cell) => hasFigure(cell, kpi)) : told.hasValue,
    multiples,
  };
}

/** A group's deals by what was known at the end of a period; null where closing overwrote it. */
function openInPeriods(
  by: readonly BreakdownColumn[],
  { ofOpenDeals, question, records, parts }: Side,
): (part: PartThen, period: Period) => Population<DealField> | null {
  const now = [...parts.byName.values()].filter(({ population }) => population.size > 0);
  const known = new Map<Period, Parts>();
  return ({ key, population }, period) => {
    if (!ofOpenDeals || by.length === 0) return population;
    const then = known.get(period) ?? partsOf(by, records, { ...question, period }, true, now);
    known.set(period, then);
    return then.overwritten ? null : (then.byName.get(keyName(key)) ?? then.nothing).populationThen;
  };
}

function inPeriod(row: BreakdownGroup, { period, partial, n, measured }: Cell, at: number): BreakdownGroup {
  const span: Span | null = period === null ? null : { of: 'days', period };
  return {
    key: [...row.key.slice(0, at), period?.label ?? '', ...row.key.slice(at)],
    spans: [...row.spans.slice(0, at), span, ...row.spans.slice(at)],
    partial,
    n,
    measured,
    previous: null,
    changes: null,
  };
}

function hasFigure({ measured }: BreakdownGroup, kpi: Kpi): boolean {
  return measured.some((one) => one.kpi === kpi && one.measurement.value !== null);
}

/** A group whose KPIs are measured when they are read. */
class Group implements BreakdownGroup {
  readonly key: readonly string[];
  readonly spans: readonly (Span | null)[];
  readonly partial = false;
  readonly n: number;

  constructor(
    private readonly sides: Sides,
    private readonly requested: readonly Kpi[],
    by: readonly BreakdownColumn[],
    private readonly changeOf: (kpi: Kpi) => GroupChange | null,
  ) {
    this.key = sides.key;
    this.spans = sides.key.map((value, index) => spanOf(by[index], value));
    this.n = sides.n;
  }

  get measured(): readonly Measured[] {
    return this.sides.measureAll(this.requested);
  }

  get previous(): readonly Measured[] | null {
    if (this.sides.partBefore === null) return null;
    const previous = this.requested.flatMap((kpi) => this.sides.before(kpi) ?? []);
    return previous.length > 0 ? previous : null;
  }

  get changes(): readonly (GroupChange | null)[] | null {
    return this.previous === null ? null : this.requested.map(this.changeOf);
  }
}

function spanOf(axis: BreakdownColumn | undefined, value: string): Span | null {
  return axis?.spans?.[axis.column.values.indexOf(value)] ?? null;
}
