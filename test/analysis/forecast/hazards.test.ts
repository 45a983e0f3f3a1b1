import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Facts, factsOf, NEVER } from '../../../src/analysis/forecast/facts.js';
import { type Hazards, hazardsAt } from '../../../src/analysis/forecast/hazards.js';
import { aalenJohansen, incidenceAt } from '../../../src/stats/survival/aalen-johansen.js';
import { day, dealsOf, SIXTEEN_AS_OF, sixteenDeals } from '../../support/deals.js';

const FIRST = day('2020-01-01');

/** Share won by an age, from hazards. */
function wonBy({ win, loss }: Hazards, age: number): number {
  let [open, won] = [1, 0];
  for (let u = 0; u <= age; u++) {
    const at = Math.min(u, win.length - 1);
    won += open * (win[at] as number);
    open *= 1 - (win[at] as number) - (loss[at] as number);
  }
  return won;
}

function factsWith(
  deals: readonly { readonly from: number; readonly days: number | null; readonly won: boolean }[],
): Facts {
  const sorted = [...deals].sort((a, b) => a.from - b.from);
  return {
    size: sorted.length,
    row: Uint32Array.from(sorted, (_, at) => at),
    created: Int32Array.from(sorted, ({ from }) => from),
    closed: Int32Array.from(sorted, ({ from, days }) => (days === null ? NEVER : from + days)),
    won: Uint8Array.from(sorted, ({ won }) => (won ? 1 : 0)),
    amount: new Float64Array(sorted.length),
    undatedOpen: new Uint32Array(0),
    undatedWon: new Uint32Array(0),
    createdAtClosing: 0,
    undatedLost: 0,
  };
}

describe('hazardsAt', () => {
  it('fills a band with ten endings at least, and leaves the ages beyond the last one to themselves', () => {
    // Ages at which the twelve decided deals ended: 0, 0, 30, 30, 44, 45, 60, 60, 90, 90, 90 and 100.
    const hazards = hazardsAt(factsOf(sixteenDeals().all(), FIRST), SIXTEEN_AS_OF);
    expect(hazards?.bands.map(({ to, wins, losses }) => [to, wins + losses])).toEqual([
      [90, 11],
      [100, 1],
      [Number.POSITIVE_INFINITY, 0],
    ]);
  });

  it('is the curve itself where every day has its endings', () => {
    // 400 deals of one day, 20 won and 20 lost on each of ten days: of n at risk, each hazard is 20 / n.
    const deals = Array.from({ length: 400 }, (_, at) => ({ from: 0, days: Math.floor(at / 40), won: at % 2 === 0 }));
    const hazards = hazardsAt(factsWith(deals), 100) as Hazards;
    const curves = aalenJohansen(
      deals.map(({ days }) => days),
      deals.map(({ won }) => (won ? 1 : 2)),
    );
    for (let age = 0; age < 10; age++) expect(wonBy(hazards, age)).toBeCloseTo(incidenceAt(curves, 1, age), 10);
  });

  it('stays within a few points of the Aalen–Johansen curve, whatever the deals', () => {
    const one = fc.record({
      from: fc.integer({ min: 0, max: 200 }),
      days: fc.option(fc.integer({ min: 0, max: 120 }), { nil: null, freq: 4 }),
      won: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 300, maxLength: 500 }), (deals) => {
        const t = 200;
        const facts = factsWith(deals);
        const known = deals.map(({ from, days, won }) => {
          const closed = days !== null && from + days <= t;
          return { age: closed ? days : t - from, cause: closed ? (won ? 1 : 2) : 0 };
        });
        const curves = aalenJohansen(
          known.map(({ age }) => age),
          known.map(({ cause }) => cause),
        );
        const hazards = hazardsAt(facts, t) as Hazards;
        for (const age of [10, 40, 80, 120]) {
          expect(Math.abs(wonBy(hazards, age) - incidenceAt(curves, 1, age))).toBeLessThan(0.08);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('gives chances from 0 to 1 at every age, beyond the last ending too', () => {
    const one = fc.record({
      from: fc.integer({ min: 0, max: 400 }),
      days: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
      won: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 60 }), (deals) => {
        const hazards = hazardsAt(factsWith(deals), 300);
        if (hazards === null) return;
        hazards.win.forEach((win, age) => {
          const loss = hazards.loss[age] as number;
          expect(win >= 0 && loss >= 0 && win + loss <= 1 + 1e-12).toBe(true);
        });
      }),
    );
  });

  it('knows nothing where nothing has closed', () => {
    expect(hazardsAt(factsWith([{ from: 0, days: null, won: false }]), 50)).toBeNull();
    // It closes on day 60.
    expect(hazardsAt(factsWith([{ from: 0, days: 60, won: true }]), 50)).toBeNull();
  });

  it('tells a file that leaves out what closed earlier', () => {
    // Four deals a day, of which three close after 10 days and one after 40; the cut file has what closed from day 100 on.
    const all = Array.from({ length: 1200 }, (_, at) => ({
      from: Math.floor(at / 4),
      days: at % 4 === 0 ? 40 : 10,
      won: Math.floor(at / 4) % 2 === 0,
    }));
    const cut = all.filter(({ from, days }) => from + days >= 100);
    expect(hazardsAt(factsWith(all), 299)?.truncatedBefore).toBeNull();
    const hazards = hazardsAt(factsWith(cut), 299);
    expect(hazards?.truncatedBefore).toBe(100);
    // All have closed by 40 days: half of them are won in either file.
    expect(wonBy(hazards as Hazards, 60)).toBeCloseTo(wonBy(hazardsAt(factsWith(all), 299) as Hazards, 60), 1);
  });
});

it('reads a table of deals', () => {
  const deals = dealsOf(`
    outcome created_at closed_at  amount
    won     2024-01-01 2024-01-11 1
    lost    2024-01-01 2024-01-11 1
    open    2024-01-01 .          1`);
  // One band to day 10, in which two of 33 deal-days end: rate 2/33, half of it won.
  const hazards = hazardsAt(factsOf(deals.all(), FIRST), day('2024-01-21'));
  expect(hazards?.win[3]).toBeCloseTo(1 / 33, 12);
  // Beyond it ten days without an ending of one deal: (0 + ½) / (10 + ½ ÷ 2/33) = 0.0274, half of it won.
  expect(hazards?.win[15]).toBeCloseTo(0.5 / (10 + 0.5 * 16.5) / 2, 12);
});
