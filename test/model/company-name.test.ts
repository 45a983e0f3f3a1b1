import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companyKey, companyKeys } from '../../src/model/company-name.js';

describe('companyKey', () => {
  it.each([
    ['ACME, Inc.', 'Acme Inc'],
    ['G.M.B.H. Nord', 'GmbH Nord'],
    ['Beta  Soloin', 'betasoloin'],
    ['Pools & Spas', 'Pools and Spas'],
    ['شركة ي', 'شرکه ی'],
    ['پارس\u200cخودرو', 'پارس خودرو'],
    ['پارس\u200cخودرو', 'پارسخودرو'],
    ['گروه ۱۲', 'گروه 12'],
    ['سپیدار', 'سپیـــدار'],
    ['Café Río', 'CAFE RIO'],
  ])('is one for %s and %s', (one, other) => {
    expect(companyKey(one)).toBe(companyKey(other));
  });

  it.each([
    ['Acme GmbH', 'Acme Inc.'],
    ['Acme', 'Acme Ltd'],
    ['شرکت سپیدار', 'سپیدار'],
    ['North Star', 'Star North'],
    ['Meyer', 'Meier'],
    ['Unit 1-2', 'Unit 12'],
    ['A & B', 'AB'],
    ['C', 'C+'],
  ])('tells %s from %s', (one, other) => {
    expect(companyKey(one)).not.toBe(companyKey(other));
  });

  it('does not see case, or what stands around a name', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(companyKey(` ${name}. `)).toBe(companyKey(name));
      }),
    );
  });
});

it('lists of names that share one are one customer', () => {
  const keyOf = companyKeys([
    ['A', 'B'],
    ['C', 'D'],
    ['b', 'c'],
  ]);
  expect(new Set(['A', 'b', 'C', 'd'].map(keyOf)).size).toBe(1);
  expect(keyOf('E')).toBe('e');
});
