import { describe, expect, it } from 'vitest';
import { categoryColumn } from '../../src/model/column.js';
import { customerColumn } from '../../src/normalize/customer-key.js';

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
    expect(customers(['7', 'Alpha GmbH'], ['', 'alpha  gmbh'])).toEqual(['Alpha GmbH', 'Alpha GmbH']);
  });
});

describe('a customer without an id', () => {
  const named = (merged: readonly (readonly string[])[], ...names: readonly string[]) =>
    customerColumn(categoryColumn(names), undefined, names.length, merged);

  it('is one in all writings of its name, called as most deals call it, and they are told', () => {
    const { column, joined } = named([], 'ACME, Inc.', 'Acme Inc', 'acme inc', 'Acme Inc', 'Acme GmbH');
    expect([...column.codes]).toEqual([1, 1, 1, 1, 2]);
    expect(column.values).toEqual(['', 'Acme Inc', 'Acme GmbH']);
    expect(joined).toEqual([{ names: ['Acme Inc', 'ACME, Inc.', 'acme inc'], merged: false }]);
  });

  it('is numbered in the order of rows, whatever order the names of the column have', () => {
    const account = { codes: Uint8Array.of(3, 1, 0, 4, 3, 1), values: ['', 'Borea', 'Nobody', 'Acme', 'BOREA', '?'] };
    const { column, joined, codeOf } = customerColumn(account, undefined, 6);
    expect([...column.codes]).toEqual([1, 2, 0, 2, 1, 2]);
    expect(column.values).toEqual(['', 'Acme', 'Borea']);
    expect(joined).toEqual([{ names: ['Borea', 'BOREA'], merged: false }]);
    expect([codeOf('', 'acme'), codeOf('7', 'borea.'), codeOf('', 'Nobody'), codeOf('', '')]).toEqual([1, 2, 0, 0]);
  });

  it('of two writings that as many deals have is called by the one that comes first in the alphabet', () => {
    expect(named([], 'acme', 'Acme', 'ACME').column.values).toEqual(['', 'ACME']);
  });

  it('is told by the same codes where each has one name, and a deal without letters has none', () => {
    const account = categoryColumn(['Acme', 'Borea', 'Acme', '']);
    expect(customerColumn(account, undefined, 4).column.codes).toBe(account.codes);
    expect([...named([], 'Acme', '-', 'Borea').column.codes]).toEqual([1, 0, 2]);
  });

  it('is one with those that the user says, under the first name of the list', () => {
    const { column, joined } = named([['Acme', 'Acme GmbH', 'Acme Inc.']], 'acme gmbh', 'Acme Inc', 'Borea');
    expect([...column.codes]).toEqual([1, 1, 2]);
    expect(column.values).toEqual(['', 'Acme', 'Borea']);
    expect(joined.map(({ merged }) => merged)).toEqual([true]);
  });

  it('takes the ids that bear a merged name along', () => {
    const names = categoryColumn(['Acme GmbH', 'Acme Inc', '', 'Borea']);
    const ids = categoryColumn(['7', '8', '7', '9']);
    const made = customerColumn(names, ids, 4, [['Acme GmbH', 'Acme Inc']]);
    expect([...made.column.codes]).toEqual([1, 1, 1, 2]);
    expect([made.codeOf('8', 'x'), made.codeOf('', 'ACME INC'), made.codeOf('9', '')]).toEqual([1, 1, 2]);
  });
});
