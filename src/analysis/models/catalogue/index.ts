import type { ModelDefinition } from '../definition.js';
import { aalenJohansen } from './aalen-johansen.js';
import { backtest } from './backtest.js';
import { bgNbd } from './bg-nbd.js';
import { forecastInterval } from './forecast-interval.js';
import { gammaGamma } from './gamma-gamma.js';
import { kaplanMeier } from './kaplan-meier.js';
import { logRank } from './log-rank.js';
import { newBusiness } from './new-business.js';
import { pipelineOutlook } from './pipeline-outlook.js';

/** Every model that figures rest on, by the sections that they make. */
export const models = [
  kaplanMeier,
  aalenJohansen,
  logRank,
  bgNbd,
  gammaGamma,
  pipelineOutlook,
  newBusiness,
  forecastInterval,
  backtest,
] as const satisfies readonly ModelDefinition[];
