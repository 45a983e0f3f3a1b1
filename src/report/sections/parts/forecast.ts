import { isoDay } from '../../../model/civil-day.js';
import type { BuiltPart } from '../definition.js';
import { forecastShape } from './forecast-schema.js';

export const forecast: BuiltPart<typeof forecastShape> = {
  shape: forecastShape,
  absent: { forecast: null },
  build: ({ question, currency, resolved }) => ({
    forecast: {
      asOf: question.undated === true ? null : isoDay(question.asOf),
      from: null,
      until: null,
      horizonMonths: resolved.forecastHorizon,
      currency,
      reason: 'no_model',
      method: null,
      baseline: null,
      headline: { beats: null, message: null },
      months: [],
      total: null,
      open: null,
      groups: [],
      pacing: [],
      byStage: [],
      backtest: {
        reason: 'no_model',
        origins: 0,
        horizon: resolved.forecastHorizon,
        months: [],
        scores: [],
        calibration: [],
        brier: null,
      },
      crm: null,
      notes: [],
    },
  }),
};
