import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kpis } from '../../src/kpi/catalogue/index.js';
import { movementsIn, revenueChanges } from '../../src/kpi/recurring.js';
import { isoDay } from '../../src/model/civil-day.js';
import type { DealField } from '../../src/model/deals.js';
import type { Population } from '../../src/model/population.js';
import { day, dealsOf } from '../support/deals.js';
import { measure } from '../support/question.js';

const FIRST = day('2024-01-01');

/** Subscriptions of a few customers within two years, some without a last day. */
const rows = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 3 }),
    from: fc.integer({ min: 0, max: 700 }),
    length: fc.option(fc.integer({ min: 0, max: 400 })),
    price: fc.integer({ min: 1, max: 500 }),
  }),
  { minLength: 1, maxLength: 12 },
);

type Row = { customer: number; from: number; length: number | null; price: number };

function subscriptionsOf(list: readonly Row[]): Population<DealField> {
  const lines = list.map(
    ({ customer, from, length, price }, index) =>
      `S${index} won C${customer} ${price / 10} ${isoDay(FIRST + from)} ${length === null ? '.' : isoDay(FIRST + from + length)}`,
  );
  return dealsOf(['id outcome customer amount created_at closed_at', ...lines].join('\n')).all();
}

const bounds = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 1, max: 800 }));

it('start + new + expansion + reactivation − contraction − churned = end, whatever the subscriptions are', () => {
  fc.assert(
    fc.property(rows, bounds, (list, [at, length]) => {
      const changes = revenueChanges(subscriptionsOf(list));
      const moved = movementsIn(changes, { start: FIRST + at, end: FIRST + at + length });
      const { startMrr, newMrr, expansionMrr, reactivationMrr, contractionMrr, churnedMrr, endMrr } = moved;
      const sum = startMrr + newMrr + expansionMrr + reactivationMrr - contractionMrr - churnedMrr;
      expect(sum).toBeCloseTo(endMrr, 6);
      for (const part of Object.values(moved)) expect(part).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('the movements of two spans in a row are those of the whole', () => {
  fc.assert(
    fc.property(rows, bounds, fc.integer({ min: 1, max: 400 }), (list, [at, length], more) => {
      const changes = revenueChanges(subscriptionsOf(list));
      const [start, middle, end] = [FIRST + at, FIRST + at + length, FIRST + at + length + more];
      const [first, second] = [
        movementsIn(changes, { start, end: middle }),
        movementsIn(changes, { start: middle, end }),
      ];
      const whole = movementsIn(changes, { start, end });
      expect(first.endMrr).toBeCloseTo(second.startMrr, 9);
      for (const part of ['newMrr', 'expansionMrr', 'reactivationMrr', 'contractionMrr', 'churnedMrr'] as const) {
        expect(first[part] + second[part]).toBeCloseTo(whole[part], 6);
      }
    }),
  );
});

it('gross revenue retention lies between 0 and 1, and net is never below it', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const asked = { subscriptions: subscriptionsOf(list), asOf: FIRST + 730, dataEnd: FIRST + 730, period: '2025' };
      const [gross, net] = ['gross_revenue_retention', 'net_revenue_retention'].map(
        (id) => measure(id, dealsOf('id outcome'), asked).value,
      );
      if (gross == null || net == null) {
        expect(net).toBe(gross);
        return;
      }
      expect(gross).toBeGreaterThanOrEqual(0);
      expect(gross).toBeLessThanOrEqual(1);
      expect(net).toBeGreaterThanOrEqual(gross - 1e-12);
    }),
  );
});

it('retention of customers is the rest of logo churn where both come from subscriptions', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const asked = { subscriptions: subscriptionsOf(list), asOf: FIRST + 730, dataEnd: FIRST + 730, period: '2025' };
      const [churn, logos] = ['churn_rate', 'logo_churn'].map((id) => measure(id, dealsOf('id outcome'), asked).value);
      expect(churn).toBe(logos);
    }),
  );
});

it('the order of the rows changes nothing', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const span = { start: FIRST + 100, end: FIRST + 500 };
      const there = movementsIn(revenueChanges(subscriptionsOf(list)), span);
      const back = movementsIn(revenueChanges(subscriptionsOf([...list].reverse())), span);
      for (const [part, value] of Object.entries(there)) expect(back[part as keyof typeof back]).toBeCloseTo(value, 6);
    }),
  );
});

it('every KPI of subscriptions is quiet without them', () => {
  for (const { id } of kpis.filter((kpi) => 'of' in kpi && kpi.of === 'subscriptions')) {
    expect(measure(id, dealsOf('id outcome\nA won'))).toMatchObject({ value: null, reason: 'no_subscriptions' });
  }
});
