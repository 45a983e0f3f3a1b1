import { describe, expect, it } from 'vitest';
import { originsOf } from '../../../src/analysis/forecast/backtest.js';
import { stageForecasts } from '../../../src/analysis/forecast/eventual.js';
import { type Facts, factsOf, NEVER } from '../../../src/analysis/forecast/facts.js';
import { type Forecast, forecastFrom, forecastOf } from '../../../src/analysis/forecast/forecast.js';
import { gridOf } from '../../../src/analysis/forecast/grid.js';
import { groupForecasts } from '../../../src/analysis/forecast/groups.js';
import { correctedDraws } from '../../../src/analysis/forecast/intervals.js';
import { futureIn, multipliers, PRIOR_STAGE, spanOf, talliesAt } from '../../../src/analysis/forecast/stage-effects.js';
import { stageOn, stagesOf } from '../../../src/analysis/forecast/stages.js';
import { totalOf } from '../../../src/analysis/forecast/totals.js';
import type { Question } from '../../../src/kpi/measure.js';
import { categoryAt } from '../../../src/model/column.js';
import type { Deals } from '../../../src/model/deals.js';
import type { StageHistory } from '../../../src/model/history.js';
import { day, dealsOf } from '../../support/deals.js';
import { historyOf } from '../../support/history.js';
import { questionOf } from '../../support/question.js';
import { STAGED_AS_OF, stagedCompany } from '../../support/staged-company.js';

const calendar = { calendar: 'gregorian' } as const;
const options = { horizon: 6, calendar };
const FIRST = day('2015-01-01');
const company = stagedCompany(3, 25);

function asked({ deals, history }: { readonly deals: Deals; readonly history: StageHistory | null }): Question {
  return questionOf(deals, { asOf: STAGED_AS_OF, dataEnd: STAGED_AS_OF, history });
}

function factsWith(question: Question): Facts {
  return { ...factsOf(question.population, FIRST), stages: stagesOf(question) };
}

describe('multipliers', () => {
  it('are observed over expected with a prior, at the level of all stages together', () => {
    // Two stages in the first span: 30 wins where ages give 10, and 10 where they give 30. 40 seen, 40 hoped: the level
    // is 1. Raw: (30 + 20) / (10 + 20) = 5/3 and (10 + 20) / (30 + 20) = 3/5; 10 · 5/3 + 30 · 3/5 = 104/3, so κ = 120/104.
    expect(PRIOR_STAGE).toBe(20);
    const observed = Float64Array.of(0, 0, 0, 30, 0, 0, 10, 0, 0);
    const expected = Float64Array.of(0, 0, 0, 10, 0, 0, 30, 0, 0);
    const found = multipliers({ observed, expected }, 3);
    expect(found[3]).toBeCloseTo((5 / 3) * (120 / 104), 12);
    expect(found[6]).toBeCloseTo((3 / 5) * (120 / 104), 12);
    expect([found[0], found[4], found[7]]).toEqual([1, 1, 1]);
    // Twice as much expected of both is no news about either.
    expect(multipliers({ observed, expected: expected.map((value) => 2 * value) }, 3)).toEqual(found);
  });
});

describe('talliesAt', () => {
  it('counts what became of the deals of a stage, month by month, and what their ages give', () => {
    const deals = dealsOf(`
      id outcome created_at closed_at
      a  won     2024-01-10 2024-02-05
      b  open    2024-01-10 .
      c  lost    2024-01-20 2024-03-02
    `);
    const history = historyOf(deals, 'a Lead 2024-01-10\n a Offer 2024-01-25\n b Lead 2024-01-10\n c Lead 2024-01-20');
    const t = day('2024-04-30');
    const question = questionOf(deals, { asOf: t, dataEnd: t, history });
    const facts = factsWith(question);
    const { stages } = facts;
    if (stages === null || stages === undefined) throw new Error('no stages');
    const grid = gridOf(facts.created[0] as number, t + 300, calendar);
    // Every day 1 % are won and 2 % lost, at any age; no rhythm.
    const hazards = { win: Float64Array.of(0.01), loss: Float64Array.of(0.02), truncatedBefore: null };
    const plain = { at: () => 1 };
    const [wins, losses] = talliesAt(facts, stages, grid, hazards, [plain, plain], t) ?? [];
    // In the order of their names: 1 Lead, 2 Offer. Spans: a month, the next two, six more.
    // First month: a, open 5 days of February in Offer; b all of February, March and April; c February, and 2 days of March.
    const days = { offer: [5, 0], lead: [29 + 31 + 30 + 29 + 2, (31 + 30 + 2) / 2] };
    // Two months: from 1 February, b in March and April, c 2 days of March; from 1 March b has April and May: not over.
    expect(wins?.expected.slice(0, 3)).toEqual(new Float64Array(3));
    expect(wins?.expected[3]).toBeCloseTo(0.01 * (days.lead[0] as number), 12);
    expect(losses?.expected[3]).toBeCloseTo(0.02 * (days.lead[0] as number), 12);
    expect(wins?.expected[4]).toBeCloseTo(0.01 * ((31 + 30 + 2) / 2), 12);
    expect(wins?.expected[6]).toBeCloseTo(0.01 * (days.offer[0] as number), 12);
    expect([wins?.observed[3], wins?.observed[6], losses?.observed[3], losses?.observed[6]]).toEqual([0, 1, 1, 0]);
    expect([losses?.observed[4], losses?.observed[5]]).toEqual([0.5, 0]);
  });
});

