/** What becomes of deals with their age: the curves that KPIs, the section on survival and forecasts read. */
import { once, said } from '../locale/said.js';
import { type CivilDay, isoDay } from '../model/civil-day.js';
import type { Population } from '../model/population.js';
import { aalenJohansenOf, type IncidenceCurves } from '../stats/survival/aalen-johansen.js';
import { survivalAt } from '../stats/survival/kaplan-meier.js';
import type { LifeTable } from '../stats/survival/life-table.js';
import { reachOf } from '../stats/survival/reach.js';
import type { KpiSettings, Note, ReasonCode } from './definition.js';
import { closingsFrom, type DealDurations, dealDurations, lifeTableOf } from './durations.js';
import { closed } from './populations.js';
import type { Clock } from './snapshot.js';
import { oneSidedFile } from './survivors.js';
import { type Whole, wholeOf } from './whole.js';

/** Under so few, one deal more or less decides the curve (a judgement, as for the cycle of stalled deals). */
export const LEAST_WON = 10;
const LEAST_CLOSED = 20;

type Dates = 'outcome' | 'created_at' | 'closed_at';

/** What a curve of deals is asked with. */
export interface CurveContext extends Clock {
  readonly population: Population<Dates>;
  readonly whole?: Whole<Dates> | undefined;
  readonly file: { readonly hasLost: boolean; readonly hasWon: boolean };
  readonly settings: KpiSettings;
}

export interface ClosingCurves {
  readonly durations: DealDurations;
  readonly table: LifeTable;
  /** Cause 1 is winning, cause 2 losing. */
  readonly curves: IncidenceCurves;
  /** The age in days up to which they are read (see `reachOf`). */
  readonly reach: number;
  /** Share still open at that age. */
  readonly open: number;
  /** What a reader must know of them. */
  readonly notes: readonly Note[];
}

/** No curves, and why. */
export interface NoCurves {
  readonly durations: DealDurations;
  readonly reason: ReasonCode;
}

/**
 * Kaplan–Meier and Aalen–Johansen over the deals in question as known at the snapshot. None without closed deals, where
 * the file holds winners or losers alone, under ten won or twenty closed deals (`wins: false`: whatever their number of
 * wins), and where single deals decide from the beginning.
 */
export function closingCurves(context: CurveContext, { wins = true } = {}): ClosingCurves | NoCurves {
  const { population, file, settings } = context;
  const from = closingsFrom(wholeOf(context).population, context);
  const durations = dealDurations(population, context, from);
  const { won, lost, open } = durations;
  const none = (reason: ReasonCode): NoCurves => ({ durations, reason });
  if (won + lost + open === 0) return none(durations.excluded.length > 0 ? 'no_dated_deals' : 'no_created_deals');
  if (won + lost === 0) return none(closed(population).size > 0 ? 'no_dated_deals' : 'no_closed_deals');
  const oneSided = oneSidedFile(closed(population), file, settings);
  if (oneSided !== null) return none(oneSided);
  if (won + lost < LEAST_CLOSED || (wins && won < LEAST_WON)) return none('few_closings');
  const table = lifeTableOf(durations);
  const curves = aalenJohansenOf(table);
  const reach = reachOf(curves);
  if (reach === null) return none('few_closings');
  const left = survivalAt(curves, reach);
  return { durations, table, curves, reach, open: left, notes: notesOf(durations, from, reach, left) };
}

function notesOf({ open, entry }: DealDurations, from: CivilDay | null, reach: number, left: number): Note[] {
  return once([
    said('curve_end', { days: reach, open: left }),
    ...(from !== null && entry?.some((age) => age >= 0) ? [said('closings_begin', { day: isoDay(from) })] : []),
    ...(open === 0 ? [said('none_open')] : []),
  ]);
}
