import { expect, it } from 'vitest';
import { wholeOf } from '../../src/kpi/whole.js';
import { dealsOf } from '../support/deals.js';

it('is the deals in question, where nothing else was read', () => {
  const population = dealsOf('id outcome\nA won').all();
  expect(wholeOf({ population })).toEqual({ population, history: null });
  const whole = { population: dealsOf('id outcome\nA won\nB lost').all(), history: null };
  expect(wholeOf({ population, whole })).toBe(whole);
});
