import { foldText } from '../locale/fold.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import { numbersIn } from '../model/column.js';
import type { DealField } from '../model/deals.js';
import { keep, recalled } from '../model/found.js';
import type { StageHistory } from '../model/history.js';
import { LOST, OPEN, OUTCOMES, WON } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import { cached } from '../model/selections.js';
import { forEachDeal, stageOrder } from '../model/stage-order.js';
import { outcomesByCode } from './outcomes-by-code.js';
import { orderByNames } from './stage-words.js';

/** How far deals came on their way through the open stages. */
export interface Way {
  /** The open stages in their order. */
  readonly stages: readonly string[];
  /** By row of the deals: place of the furthest stage that the deal is known to have come to; −1 = not known. */
  reached(): Int16Array;
  /**
   * How many deals of a population came to each place and what became of them, where that follows from counts:
   * by `(place + 1) × outcomes + outcome`. Null where each deal is to be looked at.
   */
  countsOf(deals: Population<DealField>): Uint32Array | null;
  /** 1 for each place at which deals of a population have been seen: the stages of its pipeline. */
  seenBy(deals: Population<DealField>): Uint8Array;
  /** Days of the ended stays at a place, one number per deal; null where no times are known. */
  readonly stays: ((deals: Population<DealField>, place: number) => readonly number[]) | null;
}

type Scope = Population<DealField>;

/** How many deals of a population are in each stage, by `code × outcomes + outcome`; counted once. */
const stageCounts = cached(
  (scope: Population<'stage' | 'outcome'>): Uint32Array => outcomesByCode(scope, scope.column('stage')),
);

/**
 * Names of the stages in which deals are won or lost, folded: the given ones, and what the deals show: a stage that
 * holds won deals and no open ones, and one that holds every lost deal and no open ones. Where a status stands beside
 * the stage, closed deals keep the open stage they were in, and only the given names count.
 */
export function closingNames(scope: Population<'stage' | 'status' | 'outcome'>, said: Iterable<string>): Set<string> {
  const names = new Set([...said].map(foldText));
  if (!scope.has('stage') || scope.has('status')) return names;
  const { values } = scope.column('stage');
  const counts = stageCounts(scope);
  const count = (code: number, what: number): number => counts[code * OUTCOMES.length + what] as number;
  const lost = values.reduce((sum, _, code) => sum + count(code, LOST), 0);
  values.forEach((name, code) => {
    if (name === '' || count(code, OPEN) > 0) return;
    if (count(code, WON) > 0 || (lost > 0 && count(code, LOST) === lost)) names.add(foldText(name));
  });
  return names;
}

/** The open stages of a history in their order. */
export interface Places {
  /** Place of each stage by its code, −1 for closing ones. */
  readonly place: Int32Array;
  readonly stages: readonly string[];
}

/** The order of the open stages, as all deals of a history passed through them. */
export function placesOf(history: StageHistory, closing: ReadonlySet<string>): Places {
  const closed = new Set(history.stages.flatMap((name, code) => (closing.has(foldText(name)) ? [code] : [])));
  const place = withDepartures(history, closed);
  return { place, stages: namesAt(history, place) };
}

/**
 * By row of the deals: place of the furthest stage that each is known to have come to by a day; −1 = not known. A stage
 * that was skipped is passed, one that a change left was visited, and a deal that moved back had come further. This is
 * what "reached a stage" means everywhere: in the funnel, in the odds of stages, in the weighted pipeline.
 */
export function reachedBy(history: StageHistory, { place }: Places, deals: number, t: CivilDay): Int16Array {
  const reached = new Int16Array(deals).fill(-1);
  for (let at = 0; at < history.size; at++) {
    if ((history.enteredAt[at] as number) > t) continue;
    const deal = history.deal[at] as number;
    const left = place[history.from[at] as number] as number;
    const entered = place[history.stage[at] as number] as number;
    reached[deal] = Math.max(reached[deal] as number, left, entered);
  }
  return reached;
}

/**
 * The way by the entries of a history up to a day.
 *
 * @param outcome by row: of each deal on that day
 */
export function wayByHistory(
  history: StageHistory,
  scope: Scope,
  places: Places,
  outcome: Uint8Array,
  t: CivilDay,
): Way {
  const { place, stages: names } = places;
  const closedAt = scope.column('closed_at');
  const within = ownRows(scope, outcome.length);
  const reached = reachedBy(history, places, outcome.length, t);
  within.forEach((own, row) => {
    if (own === 0) reached[row] = -1;
  });
  // One number per deal and stage it was in: the deal, and its days there (NaN while the stay has not ended).
  const visits = names.map(() => ({ deals: [] as number[], days: [] as number[] }));
  const [days, here] = [new Float64Array(names.length), [] as number[]];
  forEachDeal(history, (deal, from, all) => {
    if (within[deal] !== 1) return;
    // What was entered later was not known.
    let to = all;
    while (to > from && (history.enteredAt[to - 1] as number) > t) to--;
    const end = outcome[deal] === OPEN ? NO_DAY : (closedAt[deal] as number);
    for (let at = from; at < to; at++) {
      const now = place[history.stage[at] as number] as number;
      if (now < 0) continue;
      if (!here.includes(now)) here.push(now);
      const begun = history.enteredAt[at] as number;
      const ended = at + 1 < to ? (history.enteredAt[at + 1] as number) : end;
      // A stay that ends before it begins is none, and leaves the deal out of the times of this stage.
      days[now] = (days[now] as number) + (ended === NO_DAY || ended < begun ? Number.NaN : ended - begun);
    }
    for (const stage of here) {
      visits[stage]?.deals.push(deal);
      visits[stage]?.days.push(days[stage] as number);
      days[stage] = 0;
    }
    here.length = 0;
  });
  return {
    stages: names,
    reached: () => reached,
    countsOf: () => null,
    seenBy(deals) {
      const own = ownRows(deals, outcome.length);
      const seen = Uint8Array.from(visits, (visit) => (visit.deals.some((deal) => own[deal] === 1) ? 1 : 0));
      for (const row of deals.rows) if ((reached[row] as number) >= 0) seen[reached[row] as number] = 1;
      return seen;
    },
    stays(deals, stage) {
      const own = ownRows(deals, outcome.length);
      const visit = visits[stage];
      return visit?.days.filter((stay, at) => !Number.isNaN(stay) && own[visit.deals[at] as number] === 1) ?? [];
    },
  };
}

