import type { ModelDefinition } from '../definition.js';
import { aalenJohansen } from './aalen-johansen.js';
import { backtest } from './backtest.js';
import { bgNbd } from './bg-nbd.js';
import { dealClasses } from './deal-classes.js';
import { dealMatching } from './deal-matching.js';
import { factorDecomposition } from './factor-decomposition.js';
import { forecastAgainstActual } from './forecast-against-actual.js';
import { forecastInterval } from './forecast-interval.js';
import { gammaGamma } from './gamma-gamma.js';
import { kaplanMeier } from './kaplan-meier.js';
import { logRank } from './log-rank.js';
import { mixRateDecomposition } from './mix-rate-decomposition.js';
import { newBusiness } from './new-business.js';
import { pipelineOutlook } from './pipeline-outlook.js';
import { pipelineWaterfall } from './pipeline-waterfall.js';
import { slippage } from './slippage.js';

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
  dealMatching,
  dealClasses,
  pipelineWaterfall,
  slippage,
  forecastAgainstActual,
  factorDecomposition,
  mixRateDecomposition,
] as const satisfies readonly ModelDefinition[];
