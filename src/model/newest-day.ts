import type { CivilDay } from './civil-day.js';
import type { DayColumn } from './column.js';
import { countDays, FEW, isolatedFrom, mergeCounts, recordsOf } from './day-counts.js';

/** Creations, changes and activities cannot be planned: so many of them after today say that the clock is not theirs. */
const CERTAIN_SHARE = 0.1;

/** The newest trustworthy date, and the ones that were left aside because one typo must not move the clock. */
export interface DataClock {
  /** Null when no record has a date. */
  readonly dataEnd: CivilDay | null;
  readonly isolated: readonly CivilDay[];
  /** Recorded dates after today that were left aside: they cannot have been recorded. */
  readonly future: number;
  /** So many recorded dates lie after today that the snapshot lies there too: the clock is not the data's. */
  readonly ahead: number;
}

/** Columns of recorded dates. */
export interface RecordedDays {
  /** Of what only happens: creations, changes, activities. */
  readonly certain: readonly DayColumn[];
  /** Of what may lie ahead: a deal that was won keeps its planned day where nobody corrects it. */
  readonly plannable: readonly DayColumn[];
}

/**
 * The newest recorded day. At most three records (or 0.01 %) that a gap of more than 31 days parts from all others are
 * left aside, where such a gap is not usual among them. Single dates after today are left aside too; where most lie
 * there, or a tenth of those that cannot be planned, the data decides alone, so that it has one answer on any day.
 */
export function newestDay({ certain, plannable }: RecordedDays, today: CivilDay): DataClock {
  const surely = countDays(certain);
  const days = mergeCounts(surely, countDays(plannable));
  const total = recordsOf(days);
  if (total === 0) return { dataEnd: null, isolated: [], future: 0, ahead: 0 };
  const after = recordsOf(days, today);
  const believed = after > total / 2 || recordsOf(surely, today) > Math.max(FEW, recordsOf(surely) * CERTAIN_SHARE);
  const counted = believed ? days : days.filter(({ day }) => day <= today);
  const aside = isolatedFrom(counted);
  return {
    dataEnd: counted[aside]?.day ?? null,
    isolated: counted.slice(0, aside).map(({ day }) => day),
    future: believed ? 0 : after,
    ahead: believed ? after : 0,
  };
}
