import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parameterProblem, quantity, share, texts, whole } from '../../src/quality/parameters.js';

const PARAMETERS = {
  days: whole('days', 0, 366),
  least: whole('deals', 1),
  times: quantity('times', 1, 100),
  part: share('a part'),
  stages: texts('stages'),
};

describe('parameterProblem', () => {
  it.each([[{ days: 0, least: 1, times: 1.5, part: 1, stages: [] }], [{ days: 366, stages: ['Won', ''] }], [{}]])(
    'takes %j',
    (values) => {
      expect(parameterProblem(PARAMETERS, values)).toBeNull();
    },
  );

  it.each([
    [{ days: 1.5 }, { key: 'days', detail: 'a whole number from 0 to 366' }],
    [{ days: 367 }, { key: 'days', detail: 'a whole number from 0 to 366' }],
    [{ days: '3' }, { key: 'days', detail: 'a whole number from 0 to 366' }],
    [{ days: null }, { key: 'days', detail: 'a whole number from 0 to 366' }],
    [{ least: 0 }, { key: 'least', detail: 'a whole number, 1 or more' }],
    [{ least: 2 ** 53 }, { key: 'least', detail: 'a whole number, 1 or more' }],
    [{ times: 0.99 }, { key: 'times', detail: 'a number from 1 to 100' }],
    [{ times: Number.POSITIVE_INFINITY }, { key: 'times', detail: 'a number from 1 to 100' }],
    [{ part: Number.NaN }, { key: 'part', detail: 'a number from 0 to 1' }],
    [{ stages: 'Won' }, { key: 'stages', detail: 'a list of texts' }],
    [{ stages: ['Won', 1] }, { key: 'stages', detail: 'a list of texts' }],
    [
      { days: 1, dayz: 1 },
      { key: 'dayz', detail: 'one of days, least, times, part, stages' },
    ],
  ])('refuses %j', (values, problem) => {
    expect(parameterProblem(PARAMETERS, values)).toEqual(problem);
  });

  it('takes no name of every object for a parameter', () => {
    expect(parameterProblem(PARAMETERS, { constructor: 1 })).toMatchObject({ key: 'constructor' });
  });

  it('takes a share if and only if it lies from 0 to 1', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(parameterProblem(PARAMETERS, { part: value }) === null).toBe(value >= 0 && value <= 1);
      }),
    );
  });
});
