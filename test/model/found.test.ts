import { describe, expect, it } from 'vitest';
import { type Finding, keep, recalled } from '../../src/model/found.js';

describe('what is kept on an object', () => {
  // Few are kept as pairs, many in a map.
  it.each([1, 3, 200])('is found again, each of %d under its own key', (size) => {
    const object: Finding = { found: null };
    const keys = Array.from({ length: size }, (_, index) => ({ index }));
    for (const key of keys) expect(recalled(object, key)).toBeUndefined();
    for (const key of keys) keep(object, key, key.index);
    expect(keys.map((key) => recalled(object, key))).toEqual(keys.map(({ index }) => index));
    for (const key of keys) keep(object, key, -key.index);
    expect(keys.map((key) => recalled(object, key))).toEqual(keys.map(({ index }) => -index));
    expect(recalled(object, {})).toBeUndefined();
  });
});
