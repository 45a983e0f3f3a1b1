/** Open deals by stage and by age, as they were known on a day. */
import { cycleQuantiles } from '../kpi/cycle-days.js';
import { amountsOverwritten } from '../kpi/hindsight.js';
import type { Question } from '../kpi/measure.js';
import { inOrder, won } from '../kpi/populations.js';
import { inOneCurrency } from '../kpi/ranking.js';
import { wholeOf } from '../kpi/whole.js';
import { foldText } from '../locale/fold.js';
import type { Reason } from '../locale/reasons.js';
import { type CivilDay, NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn } from '../model/column.js';
import type { DealField } from '../model/deals.js';
import type { Population } from '../model/population.js';
import { rangeIndex } from '../stats/bins.js';
import { addTo } from '../stats/sum.js';
import type { DayBin } from './day-bins.js';
import { knownThen } from './known-then.js';

/** Ages that people speak of, in days. */
const READABLE = [
  1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 150, 180, 240, 300, 365, 545, 730, 1095, 1460, 1825, 3650,
];
/** Where too few deals were won to say what is old. */
const USUAL_EDGES = [30, 60, 90];
/** Under so many won cycles their 90th percentile is the largest but one at best (a judgement, as for stalled deals). */
const LEAST_CYCLES = 10;

/**
 * Bands of age: to what half, three quarters and nine tenths of the won deals of the files took to close (type 7), each
 * rounded to an age that people speak of; under ten won deals 30, 60 and 90 days. They only part the open deals: that
 * they are of today, also for a day in the past, tells nothing of any deal.
 */
export function ageBands(question: Question): DayBin[] {
  const { population } = wholeOf(question);
  const wins = inOrder(won(population));
  const found = wins.size < LEAST_CYCLES ? USUAL_EDGES : cycleQuantiles(wins, [0.5, 0.75, 0.9]).map(readable);
  const edges = [0, ...new Set(found)];
  return edges.map((from, at) => ({ from, to: edges[at + 1] ?? null }));
}

/** The nearest age that people speak of, by the ratio: 25 is 21 rather than 30. */
function readable(days: number): number {
  const above = READABLE.findIndex((one) => one >= days);
  const [high, low] = [READABLE.at(above) as number, READABLE[Math.max(0, above - 1)] as number];
  return above > 0 && days * days < low * high ? low : high;
}

/** Open deals of one stage, or all of a snapshot. */
export interface OpenDeals {
  readonly n: number;
  /** Deals by age, a number for each band. */
  readonly byAge: readonly number[];
  /** Deals without an age: n = Σ byAge + undated. */
  readonly undated: number;
  /** Deals with an amount. */
  readonly priced: number;
  /** Σ of the amounts; null where none is known. */
  readonly amount: number | null;
}

export interface OpenInStage extends OpenDeals {
  /** Null where the deals are of one pipeline, or the files have none. */
  readonly pipeline: string | null;
  /** '' = the cell is empty. */
  readonly stage: string;
}

export interface OpenByAge extends OpenDeals {
  /** In no order. Empty with a reason. */
  readonly stages: readonly OpenInStage[];
  /** Why nobody knows in which stages they were. */
  readonly stagesReason: Reason | null;
  /** Why no money is told, of any stage. */
  readonly amountReason: Reason | null;
}

/**
 * The deals open at a question's snapshot, by stage and by age on a day. Stages and amounts are those of that day: what
 * closing has overwritten since is not told. O(deals).
 *
 * @param open the deals open at the snapshot
 * @param day null = no day is known, and with it no age
 */
export function openByAge(
  open: Population<DealField>,
  question: Question,
  bands: readonly DayBin[],
  day: CivilDay | null,
): OpenByAge {
  const created = open.column('created_at');
  const amount = open.column('amount');
  const amountReason = whyNoAmount(open, question);
  const edges = bands.slice(1).map(({ from }) => from);
  const { groupOf, groups, reason } = groupsOf(open, question);
  const { length } = groups;
  const [sums, lost, priced] = [new Float64Array(length), new Float64Array(length), new Uint32Array(length)];
  // By group and band, and behind the bands the deals without an age.
  const width = bands.length + 1;
  const counts = new Uint32Array(length * width);
  const { rows } = open;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const at = groupOf[i] as number;
    const since = created[row] as number;
    const isUndated = day === null || since === NO_DAY || since > day;
    const slot = at * width + (isUndated ? bands.length : rangeIndex(edges, day - since));
    counts[slot] = (counts[slot] as number) + 1;
    if (amountReason !== null) continue;
    const money = amount[row] as number;
    if (Number.isNaN(money)) continue;
    priced[at] = (priced[at] as number) + 1;
    addTo(sums, lost, at, money);
  }
  const parts = groups.map((group, at) => {
    const own = Array.from(counts.subarray(at * width, (at + 1) * width));
    const of = priced[at] as number;
    return {
      ...group,
      n: own.reduce((sum, n) => sum + n, 0),
      byAge: own.slice(0, bands.length),
      undated: own[bands.length] as number,
      priced: of,
      amount: of === 0 ? null : (sums[at] as number) + (lost[at] as number),
    };
  });
  return { ...together(parts, bands), stages: reason === null ? parts : [], stagesReason: reason, amountReason };
}

