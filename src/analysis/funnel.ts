import { leftOut } from '../kpi/figures.js';
import { lazily } from '../kpi/lazy.js';
import type { Question } from '../kpi/measure.js';
import {
  closed as closedDeals,
  counted,
  createdIn,
  outcomeExcluded,
  undatedClosed,
  undatedCreated,
} from '../kpi/populations.js';
import { inOneCurrency } from '../kpi/ranking.js';
import { closingNames, placesOf, type Way, wayByHistory, wayByStage } from '../kpi/stage-way.js';
import { wholeOf } from '../kpi/whole.js';
import type { CivilDay } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { type Exclusion, LeftOut } from '../model/exclusion.js';
import { EXCLUDED, LOST, OPEN, OUTCOMES, WON } from '../model/outcome.js';
import { isAllTime } from '../model/period.js';
import type { Population } from '../model/population.js';
import { type Interval, wilson } from '../stats/interval.js';
import { quantiles } from '../stats/quantile.js';
import { addTo } from '../stats/sum.js';

/** What became of the deals that came to one stage. Each deal is counted once per stage: entered = advanced + lost + open. */
export interface FunnelStage {
  /** Null where the file has one pipeline. */
  readonly pipeline: string | null;
  readonly stage: string;
  /** Deals that came to this stage or past it: a stage that was skipped counts as passed. */
  readonly entered: number;
  /** Of them, those that came further, or were won. */
  readonly advanced: number;
  /** Lost without having come further. */
  readonly lost: number;
  /** Still open, and never further than here. A deal that moved back counts where it had come to. */
  readonly open: number;
  /** advanced / (advanced + lost); null where none did either, or where it is not known in which stage deals were lost. */
  readonly rate: number | null;
  readonly interval: Interval | null;
  /** Σ of the amounts of the deals lost here; null where currencies are mixed or none has an amount. */
  readonly lostValue: number | null;
  /** The deals lost here, looked for when they are asked for. */
  lostRows(): Uint32Array;
  /** Stays that have ended, one per deal (a deal that came back: their sum); deals still in the stage are not in it. */
  readonly stays: number;
  readonly medianDays: number | null;
  readonly p75Days: number | null;
}

export interface Funnel {
  /** What it was read from: when deals entered their stages, or only the stage that each is in now. */
  readonly source: 'history' | 'current_stage';
  readonly stages: readonly FunnelStage[];
  readonly excluded: readonly Exclusion[];
}

/** Where fewer of the lost deals show the stage they were lost in, no rate is honest. */
const PLACED_FROM = 0.8;

/**
 * The open stages in their order, and how many of the deals created in the period came to each, went on, and were lost.
 * From the history of stages where there is one; else from the stage that each deal shows now, the weakest form: it
 * knows no times, and where a lost deal shows only that it is lost, no rates. Null where neither tells anything. O(deals + entries).
 */
export function funnelOf(question: Question): Funnel | null {
  const { population, period, history = null } = question;
  if (!population.has('outcome') || (!isAllTime(period) && !population.has('created_at'))) return null;
  const t = dayOf(question);
  const created = createdBy(createdIn(population, period), t);
  const undecided = t === null ? null : undatedClosed(closedDeals(created));
  const scope = undecided === null ? counted(created) : without(counted(created), undecided);
  const outcome = outcomesAt(scope, t);
  const whole = wholeOf(question);
  const closed = closingNames(counted(whole.population), whole.closing ?? []);
  const way =
    history !== null && history.size > 0
      ? wayByHistory(history, scope, placesOf(whole.history ?? history, closed), outcome, t ?? Number.POSITIVE_INFINITY)
      : wayNow(scope, closed, outcome);
  if (way === null || way.stages.length === 0) return null;
  const source = way.stays === null ? 'current_stage' : 'history';
  const stages = pipelinesOf(scope).flatMap(({ name, deals }) => stagesIn(name, deals, way, outcome));
  return {
    source,
    stages,
    excluded: [
      ...leftOut({
        outcome_excluded: outcomeExcluded(created),
        ...(isAllTime(period) ? {} : { undated_created: undatedCreated(counted(population)) }),
        ...(undecided === null ? {} : { undated_closed: undecided }),
      }),
      ...placeless(scope, way),
    ],
  };
}

/** The day that the funnel is as of, where the data goes on after it; null where what the files say now is known. */
function dayOf({ asOf, dataEnd }: Question): CivilDay | null {
  return asOf < dataEnd ? asOf : null;
}

/** Without the deals that were created later. */
function createdBy(deals: Population<DealField>, t: CivilDay | null): Population<DealField> {
  if (t === null) return deals;
  const created = deals.column('created_at');
  return deals.where((row) => (created[row] as number) <= t);
}

function without(deals: Population<DealField>, others: Population<DealField>): Population<DealField> {
  const out = new Set(others.rows);
  return out.size === 0 ? deals : deals.where((row) => !out.has(row));
}

/** By row: the outcome of each deal on a day; what closed later was open. */
function outcomesAt(scope: Population<DealField>, t: CivilDay | null): Uint8Array {
  const outcome = scope.column('outcome');
  if (t === null) return outcome;
  const closedAt = scope.column('closed_at');
  const then = outcome.slice();
  for (const row of scope.rows) if (outcome[row] !== OPEN && (closedAt[row] as number) > t) then[row] = OPEN;
  return then;
}

/** The stages of now tell nothing of a day of whose open deals any has closed since: null. */
function wayNow(scope: Population<DealField>, closed: ReadonlySet<string>, outcome: Uint8Array): Way | null {
  const now = scope.column('outcome');
  const hasChanged = now !== outcome && scope.rows.some((row) => now[row] !== outcome[row]);
  return hasChanged ? null : wayByStage(scope, closed);
}

