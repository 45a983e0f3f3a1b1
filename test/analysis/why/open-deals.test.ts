import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPipelineParts, stalledDealsParts, stalledShareParts } from '../../../src/analysis/why/open-deals.js';
import { effectsOf } from '../../../src/analysis/why/parts.js';
import type { MeasuredValue } from '../../../src/kpi/definition.js';
import { OPEN } from '../../../src/model/outcome.js';
import { day, dealsOf } from '../../support/deals.js';
import { times } from '../../support/insight.js';
import { measure, questionOf } from '../../support/question.js';
import { randomDeals } from '../../support/random-deals.js';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('stalled deals', () => {
  // Ten cycles of ten days: what is older than that is stalled. Ann: 4 of 10 open then, 6 of 10 later; Bob 0 of 10 both times.
  const deals = dealsOf(`id owner outcome created_at closed_at
    ${times(10, 'W# Ann won 2023-01-01 2023-01-11')}
    ${times(4, 'A# Ann open 2023-12-01 .')}
    ${times(2, 'B# Ann open 2024-03-25 .')}
    ${times(4, 'C# Ann lost 2024-03-25 2024-04-10')}
    ${times(4, 'D# Ann open 2024-06-25 .')}
    ${times(10, 'E# Bob lost 2024-03-25 2024-04-01')}
    ${times(10, 'F# Bob open 2024-06-25 .')}`);
  const side = (period: string) => {
    const question = questionOf(deals, { period, asOf: day('2024-06-30'), dataEnd: day('2024-06-30') });
    return { question, measured: measure('stalled_deals', deals, question) as MeasuredValue };
  };
  const sides = { before: side('2024-Q1'), after: side('2024-Q2') };
  const splits = { all: [{ by: 'owner', before: deals.column('owner'), after: deals.column('owner') }], asked: [] };

  it('are open deals × share that is stalled, and whose they are', () => {
    const [factors, owners] = stalledDealsParts(sides, splits);
    // 4 of 20 → 6 of 20.
    expect(factors).toMatchObject({
      factors: [
        { factor: 'open_deals', before: 20, after: 20, effect: 0 },
        { factor: 'share_stalled', before: 0.2, after: 0.3, effect: expect.closeTo(2, 12) },
      ],
    });
    // Bob has no stalled deal on either day, so there is one group, and nothing to tell.
    expect(owners).toBeUndefined();
  });

  it('are, as a share, all in the rate of one owner', () => {
    const [part] = stalledShareParts(sides, splits);
    // Ann: 0.4 → 0.6 of half of the open deals.
    expect(part).toMatchObject({ by: 'owner', mix: expect.closeTo(0, 12), rate: expect.closeTo(0.1, 12) });
    expect(part?.groups[0]).toMatchObject({
      key: 'Ann',
      before: { size: 10, value: 0.4 },
      after: { size: 10, value: 0.6 },
    });
  });
});

describe('the open pipeline of two snapshots', () => {
  const snapshot = (rows: string) => dealsOf(`id owner outcome amount\n${rows}`);

  it('is open deals × share with an amount × mean amount', () => {
    const [old, now] = [
      snapshot('A Ann open 100\nB Ann open 300\nC Bob open .\nD Bob open 200'),
      snapshot('A Ann open 150\nB Ann won 300\nE Cleo open 50'),
    ];
    const sides = { before: questionOf(old), after: questionOf(now) };
    const splits = { all: [{ by: 'owner', before: old.column('owner'), after: now.column('owner') }], asked: [] };
    const [factors, owners] = openPipelineParts(sides, splits);
    expect(factors).toMatchObject({
      factors: [
        { factor: 'open_deals', before: 4, after: 2 },
        { factor: 'share_priced', before: 0.75, after: 1 },
        { factor: 'mean_amount', before: 200, after: 100 },
      ],
    });
    expect(sum(factors === undefined ? [] : effectsOf(factors))).toBeCloseTo(200 - 600, 9);
    expect(owners).toMatchObject({
      groups: [
        { key: 'Ann', before: 400, after: 150, effect: -250 },
        { key: 'Bob', before: 200, after: 0, effect: -200 },
        { key: 'Cleo', before: 0, after: 50, effect: 50 },
      ],
    });
  });

  it('adds up in every part, whatever the deals', () => {
    fc.assert(
      fc.property(randomDeals, randomDeals, (old, now) => {
        const sides = { before: questionOf(old), after: questionOf(now) };
        const all = (['owner', 'product'] as const).map((by) => ({
          by,
          before: old.column(by),
          after: now.column(by),
        }));
        const worth = [old, now].map((deals) => {
          const [amount, outcome] = [deals.column('amount'), deals.column('outcome')];
          return sum([...amount].filter((value, row) => outcome[row] === OPEN && !Number.isNaN(value)));
        }) as [number, number];
        for (const part of openPipelineParts(sides, { all, asked: [] })) {
          const rest = sum(effectsOf(part)) - (worth[1] - worth[0]);
          expect(Math.abs(rest)).toBeLessThan(1e-9 * Math.max(1, ...worth.map(Math.abs)));
        }
      }),
      { numRuns: 100 },
    );
  });
});
