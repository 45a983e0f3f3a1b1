import type { Kpi } from '../definition.js';
import { avgDealSize } from './avg-deal-size.js';
import { clvHistoric } from './clv-historic.js';
import { cohortConversion } from './cohort-conversion.js';
import { customerRetentionRate } from './customer-retention-rate.js';
import { customers } from './customers.js';
import { leadConversionRate } from './lead-conversion-rate.js';
import { lostDeals } from './lost-deals.js';
import { newCustomers } from './new-customers.js';
import { newDeals } from './new-deals.js';
import { openDeals } from './open-deals.js';
import { openPipelineValue } from './open-pipeline-value.js';
import { repeatPurchaseRate } from './repeat-purchase-rate.js';
import { revenueWon } from './revenue-won.js';
import { salesCycle } from './sales-cycle.js';
import { salesVelocity } from './sales-velocity.js';
import { weightedPipeline } from './weighted-pipeline.js';
import { winRate } from './win-rate.js';
import { winRateValue } from './win-rate-value.js';
import { wonDeals } from './won-deals.js';

/** Every KPI, in the order of every output. */
export const kpis = [
  newDeals,
  wonDeals,
  lostDeals,
  openDeals,
  winRate,
  winRateValue,
  cohortConversion,
  leadConversionRate,
  revenueWon,
  avgDealSize,
  salesCycle,
  openPipelineValue,
  weightedPipeline,
  salesVelocity,
  customers,
  newCustomers,
  customerRetentionRate,
  repeatPurchaseRate,
  clvHistoric,
] as const satisfies readonly Kpi[];

export type KpiId = (typeof kpis)[number]['id'];
