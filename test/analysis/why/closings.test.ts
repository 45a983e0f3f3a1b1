import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meanParts, rateParts, wonDealsParts, wonValueParts } from '../../../src/analysis/why/closings.js';
import { effectsOf, type WhyPart } from '../../../src/analysis/why/parts.js';
import type { Splits } from '../../../src/analysis/why/splits.js';
import type { MeasuredValue } from '../../../src/kpi/definition.js';
import type { Question } from '../../../src/kpi/measure.js';
import type { Deals } from '../../../src/model/deals.js';
import { dealsOf, sixteenDeals } from '../../support/deals.js';
import { measure, type QuestionOptions, questionOf } from '../../support/question.js';
import { randomDeals, TWO_QUARTERS } from '../../support/random-deals.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function questions(deals: Deals, { before, after }: { before: string; after: string }, more: QuestionOptions = {}) {
  return {
    before: questionOf(deals, { ...more, period: before }),
    after: questionOf(deals, { ...more, period: after }),
  };
}

function by(deals: Deals, names: readonly ('owner' | 'product' | 'source')[], asked: readonly string[] = []): Splits {
  const all = names.map((name) => ({ by: name, before: deals.column(name), after: deals.column(name) }));
  return { all, asked };
}

const figure = (deals: Deals, id: string, question: Question): MeasuredValue | null => {
  const measured = measure(id, deals, question);
  return measured.value === null ? null : measured;
};

/** What each factor adds, by its definition: the mean over every order in which the factors can change. */
function shapley(before: readonly number[], after: readonly number[]): number[] {
  const orders = permutations(before.map((_, index) => index));
  const effects = before.map(() => 0);
  for (const order of orders) {
    const at = [...before];
    for (const index of order) {
      const old = at.reduce((product, value) => product * value, 1);
      at[index] = after[index] as number;
      effects[index] = (effects[index] as number) + at.reduce((product, value) => product * value, 1) - old;
    }
  }
  return effects.map((effect) => effect / orders.length);
}

