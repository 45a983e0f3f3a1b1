import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textColumn } from '../../src/model/text-column.js';
import { readCurrencies } from '../../src/normalize/cell-currencies.js';
import { DistinctCells } from '../../src/normalize/distinct-cells.js';
import { sureNumbers } from '../../src/normalize/parse/sure-numbers.js';

/** By cell what it names; undefined for a column of which no cell names anything. */
function namedBy(cells: readonly string[]): readonly (string | undefined)[] | undefined {
  const read = readCurrencies(sureNumbers(new DistinctCells(textColumn(cells))));
  return read === null ? undefined : Array.from(read.codeOf, (code) => read.values[code]);
}

describe('the currencies that amounts name', () => {
  it('are none of plain numbers and of texts that name none', () => {
    expect(namedBy(['12', '1,234.50', '', 'tbd', '-3', 'n/a'])).toBeUndefined();
  });

  it('are told by sign or code, each cell by itself', () => {
    const cells = ['12', '$1,200.50', '€12', '12 EUR', '', '$7', 'CAD 3', '-$4', 'tbd', '9'];
    const named = ['', 'USD?', 'EUR', 'EUR', '', 'USD?', 'CAD', 'USD?', '', ''];
    expect(namedBy(cells)).toEqual(named);
  });

  it('are numbered as they are met', () => {
    const valuesOf = (cells: readonly string[]) =>
      readCurrencies(sureNumbers(new DistinctCells(textColumn(cells))))?.values;
    expect(valuesOf(['1', '$2', '€3', '$4', 'CAD 5'])).toEqual(['', 'USD?', 'EUR', 'CAD']);
    expect(valuesOf(['1', 'CAD 5', '€3', '$4', '$2'])).toEqual(['', 'CAD', 'EUR', 'USD?']);
    expect(valuesOf(['€1', 'USD 5', '$4'])).toEqual(['', 'EUR', 'USD', 'USD?']);
  });

  it('are the same wherever a cell stands', () => {
    const amount = fc.tuple(
      fc.constantFrom(['', '', ''], ['$', '', 'USD?'], ['€', '', 'EUR'], ['', ' CHF', 'CHF'], ['$-', '', 'USD?']),
      fc.integer({ min: 1, max: 99_999 }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(amount, { minLength: 1, maxLength: 60, selector: ([, n]) => n }), (amounts) => {
        const named = amounts.map(([[, , code]]) => code);
        const expected = named.some((code) => code !== '') ? named : undefined;
        expect(namedBy(amounts.map(([[before, behind], n]) => `${before}${n}${behind}`))).toEqual(expected);
      }),
    );
  });
});
