import { expect, it } from 'vitest';
import type { SectionContext } from '../../../../src/report/sections/context.js';
import { series } from '../../../../src/report/sections/parts/series.js';
import { sixteenDeals } from '../../../support/deals.js';
import { questionOf } from '../../../support/question.js';

const built = (kpis: readonly string[] | null) =>
  series.build({ question: questionOf(sixteenDeals()), resolved: { kpis }, grain: 'quarter' } as SectionContext).series;

it('is of the headline figures, as the contract says', () => {
  const all = built(null);
  expect(() => series.shape.series.parse(all)).not.toThrow();
  expect(all.map(({ kpi }) => kpi)).toContain('win_rate');
});

it('is of the KPIs that are asked for', () => {
  expect(built(['avg_deal_size']).map(({ kpi, grain }) => [kpi, grain])).toEqual([['avg_deal_size', 'quarter']]);
});
