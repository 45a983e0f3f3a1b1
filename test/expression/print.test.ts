import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/expression/parse.js';
import { printCondition } from '../../src/expression/print.js';
import { conditions, withoutPlaces } from '../support/expressions.js';

const printed = (source: string): string => printCondition(parseExpression(source).condition);

describe('printing a condition', () => {
  it('gives a text that is read as the same condition', () => {
    fc.assert(
      fc.property(conditions, (condition) => {
        const text = printCondition(condition);
        expect(withoutPlaces(parseExpression(text).condition), text).toEqual(withoutPlaces(condition));
      }),
      { numRuns: 2000 },
    );
  });

  it('writes fields plain, columns in brackets where they need them, texts in quotes', () => {
    expect(printed(`'Contract No' is not empty AND Region="Nor'th"`)).toBe(
      "[Contract No] is not empty and Region = 'Nor''th'",
    );
    expect(printed('Amount >= ۱۰۰هزار')).toBe('amount >= 100k');
  });

  it('keeps the brackets that decide the meaning', () => {
    expect(printed('(a = x or b = y) and not (c = z and d = w)')).toBe('(a = x or b = y) and (not (c = z and d = w))');
  });
});
