import { describe, expect, it } from 'vitest';
import {
  closed,
  closedBeforeCreated,
  closedIn,
  counted,
  createdIn,
  customersOf,
  endedIn,
  inOrder,
  lost,
  negative,
  nonNegative,
  nonZero,
  open,
  outcomeExcluded,
  partition,
  priced,
  undatedClosed,
  undatedCreated,
  unpriced,
  withCustomer,
  withoutCustomer,
  withoutProbability,
  withProbability,
  won,
  wonUntil,
} from '../../src/kpi/populations.js';
import { ALL_TIME } from '../../src/model/period.js';
import { dealsOf } from '../support/deals.js';
import { idsOf, period } from '../support/question.js';

const DEALS = dealsOf(`id outcome  created_at closed_at  amount probability customer
                       A  won      2024-01-01 2024-01-31 10     1           X
                       B  lost     2024-01-15 2024-02-01 0      0           Y
                       C  open     2024-02-01 .          .      0.5         .
                       D  excluded 2024-02-02 2024-02-03 5      .           X
                       E  won      .          .          -3     .           .
                       F  won      2024-03-01 2024-02-29 7      1           Z`);
const ALL = DEALS.all();
const ids = (population: { readonly rows: Uint32Array }) => idsOf(population.rows, DEALS).join('');
const JANUARY = period('2024-01');
const FEBRUARY = period('2024-02');

describe('populations', () => {
  it('by outcome are four that add up to all', () => {
    expect([won, lost, open, outcomeExcluded].map((of) => ids(of(ALL)))).toEqual(['AEF', 'B', 'C', 'D']);
    expect([ids(closed(ALL)), ids(counted(ALL))]).toEqual(['ABEF', 'ABCEF']);
  });

  it('by period take the first and the last day; all time takes undated deals too', () => {
    expect([JANUARY, FEBRUARY, ALL_TIME].map((one) => ids(closedIn(ALL, one)))).toEqual(['A', 'BF', 'ABEF']);
    expect([JANUARY, FEBRUARY, ALL_TIME].map((one) => ids(createdIn(ALL, one)))).toEqual(['AB', 'CD', 'ABCDEF']);
    expect([JANUARY, FEBRUARY, ALL_TIME].map((one) => ids(endedIn(ALL, one)))).toEqual(['A', 'BDF', 'ABDF']);
    expect([JANUARY, FEBRUARY, ALL_TIME].map((one) => ids(wonUntil(ALL, one)))).toEqual(['A', 'AF', 'AEF']);
    expect([ids(undatedClosed(closed(ALL))), ids(undatedCreated(ALL))]).toEqual(['E', 'E']);
  });

  it('by amount and probability: 0 is a value, missing is none', () => {
    expect([ids(priced(ALL)), ids(unpriced(ALL))]).toEqual(['ABDEF', 'C']);
    expect([ids(nonNegative(priced(ALL))), ids(negative(priced(ALL))), ids(nonZero(priced(ALL)))]).toEqual([
      'ABDF',
      'E',
      'ADEF',
    ]);
    expect([ids(withProbability(ALL)), ids(withoutProbability(ALL))]).toEqual(['ABCF', 'DE']);
  });

  it('by the order of the two dates', () => {
    expect([ids(inOrder(ALL)), ids(closedBeforeCreated(ALL))]).toEqual(['ABD', 'F']);
  });

  it('are found once', () => {
    expect(won(ALL)).toBe(won(ALL));
    expect(closedIn(ALL, JANUARY)).toBe(closedIn(ALL, JANUARY));
    expect(won(won(ALL))).toBe(won(ALL));
    expect(closedIn(ALL, JANUARY)).not.toBe(closedIn(ALL, FEBRUARY));
  });
});

describe('partition', () => {
  it('gives each deal to one part, ascending, and keeps empty parts', () => {
    const codes = Uint32Array.from([2, 0, 2, 0, 2, 0]);
    expect(partition(ALL, codes, 4).map(ids)).toEqual(['BDF', '', 'ACE', '']);
  });

  it('splits a part of the deals by their own codes', () => {
    expect(partition(closed(ALL), Uint32Array.from([0, 1, 9, 9, 1, 0]), 2).map(ids)).toEqual(['AF', 'BE']);
  });
});

describe('customersOf', () => {
  it('numbers each customer once, and starts anew for the next population', () => {
    const named = withCustomer(ALL);
    expect([ids(named), ids(withoutCustomer(ALL))]).toEqual(['ABDF', 'CE']);
    expect(customersOf(named)).toEqual({ count: 3, numbers: Uint16Array.from([0, 1, 0, 2]) });
    const others = withCustomer(won(ALL));
    expect(customersOf(others)).toEqual({ count: 2, numbers: Uint16Array.from([0, 1]) });
  });

  it('numbers more customers than two bytes tell apart, in parts, too', () => {
    // Each of 66,000 customers has a deal, the first and the last one another.
    const names = [...Array.from({ length: 66_000 }, (_, at) => at), 0, 65_999];
    const rows = names.map((name, at) => `D${at} won C${name}`);
    const all = dealsOf(['id outcome customer', ...rows].join('\n')).all();
    const { count, numbers } = customersOf(all);
    expect([count, numbers[65_536], numbers[65_999], numbers[66_000], numbers[66_001]]).toEqual([
      66_000, 65_536, 65_999, 0, 65_999,
    ]);
    // By turns: the deals of even rows, the last but one among them, and of odd ones.
    const [even, odd] = all
      .split(
        Uint8Array.from(names, (_, at) => at % 2),
        2,
      )
      .map(customersOf);
    expect([even?.count, even?.numbers.length, odd?.count, odd?.numbers.length]).toEqual([
      33_000, 33_001, 33_000, 33_001,
    ]);
    expect([even?.numbers[32_999], even?.numbers[33_000]]).toEqual([32_999, 0]);
    expect([odd?.numbers[32_999], odd?.numbers[33_000]]).toEqual([32_999, 32_999]);
    // All but the last deal: what a part has may be more than two bytes tell apart as well.
    const [most] = all
      .split(
        Uint8Array.from(names, (_, at) => (at < 66_001 ? 0 : 1)),
        2,
      )
      .map(customersOf);
    expect([most?.count, most?.numbers[65_536], most?.numbers[65_999], most?.numbers[66_000]]).toEqual([
      66_000, 65_536, 65_999, 0,
    ]);
  });
});
