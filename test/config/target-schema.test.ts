import { describe, expect, it } from 'vitest';
import { KNOWN } from '../../src/config/known.js';
import { readConfig } from '../../src/config/read.js';
import { configSchema } from '../../src/config/schema.js';
import { describeError } from '../../src/errors/describe.js';
import { UserError } from '../../src/errors/user-error.js';

const read = (text: string) => readConfig('kpi.config.yaml', text, configSchema(KNOWN));
const problem = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) return describeError(error, 'en').message;
    throw error;
  }
  throw new Error('the config was taken');
};

describe('targets, quotas, lifetime values and rates', () => {
  it('are taken as they are written', () => {
    expect(
      read(`
targets:
  win_rate: { min: 0.25, max: 0.9 }
  sales_cycle: { max: 60 }
quotas: { Ana Novak: 250000, رضا: 1.5 }
clv: { margin: 0.4, lifespan: 3 }
rates: { EUR: 1.08 }`),
    ).toEqual({
      targets: { win_rate: { min: 0.25, max: 0.9 }, sales_cycle: { max: 60 } },
      quotas: { 'Ana Novak': 250_000, رضا: 1.5 },
      clv: { margin: 0.4, lifespan: 3 },
      rates: { EUR: 1.08 },
    });
    expect(read('rates: rates.csv')).toEqual({ rates: 'rates.csv' });
  });

  it('may be of each quarter or the like, where they add up over time', () => {
    expect(
      read(`
targets:
  revenue_won: { min: ۳٫۲M, per: quarter }
  new_deals: { min: 40, max: 90, per: week }
quotas: { Ana: 250k, Ben: { amount: 1M, per: year } }`),
    ).toEqual({
      targets: { revenue_won: { min: 3_200_000, per: 'quarter' }, new_deals: { min: 40, max: 90, per: 'week' } },
      quotas: { Ana: 250_000, Ben: { amount: 1_000_000, per: 'year' } },
    });
  });

  it.each([
    [
      'targets: { win_rate: { min: 0.2, per: month } }',
      'targets.win_rate.per does not take "month". It takes min and max',
    ],
    ['targets: { revenue_won: { min: 5, per: monht } }', 'Did you mean month? It takes week, month, quarter or year.'],
    ['quotas: { Ana: { amount: 5, per: days } }', 'quotas.Ana.per does not take "days".'],
    ['quotas: { Ana: { amount: -5, per: year } }', 'quotas.Ana.amount does not take -5.'],
    ['targets: { win_rates: { min: 0.2 } }', 'kpi.config.yaml:1:12: unknown key "win_rates". Did you mean win_rate?'],
    ['targets: { win_rate: { least: 0.2 } }', 'unknown key "least".'],
    ['targets: { win_rate: { min: 0.5, max: 0.2 } }', 'It takes min, max or both, min not above max.'],
    ['targets: { win_rate: {} }', 'It takes min, max or both, min not above max.'],
    [
      'targets: { win_rate: { min: high } }',
      'targets.win_rate.min does not take "high". It takes a share up to 100 %: 0.65, 65 or 65%.',
    ],
    ['quotas: { Ana: 0 }', 'quotas.Ana does not take 0. It takes an amount above 0, such as'],
    ['clv: { margin: 40 }', 'clv.margin does not take 40. It takes a share above 0, up to 1.'],
    ['clv: { lifespan: 0 }', 'It takes a number of years above 0, up to 100.'],
    ['rates: { EUR: -1 }', 'It takes a number above 0.'],
    ['rates: 5', 'rates does not take 5.'],
  ])('%s is refused with its place', (text, message) => {
    expect(problem(text)).toContain(message);
    expect(problem(text)).toMatch(/^kpi\.config\.yaml:1:\d+: /);
  });
});
