import { describe, expect, test } from 'vitest';
import { matchDeals } from '../../../src/analysis/snapshots/match.js';
import { dealsOf } from '../../support/deals.js';

/** The pairs, as [older row, newer row]. */
function pairs(before: string, after: string): (readonly [number, number])[] {
  const { nowOf, oldOf } = matchDeals(dealsOf(before), dealsOf(after));
  const found = [...nowOf].flatMap((now, old) => (now < 0 ? [] : [[old, now] as const]));
  // Both directions say the same.
  expect([...oldOf].filter((old) => old >= 0)).toHaveLength(found.length);
  for (const [old, now] of found) expect(oldOf[now]).toBe(old);
  return found;
}

function counts(before: string, after: string) {
  const { method, byId, byName, reusedIds, ambiguous } = matchDeals(dealsOf(before), dealsOf(after));
  return { method, byId, byName, reusedIds, ambiguous };
}

describe('by id', () => {
  const before = `id name
                  D1 Mill
                  D2 Dam
                  D3 Pump`;

  test('whatever the order of the rows; renamed deals stay what they were', () => {
    const after = `id name
                   D3 Pump_two
                   D1 Mill
                   D4 Fan`;
    expect(pairs(before, after)).toEqual([
      [0, 1],
      [2, 0],
    ]);
    expect(counts(before, after)).toEqual({ method: 'id', byId: 2, byName: 0, reusedIds: 0, ambiguous: 0 });
  });

  test('with their case: identifiers that differ by it are two deals', () => {
    expect(
      pairs(
        `id
         aB
         Ab`,
        `id
         Ab`,
      ),
    ).toEqual([[1, 0]]);
  });

  test('of 15 characters in one file and of 18 in the other, as Salesforce writes them', () => {
    const short = `id
                   0065g00000ABCDe
                   0065g00000ABCDF
                   0065g00000abcde`;
    const long = `id
                  0065g00000abcdeAAA
                  0065g00000ABCDeAAX
                  0065g00000ABCDFAA0`;
    expect(pairs(short, long)).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
    ]);
    expect(pairs(long, short)).toEqual([
      [0, 2],
      [1, 0],
      [2, 1],
    ]);
  });

  test('ids of 18 characters that begin alike are several deals where both files have them', () => {
    const long = `id
                  0065g00000ABCDeAAA
                  0065g00000ABCDeAAB`;
    expect(pairs(long, long)).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
});

describe('an id that was used again', () => {
  const before = `id name account created_at
                  1  Mill Acme    2024-01-01
                  2  Dam  Beta    2024-01-02`;

  test('is two deals when name, account and day of creation all changed', () => {
    const after = `id name account created_at
                   1  Fan  Gamma   2025-03-01
                   2  Dam  Beta    2024-01-02`;
    expect(pairs(before, after)).toEqual([[1, 1]]);
    expect(counts(before, after)).toMatchObject({ byId: 1, reusedIds: 1 });
  });

  test.each([
    ['name', 'Mill Gamma 2025-03-01'],
    ['account', 'Fan ACME 2025-03-01'],
    ['day', 'Fan Gamma 2024-01-01'],
    ['no other fact', 'Fan . .'],
  ])('is one while its %s speaks for it', (_, facts) => {
    expect(pairs(before, `id name account created_at\n1 ${facts}`)).toEqual([[0, 0]]);
  });

  test('in the same file is told apart by what the deals are', () => {
    const twice = `id name account created_at
                   1  Mill Acme    2024-01-01
                   1  Fan  Gamma   2025-03-01`;
    const turned = `id name account created_at
                    1  Fan  Gamma   2025-03-01
                    1  Mill Acme    2024-01-01
                    1  Dam  Delta   2025-04-01`;
    expect(pairs(twice, turned)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});

describe('by name and account', () => {
  test('where a file has no ids, folded as names are', () => {
    const before = `name      account   created_at
                    Mill_One  ACME_Ltd. 2024-01-01
                    كيك       Beta      2024-01-02`;
    const after = `id name     account  created_at
                   7  کیک      Beta     2024-01-02
                   8  mill_one Acme_Ltd 2024-01-01`;
    expect(pairs(before, after)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(counts(before, after)).toMatchObject({ method: 'name_and_account', byId: 0, byName: 2 });
  });

  test('where the files have hardly an id in common', () => {
    const rows = (prefix: string) =>
      ['id name account', ...Array.from({ length: 20 }, (_, at) => `${prefix}${at} Deal_${at} Acme`)].join('\n');
    expect(counts(rows('A'), rows('B'))).toMatchObject({ method: 'name_and_account', byName: 20, reusedIds: 0 });
  });

  test('not where ids and names of two pipelines have nothing in common', () => {
    const rows = (prefix: string) =>
      ['id name account', ...Array.from({ length: 20 }, (_, at) => `${prefix}${at} ${prefix}_${at} Acme`)].join('\n');
    expect(counts(rows('A'), rows('B'))).toMatchObject({ method: 'id', byId: 0, byName: 0 });
  });

  test('two deals of one name and different days of creation are two', () => {
    const before = `name    account created_at
                    Renewal Acme    2024-01-01`;
    const after = `name    account created_at
                   Renewal Acme    2025-01-01`;
    expect(pairs(before, after)).toEqual([]);
  });

  test('a day that one file does not tell says nothing against it', () => {
    const before = `name    account created_at
                    Renewal Acme    .
                    Mill    Acme    2024-05-05`;
    const after = `name    account created_at
                   Renewal Acme    2025-01-01
                   Mill    Acme    2024-05-05`;
    expect(pairs(before, after)).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });

  test('deals without an id beside others with one', () => {
    const before = `id name account
                    D1 Mill Acme
                    .  Dam  Acme
                    D3 Fan  Acme`;
    const after = `id name account
                   D1 Mill Acme
                   D2 Dam  Acme
                   .  Fan  Acme`;
    expect(counts(before, after)).toEqual({ method: 'both', byId: 1, byName: 2, reusedIds: 0, ambiguous: 0 });
  });

  test('namesakes are told apart by their amounts, else left alone, and counted', () => {
    const before = `name    account amount
                    Renewal Acme    100
                    Renewal Acme    200
                    Licence Beta    5
                    Licence Beta    6`;
    const after = `name    account amount
                   Renewal Acme    200
                   Renewal Acme    100
                   Licence Beta    7
                   Licence Beta    8`;
    expect(pairs(before, after)).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(counts(before, after)).toMatchObject({ byName: 2, ambiguous: 2 });
  });

  test('of namesakes the one that is left over on both sides is the same', () => {
    const before = `name    account amount
                    Renewal Acme    100
                    Renewal Acme    200`;
    const after = `name    account amount
                   Renewal Acme    200
                   Renewal Acme    150`;
    expect(pairs(before, after)).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test('rows without a name are paired with their equals only', () => {
    const before = `amount stage
                    100    Demo
                    100    Demo
                    200    Offer`;
    const after = `amount stage
                   250    Offer
                   100    Demo`;
    expect(pairs(before, after)).toHaveLength(1);
  });
});

test('files without a deal have no pairs', () => {
  expect(counts('id name', 'id name')).toEqual({ method: 'id', byId: 0, byName: 0, reusedIds: 0, ambiguous: 0 });
});
