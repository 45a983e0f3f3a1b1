import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealEntity, fingerprint, fnv1a64 } from '../../src/quality/fingerprint.js';
import { dealsOf } from '../support/deals.js';

/** FNV-1a with big integers, as its authors write it down. */
function reference(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}

describe('fnv1a64', () => {
  // The test vectors of the authors: http://www.isthe.com/chongo/src/fnv/test_fnv.c
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('of "%s" is %s', (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });

  it('is that of the reference for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fnv1a64(text)).toBe(reference(text));
      }),
    );
  });
});

describe('the entity of a deal', () => {
  const entityOf = (table: string, row = 0): string => dealEntity(dealsOf(table), row).entity;

  it('is its id, whatever else it holds and wherever it stands', () => {
    const before = 'id name amount outcome\nD1 Alpha 5 won\nD2 Beta 7 won';
    const after = 'id outcome amount name\nD9 lost 1 Zeta\nD2 lost 9 Beta2\nD1 won 6 Alpha2';
    expect(entityOf(before, 0)).toBe(entityOf(after, 2));
    expect(entityOf(before, 1)).toBe(entityOf(after, 1));
    expect(entityOf(before, 0)).not.toBe(entityOf(before, 1));
  });

  it('without an id is its name with its customer, however they are spelt', () => {
    const one = entityOf('name account outcome\nAlpha ACME won');
    expect(entityOf('name account outcome\nALPHA acme lost')).toBe(one);
    expect(entityOf('name account outcome\nAlpha Other won')).not.toBe(one);
    expect(entityOf('name account outcome\nكافه كتاب_نو won')).toBe(entityOf('name account outcome\nکافه کتاب_نو won'));
  });

  it('is nothing for a deal with neither', () => {
    expect(entityOf('amount outcome\n5 won')).toBe('');
  });
});

describe('a fingerprint', () => {
  it('tells rules, entities and fields apart, even where they are written alike', () => {
    const hashes = [
      fingerprint('a', { entity: 'b', field: 'c' }),
      fingerprint('a', { entity: 'b', field: '' }),
      fingerprint('a', { entity: '', field: 'b' }),
      fingerprint('b', { entity: 'b', field: 'c' }),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});
