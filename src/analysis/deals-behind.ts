/** The deals behind a figure, and the first of them that are worth a look. */
import type { Kpi, MeasuredValue } from '../kpi/definition.js';
import { dealsCounted } from '../kpi/figures.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { OPEN } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import { largestFirst, largestIn } from './largest-deals.js';

type Some = Population<DealField>;

/** Which side of a figure deals are: all of one, or of both of them. */
export type Side = 'numerator' | 'denominator' | 'counted' | 'all';

/** The deals of all parts of a figure, each once, as `kpi explain` and `kpi deals --kpi` have them. */
export interface Behind {
  readonly side: Side;
  readonly deals: Some;
}

/**
 * O(deals behind it), if as much. Null where no deals are: it is of leads, customers or subscriptions, or counts nothing.
 *
 * @param from all deals of which the parts are some
 */
export function dealsBehind(measured: MeasuredValue, from: Chosen): Behind | null {
  const { numerator, denominator } = measured;
  const parts = (
    [
      ['numerator', numerator],
      ['denominator', denominator],
      ['counted', measured],
    ] as const
  ).flatMap(([side, part]) => {
    const deals = part === undefined ? null : from.deals(part);
    return deals === null ? [] : [{ side, deals }];
  });
  const [first, ...others] = parts;
  if (first === undefined) return null;
  const all = others.reduce((known, part) => union(known, part.deals, from.all), first.deals);
  // Mostly one side holds the other: the won deals are among the closed ones.
  const whole = parts.find((part) => part.deals.size === all.size);
  return { side: whole?.side ?? 'all', deals: all };
}

/** All deals, and of them those that figures count: the same deals are the same population. */
export class Chosen {
  readonly #byRows = new Map<Uint32Array, Some>();

  constructor(readonly all: Some) {}

  /** Null where a part counts none. */
  deals(part: { readonly rows?: Uint32Array }): Some | null {
    const known = dealsCounted(part);
    if (known !== null && known.size > 0) {
      const own = this.all.taking(known);
      if (own === known) return own;
    }
    const { rows } = part;
    if (rows === undefined || rows.length === 0) return null;
    let deals = this.#byRows.get(rows);
    if (deals === undefined) {
      deals = this.all.select(rows);
      this.#byRows.set(rows, deals);
    }
    return deals;
  }
}

/** Both, each deal once: one of them as it is, where it holds the other. */
function union(first: Some, second: Some, all: Some): Some {
  const [few, many] = first.size < second.size ? [first, second] : [second, first];
  return many.holds(few) ? many : all.select(Uint32Array.from(new Set([...few.rows, ...many.rows])).sort());
}

/** What deals are ordered by: their money, the days they took (or wait), or nothing that they have. */
export type BehindOrder = 'amount' | 'days' | 'files';

/** How deals are listed. */
export interface ListedHow {
  /** To which open deals wait; null = none is known. */
  readonly day: CivilDay | null;
  readonly most: number;
  /** That the amounts of all deals name. */
  readonly currencies: number;
  /** All deals, where figures of several parts of them are asked for; null or left out: these alone are looked at. */
  readonly all?: Some | null;
}

export interface FirstDeals {
  readonly order: BehindOrder;
  readonly rows: readonly number[];
}

/**
 * The first of the deals behind a figure: of one in days between creation and closing the longest, else the largest (of
 * several currencies the largest of each); where no deal has an amount the longest, without days as in the files.
 */
export function firstBehind(
  kpi: Pick<Kpi, 'unit' | 'needs'>,
  deals: Some,
  { day, most, currencies, all = null }: ListedHow,
): FirstDeals {
  const inDays = kpi.unit === 'days' && ['created_at', 'closed_at'].every((field) => isAmong(field, kpi.needs));
  const worth = inDays ? null : largest(deals, most, currencies, all);
  if (worth !== null) return { order: 'amount', rows: worth };
  const took = longest(deals, day, most);
  return took === null
    ? { order: 'files', rows: deals.withRows((rows) => Array.from(rows.subarray(0, most))) }
    : { order: 'days', rows: took };
}

function isAmong(field: string, fields: readonly string[]): boolean {
  return fields.includes(field);
}

/** Null where none has an amount above 0. */
function largest(deals: Some, most: number, currencies: number, all: Some | null): readonly number[] | null {
  const amount = deals.column('amount');
  const isWorth = (row: number): boolean => (amount[row] as number) > 0;
  const first = currencies < 2 ? largestIn(deals, most, all) : largestFirst(deals, most, all);
  // The largest of the commonest of many currencies may all be 0.
  return first.some(isWorth) || deals.some(isWorth) ? Array.from(first) : null;
}

/** Days from creation to closing; of open deals to the given day. NaN where they are not known. */
export function daysOf(deals: Some, day: CivilDay | null): (row: number) => number {
  const [created, closed, outcome] = [deals.column('created_at'), deals.column('closed_at'), deals.column('outcome')];
  return (row) => {
    const until = outcome[row] === OPEN ? (day ?? NO_DAY) : (closed[row] as number);
    const since = created[row] as number;
    return since === NO_DAY || until === NO_DAY || until < since ? Number.NaN : until - since;
  };
}

/** The rows of most days, equal ones in the order of the files, those without any last; null where none has any. */
function longest(deals: Some, day: CivilDay | null, most: number): readonly number[] | null {
  const [created, closed, outcome] = [deals.column('created_at'), deals.column('closed_at'), deals.column('outcome')];
  const found = new Longest(most);
  deals.inPieces((rows) => lookThrough(rows, created, closed, outcome, day ?? NO_DAY, found));
  if (found.rows.length === 0) return null;
  const missing = found.unknown > 0 ? most - found.rows.length : 0;
  if (missing === 0) return found.rows;
  const of = daysOf(deals, day);
  const without = deals.withRows((rows) =>
    Array.from(rows.filter((row) => Number.isNaN(of(row))).subarray(0, missing)),
  );
  return [...found.rows, ...without];
}

/** The rows of most days of those that were looked at, longest first, equal ones as they came. */
class Longest {
  readonly rows: number[] = [];
  readonly #days: number[] = [];
  readonly #most: number;
  /** What does not lie above it is not among the first. Mostly nothing does. */
  above = -1;
  /** Rows without any days. */
  unknown = 0;

  constructor(most: number) {
    this.#most = most;
  }

  put(row: number, days: number): void {
    const shorter = this.#days.findIndex((one) => one < days);
    const at = shorter < 0 ? this.rows.length : shorter;
    this.rows.splice(at, 0, row);
    this.#days.splice(at, 0, days);
    if (this.rows.length > this.#most) {
      this.rows.pop();
      this.#days.pop();
    }
    if (this.rows.length === this.#most) this.above = this.#days[this.#most - 1] as number;
  }
}

/** A loop by itself: V8 compiles all that stands behind a loop, and what it calls, together with it. */
function lookThrough(
  rows: Uint32Array,
  created: Int32Array,
  closed: Int32Array,
  outcome: Uint8Array,
  today: CivilDay,
  found: Longest,
): void {
  let above = found.above;
  let unknown = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const until = outcome[row] === OPEN ? today : (closed[row] as number);
    const since = created[row] as number;
    // No day is before all days.
    const days = since === NO_DAY ? -1 : until - since;
    if (days > above) {
      found.put(row, days);
      above = found.above;
    } else if (days < 0) unknown++;
  }
  found.unknown += unknown;
}
