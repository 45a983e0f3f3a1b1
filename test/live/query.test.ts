import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuery, parseQuery } from '../../src/live/query.js';

describe('the query of an address', () => {
  it('is read as forms write it', () => {
    expect(parseQuery('where=region+%3D+EMEA%26x&by=owner&by=City%2C+State&period=&kpi')).toEqual([
      { name: 'where', value: 'region = EMEA&x' },
      { name: 'by', value: 'owner' },
      { name: 'by', value: 'City, State' },
      { name: 'period', value: '' },
      { name: 'kpi', value: '' },
    ]);
    expect(parseQuery('')).toEqual([]);
    expect(parseQuery('by=%D9%85%D8%B3%D8%A6%D9%88%D9%84')).toEqual([{ name: 'by', value: 'مسئول' }]);
  });

  it.each(['a=%', 'a=%zz', 'a=%c3%28', 'a=%ed%a0%80', 'a=%00', '%ff=1', 'a=1&'.repeat(101)])('refuses %s', (query) => {
    expect(() => parseQuery(query)).toThrow(expect.objectContaining({ code: 'address_unreadable' }));
  });

  it('is read back as it was written, whatever stands in it', () => {
    const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''));
    const parameter = fc.record({ name: text, value: text });
    fc.assert(
      fc.property(fc.array(parameter, { maxLength: 8 }), (parameters) => {
        const written = formatQuery(parameters);
        expect(parseQuery(written)).toEqual(parameters);
        expect(written).toMatch(/^[\w!'()*.~,:+%=&-]*$/);
      }),
    );
  });
});
