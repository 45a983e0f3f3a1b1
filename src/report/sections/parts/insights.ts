import { insightEntries } from '../../insights.js';
import { testsOfWinRate } from '../../verdicts.js';
import type { BuiltPart } from '../definition.js';
import type { insightsShape } from './insights-schema.js';

export const insights: BuiltPart<typeof insightsShape> = {
  absent: { insights: [], insightsLeftOut: 0 },
  build: ({ dataset, question, comparedTo, frame, current, previous, currency, by, speech, ...context }) =>
    insightEntries({
      dataset,
      question,
      comparedTo,
      frame,
      winRateTests: testsOfWinRate(context.breakdowns, context.differences),
      current,
      previous,
      funnel: context.funnel(),
      currency,
      // Findings are about deals: without any there is nothing to split for them.
      by: dataset.deals.size === 0 ? [] : by,
      speech,
      asOf: context.resolved.asOf,
      most: context.mostInsights,
      samples: context.samples,
    }),
};
