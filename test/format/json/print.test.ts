import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printJson } from '../../../src/format/json/print.js';
import { REPORT } from '../../support/documents.js';

const print = (value: unknown): string => [...printJson(value)].join('');

describe('printJson', () => {
  it('prints what JSON.stringify prints, two spaces in, and a newline', () => {
    expect(print(REPORT)).toBe(`${JSON.stringify(REPORT, null, 2)}\n`);
  });

  it('does so for any value without controls or lone surrogates', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 6, stringUnit: fc.constantFrom('a', '"', '\\', '\n', 'ی', '{', '[') }),
        (value) => {
          expect(print(value)).toBe(`${JSON.stringify(value, null, 2)}\n`);
        },
      ),
    );
  });

  it('parses back equal, whatever the texts', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        expect(JSON.parse(print(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('comes in pieces', () => {
    expect([...printJson(REPORT)].length).toBeGreaterThan(50);
  });

  it('is never one string of thousands of groups', () => {
    const groups = Array.from({ length: 5_000 }, (_, index) => ({ key: [`Group ${index}`], n: index, kpis: [] }));
    const document = { breakdowns: [{ by: 'account', groups }] };
    const pieces = [...printJson(document)];
    expect(pieces.join('')).toBe(`${JSON.stringify(document, null, 2)}\n`);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200);
  });

  it('never writes NaN, Infinity, -0 or undefined', () => {
    const text = print({ a: Number.NaN, b: Number.NEGATIVE_INFINITY, c: -0, d: undefined, e: [undefined] });
    expect(JSON.parse(text)).toEqual({ a: null, b: null, c: 0, e: [null] });
  });
});