/** Stages as one: their deals and money added up. */
export function together(parts: readonly OpenDeals[], bands: readonly DayBin[]): OpenDeals {
  const [sum, lost] = [new Float64Array(1), new Float64Array(1)];
  const all = { n: 0, byAge: bands.map(() => 0), undated: 0, priced: 0 };
  for (const { n, byAge, undated, priced, amount } of parts) {
    all.n += n;
    all.undated += undated;
    all.priced += priced;
    byAge.forEach((deals, at) => {
      all.byAge[at] = (all.byAge[at] as number) + deals;
    });
    if (amount !== null) addTo(sum, lost, 0, amount);
  }
  return { ...all, amount: all.priced === 0 ? null : (sum[0] as number) + (lost[0] as number) };
}

function whyNoAmount(open: Population<DealField>, question: Question): Reason | null {
  if (!open.has('amount')) return 'missing_field:amount';
  if (!inOneCurrency(open)) return 'mixed_currencies';
  // Closing can have changed no amount where nobody asks for a day in the past.
  if (question.population.has('outcome') && amountsOverwritten(question)) return 'overwritten_at_closing';
  const amount = open.column('amount');
  return open.size === 0 || open.rows.some((row) => !Number.isNaN(amount[row] as number)) ? null : 'no_priced_deals';
}

interface Groups {
  readonly groups: readonly Pick<OpenInStage, 'pipeline' | 'stage'>[];
  /** Of each deal, by its position. */
  readonly groupOf: Uint32Array;
  readonly reason: Reason | null;
}

/** The pipelines and stages of the open deals; one group of them all where their stages are not known. */
function groupsOf(open: Population<DealField>, question: Question): Groups {
  const all = (reason: Reason): Groups => {
    return { groups: [{ pipeline: null, stage: '' }], groupOf: new Uint32Array(open.size), reason };
  };
  if (!open.has('stage')) return all('missing_field:stage');
  const stage = knownThen({ name: 'stage', column: open.column('stage'), field: 'stage' }, question);
  if (stage === 'overwritten') return all('overwritten_at_closing');
  const pipelines = open.has('pipeline') ? namesIn(open, open.column('pipeline')) : null;
  const several = pipelines !== null && pipelines.names.length > 1 ? pipelines : null;
  const stages = namesIn(open, stage);
  const groups: Pick<OpenInStage, 'pipeline' | 'stage'>[] = [];
  const groupOf = new Uint32Array(open.size);
  const known = new Map<number, number>();
  const { rows } = open;
  let [last, found] = [-1, -1];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const inPipeline = several === null ? 0 : (several.of[several.codes[row] as number] as number);
    const inStage = stages.of[stages.codes[row] as number] as number;
    const key = inPipeline * stages.names.length + inStage;
    if (key !== last) {
      found = known.get(key) ?? -1;
      last = key;
      if (found < 0) {
        found = groups.length;
        known.set(key, found);
        const pipeline = several === null ? null : (several.names[inPipeline] as string);
        groups.push({ pipeline, stage: stages.names[inStage] as string });
      }
    }
    groupOf[i] = found;
  }
  return { groups, groupOf, reason: null };
}

/** Texts of a column: their names, and of each code which of them it is. */
interface Names {
  readonly codes: CategoryColumn['codes'];
  readonly names: readonly string[];
  readonly of: Int32Array;
}

/** The texts of a column, those that differ in case, spacing and forms of letters taken for one. */
function namesIn({ rows }: Population<DealField>, { codes, values }: CategoryColumn): Names {
  const deals = new Uint32Array(values.length);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] as number] as number;
    deals[code] = (deals[code] as number) + 1;
  }
  const byName = new Map<string, number>();
  const best: number[] = [];
  const of = new Int32Array(values.length).fill(-1);
  deals.forEach((n, code) => {
    if (n === 0) return;
    const folded = foldText(values[code] as string);
    const at = byName.get(folded) ?? best.push(code) - 1;
    byName.set(folded, at);
    of[code] = at;
    if (isUsual(code, best[at] as number)) best[at] = code;
  });
  // The most frequent spelling, the first by code points among equals: the order of the rows must not matter.
  function isUsual(code: number, other: number): boolean {
    const more = (deals[code] as number) - (deals[other] as number);
    return more > 0 || (more === 0 && (values[code] as string) < (values[other] as string));
  }
  return { codes, names: best.map((code) => values[code] as string), of };
}
