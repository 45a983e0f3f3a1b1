import { describe, expect, it } from 'vitest';
import { models } from '../../../src/analysis/models/catalogue/index.js';
import type { ModelDefinition } from '../../../src/analysis/models/definition.js';
import { lifetimeOf } from '../../../src/kpi/lifetime/lifetime-of.js';
import { isReasonCode } from '../../../src/locale/reasons.js';
import { LANGS } from '../../../src/locale/text.js';
import type { Deals } from '../../../src/model/deals.js';
import { ALL_TIME } from '../../../src/model/period.js';
import { modelEntry } from '../../../src/report/model-entry.js';
import { modelEntrySchema } from '../../../src/report/model-schema.js';
import { modelFindings } from '../../../src/report/models/findings.js';
import { BUYERS_START, dealsOfBuyers } from '../../support/buyers.js';
import { COMPANY_AS_OF, company } from '../../support/companies.js';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { buyersOf } from '../../support/drawn.js';
import { questionOf } from '../../support/question.js';
import { STAGED_AS_OF, stagedCompany } from '../../support/staged-company.js';

const catalogue: readonly ModelDefinition[] = models;

function entriesOf(deals: Deals, asOf?: number, lang: (typeof LANGS)[number] = 'en') {
  const found = modelFindings({
    question: questionOf(deals, asOf === undefined ? {} : { asOf, dataEnd: asOf }),
    currency: 'EUR',
    mixed: { all: false, deals: false },
    horizon: 3,
    fiscalYearStart: 1,
  });
  const entries = catalogue.map((model) => modelEntrySchema.parse(modelEntry(model, lang, found(model))));
  return (id: string) => entries.find((one) => one.id === id) ?? fail(id);
}

function fail(id: string): never {
  throw new Error(`no model ${id}`);
}

const holds = (entry: ReturnType<ReturnType<typeof entriesOf>>) =>
  Object.fromEntries(entry.assumptions.map((one) => [one.id, one.holds]));
const figure = (entry: ReturnType<ReturnType<typeof entriesOf>>, id: string) =>
  entry.fit?.figures.find((one) => one.id === id)?.value;

describe('of buyers who do what the models say', () => {
  const until = 7 * 104;
  const known = { r: 0.9, alpha: 8, a: 1.4, b: 3.2, p: 6, q: 4, v: 20 };
  const deals = dealsOfBuyers(buyersOf(1_500, known, { seed: 20_240_303, until, joining: 7 * 52 }));
  const entry = entriesOf(deals, BUYERS_START + until);

  it('the parameters lie within three standard errors of those they were drawn with', () => {
    for (const id of ['bg_nbd', 'gamma_gamma']) {
      for (const { name, value, standardError } of entry(id).parameters) {
        const apart = Math.abs((value ?? Number.NaN) - known[name as keyof typeof known]);
        expect(apart, name).toBeLessThan(3 * (standardError ?? 0));
      }
    }
  });

  it('the assumptions that files can tell of hold', () => {
    expect(holds(entry('bg_nbd'))).toEqual({
      purchases_at_random: true,
      past_foretells: true,
      repeats_fit: true,
      leaves_silently: null,
      one_name: null,
    });
    expect(holds(entry('gamma_gamma'))).toMatchObject({ value_apart_from_frequency: true, no_giants: true });
  });

  it('the fit is that of the section: customers by repeat purchases add up to all', () => {
    const table = entry('bg_nbd').fit?.tables.find(({ id }) => id === 'frequency');
    const sum = (of: string): number => (table?.rows ?? []).reduce((total, row) => total + Number(row[of]), 0);
    expect(table?.rows.map((row) => row['purchases'])).toEqual(['0', '1', '2', '3', '4', '5', '6', '7+']);
    expect([sum('observed'), Math.round(sum('expected'))]).toEqual([1_500, 1_500]);
    const lifetime = lifetimeOf({
      population: deals.all(),
      period: ALL_TIME,
      asOf: BUYERS_START + until,
      settings: questionOf(deals).settings,
    });
    expect(figure(entry('bg_nbd'), 'logLikelihood')).toBe(lifetime.buying.estimates?.logLikelihood);
    expect(figure(entry('gamma_gamma'), 'correlation')).toBe(lifetime.spending.correlation);
  });

  it('curves and forecasts are refused, with the field that is missing', () => {
    for (const id of ['kaplan_meier', 'aalen_johansen', 'log_rank']) {
      expect(entry(id)).toMatchObject({ reason: 'missing_field:created_at', fit: null });
    }
  });
});