describe('stagesOf', () => {
  it('tells the stage of a day, and none of closing ones', () => {
    const deals = dealsOf('id outcome created_at closed_at stage\n a won 2024-01-01 2024-03-01 Won');
    const history = historyOf(deals, 'a Lead 2024-01-05\n a Offer 2024-02-01\n a Won 2024-03-01');
    const question = questionOf(deals, { history });
    const stages = stagesOf(question);
    if (stages === null) throw new Error('no stages');
    const at = (text: string): number => stageOn(stages, 0, day(text));
    expect(['2024-01-04', '2024-01-05', '2024-01-31', '2024-02-01', '2024-03-01'].map(at)).toEqual([0, 1, 1, 2, 0]);
    expect(stagesOf(questionOf(deals, { history: null }))).toBeNull();
  });
});

describe('a forecast with a history of stages', () => {
  const question = asked(company);
  const facts = factsWith(question);
  const forecast = forecastOf(question, options) as Forecast;
  const plain = forecastOf(asked({ ...company, history: null }), options) as Forecast;

  it('gives deals the better chances, where stages matter', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { brier, reason } = (forecastOf(asked(stagedCompany(seed, 25)), options) as Forecast).stages;
      expect(reason).toBeNull();
      expect(brier?.byStage).toBeLessThan((brier?.byAge ?? 0) - 0.005);
    }
  });

  it('ranks stages as they are', () => {
    const stage = company.deals.column('stage');
    const chance = new Map(
      stageForecasts(forecast, (row) => ({ pipeline: '', stage: categoryAt(stage, row) })).map((one) => [
        one.stage,
        one.wins / one.deals,
      ]),
    );
    expect(chance.get('Offer')).toBeGreaterThan((chance.get('Demo') ?? 1) + 0.05);
    expect(chance.get('Demo')).toBeGreaterThan((chance.get('Lead') ?? 1) + 0.05);
  });

  it('moves chances between deals, and little between all of them and none', () => {
    const { win, stages } = forecast.fit.stages ?? {};
    if (win === undefined || stages === undefined) throw new Error('no stages');
    const { fit, grid, t } = forecast;
    const tallies = talliesAt(forecast.facts, stages, grid, fit.hazards, [fit.wins, fit.losses], t);
    if (tallies === null) throw new Error('no landmarks');
    const [{ observed, expected }] = tallies;
    for (let span = 0; span < 3; span++) {
      const of = (value: (slot: number) => number) => [1, 2, 3].reduce((sum, code) => sum + value(code * 3 + span), 0);
      const level = of((slot) => observed[slot] as number) / of((slot) => expected[slot] as number);
      const hoped = of((slot) => level * (win[slot] as number) * (expected[slot] as number));
      expect(hoped).toBeCloseTo(
        of((slot) => observed[slot] as number),
        8,
      );
    }
  });

  it('adds up by group, and draws what it expects', () => {
    const owner = (row: number): number => row % 4;
    const groups = groupForecasts(forecast, owner, 4, [0, 6], forecast.months[0]?.period.start ?? 0);
    const total = totalOf(forecast);
    const pipeline = groups.reduce((sum, group) => sum + group.pipeline, 0);
    expect(pipeline).toBeCloseTo(total.pipeline, 4);
    for (let month = 0; month < 6; month++) {
      const draws = correctedDraws(forecast, month, month + 1);
      const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
      expect(Math.abs(mean / (forecast.expected[month] as number) - 1)).toBeLessThan(0.08);
    }
  });

  it('says the same of past months, whatever came after them', () => {
    const [t, grid] = [day('2023-06-30'), gridOf(facts.created[0] as number, STAGED_AS_OF + 100, calendar)];
    const n = facts.created.filter((created) => created <= t).length;
    const then: Facts = {
      ...facts,
      size: n,
      closed: facts.closed.map((closed) => (closed > t ? NEVER : closed)),
      won: facts.won.map((won, at) => ((facts.closed[at] as number) > t ? 0 : won)),
      stages: stagesOf({ ...question, history: historyUntil(company.history, t) }),
    };
    const now = originsOf(facts, grid, STAGED_AS_OF, true);
    const before = originsOf(then, grid, t, true);
    const both = before.filter(({ index }) => now.some((one) => one.index === index));
    expect(both.length).toBeGreaterThan(6);
    for (const origin of both) {
      const same = now.find(({ index }) => index === origin.index);
      expect(origin.next).toEqual(same?.next);
      if (origin.quarter === null) continue;
      expect(origin.chances).toEqual(same?.chances);
      expect(origin.byAge).toEqual(same?.byAge);
    }
    expect(both.some(({ byAge }) => byAge !== null)).toBe(true);
  });

  it('is that by ages alone without a history, with one that tells of few deals, and where stages mean nothing', () => {
    expect(plain.stages).toEqual({ reason: 'no_stage_history', brier: null });
    expect(plain.fit.stages).toBeNull();
    const some = historyUntil(company.history, STAGED_AS_OF, (deal) => deal % 2 === 0);
    const few = forecastOf(asked({ ...company, history: some }), options) as Forecast;
    expect(few.stages).toEqual({ reason: 'few_stages_told', brier: null });
    expect(few.months).toEqual(plain.months);
    expect(few.simulated).toEqual(plain.simulated);
    const alike = stagedCompany(3, 60, { alike: true });
    const { stages } = forecastOf(asked(alike), options) as Forecast;
    expect(Math.abs((stages.brier?.byStage ?? 1) - (stages.brier?.byAge ?? 0))).toBeLessThan(0.002);
  });

  it('takes ages alone where stages have been worth nothing on the past', () => {
    const alike = stagedCompany(3, 60, { alike: true });
    const found = forecastOf(asked(alike), options) as Forecast;
    const without = forecastFrom(factsOf(alike.deals.all(), FIRST), STAGED_AS_OF, true, options) as Forecast;
    if (found.stages.reason === null) throw new Error('stages helped by chance');
    expect(found.stages.reason).toBe('stages_do_not_help');
    expect(found.stages.brier?.byStage).toBeGreaterThan(found.stages.brier?.byAge ?? 1);
    expect(found.months).toEqual(without.months);
  });
});

