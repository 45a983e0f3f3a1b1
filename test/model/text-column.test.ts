import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellText,
  haveSameText,
  type TextColumn,
  TextColumnBuilder,
  TooMuchText,
} from '../../src/model/text-column.js';
import { fillingOf, storedColumn } from '../support/value-columns.js';

function columnOf(texts: Iterable<string>, sliced: boolean): TextColumn {
  const builder = new TextColumnBuilder(sliced);
  for (const text of texts) builder.push(text);
  return builder.finish();
}

const textsOf = (column: TextColumn): string[] =>
  Array.from({ length: column.length }, (_, row) => cellText(column, row));

describe('a column of texts', () => {
  it('is given up when it is longer than offsets can count', () => {
    const builder = new TextColumnBuilder(false, 300_000);
    expect(() => {
      for (let row = 0; row < 100_000; row++) builder.push(`name ${row}`);
    }).toThrow(TooMuchText);
  });

  const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `D-${index}`);

  it('is a dictionary while texts repeat', () => {
    expect(columnOf(['a', 'b', 'a', ''], true)).toMatchObject({ kind: 'dictionary', values: ['a', 'b', ''] });
    expect(columnOf([...numbered(8000), ...numbered(8000), ...numbered(8000)], true).kind).toBe('dictionary');
  });

  it('is plain bytes from where nearly all texts differ', () => {
    expect(columnOf(numbered(9000), true).kind).toBe('plain');
    expect(columnOf([...numbered(500), ...numbered(9000)], true).kind).toBe('dictionary');
  });

  it('tells whether rows have the same text', () => {
    const few = ['a', 'b', '', 'a', '', 'é'];
    const days = [
      '2024-01-05 10:00',
      '2024-01-05',
      '2024-01-05 10:00',
      '',
      'n/a',
      '2024-01-06 10:00',
      'N/A',
      '',
      'n/a',
    ];
    const all = [...fillingOf.days, ...days];
    for (const [column, texts] of [
      [columnOf(few, false), few],
      [columnOf([...numbered(9000), ...few], false), [...numbered(9000), ...few]],
      [storedColumn('days', all), all],
    ] as const) {
      for (let a = texts.length - 10; a < texts.length; a++) {
        for (let b = texts.length - 10; b < texts.length; b++) {
          if (a >= 0 && b >= 0) expect(haveSameText(column, a, b)).toBe(texts[a] === texts[b]);
        }
      }
    }
  });

  it('gives back what was put in, whatever it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: 'binary-ascii', maxLength: 60 }),
      fc.constantFrom('', 'é', '😀', '\ufeff', 'ش'.repeat(49), 'a'.repeat(48), `${'a'.repeat(47)}é`),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 50 }), fc.boolean(), (texts, sliced) => {
        expect(textsOf(columnOf(texts, sliced))).toEqual(texts);
        // Behind so many that differ, the column is plain.
        const all = [...numbered(8500), ...texts];
        expect(textsOf(columnOf(all, sliced))).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });
});
