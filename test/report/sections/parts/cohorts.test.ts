import { expect, it } from 'vitest';
import type { SectionContext } from '../../../../src/report/sections/context.js';
import { cohorts } from '../../../../src/report/sections/parts/cohorts.js';
import { sixteenDeals } from '../../../support/deals.js';
import { questionOf } from '../../../support/question.js';

it('has rows as long as the longest, and null for what lies after the snapshot', () => {
  const built = cohorts.build({ question: questionOf(sixteenDeals()), grain: 'quarter' } as SectionContext).cohorts;
  expect(() => cohorts.shape.cohorts.parse(built)).not.toThrow();
  expect(built?.rows).toEqual([
    { label: '2024-Q1', start: '2024-01-01', size: 2, retained: [1, 0.5, 0.5, 0] },
    { label: '2024-Q2', start: '2024-04-01', size: 3, retained: [1, 0, 0, null] },
  ]);
});
