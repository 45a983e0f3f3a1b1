import type { Kpi } from '../definition.js';
import { kpisMeant as meant } from '../other-names.js';
import { arr } from './arr.js';
import { avgDealSize } from './avg-deal-size.js';
import { churnRate } from './churn-rate.js';
import { clvHistoric } from './clv-historic.js';
import { clvPredicted } from './clv-predicted.js';
import { clvSimple } from './clv-simple.js';
import { cohortConversion } from './cohort-conversion.js';
import { customerLifetime } from './customer-lifetime.js';
import { customerRetentionRate } from './customer-retention-rate.js';
import { customers } from './customers.js';
import { eventualWinRate } from './eventual-win-rate.js';
import { grossRevenueRetention } from './gross-revenue-retention.js';
import { leadConversionRate } from './lead-conversion-rate.js';
import { logoChurn } from './logo-churn.js';
import { lostDeals } from './lost-deals.js';
import { lostReasonCoverage } from './lost-reason-coverage.js';
import { mrr } from './mrr.js';
import { netRevenueRetention } from './net-revenue-retention.js';
import { newCustomers } from './new-customers.js';
import { newDeals } from './new-deals.js';
import { openDeals } from './open-deals.js';
import { openPipelineValue } from './open-pipeline-value.js';
import { overduePipelineValue } from './overdue-pipeline-value.js';
import { pipelineCoverage } from './pipeline-coverage.js';
import { purchaseFrequency } from './purchase-frequency.js';
import { quotaAttainment } from './quota-attainment.js';
import { repeatPurchaseRate } from './repeat-purchase-rate.js';
import { revenueConcentration } from './revenue-concentration.js';
import { revenueWon } from './revenue-won.js';
import { salesCycle } from './sales-cycle.js';
import { salesCycleLost } from './sales-cycle-lost.js';
import { salesVelocity } from './sales-velocity.js';
import { sameCustomerRevenueRatio } from './same-customer-revenue-ratio.js';
import { stalledDeals } from './stalled-deals.js';
import { timeToClose } from './time-to-close.js';
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
  eventualWinRate,
  leadConversionRate,
  revenueWon,
  avgDealSize,
  salesCycle,
  salesCycleLost,
  timeToClose,
  openPipelineValue,
  weightedPipeline,
  overduePipelineValue,
  pipelineCoverage,
  salesVelocity,
  customers,
  newCustomers,
  customerRetentionRate,
  churnRate,
  customerLifetime,
  repeatPurchaseRate,
  purchaseFrequency,
  sameCustomerRevenueRatio,
  revenueConcentration,
  clvHistoric,
  clvSimple,
  clvPredicted,
  mrr,
  arr,
  netRevenueRetention,
  grossRevenueRetention,
  logoChurn,
  quotaAttainment,
  lostReasonCoverage,
  stalledDeals,
] as const satisfies readonly Kpi[];

export type KpiId = (typeof kpis)[number]['id'];

/** The ids that were most likely meant by a name of no KPI, such as `clv` or `Won value`; empty when none is near. */
export function kpisMeant(name: string): readonly string[] {
  return meant(name, kpis);
}
