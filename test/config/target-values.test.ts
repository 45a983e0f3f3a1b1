import { describe, expect, it } from 'vitest';
import { KNOWN } from '../../src/config/known.js';
import { readConfig } from '../../src/config/read.js';
import { configSchema } from '../../src/config/schema.js';
import { targetUnit, targetValue } from '../../src/config/target-values.js';
import { typedTargets } from '../../src/config/typed-targets.js';
import { kpis } from '../../src/kpi/catalogue/index.js';

const of = (id: string): ReturnType<typeof targetUnit> => targetUnit(id, kpis.find((kpi) => kpi.id === id)?.unit ?? '');

describe('a target', () => {
  it.each([
    // A share of a whole cannot be above 1: what is above 1 is a percentage.
    ['win_rate', 65, 0.65],
    ['win_rate', 0.65, 0.65],
    ['win_rate', 1, 1],
    ['win_rate', 57, 0.57],
    ['win_rate', '65', 0.65],
    ['win_rate', '65%', 0.65],
    ['win_rate', '65 %', 0.65],
    ['win_rate', '0.5%', 0.005],
    ['win_rate', '1%', 0.01],
    ['win_rate', '62,5 %', 0.625],
    ['win_rate', '۶۵٪', 0.65],
    ['win_rate', '۰٫۶۵', 0.65],
    ['win_rate', '٦٥٪', 0.65],
    ['churn_rate', 5, 0.05],
    ['win_rate', 650, null],
    ['win_rate', '650%', null],
    ['win_rate', 'high', null],
    // These can be above 1, so that a small number is one of times.
    ['pipeline_coverage', 3, 3],
    ['pipeline_coverage', '300%', 3],
    ['quota_attainment', 1.1, 1.1],
    ['quota_attainment', 90, 0.9],
    ['net_revenue_retention', 110, 1.1],
    // No ratio: as it is written.
    ['revenue_won', '2.5m', 2_500_000],
    ['revenue_won', '200k', 200_000],
    ['revenue_won', '1,000,000', 1_000_000],
    ['revenue_won', '۲۰۰٬۰۰۰', 200_000],
    ['revenue_won', 65, 65],
    ['sales_cycle', 90, 90],
    ['revenue_won', '65%', null],
  ])('of %s, written %s, is %s', (id, written, value) => {
    expect(targetValue(written, of(id))).toBe(value);
  });

  it('of the config is read alike', () => {
    const read = (text: string): unknown => readConfig('kpi.config.yaml', text, configSchema(KNOWN)).targets;
    expect(read('targets: { win_rate: { min: 65 }, churn_rate: { max: "5%" } }')).toEqual({
      win_rate: { min: 0.65 },
      churn_rate: { max: 0.05 },
    });
    expect(read('targets:\n  win_rate:\n    min: ۶۵٪')).toEqual({ win_rate: { min: 0.65 } });
    expect(() => read('targets: { win_rate: { min: 650 } }')).toThrow(
      expect.objectContaining({ code: 'config_invalid' }),
    );
    // At least 65 % and at most 0.5 is no target.
    expect(() => read('targets: { win_rate: { min: 65, max: 0.5 } }')).toThrow();
  });

  it('of a KPI that is called otherwise here is answered with our name', () => {
    try {
      readConfig('kpi.config.yaml', 'targets: { ltv: { min: 5 } }', configSchema(KNOWN));
      expect.unreachable();
    } catch (error) {
      expect(JSON.stringify(error)).toContain('Did you mean clv_historic or clv_simple?');
    }
  });

  it('of the command line takes a side, or the better one', () => {
    expect(
      typedTargets([
        { kpi: 'win_rate', limit: '=', value: '25%' },
        { kpi: 'sales_cycle', limit: '=', value: '90' },
        { kpi: 'revenue_won', limit: '>=', value: '1m' },
        { kpi: 'revenue_won', limit: '<=', value: '2m' },
      ]),
    ).toEqual({ win_rate: { min: 0.25 }, sales_cycle: { max: 90 }, revenue_won: { min: 1e6, max: 2e6 } });
    const refused = (kpi: string, value: string) => () => typedTargets([{ kpi, limit: '=', value }]);
    expect(refused('won_value', '5')).toThrow(expect.objectContaining({ code: 'unknown_kpi' }));
    expect(refused('win_rate', '650')).toThrow(expect.objectContaining({ code: 'option_value' }));
  });

  it('may be of each week, month, quarter or year, where they add up over time', () => {
    const of = (kpi: string, value: string) => () => typedTargets([{ kpi, limit: '>=', value }]);
    expect(of('revenue_won', '3.2M/quarter')()).toEqual({ revenue_won: { min: 3_200_000, per: 'quarter' } });
    expect(of('new_deals', '۴۰ per week')()).toEqual({ new_deals: { min: 40, per: 'week' } });
    for (const [kpi, value] of [
      ['win_rate', '25%/month'],
      ['revenue_won', '5/monht'],
      ['revenue_won', '/month'],
    ] as const) {
      expect(of(kpi, value), value).toThrow(expect.objectContaining({ code: 'option_value' }));
    }
    const several = [
      { kpi: 'revenue_won', limit: '>=', value: '5/month' },
      { kpi: 'revenue_won', limit: '<=', value: '5' },
    ] as const;
    expect(() => typedTargets(several)).toThrow(expect.objectContaining({ code: 'option_value' }));
  });
});
