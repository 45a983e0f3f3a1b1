import { describe, expect, it } from 'vitest';
import { stageForecasts } from '../../../src/analysis/forecast/eventual.js';
import { factsOf } from '../../../src/analysis/forecast/facts.js';
import { type Forecast, forecastFrom } from '../../../src/analysis/forecast/forecast.js';
import { COMPANY_AS_OF, company } from '../../support/companies.js';
import { day } from '../../support/deals.js';

const facts = factsOf(company({ kind: 'steady', seed: 10, perMonth: 25, months: 18 }).all(), day('2015-01-01'));
const forecast = forecastFrom(facts, COMPANY_AS_OF, true, {
  horizon: 6,
  calendar: { calendar: 'gregorian' },
}) as Forecast;

describe('stageForecasts', () => {
  const split = stageForecasts(forecast, (row) => ({ pipeline: '', stage: row % 3 === 0 ? 'Demo' : 'Offer' }));
  const [whole] = stageForecasts(forecast, () => ({ pipeline: '', stage: '' }));

  it('splits the open deals, most first', () => {
    expect(split.map(({ stage }) => stage)).toEqual(['Offer', 'Demo']);
    for (const name of ['deals', 'priced', 'amount', 'wins', 'value'] as const) {
      const total = split.reduce((sum, one) => sum + one[name], 0);
      expect(total, name).toBeCloseTo(whole?.[name] ?? Number.NaN, 6);
    }
    expect(whole?.deals).toBe(forecast.pipeline.deals);
  });

  it('expects more in the end than within the horizon, and fewer wins than deals', () => {
    const within = forecast.expectation.openWins.reduce((sum, wins) => sum + wins, 0);
    expect(whole?.wins).toBeGreaterThan(0.9 * within);
    expect(whole?.wins).toBeLessThan(whole?.deals ?? 0);
  });
});
