import { expect, it } from 'vitest';
import { cycleDays, cycleQuantiles, cycles } from '../../src/kpi/cycle-days.js';
import { momentsAbout } from '../../src/stats/moments.js';
import { dealsOf } from '../support/deals.js';

const deals = dealsOf(`id outcome created_at closed_at
                       A  won     2024-01-05 2024-01-05
                       B  won     2024-02-28 2024-03-01
                       C  lost    2023-12-31 2024-12-31`).all();

it('are counted from creation to closing, 2024 being a leap year, and found once', () => {
  expect([...cycleDays(deals)]).toEqual([0, 2, 366]);
  expect(cycleDays(deals)).toBe(cycleDays(deals));
});

it('add up without being gathered', () => {
  const { n, sum, gather } = cycles(deals);
  expect([n, sum(), gather()]).toEqual([3, 368, cycleDays(deals)]);
});

// 60,000 deals, each a week longer than the one before up to 9 weeks, by turns in three groups: those at 0, 1, 2, 0 ….
const MANY = dealsOf(
  [
    'id outcome created_at closed_at',
    ...Array.from({ length: 60_000 }, (_, at) => {
      const closed = new Date(Date.UTC(2024, 0, 1 + 7 * (at % 10))).toISOString().slice(0, 10);
      return `D${at} won 2024-01-01 ${closed}`;
    }),
  ].join('\n'),
).all();

it('of many deals are counted for all groups at once, to the last digit', () => {
  const groups = MANY.split(
    Uint8Array.from({ length: 60_000 }, (_, at) => at % 3),
    4,
  );
  groups.slice(0, 3).forEach((group, index) => {
    const days = Array.from({ length: 20_000 }, (_, at) => 7 * ((3 * at + index) % 10));
    const total = days.reduce((a, b) => a + b, 0);
    const { counts, sum, moments, gather } = cycles(group);
    expect(sum()).toBe(total);
    expect([...(counts()?.counts ?? [])].reduce((a, b) => a + b, 0)).toBe(20_000);
    expect(counts()?.counts[63]).toBe(2_000);
    expect(moments(total / 20_000)).toEqual(momentsAbout(Float64Array.from(days), total / 20_000));
    expect([...gather()]).toEqual(days);
    expect(cycleQuantiles(group, [0, 0.25, 1])).toEqual([0, 14, 63]);
  });
});

it('of many deals spread as all of them do, whether they are listed or not', () => {
  // 0, 7 … 63 days, 6,000 of each: mean 31.5, variance 49 · 8.25 of the whole.
  for (const some of [MANY, MANY.again(), MANY.where((row) => row >= 20_000)]) {
    const { moments, counts } = cycles(some);
    const n = some.size;
    expect(moments(31.5).sd).toBeCloseTo(Math.sqrt((49 * 8.25 * n) / (n - 1)), 10);
    expect(counts()?.counts[7]).toBe(n / 10);
  }
});

it('of which one is closed before it began are not counted, and each group counts its own', () => {
  const rows = Array.from(
    { length: 40_000 },
    (_, at) => `D${at} won 2024-01-09 2024-01-${at === 39_999 ? '01' : '11'}`,
  );
  const odd = dealsOf(['id outcome created_at closed_at', ...rows].join('\n')).all();
  const [even, other] = odd
    .split(
      Uint8Array.from({ length: 40_000 }, (_, at) => at % 2),
      2,
    )
    .map(cycles);
  expect([cycles(odd).counts(), even?.counts()?.counts[2], other?.counts()]).toEqual([null, 20_000, null]);
  expect([cycles(odd).sum(), even?.sum(), other?.sum()]).toEqual([79_990, 40_000, 39_990]);
  // All but one deviate by nothing from two days, one by ten.
  expect([even?.moments(2).sd, other?.moments(1.9995).sd]).toEqual([0, expect.closeTo(Math.sqrt(100 / 20_000), 4)]);
});

it('of few deals, or of none that are counted, belong to each group', () => {
  const few = MANY.select(Uint32Array.from({ length: 100 }, (_, at) => at)).split(
    new Uint8Array(60_000).map((_, at) => at % 2),
    2,
  );
  expect(few.map((group) => [cycles(group).counts(), cycles(group).sum()])).toEqual([
    [null, 50 * 28],
    [null, 50 * 35],
  ]);
});
