/** How likely an open deal is to be won, or lost, on its next day, by its age: what the whole forecast of open deals rests on. */
import type { CivilDay } from '../../model/civil-day.js';
import { type Facts, NEVER } from './facts.js';

/**
 * Hazards by age in days, constant within bands of ages: P(won on the day it is u days old | still open then), and the
 * same of losing. With a band per day they give the Aalen–Johansen curves exactly (`CIF_k(u) = Σ S(v−1)·h_k(v)`); bands
 * of about √events events each keep the chance of a deal of one certain age from resting on one or two endings, and
 * carry the curve past the last ending, where the plain curve is 0/0.
 */
export interface Hazards {
  /** P(won at age u | open at u), by age; the last one holds for all later ages. */
  readonly win: Float64Array;
  readonly loss: Float64Array;
  /** Index of its band, by age. */
  readonly bandOf: Int32Array;
  /** Wins, losses and deal-days at risk of each band. */
  readonly bands: readonly Band[];
  /** First day from which closings are on record, where the file leaves earlier ones out; null where it does not. */
  readonly truncatedBefore: CivilDay | null;
}

export interface Band {
  readonly from: number;
  /** Last age; Infinity of the last band. */
  readonly to: number;
  readonly wins: number;
  readonly losses: number;
  readonly exposure: number;
}

/** Deal-days at risk and endings by age, as known on a day. */
interface LifeTable {
  readonly atRisk: Float64Array;
  readonly wins: Float64Array;
  readonly losses: Float64Array;
}

/** Endings that a band holds at least, however few there are in all (a judgement). */
const LEAST_EVENTS = 10;
/** Weight, in endings, of the share of wins in all endings within a band, and of the rate before it in the tail (judgements). */
const PRIOR_SHARE = 2;
const PRIOR_TAIL = 0.5;

/** The hazards that the facts known on day t show. Null where no deal had closed by then. */
export function hazardsAt(facts: Facts, t: CivilDay): Hazards | null {
  const truncatedBefore = truncation(facts, t);
  const table = lifeTable(facts, t, truncatedBefore);
  const { atRisk, wins, losses } = table;
  const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0);
  const [allWins, allLosses] = [total(wins), total(losses)];
  const events = allWins + allLosses;
  if (events === 0) return null;
  const share = allWins / events;
  const least = Math.max(LEAST_EVENTS, Math.sqrt(events));
  const bands: Band[] = [];
  const bandOf = new Int32Array(atRisk.length);
  let [from, w, l, n] = [0, 0, 0, 0];
  let lastEvent = 0;
  for (let age = 0; age < atRisk.length; age++)
    if ((wins[age] as number) + (losses[age] as number) > 0) lastEvent = age;
  const close = (to: number): void => {
    bandOf.fill(bands.length, from, Math.min(to, bandOf.length - 1) + 1);
    bands.push({ from, to, wins: w, losses: l, exposure: n });
    [from, w, l, n] = [to + 1, 0, 0, 0];
  };
  for (let age = 0; age < atRisk.length; age++) {
    w += wins[age] as number;
    l += losses[age] as number;
    n += atRisk[age] as number;
    if (w + l >= least || (age === lastEvent && w + l > 0)) close(age);
  }
  // What lies beyond the last ending: deals that nobody closes are no evidence of anything but that.
  close(Number.POSITIVE_INFINITY);
  const [win, loss] = [new Float64Array(atRisk.length), new Float64Array(atRisk.length)];
  let rate = 0;
  bands.forEach((band, at) => {
    const count = band.wins + band.losses;
    // A full band speaks for itself.
    const prior = at === 0 || count >= least ? 0 : PRIOR_TAIL;
    const whole = count + prior === 0 ? 0 : (count + prior) / (band.exposure + (prior === 0 ? 0 : prior / rate));
    const won = (band.wins + PRIOR_SHARE * share) / (count + PRIOR_SHARE);
    rate = Math.min(1, whole);
    const last = Math.min(band.to, atRisk.length - 1);
    win.fill(rate * won, band.from, last + 1);
    loss.fill(rate * (1 - won), band.from, last + 1);
  });
  return { win, loss, bandOf, bands, truncatedBefore };
}

function lifeTable(facts: Facts, t: CivilDay, truncatedBefore: CivilDay | null): LifeTable {
  const { created, closed, won, size } = facts;
  const oldest = size === 0 ? 0 : Math.max(0, t - (created[0] as number));
  // One age more than any deal has had: the tail, which every later age is read from.
  const [atRisk, wins, losses] = [
    new Float64Array(oldest + 2),
    new Float64Array(oldest + 2),
    new Float64Array(oldest + 2),
  ];
  for (let i = 0; i < size; i++) {
    const begun = created[i] as number;
    if (begun > t) break;
    const ended = closed[i] as number;
    const isClosed = ended <= t;
    const age = (isClosed ? ended : t) - begun;
    const entry = truncatedBefore === null ? 0 : Math.max(0, truncatedBefore - begun);
    if (entry > age) continue;
    atRisk[entry] = (atRisk[entry] as number) + 1;
    atRisk[age + 1] = (atRisk[age + 1] as number) - 1;
    if (!isClosed) continue;
    const column = won[i] === 1 ? wins : losses;
    column[age] = (column[age] as number) + 1;
  }
  for (let age = 1; age < atRisk.length; age++) atRisk[age] = (atRisk[age] as number) + (atRisk[age - 1] as number);
  return { atRisk, wins, losses };
}

/** More endings than so many must be missing for a file to count as cut: none at all is then less likely than 1 in 3,000. */
const MISSING = 8;

/**
 * Whether the file leaves out what closed before a certain day, as exports of "closed this year" do: before the first
 * closing the deals that are in the file would have had so many endings, at the hazards seen later, that none at all is
 * no chance. They are then known only from that day on (left truncation, delayed entry).
 */
function truncation(facts: Facts, t: CivilDay): CivilDay | null {
  const { created, closed, size } = facts;
  let first = NEVER;
  for (let i = 0; i < size && (created[i] as number) <= t; i++) {
    if ((closed[i] as number) < first) first = closed[i] as number;
  }
  if (first > t || size === 0 || (created[0] as number) >= first) return null;
  const { atRisk, wins, losses } = lifeTable(facts, t, first);
  const cumulative = new Float64Array(atRisk.length + 1);
  for (let age = 0; age < atRisk.length; age++) {
    const events = (wins[age] as number) + (losses[age] as number);
    const n = atRisk[age] as number;
    cumulative[age + 1] = (cumulative[age] as number) + (n > 0 ? events / n : 0);
  }
  let expected = 0;
  for (let i = 0; i < size && (created[i] as number) < first; i++) {
    expected += cumulative[first - (created[i] as number)] as number;
    if (expected > MISSING) return first;
  }
  return null;
}
