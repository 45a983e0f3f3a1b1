import { describe, expect, it } from 'vitest';
import { models } from '../../src/analysis/models/catalogue/index.js';
import type { ModelDefinition } from '../../src/analysis/models/definition.js';
import { explain, listModels, requireExplainable } from '../../src/index.js';
import { LANGS, type Lang } from '../../src/locale/text.js';
import { explanationSchema } from '../../src/report/schema.js';
import { day } from '../support/deals.js';

const today = day('2025-12-31');
const words = (id: string, lang: Lang = 'en') => explanationSchema.parse(explain(id, { today, lang }, null));

describe('a model without files', () => {
  it.each(models.map(({ id }) => id))('%s says its formula, its source, and what would make it wrong', (id) => {
    const model = models.find((one): boolean => one.id === id) as ModelDefinition;
    for (const lang of LANGS) {
      const document = words(id, lang);
      expect(document).toMatchObject({
        kind: 'model',
        title: model.title[lang],
        formula: model.formulas[0].formula,
        source: model.source,
        kpi: null,
        records: [],
      });
      const [entry, ...more] = document.models;
      expect(more).toEqual([]);
      expect(entry?.assumptions.map(({ text, holds, evidence }) => [text, holds, evidence])).toEqual(
        model.assumptions.map(({ text }) => [text[lang], null, null]),
      );
      expect(entry?.limits).toEqual(model.limits.map((one) => one[lang]));
    }
  });

  it('names its parameters, which have no values', () => {
    expect(words('bg_nbd').models[0]?.parameters.map(({ name, symbol, value }) => [name, symbol, value])).toEqual([
      ['r', 'r', null],
      ['alpha', 'α', null],
      ['a', 'a', null],
      ['b', 'b', null],
    ]);
  });
});

it.each([
  ['survival', ['kaplan_meier', 'aalen_johansen', 'log_rank']],
  ['lifetime', ['bg_nbd', 'gamma_gamma']],
  ['forecast', ['pipeline_outlook', 'new_business', 'forecast_interval', 'backtest']],
  ['changes', ['deal_matching', 'deal_classes', 'pipeline_waterfall', 'slippage', 'forecast_against_actual']],
  ['why', ['factor_decomposition', 'mix_rate_decomposition']],
])('the section %s is explained by its models', (id, ids) => {
  const document = words(id);
  expect(document.kind).toBe('section');
  expect(document.models.map((one) => one.id)).toEqual(ids);
});

it.each([
  ['time_to_close', ['kaplan_meier']],
  ['eventual_win_rate', ['aalen_johansen']],
  ['clv_predicted', ['bg_nbd', 'gamma_gamma']],
  ['win_rate', []],
])('the KPI %s shows the models that it rests on', (id, ids) => {
  expect(words(id).models.map((one) => one.id)).toEqual(ids);
});

it('takes no section that counts, and says what there is', () => {
  expect(() => requireExplainable('funnel')).toThrow(expect.objectContaining({ code: 'unknown_kpi_or_rule' }));
  for (const id of ['survival', 'backtest', 'win_rate']) expect(() => requireExplainable(id)).not.toThrow();
});

it('models are listed with what they are for', () => {
  expect(listModels('en').find(({ id }) => id === 'gamma_gamma')).toMatchObject({
    title: 'Gamma-Gamma: what a purchase is worth',
    facts: { section: 'lifetime', kpis: 'clv_predicted' },
  });
});
