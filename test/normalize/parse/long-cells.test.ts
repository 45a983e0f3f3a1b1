import { describe, expect, it } from 'vitest';
import { foldText } from '../../../src/locale/fold.js';
import { textColumn } from '../../../src/model/text-column.js';
import { parseDay, utcDay } from '../../../src/normalize/parse/date.js';
import { currencyIn, parseFlag, parseNumber } from '../../../src/normalize/parse/number.js';
import { orderEvidence } from '../../../src/normalize/parse/sure-days.js';
import { decideNumberFormat } from '../../../src/normalize/parse/sure-numbers.js';
import { isMissing } from '../../../src/normalize/parse/text.js';
import { cpuTime } from '../../support/cpu-time.js';

const POINT = { decimal: '.', decidedBy: 'cells', ambiguous: 0 } as const;
const DAYS = { order: 'dmy', shortYear: 'last', decidedBy: 'cells', ambiguous: 0, dayMonthCells: 1 } as const;

/** Cells that patterns with two ways to match look at again and again. */
const CELLS: readonly (readonly [string, (length: number) => string])[] = [
  ['spaces before a letter', (n) => `${' '.repeat(n)}x`],
  ['spaces inside', (n) => `1${' '.repeat(n)}x`],
  ['hard spaces inside', (n) => `1${'\u00a0'.repeat(n)}x`],
  ['dashes', (n) => '-'.repeat(n)],
  ['digits', (n) => '1'.repeat(n)],
  ['groups', (n) => '1,'.repeat(n / 2)],
  ['spaced digits', (n) => '1 '.repeat(n / 2)],
  ['open brackets', (n) => '('.repeat(n)],
  ['a month and spaces', (n) => `1 jan${' '.repeat(n)}x`],
  ['letters', (n) => 'a'.repeat(n)],
  ['a per cent sign after spaces', (n) => `${' '.repeat(n)}%x`],
  ['currencies', (n) => 'kr USD '.repeat(n / 7)],
  ['Persian digits', (n) => '۱'.repeat(n)],
];
const READERS: readonly (readonly [string, (text: string) => unknown])[] = [
  ['parseNumber', (text) => parseNumber(text, POINT)],
  ['decideNumberFormat', (text) => decideNumberFormat(textColumn([text]))],
  ['parseDay', (text) => parseDay(text, DAYS, utcDay)],
  ['orderEvidence', (text) => orderEvidence(textColumn([text]))],
  ['currencyIn', currencyIn],
  ['parseFlag', parseFlag],
  ['isMissing', isMissing],
  ['foldText', foldText],
];

function millisecondsOf(run: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn++) {
    const start = cpuTime();
    run();
    least = Math.min(least, cpuTime() - start);
  }
  return least;
}

describe.each(READERS)('%s', (_, read) => {
  it.each(CELLS)('takes no more than its share of time for %s', (__, cell) => {
    const [short, long] = [cell(7_000), cell(112_000)];
    read(short);
    // Sixteen times as long: a quadratic pattern takes 256 times as long. What ends within 40 ms is no matter.
    expect(millisecondsOf(() => read(long))).toBeLessThan(Math.max(40, 80 * millisecondsOf(() => read(short))));
  });
});

it('reads numbers and dates among much outer space', () => {
  const space = ' '.repeat(300);
  expect(parseNumber(`${space}1,200.50 EUR${space}`, POINT)).toBe(1200.5);
  expect(parseDay(`${space}2024-03-05${space}`, DAYS, utcDay)).toBe(19_787);
  expect(parseNumber(space, POINT)).toBeNull();
  expect(parseDay(`${space}-${space}`, DAYS, utcDay)).toBeNull();
});

it('takes no long text for a number or a date', () => {
  expect(parseNumber('9'.repeat(101), POINT)).toBeUndefined();
  expect(parseDay(`5 March 2024 ${'and so on '.repeat(20)}`, DAYS, utcDay)).toBeUndefined();
});
