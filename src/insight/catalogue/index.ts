import type { InsightDefinition } from '../definition.js';
import { bulkClosing } from './bulk-closing.js';
import { concentrationRisk } from './concentration-risk.js';
import { lapsedCustomers } from './lapsed-customers.js';
import { lostReasonGrowth } from './lost-reason-growth.js';
import { overdueValue } from './overdue-value.js';
import { quarterRhythmInsight } from './quarter-rhythm.js';
import { revenueChange } from './revenue-change.js';
import { segmentWinRate } from './segment-win-rate.js';
import { simpsonsParadox } from './simpsons-paradox.js';
import { stageLeak } from './stage-leak.js';
import { stalledValue } from './stalled-value.js';
import { twoKindsOfDeals } from './two-kinds.js';
import { velocityChange } from './velocity-change.js';
import { winRateChange } from './win-rate-change.js';
import { winRatesAlike } from './win-rates-alike.js';

/** Every kind of insight, in the order in which those without money are shown. */
export const insights = [
  winRateChange,
  simpsonsParadox,
  revenueChange,
  quarterRhythmInsight,
  twoKindsOfDeals,
  velocityChange,
  segmentWinRate,
  stageLeak,
  lostReasonGrowth,
  stalledValue,
  overdueValue,
  concentrationRisk,
  lapsedCustomers,
  bulkClosing,
  winRatesAlike,
] as const satisfies readonly InsightDefinition[];

export type InsightId = (typeof insights)[number]['id'];
