/** What every deal adds to the open pipeline, and takes from it. */
import { NO_DAY } from '../../model/civil-day.js';
import { OPEN } from '../../model/outcome.js';
import type { Period } from '../../model/period.js';
import type { ComparedDeals, Valued } from './classify.js';
import { CLASS_CODE, CLASSES, STEP_CODE, STEPS, type Step } from './definition.js';

/** Of deals in the waterfall on neither side, and of those that stand in it unchanged. */
export const NO_STEP = 255;

/** Per deal of a comparison. */
export interface Flows {
  /** Whether it is in the pipeline that the waterfall starts from, and in the one that it ends with. */
  readonly wasIn: Uint8Array;
  readonly isIn: Uint8Array;
  /** Place in `STEPS`, or {@link NO_STEP}. */
  readonly stepOf: Uint8Array;
}

/** The step of each class; where both sides are open and nothing changes the amount there is none. */
const STEP_OF_CLASS = Uint8Array.from(CLASSES, (name) => {
  return STEP_CODE[(name === 'currency_changed' ? 'currency' : name) as Step] ?? NO_STEP;
});

/**
 * The pipeline is the open deals; with a period those of them that are expected to close in it. A deal that leaves or
 * enters the period while it is open moved in or out, whatever else changed of it.
 */
export function flowsOf(compared: ComparedDeals, before: Valued, after: Valued, period: Period | null): Flows {
  const { size, old, now, classOf } = compared;
  const [wasIn, isIn, stepOf] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size).fill(NO_STEP)];
  const counts = [counted(before, period), counted(after, period)] as const;
  for (let at = 0; at < size; at++) {
    const [row, rowNow] = [old[at] as number, now[at] as number];
    const [was, is] = [row >= 0 && counts[0](row), rowNow >= 0 && counts[1](rowNow)];
    wasIn[at] = was ? 1 : 0;
    isIn[at] = is ? 1 : 0;
    if (!was && !is) continue;
    const step = STEP_OF_CLASS[classOf[at] as number] as number;
    const moved = period !== null && was !== is && isOpenInBoth(classOf[at] as number);
    stepOf[at] = moved ? STEP_CODE[is ? 'moved_in' : 'moved_out'] : step;
  }
  return { wasIn, isIn, stepOf };
}

/** Classes from `currency_changed` to `unchanged` are those of deals that are open in both. */
function isOpenInBoth(code: number): boolean {
  return code >= CLASS_CODE.currency_changed && code <= CLASS_CODE.unchanged;
}

function counted({ snapshot: { deals } }: Valued, period: Period | null): (row: number) => boolean {
  const outcome = deals.column('outcome');
  if (period === null) return (row) => outcome[row] === OPEN;
  const due = deals.column('expected_close');
  return (row) => {
    const day = due[row] as number;
    return outcome[row] === OPEN && day !== NO_DAY && day >= period.start && day < period.end;
  };
}

/** The steps that a waterfall has: the moves into and out of a period only where there is one. */
export function stepsOf(period: Period | null): readonly Step[] {
  return period === null ? STEPS.slice(0, STEP_CODE.moved_in) : STEPS;
}
