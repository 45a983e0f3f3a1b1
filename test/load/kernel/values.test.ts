import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ValueKind } from '../../../src/load/raw-table.js';
import { NO_DAY } from '../../../src/model/civil-day.js';
import { cellText, type TextColumn } from '../../../src/model/text-column.js';
import { readCurrencies } from '../../../src/normalize/cell-currencies.js';
import { DistinctCells } from '../../../src/normalize/distinct-cells.js';
import { utcDay } from '../../../src/normalize/parse/date.js';
import { decideDateFormat } from '../../../src/normalize/parse/date-order.js';
import { numberFormatOf } from '../../../src/normalize/parse/number.js';
import { sureDays } from '../../../src/normalize/parse/sure-days.js';
import { sureNumbers } from '../../../src/normalize/parse/sure-numbers.js';
import { readDays, readNumbers } from '../../../src/normalize/read-columns.js';
import { fillingOf, plainColumn, storedColumn, storedColumnOfTwo } from '../../support/value-columns.js';

const two = (value: number): string => String(value).padStart(2, '0');
const number = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

/** Dates and times that exist and that do not, at every edge. */
const dates = fc
  .tuple(fc.integer({ min: 1490, max: 2110 }), number(13), number(32))
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
const times = fc
  .tuple(fc.constantFrom(' ', 'T', 't', '  '), number(24), number(60), fc.option(number(60)))
  .map(
    ([sign, hour, minute, second]) => `${sign}${two(hour)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`,
  );
const dayCells = fc.oneof(
  dates,
  fc.tuple(dates, times).map((parts) => parts.join('')),
  fc.tuple(dates, times, fc.constantFrom('Z', '+03:30', '.000', ' PM', '')).map((parts) => parts.join('')),
);
const digits = fc.stringMatching(/^\d{0,17}$/);
const numberCells = fc.oneof(
  fc
    .tuple(fc.constantFrom('', '', '-', '$', '$-', '€'), digits, fc.constantFrom('', '.', ','), digits)
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('', '$', '-'), fc.nat(), fc.constantFrom('', '.5', '.123', '.00'))
    .map(([sign, value, rest]) => `${sign}${value.toLocaleString('en-US')}${rest}`),
  fc.stringMatching(/^[\d.,$-]{0,8}$/),
);
const others = fc.constantFrom('', '', 'tbd', '31/12/2024', 'none', '12 EUR', '۱۲۳', '20 %', '😀', ' 2024-01-05', '5 ');

/** A cell of which a character may have become another. */
const spoilt = (cells: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(cells, fc.option(fc.nat(30)), fc.stringMatching(/^[ -~]$/)).map(([cell, at, other]) => {
    return at === null || at >= cell.length ? cell : cell.slice(0, at) + other + cell.slice(at + 1);
  });
const cellsOf = {
  days: fc.oneof(dayCells, spoilt(dayCells), others),
  numbers: fc.oneof(numberCells, spoilt(numberCells), others),
};

/** All that is asked of a column of a kind. */
function known(kind: ValueKind, column: TextColumn, rows: number): readonly [ArrayLike<number>, object] {
  const cells = Array.from({ length: rows }, (_, row) => cellText(column, column.length - rows + row));
  if (kind === 'days') {
    const sure = sureDays(new DistinctCells(column));
    const { data, filled, unfit, unreadable } = readDays(sure, decideDateFormat(sure.evidence, {}), utcDay);
    return [data, { cells, evidence: sure.evidence, filled, unfit, unreadable, empty: sure.empty }];
  }
  const sure = sureNumbers(new DistinctCells(column));
  const { data, filled, unfit, unreadable } = readNumbers(sure, numberFormatOf(sure.evidence, null, null));
  const currencies = readCurrencies(sure);
  const named = currencies && {
    values: currencies.values,
    codes: Buffer.from(currencies.codeOf.buffer).toString('hex'),
  };
  return [data, { cells, evidence: sure.evidence, filled, unfit, unreadable, empty: sure.empty, named }];
}

/** The first row in which two columns of numbers differ; -1 = none. */
function difference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) return 0;
  for (let row = 0; row < one.length; row++) if (!Object.is(one[row], other[row])) return row;
  return -1;
}

function bytesOf(column: TextColumn): unknown {
  if (column.kind !== 'plain') return null;
  const { bytes, offsets } = column;
  return [Buffer.from(bytes).toString('latin1'), Buffer.from(offsets.buffer).toString('hex')];
}

