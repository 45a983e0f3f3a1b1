import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviationsOf, listPieceWith, listRowsWith, sumOf, wholeCountsOf } from '../../src/loops/program.js';

/** Programs are made for arrays of this length, and pieces are of 8,192 numbers or 32,768 codes: before, at and behind their ends. */
const LENGTHS = [8_192, 8_193, 16_383, 16_384, 16_385, 40_000];
const numbers = fc.oneof(
  { weight: 8, arbitrary: fc.double({ noNaN: true, min: -1e6, max: 1e6 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1e300, -1e300, 5e-324, 0.1) },
);
const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.MAX_VALUE);

/** A long array, in a block of its own, that repeats some numbers. */
const arrays = fc
  .tuple(
    fc.array(numbers, { minLength: 1, maxLength: 200 }),
    fc.option(odd, { freq: 4 }),
    fc.constantFrom(...LENGTHS),
    fc.nat(3),
  )
  .map(([some, last, length, before]) => {
    const values = new Float64Array(before + length).subarray(before);
    values.forEach((_, at) => {
      values[at] = some[at % some.length] as number;
    });
    if (last !== null) values[length - 1] = last;
    return values;
  });

/** Neumaier's sum, as it is printed. */
function neumaier(values: Float64Array): number {
  let [sum, lost] = [0, 0];
  for (const value of values) {
    const next = sum + value;
    if (Math.abs(sum) >= Math.abs(value)) lost += sum - next + value;
    else lost += value - next + sum;
    sum = next;
  }
  return sum + lost;
}

describe('loops of the program', () => {
  it('add up as a loop does, to the last digit, whatever the numbers', () => {
    fc.assert(
      fc.property(arrays, fc.double({ noNaN: true, min: -10, max: 10 }), (values, mean) => {
        // One after the other: not the same array with the last number NaN only.
        expect(sumOf(values)).toBe(neumaier(values));
        let [squares, drift] = [0, 0];
        for (const value of values) {
          squares += (value - mean) * (value - mean);
          drift += value - mean;
        }
        expect(deviationsOf(values, mean)).toEqual({ squares, drift });
      }),
      { numRuns: 60 },
    );
  });

  it('add up what rounding takes from money', () => {
    // 0.1 ten thousand times is a thousand, of which adding up alone loses 1.6e-10.
    expect(sumOf(new Float64Array(10_000).fill(0.1))).toBe(1_000);
    expect(Object.is(sumOf(new Float64Array(10_000).fill(-0)), 0)).toBe(true);
  });

  it('count whole numbers, and say where one is none', () => {
    const whole = fc.tuple(fc.array(fc.nat(65_535), { minLength: 1, maxLength: 50 }), fc.constantFrom(...LENGTHS));
    fc.assert(
      fc.property(
        whole,
        fc.constantFrom(0.5, -1, 65_536, 2 ** 32, Number.NaN, Infinity),
        fc.nat(),
        ([some, length], bad, place) => {
          const values = Float64Array.from({ length }, (_, at) => some[at % some.length] as number);
          const expected = new Array<number>(Math.max(...some.slice(0, length)) + 1).fill(0);
          for (const value of values) expected[value] = (expected[value] ?? 0) + 1;
          expect([...(wholeCountsOf(values) ?? [])].join()).toBe(expected.join());
          values[place % length] = bad;
          expect(wholeCountsOf(values)).toBe('others');
        },
      ),
      { numRuns: 40 },
    );
    expect(wholeCountsOf(new Float64Array(9_000).fill(-0))).toEqual(Uint32Array.of(9_000));
  });

  it('list the rows that have some codes', () => {
    const lengths = fc.constantFrom(8_192, 32_767, 32_768, 32_769, 70_001);
    const codes = fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(lengths, codes, fc.nat(12), (length, some, looked) => {
        const column = Uint16Array.from({ length }, (_, row) => some[(row * 7) % some.length] as number);
        const wanted = [...new Set(some.slice(0, looked))];
        const expected = [...column.keys()].filter((row) => wanted.includes(column[row] as number));
        const listed = new Uint32Array(expected.length);
        expect(listRowsWith(listed, column, wanted)).toBe(true);
        expect(listed.join()).toBe(expected.join());
      }),
      { numRuns: 40 },
    );
  });

  it('list the rows of a piece that have some codes, and of no longer one', () => {
    const codes = fc.array(fc.nat(0xffff), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.integer({ min: 8_192, max: 16_384 }),
        codes,
        fc.nat(12),
        fc.nat(2 ** 31),
        (length, some, looked, first) => {
          const column = Uint16Array.from({ length }, (_, row) => some[(row * 7) % some.length] as number);
          const wanted = some.slice(0, looked);
          // As long as the largest code there is, and of no other length.
          const own = new Uint8Array(Math.max(...some) + 1);
          for (const code of wanted) own[code] = 1;
          const expected = [...column.keys()].filter((at) => wanted.includes(column[at] as number));
          const listed = new Uint32Array(length);
          expect(listPieceWith(listed, column, own, first)).toBe(expected.length);
          expect(listed.subarray(0, expected.length).join()).toBe(expected.map((at) => first + at).join());
        },
      ),
      { numRuns: 40 },
    );
    expect(listPieceWith(new Uint32Array(32_769), new Uint16Array(32_769), Uint8Array.of(1), 0)).toBe(-1);
    expect(listPieceWith(new Uint32Array(255), new Uint16Array(255), Uint8Array.of(1), 0)).toBe(-1);
  });

  it('are not asked of few', () => {
    const few = new Float64Array(255);
    expect([sumOf(few), deviationsOf(few, 0), wholeCountsOf(few)]).toEqual([null, null, null]);
    expect(listRowsWith(new Uint32Array(255), new Uint16Array(255), [0])).toBe(false);
  });
});
