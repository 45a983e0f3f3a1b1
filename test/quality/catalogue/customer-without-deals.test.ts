import { describe, expect, it } from 'vitest';
import { customerWithoutDeals } from '../../../src/quality/catalogue/customer-without-deals.js';
import { runRule } from '../../support/rules.js';

describe('customer.without_deals', () => {
  it('lists customers that no deal names, where they stand in their file', () => {
    const result = runRule(
      customerWithoutDeals,
      'id customer\nD1 Alpha\nD2 BETA_.\n# customers\nid name\nC1 ALPHA\nC2 Gamma\nC3 Beta\nC4 Delta',
    );
    expect([result.violations, result.applicable]).toEqual([2, 4]);
    expect(result.describe().map(({ place, message }) => [place.file, place.row, message.en])).toEqual([
      ['customers.csv', 3, 'no deal names the customer "Gamma"'],
      ['customers.csv', 5, 'no deal names the customer "Delta"'],
    ]);
  });

  it('judges nothing without a customers file', () => {
    expect(runRule(customerWithoutDeals, 'id customer\nD1 Alpha').outcome).toBe('skipped');
  });
});