function permutations(list: readonly number[]): number[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one) => permutations(list.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

const QUARTERS = { before: '2024-Q1', after: '2024-Q2' };

describe('won value', () => {
  const deals = sixteenDeals();
  const parts = wonValueParts(questions(deals, QUARTERS), by(deals, ['owner', 'source']));

  it('is deals closed × win rate × share with an amount × mean amount', () => {
    // Q1: 3 of 4 won, 38,000 of 3. Q2: 4 of 5 won, three of them with an amount, 18,000.
    const [first] = parts;
    expect(first?.kind).toBe('factors');
    const factors = first?.kind === 'factors' ? first.factors : [];
    expect(factors.map(({ factor, before, after }) => [factor, before, after])).toEqual([
      ['deals_closed', 4, 5],
      ['win_rate', 0.75, 0.8],
      ['share_priced', 1, 0.75],
      ['mean_amount', 38_000 / 3, 6_000],
    ]);
    const expected = shapley([4, 0.75, 1, 38_000 / 3], [5, 0.8, 0.75, 6_000]);
    factors.forEach(({ effect }, index) => {
      expect(effect).toBeCloseTo(expected[index] as number, 8);
    });
    expect(sum(factors.map(({ effect }) => effect))).toBeCloseTo(-20_000, 8);
  });

  it('is by owner and by source what each of them won', () => {
    // Q1: Sara 12,000 + 6,000, Omid 20,000. Q2: Lina 4,000 (D06 has no amount), Omid 9,000, Sara 5,000.
    expect(parts.find((part) => part.kind === 'sum' && part.by === 'owner')).toMatchObject({
      groups: [
        { key: 'Sara', before: 18_000, after: 5_000, effect: -13_000 },
        { key: 'Omid', before: 20_000, after: 9_000, effect: -11_000 },
        { key: 'Lina', before: 0, after: 4_000, effect: 4_000 },
      ],
    });
    // Web 12,000 → 0; Referral 26,000 → 9,000; Event 0 → 9,000.
    expect(parts.find((part) => part.kind === 'sum' && part.by === 'source')).toMatchObject({
      groups: [
        { key: 'Referral', effect: -17_000 },
        { key: 'Web', effect: -12_000 },
        { key: 'Event', effect: 9_000 },
      ],
    });
  });

  it('is wins × mean amount where the file has no lost deals', () => {
    const wins = dealsOf(`id outcome owner amount created_at closed_at
      A won Ann 100 2024-01-01 2024-02-01
      B won Ann 300 2024-01-01 2024-05-01
      C won Bob 500 2024-01-01 2024-06-01`);
    const [first] = wonValueParts(questions(wins, QUARTERS), by(wins, ['owner']));
    // From 1 × 100 to 2 × 400: (2 − 1) × 250 and (400 − 100) × 1.5.
    expect(first).toMatchObject({
      factors: [
        { factor: 'won_deals', before: 1, after: 2, effect: 250 },
        { factor: 'mean_amount', before: 100, after: 400, effect: 450 },
      ],
    });
  });

  it('puts a period without a win down to the win rate', () => {
    const none = dealsOf(`id outcome owner amount created_at closed_at
      A won  Ann 100 2024-01-01 2024-02-01
      B lost Ann 300 2024-01-01 2024-02-01
      C lost Bob 500 2024-01-01 2024-06-01
      D lost Bob 500 2024-01-01 2024-06-01`);
    const [first] = wonValueParts(questions(none, QUARTERS), by(none, ['owner']));
    const near = (value: number) => expect.closeTo(value, 9);
    expect(first).toMatchObject({
      factors: [{ effect: near(0) }, { effect: near(-100) }, { after: null, effect: near(0) }],
    });
  });
});

describe('won deals', () => {
  it('are deals closed × win rate, and deals of the period and of before', () => {
    const deals = sixteenDeals();
    const [product, age] = wonDealsParts(questions(deals, QUARTERS), by(deals, ['owner']));
    // (5 − 4) × (0.75 + 0.8) / 2 and (0.8 − 0.75) × (4 + 5) / 2.
    const factors = product?.kind === 'factors' ? product.factors : [];
    expect(factors[0]?.effect).toBeCloseTo(0.775, 12);
    expect(factors[1]?.effect).toBeCloseTo(0.225, 12);
    // Q1: D01, D03, D05 all created in it. Q2: D08, D09, D16 in it, D06 on 15 March.
    expect(age).toEqual({
      kind: 'sum',
      by: 'created_in_period',
      groups: [
        { key: 'no', groups: 1, before: 0, after: 1, effect: 1 },
        { key: 'yes', groups: 1, before: 3, after: 3, effect: 0 },
      ],
    });
  });
});

/** A figure, and its parts, of both quarters of some deals. */
type Of = (
  deals: Deals,
  both: { before: Question; after: Question },
) => readonly [id: string, parts: readonly WhyPart[]];

const FIGURES: readonly Of[] = [
  (deals, both) => ['revenue_won', wonValueParts(both, by(deals, ['owner', 'product']))],
  (deals, both) => ['won_deals', wonDealsParts(both, by(deals, ['owner', 'product']))],
  ...['win_rate', 'avg_deal_size', 'sales_cycle'].map(
    (id): Of =>
      (deals, both) => {
        const [before, after] = [figure(deals, id, both.before), figure(deals, id, both.after)];
        if (before === null || after === null) return [id, []];
        const parts = id === 'win_rate' ? rateParts : meanParts;
        return [id, parts({ before, after }, by(deals, ['owner', 'product']))];
      },
  ),
];

describe('the effects of every part', () => {
  it('add up to the change of the figure, whatever the deals', () => {
    fc.assert(
      fc.property(randomDeals, (deals) => {
        const both = questions(deals, TWO_QUARTERS);
        for (const of of FIGURES) {
          const [id, parts] = of(deals, both);
          const [before, after] = [figure(deals, id, both.before), figure(deals, id, both.after)];
          if (before === null || after === null) continue;
          const scale = Math.max(1, Math.abs(before.value), Math.abs(after.value));
          for (const part of parts) {
            const rest = sum(effectsOf(part)) - (after.value - before.value);
            expect(Math.abs(rest) / scale, `${id} ${JSON.stringify(part)}`).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are there: a hundred deals of two owners are taken apart in every figure', () => {
    const rows = Array.from({ length: 100 }, (_, i) => {
      const [outcome, owner] = [i % 3 === 0 ? 'lost' : 'won', i % 2 === 0 ? 'Ann' : 'Bob'];
      return `D${i} ${outcome} ${owner} P${i % 4} ${100 + i} 2023-12-0${1 + (i % 9)} 2024-0${1 + (i % 6)}-10`;
    });
    const deals = dealsOf(['id outcome owner product amount created_at closed_at', ...rows].join('\n'));
    const both = questions(deals, TWO_QUARTERS);
    for (const of of FIGURES) {
      const [id, parts] = of(deals, both);
      expect(parts.filter((part) => part.kind === 'mix_rate' || part.kind === 'sum').length, id).toBeGreaterThanOrEqual(
        2,
      );
    }
  });
});
