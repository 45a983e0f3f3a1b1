import { describe, expect, it } from 'vitest';
import { wonAmounts } from '../../../src/analysis/forecast/amounts.js';
import { type Facts, factsOf } from '../../../src/analysis/forecast/facts.js';
import { pipelineAt } from '../../../src/analysis/forecast/pipeline.js';
import { keptProducts, productWorth, worthAt } from '../../../src/analysis/forecast/product-worth.js';
import { day, dealsOf } from '../../support/deals.js';

const T = day('2024-06-30');
const FIRST = day('2015-01-01');
const won = (product: string, ...amounts: number[]): string[] =>
  amounts.map((amount) => `won 2024-01-05 2024-02-05 ${amount} ${product}`);
const factsWith = (...lines: readonly string[]): Facts =>
  factsOf(dealsOf(['outcome created_at closed_at amount product', ...lines].join('\n')).all(), FIRST);

const SMALL = won('Small', 10, 20, 30);
const LARGE = won('Large', 100, 110, 120);
const OPEN = ['open 2024-05-01 . . Small', 'open 2024-05-01 . . Large', 'open 2024-05-01 . . .'];

describe('productWorth', () => {
  const facts = factsWith(...SMALL, ...LARGE, ...OPEN);
  const worth = productWorth(facts, day('2023-01-01'), T, 65);
  const placeOf = (amount: number): number => facts.amount.indexOf(amount);

  it('draws the means of products to the mean of all by how alike they are', () => {
    // Variance 100 within each; between: (2·3·45² − 100) / (6 − 18/6) = 4016.67. k = 100 / 4016.67 = 0.024896.
    expect(worth?.pull).toBeCloseTo(0.024896, 6);
    // (60 + 0.024896·65) / 3.024896 = 20.37037 and (330 + 0.024896·65) / 3.024896 = 109.62963, of 65.
    expect(worthAt(facts, worth, placeOf(10))).toBeCloseTo(20.37037 / 65, 5);
    expect(worthAt(facts, worth, placeOf(120))).toBeCloseTo(109.62963 / 65, 5);
  });

  it('is what an open deal without an amount brings, one without a product as much as any', () => {
    const amounts = wonAmounts(facts, T);
    const { unpriced, withoutAmount, imputed } = pipelineAt(facts, T, false, amounts);
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    expect(imputed).toBe(65);
    expect(sum(withoutAmount)).toBe(3);
    expect(imputed * sum(unpriced)).toBeCloseTo(20.37037 + 109.62963 + 65, 3);
  });

  it('knows no later wins', () => {
    const later = factsWith(...SMALL, ...LARGE, ...OPEN, 'won 2024-01-05 2024-07-01 9000 Small');
    expect(productWorth(later, day('2023-01-01'), T, 65)).toEqual(worth);
  });

  it('is none where products are not told from chance, where there is one, and where none is named', () => {
    const of = (...lines: string[]) => productWorth(factsWith(...lines), FIRST, T, 20);
    expect(of(...won('Small', 10, 20, 30), ...won('Large', 10, 20, 30))).toBeNull();
    expect(of(...SMALL)).toBeNull();
    expect(of(...won('.', 10, 20, 30))).toBeNull();
    expect(of('won 2024-01-05 2024-02-05 10 Small', 'won 2024-01-05 2024-02-05 99 Large')).toBeNull();
  });
});

describe('keptProducts', () => {
  const lost = (product: string): string[] =>
    Array.from({ length: 6 }, (_, at) => `lost 2024-01-0${at + 1} 2024-03-01 . ${product}`);
  const kept = (...lines: string[]): boolean => keptProducts(factsWith(...lines), T).product !== undefined;

  it('leaves out products that are entered on winning', () => {
    expect(kept(...SMALL, ...LARGE, ...lost('Small'))).toBe(true);
    expect(kept(...SMALL, ...LARGE, ...lost('.'))).toBe(false);
  });
});
