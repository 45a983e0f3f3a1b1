import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen, incidenceAt, incidenceInterval } from '../../../src/stats/survival/aalen-johansen.js';
import { kaplanMeier, survivalAt } from '../../../src/stats/survival/kaplan-meier.js';
import { naiveAt } from './naive.js';

/** Of the tests of lifelines, whose figures are those of SAS PROC LIFETEST. */
const DURATIONS = [1, 2, 3, 4, 5, 6];
const CAUSES = [0, 1, 1, 2, 2, 0];
const curves = aalenJohansen(DURATIONS, CAUSES);
const rounded = (values: ArrayLike<number>, digits: number) =>
  Array.from(values, (value) => Number(value.toFixed(digits)));

describe('Aalen–Johansen', () => {
  it('gives the published incidence of both causes and what has not ended', () => {
    expect(rounded(curves.incidence[0], 12)).toEqual([0, 0.2, 0.4, 0.4, 0.4, 0.4]);
    expect(rounded(curves.incidence[1], 12)).toEqual([0, 0, 0, 0.2, 0.4, 0.4]);
    expect(curves.survival[5]).toBeCloseTo(0.2, 12);
  });

  it('gives the published variance of the second cause and its intervals', () => {
    expect(rounded(curves.incidenceVariance[1], 12)).toEqual([0, 0, 0, 0.032, 0.048, 0.048]);
    const at = (day: number) => incidenceInterval(curves, 2, day);
    expect([at(4)?.low.toFixed(8), at(4)?.high.toFixed(8)]).toEqual(['0.00836904', '0.58185303']);
    expect([at(5)?.low.toFixed(8), at(5)?.high.toFixed(8)]).toEqual(['0.05197575', '0.75281579']);
    expect(at(5)).toMatchObject({ level: 0.95, method: 'delta-log-log' });
  });

  it('is not 1 − Kaplan–Meier with the other cause taken for “not seen any more”, which says 0.6667', () => {
    const wrong = kaplanMeier(
      DURATIONS,
      CAUSES.map((cause) => (cause === 2 ? 1 : 0)),
    );
    expect(1 - survivalAt(wrong, 6)).toBeCloseTo(0.6667, 4);
    expect(incidenceAt(curves, 2, 6)).toBeCloseTo(0.4, 12);
  });

  it('is 0 before the first event, keeps its last value, and has no interval without events', () => {
    expect(incidenceAt(curves, 1, 1)).toBe(0);
    expect(incidenceAt(curves, 1, 99)).toBeCloseTo(0.4, 12);
    expect(incidenceInterval(curves, 2, 3)).toBeNull();
    expect(incidenceInterval(curves, 2, 0)).toBeNull();
    expect(incidenceInterval(aalenJohansen([3, 3], [1, 1]), 1, 3)).toBeNull();
  });

  const records = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 25 }), fc.constantFrom(0, 1, 2), fc.integer({ min: -1, max: 8 })),
    { minLength: 1, maxLength: 60 },
  );

  it('adds up to 1 on every day, rises, and is the textbook’s sum over all records in any order', () => {
    fc.assert(
      fc.property(records, fc.boolean(), (rows, late) => {
        const [durations, causes] = [rows.map((r) => r[0]), rows.map((r) => r[1])];
        const entry = late ? rows.map((r) => r[2]) : null;
        const found = aalenJohansen(durations, causes, entry);
        const [won, lost] = found.incidence;
        found.times.forEach((day, at) => {
          expect((won[at] ?? 0) + (lost[at] ?? 0) + (found.survival[at] ?? 0)).toBeCloseTo(1, 12);
          if (at > 0) expect(won[at]).toBeGreaterThanOrEqual(won[at - 1] ?? 0);
          if (at > 0) expect(lost[at]).toBeGreaterThanOrEqual(lost[at - 1] ?? 0);
          const naive = naiveAt(day, durations, causes, entry ?? undefined);
          expect(won[at]).toBeCloseTo(naive.incidence[0], 12);
          expect(lost[at]).toBeCloseTo(naive.incidence[1], 12);
        });
        const turned = aalenJohansen([...durations].reverse(), [...causes].reverse(), entry && [...entry].reverse());
        expect(turned).toEqual(found);
      }),
    );
  });

  it('without anything unseen is the share that has ended, with the variance p (1 − p) / n', () => {
    const closed = fc.array(fc.tuple(fc.integer({ min: 0, max: 25 }), fc.constantFrom(1, 2)), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(closed, (rows) => {
        const found = aalenJohansen(
          rows.map(([days]) => days),
          rows.map(([, cause]) => cause),
        );
        found.times.forEach((day, at) => {
          const p = rows.filter(([days, cause]) => days <= day && cause === 1).length / rows.length;
          expect(found.incidence[0][at]).toBeCloseTo(p, 12);
          expect(found.incidenceVariance[0][at]).toBeCloseTo((p * (1 - p)) / rows.length, 10);
        });
      }),
    );
  });

  it('with one cause only is one less Kaplan–Meier, with its variance', () => {
    fc.assert(
      fc.property(records, (rows) => {
        const [durations, events] = [rows.map((r) => r[0]), rows.map((r) => Math.min(1, r[1]))];
        const found = aalenJohansen(durations, events);
        found.times.forEach((_, at) => {
          expect(found.incidence[0][at]).toBeCloseTo(1 - (found.survival[at] ?? 0), 12);
          // Greenwood's has no value where everything has ended.
          if ((found.survival[at] ?? 0) > 0) {
            expect(found.incidenceVariance[0][at]).toBeCloseTo(found.variance[at] ?? 0, 10);
          }
        });
      }),
    );
  });

  it('counts 300,000 records in well under a second', () => {
    const n = 300_000;
    const [durations, causes] = [new Int32Array(n), new Uint8Array(n)];
    for (let i = 0; i < n; i++) {
      durations[i] = (i * 7_919) % 1_500;
      causes[i] = i % 3;
    }
    const found = aalenJohansen(durations, causes);
    expect([found.n, found.times.length]).toEqual([n, 1_500]);
  });
});
