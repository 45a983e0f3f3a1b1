import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { companyKey } from '../../src/model/company-name.js';
import { companyNumbers } from '../../src/normalize/company-numbers.js';

/** The numbers of names, counted by their keys: the first company that is met is 1. */
function byKeys(names: readonly string[]): number[] {
  const keys = [...new Set(names.map(companyKey).filter((key) => key !== ''))];
  return names.map((name) => keys.indexOf(companyKey(name)) + 1);
}

/** Names as people and programs write them: alike, and not. */
const word = fc.constantFrom('Acme', 'acme', 'ACME', 'Unit', 'A', 'a1', '1', '12', '2', 'گروه', 'Ácme', 'acme\u200c');
const gap = fc.constantFrom(' ', '  ', '-', '', ', ', '.', ' & ', '\u00a0');
const name = fc
  .array(fc.tuple(word, gap), { maxLength: 4 })
  .map((parts) => parts.map(([text, behind]) => text + behind).join(''));

describe('companies of names', () => {
  test('writings that differ in case, spaces and points have one number; digits that stand apart have another', () => {
    const names = ['', 'Acme 12', 'ACME 12', 'Acme 1 2', 'acme  12.', 'A CME1 2', 'Acme', '...', 'Acm', 'Acme1'];
    const { numberOf, companies } = companyNumbers(names);
    expect([...numberOf]).toEqual([0, 1, 1, 2, 1, 2, 3, 0, 4, 5]);
    expect(companies).toBe(5);
  });

  test('are those of their keys', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(name, fc.string({ maxLength: 6 })), { maxLength: 40 }), (names) => {
        expect([...companyNumbers(names).numberOf]).toEqual(byKeys(names));
      }),
      { numRuns: 300 },
    );
  });

  test('a table that fills keeps them apart', () => {
    const names = Array.from({ length: 5000 }, (_, at) => `Customer ${at % 2500}${at < 2500 ? '' : '.'}`);
    const { numberOf, companies } = companyNumbers(names);
    expect(companies).toBe(2500);
    expect(numberOf.every((number, at) => number === (at % 2500) + 1)).toBe(true);
  });
});
