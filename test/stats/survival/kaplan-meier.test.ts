import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt, survivalInterval } from '../../../src/stats/survival/kaplan-meier.js';
import { MAINTAINED, NONMAINTAINED } from './aml.js';
import { naiveAt } from './naive.js';

const maintained = kaplanMeier(MAINTAINED.durations, MAINTAINED.events);
const nonmaintained = kaplanMeier(NONMAINTAINED.durations, NONMAINTAINED.events);

const records = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(0, 1, 2)), {
  minLength: 1,
  maxLength: 60,
});

describe('Kaplan–Meier', () => {
  it('gives the published curve and standard errors of Miller’s maintained arm', () => {
    const days = [9, 13, 18, 23, 31, 34, 48];
    expect(days.map((day) => survivalAt(maintained, day).toFixed(3))).toEqual(
      ['0.909', '0.818', '0.716', '0.614', '0.491', '0.368', '0.184'], // R: summary(survfit(Surv(time, status) ~ x, aml))
    );
    const errors = days.map((day) => Math.sqrt(maintained.variance[maintained.times.indexOf(day)] ?? 0).toFixed(4));
    expect(errors).toEqual(['0.0867', '0.1163', '0.1397', '0.1526', '0.1642', '0.1627', '0.1535']);
  });

  it('and of the nonmaintained arm, which ends at 0', () => {
    const days = [5, 8, 12, 23, 27, 30, 33, 43, 45];
    expect(days.map((day) => survivalAt(nonmaintained, day).toFixed(4))).toEqual([
      '0.8333',
      '0.6667',
      '0.5833',
      '0.4861',
      '0.3889',
      '0.2917',
      '0.1944',
      '0.0972',
      '0.0000',
    ]);
  });

  it('is 1 before the first event and keeps its last value after the last record', () => {
    expect([survivalAt(maintained, 8), survivalAt(maintained, 4).toFixed(1)]).toEqual([1, '1.0']);
    expect(survivalAt(maintained, 1_000)).toBe(survivalAt(maintained, 161));
  });

  it('counts who is last seen on a day as still there on it, and events of day 0', () => {
    const curve = kaplanMeier([0, 0, 4, 4, 4, 9], [1, 0, 1, 0, 1, 0]);
    expect([...curve.times]).toEqual([0, 4, 9]);
    expect([...curve.atRisk]).toEqual([6, 4, 1]);
    expect([...curve.events]).toEqual([1, 2, 0]);
    expect(survivalAt(curve, 0)).toBeCloseTo(5 / 6, 12);
    expect(survivalAt(curve, 4)).toBeCloseTo(5 / 12, 12);
  });

  it('has intervals on two scales: R prints 0.754–1 (log) at 9 weeks; 0.508–0.987 is that of log-log', () => {
    // S = 10/11, Var = S² / 110: log-log by hand: theta = 1.96 · 0.09535 / 0.09531 = 1.9607, S^(e^±theta).
    const log = survivalInterval(maintained, 9, 'log');
    expect([log?.low.toFixed(4), log?.high, log?.method]).toEqual(['0.7541', 1, 'greenwood-log']);
    const loglog = survivalInterval(maintained, 9);
    expect([loglog?.low.toFixed(3), loglog?.high.toFixed(3), loglog?.method]).toEqual([
      '0.508',
      '0.987',
      'greenwood-log-log',
    ]);
  });

  it('has no interval where nothing has ended, nor where everything has', () => {
    expect(survivalInterval(maintained, 5)).toBeNull();
    expect(survivalInterval(nonmaintained, 45)).toBeNull();
    expect(survivalInterval(kaplanMeier([3, 4], [0, 0]), 4)).toBeNull();
  });

  it('is the textbook’s product over all records, in any order of them', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 0, max: 31 }), (rows, t) => {
        const [durations, events] = [rows.map(([days]) => days), rows.map(([, cause]) => cause)];
        const curve = kaplanMeier(durations, events);
        expect(survivalAt(curve, t)).toBeCloseTo(naiveAt(t, durations, events).survival, 12);
        const turned = kaplanMeier([...durations].reverse(), [...events].reverse());
        expect(turned).toEqual(curve);
      }),
    );
  });

  it('falls, within 0…1, and its intervals hold it', () => {
    fc.assert(
      fc.property(records, fc.constantFrom('log' as const, 'log-log' as const), (rows, transform) => {
        const curve = kaplanMeier(
          rows.map(([days]) => days),
          rows.map(([, cause]) => cause),
        );
        let before = 1;
        curve.times.forEach((day, at) => {
          const share = curve.survival[at] ?? -1;
          expect(share).toBeLessThanOrEqual(before);
          expect(share).toBeGreaterThanOrEqual(0);
          before = share;
          const interval = survivalInterval(curve, day, transform);
          if (interval === null) return;
          expect(interval.low).toBeGreaterThanOrEqual(0);
          expect(interval.low).toBeLessThanOrEqual(share);
          expect(interval.high).toBeGreaterThanOrEqual(share);
          expect(interval.high).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('is one less the share that has ended where none was lost from sight', () => {
    fc.assert(
      fc.property(records, fc.integer({ min: 0, max: 31 }), (rows, t) => {
        const durations = rows.map(([days]) => days);
        const curve = kaplanMeier(durations, new Uint8Array(durations.length).fill(1));
        const lasting = durations.filter((days) => days > t).length / durations.length;
        expect(survivalAt(curve, t)).toBeCloseTo(lasting, 12);
      }),
    );
  });
});
