import { expect, it } from 'vitest';
import { curvePoints } from '../../../src/analysis/survival/curve.js';
import { type ClosingCurves, closingCurves } from '../../../src/kpi/closing-curves.js';
import { agedDeals } from '../../support/aged-deals.js';
import { questionOf } from '../../support/question.js';

it('has what had become of forty deals by round ages: ¼ won at day 10, ⅜ lost at day 20', () => {
  const deals = agedDeals([
    [10, 'won', 10],
    [10, 'open', 15],
    [10, 'lost', 20],
    [10, 'open', 30],
  ]);
  const points = curvePoints(closingCurves(questionOf(deals)) as ClosingCurves, 4);
  expect(points.map(({ day, atRisk, won, lost, open }) => [day, atRisk, won, lost, open])).toEqual([
    [0, 40, 0, 0, 1],
    [10, 40, 0.25, 0, 0.75],
    [20, 20, 0.25, 0.375, 0.375],
    [30, 10, 0.25, 0.375, 0.375],
  ]);
  expect(points[0]).toMatchObject({ wonInterval: null, openInterval: null });
  // ¾ to the power of exp(±1.96 · √(10 / (40 · 30)) / ln ¾), outside this program: 0.5851 and 0.8568.
  expect(points[1]?.openInterval?.low).toBeCloseTo(0.5851, 3);
  expect(points[1]?.openInterval?.high).toBeCloseTo(0.8568, 3);
});