describe.each(['days', 'numbers'] as const)('a column stored as %s', (kind) => {
  const filling = fillingOf[kind];

  it('tells whatever the same texts tell, and gives them back', () => {
    fc.assert(
      fc.property(fc.array(cellsOf[kind], { minLength: 1, maxLength: 300 }), (cells) => {
        const all = [...filling, ...cells];
        const column = storedColumn(kind, all);
        expect(column.kind === 'plain' && column.stored?.kind).toBe(kind);
        const plain = plainColumn(all);
        const [data, facts] = known(kind, column, cells.length);
        const [expected, expectedFacts] = known(kind, plain, cells.length);
        expect(difference(data, expected)).toBe(-1);
        expect(facts).toEqual(expectedFacts);
        expect(bytesOf(column)).toEqual(bytesOf(plain));
      }),
      { numRuns: 25 },
    );
  });

  it('is the same whoever of two readers read which part of it', () => {
    const random = fc.sample(cellsOf[kind], { numRuns: 250, seed: 5 });
    const texts = Array.from({ length: 9000 }, (_, row) => `~${row}`);
    const cases: readonly (readonly [string, readonly string[], number, number])[] = [
      ['values here and there', [...filling, ...random, ...filling, ...random], 8500, 8700],
      ['values before the plan', [...filling, ...filling.toReversed(), ...random], 5000, 8400],
      ['few rows there', [...filling, ...random], 8400, 8600],
      ['few rows here', [...random, ...filling, ...random], 100, 300],
      ['other texts there', [...filling, ...texts], 8300, 8300],
      ['other texts here', [...texts, ...filling, ...random], 9000, 9000],
      ['few rows of each', random, 100, 200],
    ];
    for (const [name, cells, looked, from] of cases) {
      const column = storedColumnOfTwo(kind, cells, looked, from);
      const [data, facts] = known(kind, column, cells.length);
      const [expected, expectedFacts] = known(kind, plainColumn(cells), cells.length);
      expect(difference(data, expected), name).toBe(-1);
      if (column.kind === 'plain') expect(facts, name).toEqual(expectedFacts);
    }
  });

  it('is what it is where one reader has a dictionary and the other texts', () => {
    const cells = [
      ...Array.from({ length: 600 }, (_, row) => filling[row % 28] ?? ''),
      ...Array.from({ length: 9000 }, (_, row) => `${row}~`),
    ];
    const column = storedColumnOfTwo(kind, cells, 500, 600);
    expect(cells.map((_, row) => cellText(column, row))).toEqual(cells);
  });

  it('is read without making its texts', () => {
    const column = storedColumn(kind, [...filling, 'tbd', '']);
    const refused = () => {
      throw new Error('texts were made');
    };
    Object.defineProperties(column, { bytes: { get: refused }, offsets: { get: refused } });
    const [data] = known(kind, column, 2);
    expect(data.length).toBe(filling.length + 2);
  });

  it('is not made of a column of other texts', () => {
    const column = storedColumn(
      kind,
      Array.from({ length: 9000 }, (_, row) => (row % 5 === 0 ? `x${row}` : `${filling[row % 8300]}`)),
    );
    expect(column.kind === 'plain' && column.stored).toBe(undefined);
  });
});

it('days and numbers are what they are', () => {
  const days = storedColumn('days', [
    ...fillingOf.days,
    '1970-01-02',
    '',
    '1500-01-01 23:59',
    '2024-02-30',
    '9999-12-31T00:00:01',
  ]);
  if (days.kind !== 'plain' || days.stored?.kind !== 'days') throw new Error('not stored as days');
  expect([...days.stored.days.slice(-5)]).toEqual([1, NO_DAY, -171_664, NO_DAY, 2_932_896]);
  expect([...days.stored.others.rows]).toEqual([fillingOf.days.length + 3]);
  const numbers = storedColumn('numbers', [
    ...fillingOf.numbers,
    '0.1',
    '',
    '-7.25',
    '$1,234,567.89',
    '007',
    '999999999999999',
  ]);
  if (numbers.kind !== 'plain' || numbers.stored?.kind !== 'numbers') throw new Error('not stored as numbers');
  expect([...numbers.stored.values.slice(-6)]).toEqual([
    0.1,
    Number.NaN,
    -7.25,
    1234567.89,
    Number.NaN,
    999999999999999,
  ]);
});

it('days are theirs however many months there are, in whatever order', () => {
  // 11 is prime to 14, and 283 to 600 years: months come by leaps, each day of one far from the next.
  const cells = Array.from({ length: 33 * 14 * 40 }, (_, index) => {
    const year = 1500 + ((index * 283) % 600);
    return [year, (index * 11) % 14, Math.floor(index / 14) % 33] as const;
  });
  const texts = cells.map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`);
  const column = storedColumn('days', [...fillingOf.days, ...texts]);
  if (column.kind !== 'plain' || column.stored?.kind !== 'days') throw new Error('not stored as days');
  const expected = cells.map(([year, month, day], index) => {
    const date = new Date(Date.UTC(year, month - 1, day));
    return date.toISOString().startsWith(texts[index] ?? '') ? date.getTime() / 86_400_000 : NO_DAY;
  });
  expect(new Set(expected).size).toBeGreaterThan(10_000);
  expect(difference(column.stored.days.slice(-texts.length), expected)).toBe(-1);
});

/** Cells, and shorter ones of the same kind: 9000 that follow each other all differ. */
const SHORTER: readonly (readonly [ValueKind, (row: number) => string, (row: number) => string])[] = [
  [
    'days',
    (row) => `2024-03-${two(1 + (row % 28))} ${two(row % 24)}:${two(row % 60)}:${two(row % 59)}`,
    (row) => `${1600 + Math.floor(row / 336)}-${two(1 + (Math.floor(row / 28) % 12))}-${two(1 + (row % 28))}`,
  ],
  ['numbers', (row) => `${100_000_000 + row}.25`, (row) => `${1000 + (row % 9000)}`],
  ['ids', (row) => `D-${100_000_000 + row}`, (row) => `D-${row % 9000}`],
];

it.each(SHORTER)(
  '%s of a first part that has more rows than were planned are not written over',
  (kind, long, short) => {
    // Rows get shorter by a fifth to a third: 33,000 come where 27,000 to 30,000 were planned, and 34,000 or more in all.
    const cells = Array.from({ length: 42_000 }, (_, row) => (row < 8500 ? long(row) : short(row)));
    // Ids are a dictionary when it is planned, or numbers already.
    for (const looked of [5000, 8500]) {
      const column = storedColumnOfTwo(kind, cells, looked, 33_000);
      expect(column.length).toBe(42_000);
      expect(column.kind === 'plain' && column.stored?.kind).toBe(kind);
      const wrong = cells.flatMap((cell, row) => (cellText(column, row) === cell ? [] : [row]));
      expect(wrong.slice(0, 5), `${looked} looked at`).toEqual([]);
    }
  },
);
