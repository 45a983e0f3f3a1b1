import { expect, it } from 'vitest';
import { asOfSince, closedSince, pastDays, sinceArgs, sinceFact } from '../../src/insight/since.js';
import { civilDay } from '../../src/model/civil-day.js';
import { dealsOf } from '../support/deals.js';
import { questionOf } from '../support/question.js';

const DEALS = dealsOf(`id outcome created_at closed_at
                       A  open    2024-01-01 .
                       B  won     2024-01-01 2024-11-01
                       C  lost    2024-01-01 2024-12-01`);
const JULY = { asOf: civilDay(2024, 7, 1), newest: civilDay(2024, 12, 31) };

it('a past day is the one asked for, or the last of a past period', () => {
  expect(pastDays(questionOf(DEALS))).toBeNull();
  expect(pastDays(questionOf(DEALS, { period: '2024' }))).toBeNull();
  expect(pastDays(questionOf(DEALS, { asOf: JULY.asOf }))).toEqual(JULY);
  expect(pastDays(questionOf(DEALS, { period: '2024-Q2' }))).toEqual({ ...JULY, asOf: civilDay(2024, 6, 30) });
});

it('parts the deals of that day into those closed since and those open still', () => {
  const { left, since } = closedSince(questionOf(DEALS, { asOf: JULY.asOf }), DEALS.all().rows);
  expect([...left]).toEqual([0]);
  expect(since).toEqual({ ...JULY, settled: 2, left: 1 });
  expect(sinceFact(since)).toEqual({ asOf: '2024-07-01', newest: '2024-12-31', settled: 2, left: 1 });
  expect(sinceArgs(since)).toEqual({ asOf: '2024-07-01', newest: '2024-12-31', settled: 2, left: 1 });
  expect(asOfSince(since)).toBe('2024-07-01');
});

it('says nothing of the newest day', () => {
  const { left, since } = closedSince(questionOf(DEALS), DEALS.all().rows);
  expect([left.length, since, sinceArgs(since), asOfSince(since)]).toEqual([3, null, null, null]);
});
