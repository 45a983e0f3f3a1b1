import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownViolation } from '../../src/quality/baseline.js';
import { KnownViolations } from '../../src/quality/known-violations.js';

const entry: fc.Arbitrary<KnownViolation> = fc
  .record({
    count: fc.integer({ min: 1, max: 0xffffffff }),
    label: fc.option(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 9 }), fc.constant('lone \ud800')), {
      nil: null,
    }),
    note: fc.option(fc.record({ until: fc.constant(null), reason: fc.string() }), { nil: undefined }),
  })
  .map(({ note, ...rest }) => (note === undefined ? rest : { ...rest, note }));
/** Few first digits, so that many share them: the last bits decide their order. */
const hash = fc
  .tuple(fc.constantFrom('00000000', 'ffffffff', '00ab34cd'), fc.constantFrom('0000000', 'fffffff'), fc.nat(15))
  .map(([high, low, last]) => `${high}${low}${last.toString(16)}`);
const known = fc.array(fc.tuple(fc.oneof(hash, fc.stringMatching(/^[0-9a-f]{16}$/)), entry), { maxLength: 200 });

describe('KnownViolations', () => {
  it('is the map that it was made of', () => {
    fc.assert(
      fc.property(known, (pairs) => {
        const map = new Map(pairs);
        const packed = KnownViolations.of(map);
        expect([...packed]).toEqual([...map]);
        expect([...packed.keys()]).toEqual([...map.keys()]);
        expect([...packed.values()]).toEqual([...map.values()]);
        for (const one of map.keys()) expect(packed.get(one)).toEqual(map.get(one));
        expect(packed.has('0123456789abcdef')).toBe(map.has('0123456789abcdef'));
        expect(packed.size).toBe(map.size);
      }),
    );
  });

  it('sorts its places as the digits of the fingerprints sort', () => {
    fc.assert(
      fc.property(known, (pairs) => {
        const packed = KnownViolations.of(new Map(pairs));
        const sorted = [...packed.sortedPlaces()].map((place) => packed.hashAt(place));
        expect(sorted).toEqual([...packed.keys()].sort());
      }),
    );
  });

  it('is left with what remains of each entry', () => {
    const packed = KnownViolations.of(
      new Map([
        ['00000000000000aa', { count: 3, label: 'D1' }],
        ['00000000000000bb', { count: 1, label: null }],
      ]),
    );
    expect([...packed.without(Uint32Array.of(2, 1))]).toEqual([['00000000000000aa', { count: 1, label: 'D1' }]]);
  });
});
