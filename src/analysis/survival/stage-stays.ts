/** Every stay of a deal in an open stage, as the history tells it up to the snapshot. */
import { type DealDurations, STILL_OPEN } from '../../kpi/durations.js';
import type { Places } from '../../kpi/stage-way.js';
import type { CivilDay } from '../../model/civil-day.js';
import type { StageHistory } from '../../model/history.js';
import { forEachDeal } from '../../model/stage-order.js';

/** Stays in one stage; the arrays are by stay. */
export interface StageStays {
  readonly stage: string;
  /** Row of the deal. */
  readonly rows: Int32Array;
  readonly entered: Int32Array;
  /** Days in the stage, up to the next one, the closing or the snapshot. */
  readonly days: Int32Array;
  /** 1 where the stay has ended, 0 where it goes on at the snapshot. */
  readonly ended: Uint8Array;
  /** Days from entering the stage to the closing of the deal, or to the snapshot. */
  readonly daysToClose: Int32Array;
  /** How the deal ended, as in `DealDurations`. */
  readonly causes: Uint8Array;
}

/**
 * The stays of the deals whose durations are known, by open stage in their order. A stay ends with the next stage that
 * the deal entered, or with its closing; what was entered after the snapshot or after the closing is none. O(entries).
 */
export function stageStays(
  history: StageHistory,
  { place, stages }: Places,
  { rows, days, causes }: DealDurations,
  created: Int32Array,
): StageStays[] {
  const position = new Int32Array(created.length).fill(-1);
  for (let i = 0; i < rows.length; i++) position[rows[i] as number] = i;
  const found = stages.map(() => emptyStays());
  forEachDeal(history, (deal, from, to) => {
    const known = position[deal] ?? -1;
    if (known < 0) return;
    const end: CivilDay = (created[deal] as number) + (days[known] as number);
    const cause = causes[known] as number;
    for (let entry = from; entry < to; entry++) {
      const code = history.stage[entry] as number;
      const stays = found[place[code] as number];
      const begun = history.enteredAt[entry] as number;
      // The same stage again is the same stay.
      if (stays === undefined || begun > end || (entry > from && history.stage[entry - 1] === code)) continue;
      let next = entry + 1;
      while (next < to && history.stage[next] === code) next++;
      const left = next < to ? (history.enteredAt[next] as number) : Number.POSITIVE_INFINITY;
      stays.rows.push(deal);
      stays.entered.push(begun);
      stays.days.push(Math.min(left, end) - begun);
      stays.ended.push(left <= end || cause !== STILL_OPEN ? 1 : 0);
      stays.daysToClose.push(end - begun);
      stays.causes.push(cause);
    }
  });
  return stages.map((stage, index) => {
    const stays = found[index] as ReturnType<typeof emptyStays>;
    return {
      stage,
      rows: Int32Array.from(stays.rows),
      entered: Int32Array.from(stays.entered),
      days: Int32Array.from(stays.days),
      ended: Uint8Array.from(stays.ended),
      daysToClose: Int32Array.from(stays.daysToClose),
      causes: Uint8Array.from(stays.causes),
    };
  });
}

function emptyStays() {
  return {
    rows: [] as number[],
    entered: [] as number[],
    days: [] as number[],
    ended: [] as number[],
    daysToClose: [] as number[],
    causes: [] as number[],
  };
}
