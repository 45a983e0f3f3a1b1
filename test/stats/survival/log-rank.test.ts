import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lifeTable } from '../../../src/stats/survival/life-table.js';
import { logRank } from '../../../src/stats/survival/log-rank.js';
import { MAINTAINED, NONMAINTAINED } from './aml.js';

const maintained = lifeTable(MAINTAINED.durations, MAINTAINED.events);
const nonmaintained = lifeTable(NONMAINTAINED.durations, NONMAINTAINED.events);

describe('the log-rank test', () => {
  it('of Miller’s arms is 3.396 with p = 0.0653; R prints 7 of 10.69 and 11 of 7.31 expected', () => {
    const test = logRank([maintained, nonmaintained]);
    expect(test).toMatchObject({ method: 'log-rank', df: 1, observed: [7, 11] });
    expect([test?.statistic.toFixed(3), test?.pValue.toFixed(4)]).toEqual(['3.396', '0.0653']);
    expect(test?.expected.map((value) => value.toFixed(2))).toEqual(['10.69', '7.31']);
  });

  it('does not depend on the order of three groups, and leaves out one in which nothing was to be expected', () => {
    const third = lifeTable([3, 6, 6, 20, 50], [1, 1, 0, 1, 0]);
    const one = logRank([maintained, nonmaintained, third]);
    const other = logRank([third, maintained, nonmaintained]);
    expect(one?.df).toBe(2);
    expect(other?.statistic).toBeCloseTo(one?.statistic ?? 0, 10);
    const unseen = lifeTable([1, 2], [0, 0]);
    expect(logRank([maintained, unseen, nonmaintained])?.statistic).toBeCloseTo(3.396, 3);
    expect(logRank([maintained, unseen, nonmaintained])?.df).toBe(1);
  });

  it('of two groups is (O − E)² / V, computed record by record, also of records seen late', () => {
    const record = fc.tuple(
      fc.integer({ min: 0, max: 15 }),
      fc.constantFrom(0, 1, 2),
      fc.oneof(fc.constant(-1), fc.integer({ min: 0, max: 12 })),
    );
    const side = fc.array(record, { minLength: 3, maxLength: 25 });
    fc.assert(
      fc.property(side, side, (first, second) => {
        let [apart, variance] = [0, 0];
        for (let day = 0; day <= 15; day++) {
          const there = (side: typeof first) => side.filter(([days, , entry]) => entry < day && day <= days);
          const ended = (side: typeof first) => there(side).filter(([days, cause]) => days === day && cause > 0).length;
          const [n1, n2, d] = [there(first).length, there(second).length, ended(first) + ended(second)];
          const n = n1 + n2;
          if (n === 0 || d === 0) continue;
          apart += ended(first) - (d * n1) / n;
          if (n > 1) variance += (d * n1 * n2 * (n - d)) / (n * n * (n - 1));
        }
        const tables = [first, second].map((side) =>
          lifeTable(
            side.map(([days]) => days),
            side.map(([, cause]) => cause),
            side.map(([, , entry]) => entry),
          ),
        );
        const test = logRank(tables);
        if (variance < 1e-9) expect(test).toBeNull();
        else expect(test?.statistic).toBeCloseTo((apart * apart) / variance, 8);
      }),
    );
  });

  it('has nothing to say of one group, of none, or where nothing has ended', () => {
    expect(logRank([])).toBeNull();
    expect(logRank([maintained])).toBeNull();
    expect(logRank([lifeTable([3, 4], [0, 0]), lifeTable([5], [0])])).toBeNull();
  });
});
