import { expect, it } from 'vitest';
import { dealsOf } from '../../support/deals.js';
import { excludedIds, measure, noteCodes } from '../../support/question.js';

const LOST = dealsOf(`id outcome lost_reason   amount closed_at
                      A  lost    Price         100    2024-01-05
                      B  lost    price         50     2024-01-05
                      C  lost    Price         .      2024-01-06
                      D  lost    No_decision   400    2024-01-06
                      E  lost    .             900    2024-01-06
                      F  lost    Timing        5      2024-02-06
                      G  lost    Timing        5      .
                      H  won     Price         5      2024-01-06
                      I  open    Price         5      .`);

it('is the share of lost deals with a reason: 4 of 5 in January', () => {
  const coverage = measure('lost_reason_coverage', LOST, { period: '2024-01' });
  expect(coverage).toMatchObject({
    value: 0.8,
    n: 5,
    numerator: { total: 4 },
    details: { reasons: 2, withoutReason: 1 },
  });
  expect(excludedIds(coverage, LOST)).toEqual({ undated_closed: ['G'] });
});

it('ranks the reasons by count, spellings of one together, each with its value', () => {
  const coverage = measure('lost_reason_coverage', LOST, { period: '2024-01' });
  expect(coverage.value === null ? null : coverage.ranking).toEqual([
    { key: 'Price', n: 3, amount: 150, share: 0.75 },
    { key: 'No decision', n: 1, amount: 400, share: 0.25 },
  ]);
});

it('takes Arabic and Persian letters of a reason for one', () => {
  const deals = dealsOf('id outcome lost_reason\nA lost قيمت\nB lost قیمت\nC lost قیمت');
  const coverage = measure('lost_reason_coverage', deals);
  expect(coverage.value === null ? null : coverage.ranking).toEqual([{ key: 'قیمت', n: 3, amount: null, share: 1 }]);
});

it('warns under 60 % that the ranking does not speak for all', () => {
  const of = (reasons: readonly string[]) =>
    measure(
      'lost_reason_coverage',
      dealsOf(`id outcome lost_reason\n${reasons.map((r, i) => `D${i} lost ${r}`).join('\n')}`),
    );
  expect(noteCodes(of(['x', 'x', 'x', '.', '.']))).toEqual([]);
  expect(noteCodes(of(['x', 'x', '.', '.']))).toEqual(['not_representative']);
  // Nothing is ranked, so there is nothing to warn of.
  expect(of(['.', '.'])).toMatchObject({ value: 0, ranking: [], notes: [] });
});

it('has a value in several currencies, and no money', () => {
  const deals = dealsOf('id outcome lost_reason amount currency\nA lost x 5 EUR\nB lost x 5 EUR\nC lost y 5 USD');
  const coverage = measure('lost_reason_coverage', deals);
  expect(coverage.value).toBe(1);
  expect(coverage.value === null ? [] : coverage.ranking?.map(({ amount }) => amount)).toEqual([null, null]);
});

it('is null without lost deals and without the column', () => {
  expect(measure('lost_reason_coverage', dealsOf('id outcome lost_reason\nA won x'))).toMatchObject({
    value: null,
    reason: 'no_lost_deals',
  });
  expect(measure('lost_reason_coverage', dealsOf('id outcome\nA lost'))).toMatchObject({
    reason: 'missing_field:lost_reason',
  });
});