/** Deals of which nothing tells how far they came: mostly they are only counted. */
function placeless(scope: Population<DealField>, way: Way): Exclusion[] {
  const list = (): Uint32Array => {
    const reached = way.reached();
    return scope.rows.filter((row) => reached[row] === NOWHERE);
  };
  const counts = way.countsOf(scope);
  const size = counts === null ? null : counts.subarray(0, OUTCOMES.length).reduce((sum, n) => sum + n, 0);
  const listed = lazily({}, 'rows', list);
  const n = size ?? listed.rows.length;
  return n === 0
    ? []
    : [
        new LeftOut(
          'stage_unknown',
          lazily({ size: n }, 'rows', () => listed.rows),
        ),
      ];
}

/** In `reached`: nothing tells how far the deal came. */
const NOWHERE = -1;

export interface Pipeline {
  readonly name: string | null;
  readonly deals: Population<DealField>;
}

/** The deals by pipeline, most deals first; one part where there is one pipeline or no such column. */
export function pipelinesOf(scope: Population<DealField>): Pipeline[] {
  if (!scope.has('pipeline')) return [{ name: null, deals: scope }];
  const { codes, values } = scope.column('pipeline');
  const counts = new Uint32Array(values.length);
  const { rows } = scope;
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const occurring = values.flatMap((name, code) => ((counts[code] as number) > 0 ? [{ name, code }] : []));
  if (occurring.length < 2) return [{ name: null, deals: scope }];
  return occurring
    .sort((a, b) => (counts[b.code] as number) - (counts[a.code] as number) || a.code - b.code)
    .map(({ name, code }) => ({ name, deals: scope.where((row) => codes[row] === code) }));
}

function stagesIn(pipeline: string | null, deals: Population<DealField>, way: Way, outcome: Uint8Array): FunnelStage[] {
  const n = way.stages.length;
  const counts = (outcome === deals.column('outcome') ? way.countsOf(deals) : null) ?? countsOf(deals, way, outcome);
  const at = (place: number, what: number): number => counts[(place + 1) * OUTCOMES.length + what] as number;
  const places = Array.from({ length: n }, (_, place) => place);
  const lostPlaced = places.reduce((sum, place) => sum + at(place, LOST), 0);
  const honest = lostPlaced >= PLACED_FROM * (lostPlaced + at(NOWHERE, LOST));
  const values = lostValues(deals, way, outcome);
  const seen = way.seenBy(deals);
  let further = places.reduce((sum, place) => sum + at(place, WON), 0);
  const stages: FunnelStage[] = [];
  for (let place = n - 1; place >= 0; place--) {
    const [lost, open] = [at(place, LOST), at(place, OPEN)];
    const entered = further + lost + open + at(place, EXCLUDED);
    const decided = further + lost;
    if (seen[place] === 1) {
      stages.unshift({
        pipeline,
        stage: way.stages[place] as string,
        entered,
        advanced: further,
        lost,
        open,
        rate: honest && decided > 0 ? further / decided : null,
        interval: honest ? wilson(further, decided) : null,
        lostValue: values?.[place] ?? null,
        lostRows: () => lostRowsAt(deals, way, outcome, place),
        ...staysAt(deals, way, place),
      });
    }
    further = entered;
  }
  return stages;
}

/** By `(place + 1) × outcomes + outcome`: see {@link Way.countsOf}. */
function countsOf({ rows }: Population<DealField>, way: Way, outcome: Uint8Array): Uint32Array {
  const reached = way.reached();
  const counts = new Uint32Array((way.stages.length + 1) * OUTCOMES.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const slot = ((reached[row] as number) + 1) * OUTCOMES.length + (outcome[row] as number);
    counts[slot] = (counts[slot] as number) + 1;
  }
  return counts;
}

function lostRowsAt(deals: Population<DealField>, way: Way, outcome: Uint8Array, place: number): Uint32Array {
  const reached = way.reached();
  return deals.rows.filter((row) => outcome[row] === LOST && reached[row] === place);
}

/** Σ amount of the deals lost at each place, null where none is priced; null of several currencies. */
function lostValues(deals: Population<DealField>, way: Way, outcome: Uint8Array): readonly (number | null)[] | null {
  if (!deals.has('amount') || !inOneCurrency(deals)) return null;
  const amount = deals.column('amount');
  const reached = way.reached();
  const { length } = way.stages;
  const [sums, lost] = [new Float64Array(length), new Float64Array(length)];
  const priced = new Uint32Array(length);
  const { rows } = deals;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const place = reached[row] as number;
    if (outcome[row] !== LOST || place === NOWHERE) continue;
    const value = amount[row] as number;
    if (Number.isNaN(value)) continue;
    priced[place] = (priced[place] as number) + 1;
    addTo(sums, lost, place, value);
  }
  return way.stages.map((_, place) => (priced[place] === 0 ? null : (sums[place] as number) + (lost[place] as number)));
}

function staysAt(
  deals: Population<DealField>,
  { stays }: Way,
  place: number,
): Pick<FunnelStage, 'stays' | 'medianDays' | 'p75Days'> {
  const days = stays?.(deals, place) ?? [];
  if (days.length === 0) return { stays: 0, medianDays: null, p75Days: null };
  const [medianDays, p75Days] = quantiles(days, [0.5, 0.75]) as [number, number];
  return { stays: days.length, medianDays, p75Days };
}
