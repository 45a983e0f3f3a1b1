import { expect, it } from 'vitest';
import type { SectionContext } from '../../../../src/report/sections/context.js';
import { cohorts } from '../../../../src/report/sections/parts/cohorts.js';
import { cohortsShape } from '../../../../src/report/sections/parts/cohorts-schema.js';
import { day, dealsOf, sixteenDeals } from '../../../support/deals.js';
import { questionOf } from '../../../support/question.js';

it('has rows as long as the longest, and null for what lies after the snapshot', () => {
  const built = cohorts.build({ question: questionOf(sixteenDeals()), grain: 'quarter' } as SectionContext).cohorts;
  expect(() => cohortsShape.cohorts.parse(built)).not.toThrow();
  expect(built?.rows).toEqual([
    { label: '2024-Q1', start: '2024-01-01', size: 2, retained: [1, 0.5, 0.5, 0] },
    { label: '2024-Q2', start: '2024-04-01', size: 3, retained: [1, 0, 0, null] },
  ]);
});

it('has the deals of each month that were won within so many days, as the contract says', () => {
  const months = ['2024-01', '2024-02'].flatMap((label) => [
    ...Array.from({ length: 6 }, () => `won ${label}-03 ${label}-08`),
    ...Array.from({ length: 2 }, () => `lost ${label}-03 ${label}-08`),
  ]);
  const deals = dealsOf(['outcome created_at closed_at', ...months].join('\n'));
  const asOf = day('2024-03-05');
  const question = questionOf(deals, { asOf, dataEnd: asOf });
  const built = cohorts.build({ question, grain: null } as SectionContext).conversion;
  expect(() => cohortsShape.conversion.parse(built)).not.toThrow();
  expect(built).toEqual({
    grain: 'month',
    ages: [1, 2, 3, 5, 7],
    until: '2024-03-05',
    rows: [
      { label: '2024-01', start: '2024-01-01', size: 8, won: [0, 0, 0, 6, 6] },
      // 29 February and five days are 5 March; two more are not over.
      { label: '2024-02', start: '2024-02-01', size: 8, won: [0, 0, 0, 6, null] },
    ],
    unseen: null,
    excluded: [],
  });
});