describe('of a steady company', () => {
  const entry = entriesOf(company({ kind: 'steady', seed: 5, perMonth: 30, months: 30 }), COMPANY_AS_OF);

  it('young and old deals go the same way, and nothing was tidied up', () => {
    expect(holds(entry('kaplan_meier'))).toMatchObject({ same_speed: true, whole_history: true, true_dates: true });
    expect(holds(entry('aalen_johansen'))).toMatchObject({ same_wins: true, losses_told: true });
    expect(holds(entry('pipeline_outlook'))).toMatchObject({ amounts_stay: true });
  });

  it('won, lost and open add up to 1 where the curve ends', () => {
    const found = entry('aalen_johansen');
    const total = ['won', 'lost', 'left'].reduce((sum, id) => sum + Number(figure(found, id)), 0);
    expect(total).toBeCloseTo(1, 12);
    const [first] = entry('kaplan_meier').fit?.tables[0]?.rows ?? [];
    expect(first).toMatchObject({ day: 0 });
  });

  it('observed and expected closings of the halves add up to the same', () => {
    const rows = entry('log_rank').fit?.tables[0]?.rows ?? [];
    const sum = (of: string): number => rows.reduce((total, row) => total + Number(row[of]), 0);
    expect(rows).toHaveLength(2);
    expect(sum('expected')).toBeCloseTo(sum('closed'), 6);
  });

  it('the backtest scores the model beside the simple forecasts', () => {
    const [scores, calibration] = entry('backtest').fit?.tables ?? [];
    expect(scores?.rows.map((row) => row['method']).slice(0, 3)).toEqual([
      'the model',
      'the month before',
      'mean of three months',
    ]);
    expect(calibration?.rows.length).toBeGreaterThan(0);
    expect(entry('forecast_interval').fit?.figures.find(({ id }) => id === 'expected')).toMatchObject({
      unit: 'money',
    });
  });

  it('every assumption that is judged has its evidence', () => {
    for (const { id } of models) {
      for (const one of entry(id).assumptions) if (one.holds !== null) expect(one.evidence, one.id).not.toBeNull();
    }
  });
});

describe('of files that carry no model', () => {
  const NOTHING = dealsOf('id outcome customer created_at closed_at amount');
  const OPEN = dealsOf(`id outcome customer created_at closed_at amount
                        A  open    Ada      2024-01-05 .         100`);
  const cases = [
    ['the sixteen deals', sixteenDeals()],
    ['no deals', NOTHING],
    ['open deals alone', OPEN],
    ['no dates', dealsOf('id outcome\nA won\nB lost')],
  ] as const;

  it.each(cases)('%s: each model says why, in both languages', (_, deals) => {
    for (const lang of LANGS) {
      const entry = entriesOf(deals, undefined, lang);
      for (const { id } of models) {
        const { reason, fit, parameters } = entry(id);
        if (fit !== null) continue;
        expect(
          reason !== null && (isReasonCode(reason) || reason.startsWith('missing_field:')),
          `${id} ${reason}`,
        ).toBe(true);
        expect(parameters.every(({ value }) => value === null)).toBe(true);
      }
    }
  });
});

it('the outlook of open deals lists what stages are worth beside ages, where a history tells', () => {
  const { deals, history } = stagedCompany(3, 25);
  const stagesBy = (told: typeof history | null) => {
    const found = modelFindings({
      question: questionOf(deals, { asOf: STAGED_AS_OF, dataEnd: STAGED_AS_OF, history: told }),
      currency: null,
      mixed: { all: false, deals: false },
      horizon: 3,
      fiscalYearStart: 1,
    });
    const model = catalogue.find(({ id }) => id === 'pipeline_outlook') ?? fail('pipeline_outlook');
    const { fit } = modelEntrySchema.parse(modelEntry(model, 'en', found(model)));
    return fit?.tables.find(({ id }) => id === 'stages')?.rows ?? null;
  };
  const rows = stagesBy(history);
  expect(rows?.map(({ stage }) => stage)).toEqual(['Demo', 'Lead', 'Offer']);
  const [, lead, offer] = rows ?? [];
  const { win30: ofLead } = lead ?? {};
  const { win30: ofOffer } = offer ?? {};
  expect(Number(ofLead)).toBeLessThan(0.7);
  expect(Number(ofOffer)).toBeGreaterThan(1.3);
  expect(stagesBy(null)).toBeNull();
});
