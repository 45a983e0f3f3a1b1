import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/kpi/measure.js';
import { reportSchema } from '../../../src/report/schema.js';
import { buildSections, chosenSections, type Frame } from '../../../src/report/sections/build.js';
import { SECTION_NAMES, type SectionName, sections } from '../../../src/report/sections/catalogue/index.js';
import { funnelOnce, type SectionContext } from '../../../src/report/sections/context.js';
import { PARTS } from '../../../src/report/sections/parts/index.js';
import { SHAPES } from '../../../src/report/sections/parts/shapes.js';
import { sixteenDeals } from '../../support/deals.js';
import { questionOf } from '../../support/question.js';

const question: Question = questionOf(sixteenDeals());
const context = {
  question,
  dataset: { deals: question.population },
  resolved: { kpis: null, targets: {} },
  current: [],
  breakdowns: [],
  differences: [],
  by: [],
  quality: () => null,
  grain: 'quarter',
  funnel: funnelOnce(question),
  elsewhere: new Map(),
} as unknown as SectionContext;

function built(asked: readonly SectionName[], elsewhere: SectionContext['elsewhere'] = new Map()) {
  const frame = { asOf: '2024-12-31', period: null, comparedTo: null } as Frame;
  return buildSections(frame, [], asked, { ...context, elsewhere });
}

describe('the sections of a report', () => {
  const usual = ['insights', 'series', 'funnel', 'pipeline', 'cycle', 'cohorts', 'actions', 'evidence'];

  it('are the usual ones, or none where single KPIs are asked for, unless they are named', () => {
    expect(chosenSections(undefined, null)).toEqual(usual);
    expect(chosenSections(undefined, ['win_rate'])).toEqual([]);
    expect(chosenSections(['funnel'], ['win_rate'])).toEqual(['funnel']);
    expect(chosenSections([], null)).toEqual([]);
  });

  it('are every one with `all`, those on demand among them', () => {
    expect(chosenSections(['all'], null)).toEqual(SECTION_NAMES);
    expect(SECTION_NAMES.filter((name) => !usual.includes(name))).toEqual([
      'changes',
      'why',
      'survival',
      'lifetime',
      'forecast',
    ]);
  });

  it('are the usual ones and more with +, in their order', () => {
    const more = chosenSections(['+forecast', '+survival'], null);
    expect(more).toEqual([...usual.slice(0, 6), 'survival', 'forecast', ...usual.slice(6)]);
    expect(chosenSections(['+series'], null)).toEqual(usual);
    expect(chosenSections(['+forecast'], ['win_rate'])).toEqual(['forecast']);
  });

  it('are those too that another part of the request needs', () => {
    expect(chosenSections(['series'], null, ['changes'])).toEqual(['series', 'changes']);
    expect(chosenSections(undefined, ['win_rate'], ['changes'])).toEqual(['changes']);
  });

  it('are not guessed where some are named and others added', () => {
    expect(() => chosenSections(['+forecast', 'series'], null)).toThrow(
      expect.objectContaining({ code: 'sections_mixed' }),
    );
  });

  it('have their parts in the order in which they are read', () => {
    expect(Object.keys(PARTS)).toEqual(sections.map(({ id }) => id));
  });

  it('make every key of the contract, and each key once', () => {
    const keys = Object.values(SHAPES).flatMap((shape) => Object.keys(shape));
    expect(Object.keys(SHAPES)).toEqual(Object.keys(PARTS));
    expect(new Set(keys).size).toBe(keys.length);
    expect(Object.keys(reportSchema.shape)).toEqual(expect.arrayContaining(keys));
    const absent = built([]);
    expect(Object.keys(absent)).toEqual(['asOf', 'period', 'comparedTo', ...keys, 'warnings']);
  });

  it('are empty as the contract has it where they are not asked for', () => {
    const { series, funnel, funnelExcluded, cohorts, insights, insightsLeftOut, actions, ...others } = built([]);
    const { pipeline, cycle, evidence, survival, lifetime, forecast, changes, why } = others;
    const empty = {
      ...{ series, funnel, funnelExcluded, cohorts, insights, insightsLeftOut, actions },
      ...{ pipeline, cycle, evidence, survival, lifetime, forecast, changes, why },
    };
    expect(empty).toEqual({
      series: [],
      funnel: [],
      funnelExcluded: [],
      cohorts: null,
      insights: [],
      insightsLeftOut: 0,
      actions: null,
      pipeline: null,
      cycle: null,
      evidence: [],
      survival: null,
      lifetime: null,
      forecast: null,
      changes: null,
      why: null,
    });
    for (const [key, value] of Object.entries(empty)) {
      expect(() => reportSchema.shape[key as keyof typeof empty].parse(value), key).not.toThrow();
    }
  });

  it('are the ones that were asked for', () => {
    const { series, cohorts } = built(['cohorts']);
    expect(series).toEqual([]);
    expect(cohorts?.rows).toHaveLength(2);
  });

  it('are built here unless another thread has begun with them, whose answer is waited for behind all others', () => {
    const right = built(['series', 'funnel', 'cohorts']);
    const order: string[] = [];
    const other = (isBegun: boolean, answer: object | null) => ({
      claim: () => {
        order.push('claimed');
        return !isBegun;
      },
      take: () => {
        order.push('taken');
        return answer;
      },
    });
    const given = (series: object, lines: object, cohorts: object) =>
      built(['series', 'funnel', 'cohorts'], new Map(Object.entries({ series, lines, cohorts })) as never);
    expect(right.series.length).toBeGreaterThan(0);
    expect(right.lines.length).toBeGreaterThan(0);
    const free = other(false, null);
    expect(given(free, free, free)).toEqual(right);
    expect(order).toEqual(['claimed', 'claimed', 'claimed']);
    const theirs = given(other(true, { series: [] }), free, free);
    expect(theirs).toEqual({ ...right, series: [] });
    expect(Object.keys(theirs)).toEqual(Object.keys(right));
    expect(given(free, other(true, { lines: [], parts: null }), free)).toEqual({ ...right, lines: [], parts: null });
    order.length = 0;
    // It failed there.
    const failed = other(true, null);
    expect(given(failed, failed, failed)).toEqual(right);
    expect(order).toEqual(['claimed', 'claimed', 'claimed', 'taken', 'taken', 'taken']);
  });

  it('have in their pieces what they have as a whole', () => {
    for (const [id, part] of Object.entries(PARTS)) {
      if (!('pieces' in part)) continue;
      const whole = part.build(context);
      const pieces = Object.values(part.pieces).map((build) => build(context));
      expect(Object.assign({}, ...pieces), id).toEqual(whole);
      expect(
        pieces.flatMap((piece) => Object.keys(piece)),
        id,
      ).toEqual(Object.keys(whole));
    }
  });
});
