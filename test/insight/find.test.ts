import { describe, expect, it } from 'vitest';
import { insights } from '../../src/insight/catalogue/index.js';
import { defineInsight, type Finding } from '../../src/insight/definition.js';
import { findInsights, MOST_INSIGHTS, MOST_OF_A_KIND } from '../../src/insight/find.js';
import { said } from '../../src/locale/said.js';
import { dealsOf, sixteenDeals } from '../support/deals.js';
import { insightContext } from '../support/insight.js';

const finding = (impact: number | null): Finding => ({
  severity: 'info',
  title: said('stage_leak', { stage: `${impact}` }),
  detail: said('provisional'),
  impact,
  n: 1,
  interval: { low: 0, high: 1, level: 0.95, method: 'wilson' },
  evidence: {},
  rows: () => new Uint32Array(0),
  of: 'deals',
});
const kind = (id: string, impacts: readonly (number | null)[], needs: readonly 'amount'[] = []) =>
  defineInsight({
    id,
    title: { en: id, fa: id },
    definition: { en: id, fa: id },
    source: id,
    needs,
    find: () => impacts.map(finding),
  });
const impacts = (...kinds: ReturnType<typeof kind>[]) =>
  findInsights(kinds, insightContext(sixteenDeals())).shown.map(({ insight, finding: found }) => [
    insight.id,
    found.impact,
  ]);

describe('findInsights', () => {
  it('puts the most money first, and those without money last, in the order of the catalogue', () => {
    expect(impacts(kind('a', [null, 5]), kind('b', [null, 9]))).toEqual([
      ['b', 9],
      ['a', 5],
      ['a', null],
      ['b', null],
    ]);
  });

  it('puts risks before chances, chances before what is to be known, and last that nothing differs', () => {
    const of = (id: string, more: Partial<Finding>) => ({
      ...kind(id, []),
      find: () => [{ ...finding(null), ...more }],
    });
    const kinds = [of('alike', { interval: null }), of('info', {}), of('money', { impact: 1 })];
    const more = [of('chance', { severity: 'opportunity' as const }), of('risk', { severity: 'risk' as const })];
    const { shown } = findInsights([...kinds, ...more], insightContext(sixteenDeals()));
    expect(shown.map(({ insight }) => insight.id)).toEqual(['risk', 'money', 'chance', 'info', 'alike']);
  });

  it('without money puts the first of every kind before the second of any', () => {
    expect(impacts(kind('a', [null, null]), kind('b', [null]), kind('c', [7, 3]))).toEqual([
      ['c', 7],
      ['c', 3],
      ['a', null],
      ['b', null],
      ['a', null],
    ]);
  });

  it('shows three of a kind and ten in all, unless all are asked for', () => {
    const kinds = ['a', 'b', 'c', 'd', 'e'].map((id) => kind(id, [1, 2, 3, 4]));
    expect(impacts(...kinds)).toHaveLength(MOST_INSIGHTS);
    expect(impacts(kind('a', [1, 2, 3, 4]))).toEqual([
      ['a', 4],
      ['a', 3],
      ['a', 2],
    ]);
    expect(MOST_OF_A_KIND).toBe(3);
    expect(findInsights(kinds, insightContext(sixteenDeals()), 0)).toMatchObject({ shown: { length: 20 }, leftOut: 0 });
    // Of twenty, three of each of five kinds are fifteen, of which ten are shown.
    expect(findInsights(kinds, insightContext(sixteenDeals())).leftOut).toBe(10);
  });

  it('does not look for what the file has no fields for', () => {
    const context = insightContext(dealsOf('outcome\nwon'));
    expect(findInsights([kind('money', [1], ['amount'])], context)).toEqual({ shown: [], leftOut: 0 });
  });

  it('names the kind that fails', () => {
    const broken = {
      ...kind('broken', []),
      find: () => {
        throw new Error('oh');
      },
    };
    expect(() => findInsights([broken], insightContext(sixteenDeals()))).toThrow('the insight broken failed: oh');
  });
});

describe('every insight', () => {
  it('is silent over the sixteen deals: nothing there is beyond chance', () => {
    const context = insightContext(sixteenDeals(), { period: '2024-Q2', before: '2024-Q1', by: ['owner', 'source'] });
    expect(findInsights(insights, context).shown.map(({ insight }) => insight.id)).toEqual([]);
    expect(findInsights(insights, insightContext(sixteenDeals(), { by: ['owner'] })).shown).toEqual([]);
  });

  it('bears files with hardly a column', () => {
    for (const table of [
      'outcome\nwon',
      'outcome closed_at\nlost 2024-01-01',
      'amount\n5',
      'outcome stage\nopen Lead',
    ]) {
      expect(findInsights(insights, insightContext(dealsOf(table))).shown).toEqual([]);
    }
  });
});
