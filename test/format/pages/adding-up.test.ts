import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PageOptions } from '../../../src/format/page.js';
import { addingUp } from '../../../src/format/pages/adding-up.js';

const options = (short: boolean): PageOptions => ({ lang: 'en', calendar: 'gregorian', short, detail: 'standard' });

/** A printed figure in hundredths of its scale. */
function hundredths(text: string): number {
  return Math.round(
    Number(
      text
        .replace(/ [kMBT]$/, '')
        .replaceAll(',', '')
        .replace('−', '-'),
    ) * 100,
  );
}

describe('what is printed adds up', () => {
  test.each([true, false])('short: %s', (short) => {
    const amount = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000_000 }), fc.array(amount, { maxLength: 12 }), (cents, steps) => {
        const { start, steps: shown, end } = addingUp(cents / 100, steps, options(short));
        expect(shown.reduce((sum, text) => sum + hundredths(text), hundredths(start))).toBe(hundredths(end));
      }),
    );
  });

  test('even where each figure alone would be rounded the other way', () => {
    // 1,004.44 + 111.44 = 1,115.88 and + 111.44 = 1,227.32 k: the levels are 1,004.4, 1,115.9 and 1,227.3 k.
    expect(addingUp(1_004_440, [111_440, 111_440], options(true))).toEqual({
      start: '1,004.4 k',
      steps: ['+111.5 k', '+111.4 k'],
      end: '1,227.3 k',
    });
  });

  test('in the scale of the largest step, with four digits of it', () => {
    expect(addingUp(1_391_234, [272_345, -4_966], options(true))).toEqual({
      start: '1,391.2 k',
      steps: ['+272.4 k', '−5.0 k'],
      end: '1,658.6 k',
    });
    expect(addingUp(1_391_234, [], options(true))).toEqual({ start: '1.39 M', steps: [], end: '1.39 M' });
  });
});

test('what is rounded to nothing is no plain zero', () => {
  expect(addingUp(18_000_000, [22_500_000, 30, 0], options(true)).steps).toEqual(['+22.50 M', '0.00 M', '0']);
});

test('whole amounts have no cents, and all detail has them where they are', () => {
  expect(addingUp(500, [-20], options(true))).toEqual({ start: '500', steps: ['−20'], end: '480' });
  expect(addingUp(12345.5, [0.25], options(false))).toEqual({ start: '12,345.50', steps: ['+0.25'], end: '12,345.75' });
});