it('multiplies the days ahead by their span', () => {
  expect([0, 29, 30, 89, 90, 1000].map(spanOf)).toEqual([0, 0, 1, 1, 2, 2]);
  const future = {
    months: 1,
    month: new Int32Array(100),
    win: new Float64Array(100).fill(2),
    loss: new Float64Array(100).fill(1),
    created: new Float64Array(0),
  };
  const stages = {
    codes: 2,
    names: ['Lead'],
    starts: new Uint32Array(1),
    enteredAt: new Int32Array(0),
    code: new Uint16Array(0),
  };
  const effects = {
    stages,
    win: Float64Array.of(1, 1, 1, 3, 2, 1.5),
    loss: Float64Array.of(1, 1, 1, 0.5, 1, 2),
    weight: new Float64Array(6),
  };
  const own = futureIn(future, effects, 1);
  expect([0, 30, 90].map((at) => own.win[at])).toEqual([6, 4, 3]);
  expect([0, 30, 90].map((at) => own.loss[at])).toEqual([0.5, 1, 2]);
  expect(futureIn(future, effects, 0)).toBe(future);
  expect(futureIn(future, null, 1)).toBe(future);
});

/** The entries known on a day, of the deals that are kept. */
function historyUntil(history: StageHistory, t: number, keeps: (deal: number) => boolean = () => true): StageHistory {
  const kept = Array.from({ length: history.size }, (_, at) => at).filter(
    (at) => (history.enteredAt[at] as number) <= t && keeps(history.deal[at] as number),
  );
  return {
    ...history,
    size: kept.length,
    deal: Uint32Array.from(kept, (at) => history.deal[at] as number),
    stage: Uint32Array.from(kept, (at) => history.stage[at] as number),
    from: Uint32Array.from(kept, (at) => history.from[at] as number),
    enteredAt: Int32Array.from(kept, (at) => history.enteredAt[at] as number),
    source: Uint8Array.from(kept, (at) => history.source[at] as number),
  };
}
