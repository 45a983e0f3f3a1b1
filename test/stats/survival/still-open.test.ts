import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansenOf, incidenceAt } from '../../../src/stats/survival/aalen-johansen.js';
import { survivalAt } from '../../../src/stats/survival/kaplan-meier.js';
import { type LifeTable, lifeTable } from '../../../src/stats/survival/life-table.js';
import { curvesAfter, stillOpenAt } from '../../../src/stats/survival/still-open.js';

const openAt = (table: LifeTable, age: number, horizon?: number) => stillOpenAt(curvesAfter(table, age), age, horizon);

describe('what becomes of a duration that still goes on', () => {
  // Published: incidence of cause 1 is 0.2 at day 2 and 0.4 in the end, of cause 2 0.4 in the end; so S(2) = 0.8.
  const table = lifeTable([1, 2, 3, 4, 5, 6], [0, 1, 1, 2, 2, 0]);

  it('is what is still to come of the incidence over what is left: 0.2 / 0.8 after day 2', () => {
    const after = openAt(table, 2);
    expect(after?.first).toBeCloseTo(0.2 / 0.8, 12);
    expect(after?.second).toBeCloseTo(0.4 / 0.8, 12);
    expect(after?.n).toBe(4);
  });

  it('counts up to a horizon, and the days until half have ended', () => {
    expect(openAt(table, 2, 1)?.second).toBe(0);
    expect(openAt(table, 2, 2)?.second).toBeCloseTo(0.25, 12);
    // Of the four that lasted longer than 2 days, half have ended on day 4.
    expect(openAt(table, 2)?.rest.value).toBe(2);
    expect(openAt(table, 2)?.rest.interval?.low).toBe(1);
    expect(openAt(table, 6)).toBeNull();
  });

  it('without anything unseen has the variance of a share: 2 of 5 that lasted longer than day 1', () => {
    const after = openAt(lifeTable([0, 1, 2, 3, 4, 5, 6], [1, 2, 1, 2, 1, 2, 2]), 1);
    expect(after?.first).toBeCloseTo(0.4, 12);
    // The variance 0.4 · 0.6 / 5 = 0.048 of 0.4 is a published one, and so is its interval.
    expect(after?.interval?.low).toBeCloseTo(0.05197575, 8);
    expect(after?.interval?.high).toBeCloseTo(0.75281579, 8);
  });

  it('agrees with the curves of all durations at every age', () => {
    const records = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, 1, 2)), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(records, fc.integer({ min: 0, max: 20 }), (rows, age) => {
        const counted = lifeTable(
          rows.map(([days]) => days),
          rows.map(([, cause]) => cause),
        );
        const [all, after] = [aalenJohansenOf(counted), openAt(counted, age)];
        if (after === null) return;
        const left = survivalAt(all, age);
        expect(after.first).toBeCloseTo((incidenceAt(all, 1, 99) - incidenceAt(all, 1, age)) / left, 10);
        expect(after.second).toBeCloseTo((incidenceAt(all, 2, 99) - incidenceAt(all, 2, age)) / left, 10);
        expect(after.first + after.second).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
