import { expect, it } from 'vitest';
import { effectsOf } from '../../../src/analysis/why/parts.js';
import { mrrParts } from '../../../src/analysis/why/recurring.js';
import { day, dealsOf } from '../../support/deals.js';
import { measure } from '../../support/question.js';

const subscriptions = dealsOf(`id outcome customer amount created_at closed_at
  N  won New    10 2024-07-05 .
  U1 won Up     20 2024-01-01 2024-07-31
  U2 won Up     50 2024-08-01 .
  D1 won Down   60 2024-01-01 .
  D2 won Down   40 2024-01-01 2024-07-10
  G  won Gone   70 2024-01-01 2024-07-31
  B1 won Back   80 2024-01-01 2024-03-31
  B2 won Back   90 2024-07-20 .`).all();

it('bridges two levels by what moved them', () => {
  const [part] = mrrParts(subscriptions, day('2024-07-01'), day('2024-10-01'));
  expect(part?.steps).toEqual([
    { step: 'new', effect: 10 },
    { step: 'expansion', effect: 30 },
    { step: 'reactivation', effect: 90 },
    { step: 'contraction', effect: -40 },
    { step: 'churned', effect: -70 },
  ]);
  // 20 + 100 + 70 at the end of June, 10 + 50 + 60 + 90 at the end of September.
  expect(part === undefined ? 0 : effectsOf(part).reduce((all, one) => all + one, 0)).toBe(210 - 190);
});

it('bridges the figures of quarters that do not follow each other', () => {
  const mrr = (period: string) =>
    measure('mrr', dealsOf('id outcome'), {
      subscriptions,
      period,
      asOf: day('2024-12-31'),
      dataEnd: day('2024-12-31'),
    }).value as number;
  const [part] = mrrParts(subscriptions, day('2024-04-01'), day('2024-10-01'));
  const moved = part === undefined ? 0 : effectsOf(part).reduce((all, one) => all + one, 0);
  expect(moved).toBe(mrr('2024-Q3') - mrr('2024-Q1'));
});

it('has no bridge back', () => {
  expect(mrrParts(subscriptions, day('2024-10-01'), day('2024-07-01'))).toEqual([]);
});
