import { DEFAULT_DISCOUNT_RATE, DEFAULT_HORIZON_MONTHS } from '../../../kpi/definition.js';
import { isoDay } from '../../../model/civil-day.js';
import type { BuiltPart } from '../definition.js';
import { lifetimeShape } from './lifetime-schema.js';

export const lifetime: BuiltPart<typeof lifetimeShape> = {
  shape: lifetimeShape,
  absent: { lifetime: null },
  build: ({ question, currency }) => ({
    lifetime: {
      asOf: question.undated === true ? null : isoDay(question.asOf),
      customers: 0,
      repeatCustomers: 0,
      purchases: 0,
      excluded: [],
      currency,
      horizonMonths: question.settings.horizonMonths ?? DEFAULT_HORIZON_MONTHS,
      discountRate: question.settings.discountRate ?? DEFAULT_DISCOUNT_RATE,
      discountRateAssumed: question.settings.discountRate === undefined,
      margin: question.settings.margin ?? null,
      reason: 'no_model',
      model: null,
      spend: null,
      spendReason: 'no_model',
      fit: null,
      meanValue: null,
      interval: null,
      totalValue: null,
      list: [],
      atRisk: [],
      atRiskTotal: null,
      notes: [],
    },
  }),
};
