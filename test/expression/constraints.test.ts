import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedSource, patternSource, rangeSource, requiredSource } from '../../src/expression/constraints.js';
import { namesIn } from '../../src/expression/names.js';
import { parseExpression } from '../../src/expression/parse.js';

describe('what a column must hold, as a condition', () => {
  it('is written as a person would write it', () => {
    expect(allowedSource('Region', ['North', 5, true])).toBe("[Region] in ('North', 5, 'yes')");
    expect(patternSource('Code', "^a'b$")).toBe("[Code] matches '^a''b$'");
    expect(rangeSource('amount', { min: 0, max: '5m' })).toBe('[amount] >= 0 and [amount] <= 5m');
    expect(requiredSource('a [b]')).toBe('[a [b]]] is not empty');
  });

  it('names its column and nothing else, whatever the header and the values are', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(text, fc.array(text, { minLength: 1, maxLength: 3 }), (header, values) => {
        for (const source of [
          allowedSource(header, values),
          patternSource(header, values[0] ?? ''),
          requiredSource(header),
        ]) {
          const { fields, columns } = namesIn(parseExpression(source));
          expect([...fields, ...columns.map(({ name }) => name)]).toEqual([header.trim()]);
        }
      }),
    );
  });
});
