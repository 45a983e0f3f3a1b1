import { isoDay } from '../../../model/civil-day.js';
import type { BuiltPart } from '../definition.js';
import { survivalShape } from './survival-schema.js';

/** Why there is nothing yet. */
const REASON = 'no_model';

export const survival: BuiltPart<typeof survivalShape> = {
  shape: survivalShape,
  absent: { survival: null },
  build: ({ question }) => ({
    survival: {
      asOf: question.undated === true ? null : isoDay(question.asOf),
      n: 0,
      won: 0,
      lost: 0,
      open: 0,
      excluded: [],
      reason: REASON,
      eventualWinRate: { value: null, interval: null, reason: REASON },
      timeToClose: { median: null, interval: null, restrictedMean: null, eventsOnlyMedian: null, reason: REASON },
      curve: [],
      groups: [],
      winFromAge: [],
      stageTimes: null,
    },
  }),
};