function ownRows({ rows }: Scope, length: number): Uint8Array {
  const own = new Uint8Array(length);
  for (const row of rows) own[row] = 1;
  return own;
}

/** Places of the stages by code, −1 for closing ones; a stage that deals only left comes before those they entered. */
function withDepartures(history: StageHistory, closed: ReadonlySet<number>): Int32Array {
  const place = stageOrder(history, closed);
  const only = new Set<number>();
  for (const code of history.from) if (code !== 0 && !closed.has(code) && place[code] === -1) only.add(code);
  if (only.size === 0) return place;
  const first = [...only].sort((a, b) => a - b);
  return place.map((at, code) => (at >= 0 ? at + first.length : first.indexOf(code)));
}

function namesAt({ stages }: StageHistory, place: Int32Array): string[] {
  const names: string[] = [];
  stages.forEach((name, code) => {
    const at = place[code] as number;
    if (at >= 0) names[at] = name;
  });
  return names;
}

/**
 * The way by the stage that each deal shows now; found once for a scope. Null where there is no such column, or nothing
 * tells the order.
 */
export function wayByStage(scope: Scope, closing: ReadonlySet<string>): Way | null {
  const names = [...closing].sort().join('\n');
  const known = recalled(scope, wayByStage) as { readonly names: string; readonly way: Way | null } | undefined;
  if (known?.names === names) return known.way;
  const way = findWay(scope, closing);
  keep(scope, wayByStage, { names, way });
  return way;
}

function findWay(scope: Scope, closing: ReadonlySet<string>): Way | null {
  if (!scope.has('stage')) return null;
  const { codes, values } = scope.column('stage');
  const outcome = scope.column('outcome');
  const counts = stageCounts(scope);
  const holds = (code: number): boolean =>
    counts.subarray(code * OUTCOMES.length, (code + 1) * OUTCOMES.length).some((n) => n > 0);
  const open = values.flatMap((name, code) =>
    name !== '' && holds(code) && !closing.has(foldText(name)) ? [code] : [],
  );
  const order = orderByNames(
    open.map((code) => values[code] as string),
    () => {
      const means = meanProbabilities(scope);
      return open.map((code) => means[code] as number);
    },
  );
  if (order === null) return null;
  const place = new Int16Array(values.length).fill(-1);
  order.forEach((index, at) => {
    place[open[index] as number] = at;
  });
  const last = order.length - 1;
  const placeOf = (code: number, what: number): number => (what === WON ? last : (place[code] as number));
  let reached: Int16Array | null = null;
  return {
    stages: order.map((index) => values[open[index] as number] as string),
    reached() {
      if (reached !== null) return reached;
      const found = new Int16Array(outcome.length).fill(-1);
      const { rows } = scope;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] as number;
        found[row] = outcome[row] === WON ? last : (place[codes[row] as number] as number);
      }
      reached = found;
      return found;
    },
    countsOf(deals) {
      const found = new Uint32Array((order.length + 1) * OUTCOMES.length);
      stageCounts(deals).forEach((n, slot) => {
        const what = slot % OUTCOMES.length;
        const at = (placeOf((slot - what) / OUTCOMES.length, what) + 1) * OUTCOMES.length + what;
        found[at] = (found[at] as number) + n;
      });
      return found;
    },
    seenBy(own) {
      const seen = new Uint8Array(order.length);
      stageCounts(own).forEach((n, slot) => {
        const at = place[Math.floor(slot / OUTCOMES.length)] as number;
        if (at >= 0 && n > 0) seen[at] = 1;
      });
      return seen;
    },
    stays: null,
  };
}

/** By the code of the stage, of the open deals that have one; NaN of a stage without. */
function meanProbabilities(scope: Scope): Float64Array {
  const { codes, values } = scope.column('stage');
  const outcome = scope.column('outcome');
  const probabilityAt = numbersIn(scope.column('probability'));
  const [sums, known] = [new Float64Array(values.length), new Uint32Array(values.length)];
  const { rows } = scope;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const p = probabilityAt(row);
    if (outcome[row] !== OPEN || Number.isNaN(p)) continue;
    const code = codes[row] as number;
    sums[code] = (sums[code] as number) + p;
    known[code] = (known[code] as number) + 1;
  }
  return sums.map((sum, code) => sum / (known[code] as number));
}
