/** What becomes of deals by the stage they are in, and how long they stay there: with a history of stages alone. */
import { closingsFrom, type DealDurations } from '../../kpi/durations.js';
import type { Question } from '../../kpi/measure.js';
import { counted } from '../../kpi/populations.js';
import { closingNames, placesOf } from '../../kpi/stage-way.js';
import { wholeOf } from '../../kpi/whole.js';
import type { CivilDay } from '../../model/civil-day.js';
import { kaplanMeierOf } from '../../stats/survival/kaplan-meier.js';
import { FROM_THE_START, lifeTable } from '../../stats/survival/life-table.js';
import { curveQuantile, type OpenInterval } from '../../stats/survival/quantile.js';
import { pipelinesOf } from '../funnel.js';
import { roundAges } from './round-days.js';
import { type StageStays, stageStays } from './stage-stays.js';
import { type AgePoint, winFromAge } from './win-from-age.js';

export interface StageOdds {
  /** Null where the file has one pipeline. */
  readonly pipeline: string | null;
  readonly stage: string;
  /** Empty where too few deals were in the stage. */
  readonly points: readonly AgePoint[];
}

export interface StageTime {
  readonly pipeline: string | null;
  readonly stage: string;
  /** Stays, those that go on among them. */
  readonly n: number;
  readonly ended: number;
  /** Days in the stage; null where half of the stays go on, or too few have ended. */
  readonly median: number | null;
  readonly interval: OpenInterval | null;
  readonly p75: number | null;
}

export interface ByStage {
  readonly odds: readonly StageOdds[];
  readonly times: readonly StageTime[];
}

/** Pipelines of which stages are told, those with most deals first. */
const MOST_PIPELINES = 10;
/** Under so many ended stays no quantile of them is told (as of the stays behind stalled deals). */
const LEAST_ENDED = 5;

/**
 * By open stage, from the history: P(won | in the stage for longer than an age), over all stays that were as long, and
 * the days that stays last (Kaplan–Meier: those that go on at the snapshot are not forgotten). The stage that a deal
 * shows now is not asked: of a closed deal it is not known when it came there. Null without a history.
 */
export function byStage(question: Question, durations: DealDurations): ByStage | null {
  const { population, history = null } = question;
  if (history === null || history.size === 0) return null;
  const whole = wholeOf(question);
  const places = placesOf(whole.history ?? history, closingNames(counted(whole.population), whole.closing ?? []));
  const stays = stageStays(history, places, durations, population.column('created_at'));
  const from = closingsFrom(whole.population, question);
  const own = new Uint8Array(population.column('created_at').length);
  const parts = pipelinesOf(population.select(durations.rows))
    .slice(0, MOST_PIPELINES)
    .flatMap(({ name, deals }) => {
      own.fill(0);
      for (const row of deals.rows) own[row] = 1;
      return stays.map((stage) => ({ name, stays: only(stage, (at) => own[stage.rows[at] as number] === 1) }));
    })
    .filter((part) => part.stays.days.length > 0);
  return {
    odds: parts.map(({ name, stays }) => ({ pipeline: name, stage: stays.stage, points: pointsOf(stays, from) })),
    times: parts.map(({ name, stays }) => timeOf(name, stays, from)),
  };
}

/** From when on a stay was under observation, by its days: nothing that ended before the closings of the file begin is in it. */
function unseenUntil(entered: number, from: CivilDay | null): number {
  return from === null ? FROM_THE_START : Math.max(FROM_THE_START, from - entered - 1);
}

function pointsOf(stays: StageStays, from: CivilDay | null): AgePoint[] {
  const longest = stays.days.reduce((most, days) => Math.max(most, days), 0);
  return roundAges(longest).flatMap((age) => {
    const there = only(stays, (at) => (stays.days[at] as number) > age);
    const entry = there.entered.map((entered) => Math.max(age, unseenUntil(entered, from)));
    return winFromAge(lifeTable(there.daysToClose, there.causes, entry), age) ?? [];
  });
}

function timeOf(pipeline: string | null, stays: StageStays, from: CivilDay | null): StageTime {
  const entry = stays.entered.map((entered) => unseenUntil(entered, from));
  const curve = kaplanMeierOf(lifeTable(stays.days, stays.ended, entry));
  const ended = curve.events.reduce((sum, one) => sum + one, 0);
  const isEnough = ended >= LEAST_ENDED;
  const median = curveQuantile(curve, 0.5);
  return {
    pipeline,
    stage: stays.stage,
    n: curve.n,
    ended,
    median: isEnough ? median.value : null,
    interval: isEnough && median.value !== null ? median.interval : null,
    p75: isEnough ? curveQuantile(curve, 0.75).value : null,
  };
}

function only(stays: StageStays, isKept: (at: number) => boolean): StageStays {
  const kept = stays.rows.map((_, at) => at).filter(isKept);
  return {
    stage: stays.stage,
    rows: kept.map((at) => stays.rows[at] as number),
    entered: kept.map((at) => stays.entered[at] as number),
    days: kept.map((at) => stays.days[at] as number),
    ended: Uint8Array.from(kept, (at) => stays.ended[at] as number),
    daysToClose: kept.map((at) => stays.daysToClose[at] as number),
    causes: Uint8Array.from(kept, (at) => stays.causes[at] as number),
  };
}
