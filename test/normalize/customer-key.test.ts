import { describe, expect, it } from 'vitest';
import { categoryColumn } from '../../src/model/column.js';
import { companyKey, customerColumn } from '../../src/normalize/customer-key.js';

/** The customer of each deal, by its label, from pairs of account id and name. */
function customers(...deals: readonly (readonly [id: string, name: string])[]): string[] {
  const ids = categoryColumn(deals.map(([id]) => id));
  const names = categoryColumn(deals.map(([, name]) => name));
  const { column } = customerColumn(names, ids, deals.length);
  return [...column.codes].map((code) => column.values[code] ?? '');
}

describe('the customer of a deal', () => {
  it('is the account id, whatever the name', () => {
    expect(customers(['7', 'Alpha'], ['7', 'Alpha Ltd, Leeds'], ['8', 'Alpha'])).toEqual(['Alpha', 'Alpha', 'Alpha']);
    const { column } = customerColumn(
      categoryColumn(['Alpha', 'Alpha Ltd, Leeds', 'Alpha']),
      categoryColumn(['7', '7', '8']),
      3,
    );
    expect([...column.codes]).toEqual([1, 1, 2]);
  });

  it('is the one id that other deals give the name', () => {
    expect(customers(['7', 'Alpha GmbH'], ['', 'alpha'])).toEqual(['Alpha GmbH', 'Alpha GmbH']);
  });
});

describe('companyKey', () => {
  it.each([
    ['ACME, Inc.', 'acme'],
    ['Pools & Spas LLC', 'pools and spas'],
    ['شرکت سپیدار', 'سپیدار'],
    ['Limited', 'limited'],
  ])('of %s is %s', (name, key) => {
    expect(companyKey(name)).toBe(key);
  });
});
