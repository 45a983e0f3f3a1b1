import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/model/company-name.js';
import { likelyPairs, likenessOf, meantBy } from '../../src/quality/names.js';
import { cpuTime } from '../support/cpu-time.js';

const like = (a: string, b: string) => likenessOf(nameKey(a), nameKey(b));

describe('two names', () => {
  it.each([
    ['Acme Inc.', 'ACME Incorporated', 'form'],
    ['Müller & Söhne GmbH', 'Sohne and Muller', 'form'],
    ['S.A.R.L. Dupont', 'Dupont', 'form'],
    ['شركت كيميا', 'کیمیا', 'form'],
    ['داده‌پردازی ایران', 'داده پردازی ایران', 'form'],
    ['شرکت ۱۲', 'شرکت 12', 'form'],
    ['GTX Pro', 'GTXPro', 'spacing'],
    ['Meridian Logistics', 'Meridian Logistcs', 'typo'],
  ] as const)('%s and %s: %s', (a, b, likeness) => {
    expect(like(a, b)).toBe(likeness);
    expect(like(b, a)).toBe(likeness);
  });

  it.each([
    ['Region 1 Hospital', 'Region 2 Hospital'],
    ['Bank Mellat', 'Bank Melli'],
    ['Meridian Health', 'Meridian Wealth'],
    ['Acme Inc', 'Apex Inc'],
    ['Store 12', 'Store 1 2'],
    ['SE Asia Trading', 'Asia SE Trading Two'],
  ])('%s and %s are two', (a, b) => {
    expect(like(a, b)).toBeNull();
  });
});

describe('likelyPairs', () => {
  it('names the earliest that each later one is like', () => {
    expect(likelyPairs(['Alpha', 'Betasoloin', 'ALPHA', 'Beta Soloin', 'Alpha GmbH', 'Gamma'])).toEqual([
      { first: 0, second: 2, likeness: 'same' },
      { first: 1, second: 3, likeness: 'same' },
      { first: 0, second: 4, likeness: 'form' },
    ]);
  });

  it('finds through its blocks what comparing all with all finds', () => {
    const letters = fc.constantFrom(...'abcde');
    const word = fc.array(letters, { minLength: 1, maxLength: 10 }).map((cells) => cells.join(''));
    const near = word.chain((base) =>
      fc.record({ base: fc.constant(base.padEnd(9, 'xyz')), at: fc.nat(8), letter: letters, how: fc.nat(2) }),
    );
    const twins = near.map(({ base, at, letter, how }) => {
      const rest = base.slice(at + (how === 1 ? 0 : 1));
      return [base, `${base.slice(0, at)}${how === 2 ? '' : letter}${rest}`];
    });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            word.map((one) => [one]),
            twins,
          ),
          { maxLength: 12 },
        ),
        (groups) => {
          const names = groups.flat().map((name, index) => (index % 3 === 0 ? `${name} north` : name));
          const found = new Set(likelyPairs(names).map(({ second }) => second));
          names.forEach((name, second) => {
            const any = names.slice(0, second).some((other) => like(other, name) !== null);
            expect(found.has(second), `${name} in ${names.join()}`).toBe(any);
          });
        },
      ),
    );
  });

  it('takes a hundred thousand names at once', () => {
    const names = Array.from({ length: 100_000 }, (_, n) => `Customer ${n}`);
    const before = cpuTime();
    expect(likelyPairs([...names, 'Custommer 77'])).toEqual([{ first: 77, second: 100_000, likeness: 'typo' }]);
    expect(cpuTime() - before).toBeLessThan(10_000);
  });
});

describe('meantBy', () => {
  it('offers the same letters first, then the nearest with the same digits', () => {
    const known = ['GTX Basic', 'GTX Pro', 'GTK 500', 'MG Special'];
    expect(meantBy('GTXPro', known)).toBe('GTX Pro');
    expect(meantBy('MG Spezial', known)).toBe('MG Special');
    expect(meantBy('GTK 501', known)).toBeNull();
    expect(meantBy('Turbine', known)).toBeNull();
  });
});
