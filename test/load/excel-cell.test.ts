import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excelText, serialText } from '../../src/load/excel-cell.js';
import { isoDay } from '../../src/model/civil-day.js';

const isDate = (format: string): boolean => /[dmyhs]/i.test(format.replace('General', ''));
const text = (cell: { t: string; v?: unknown; z?: string }): string => excelText(cell, 1900, isDate);

describe('a date serial', () => {
  // Days from Microsoft's documentation of the two systems: 39448 is 1 January 2008; the systems are 1,462 days apart.
  it('is the same day in both systems, 1,462 apart', () => {
    expect(serialText(39_448, 1900)).toBe('2008-01-01');
    expect(serialText(39_448 - 1462, 1904)).toBe('2008-01-01');
  });

  it('of the 1900 system counts a 29 February 1900 that never was', () => {
    expect([1, 59, 60, 61].map((serial) => serialText(serial, 1900))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-02-29',
      '1900-03-01',
    ]);
  });

  it('of the 1904 system begins on 1 January 1904', () => {
    expect(serialText(0, 1904)).toBe('1904-01-01');
  });

  it('has a time when it is no whole number, rounded to the second', () => {
    // 13:05:59 is 47,159 of 86,400 seconds.
    expect(serialText(45_322 + 47_159 / 86_400, 1900)).toBe('2024-01-31 13:05:59');
    expect(serialText(45_322 + 0.9999999, 1900)).toBe('2024-02-01');
    expect(serialText(0.5, 1900)).toBe('12:00:00');
  });

  it('keeps every second of a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), fc.integer({ min: 1, max: 86_399 }), (day, second) => {
        const clock = new Date(second * 1000).toISOString().slice(11, 19);
        // A thousandth of a second short, as writers leave it.
        expect(serialText(day + second / 86_400 - 1e-8, 1900)).toBe(`${isoDay(day - 25_569)} ${clock}`);
      }),
    );
  });

  it('beyond the calendar is no date', () => {
    expect(serialText(-1, 1900)).toBeNull();
    expect(serialText(3_000_000, 1900)).toBeNull();
  });
});

describe('the text of a cell', () => {
  it.each([
    [{ t: 's', v: ' as typed ' }, ' as typed '],
    [{ t: 'n', v: 0.1, z: 'General' }, '0.1'],
    [{ t: 'n', v: 1234.5, z: '#,##0.00' }, '1234.5'],
    [{ t: 'n', v: 6_155_000, z: '0' }, '6155000'],
    [{ t: 'n', v: 0.25, z: '0%' }, '25%'],
    [{ t: 'n', v: 0.07, z: '0.00%' }, '7%'],
    [{ t: 'n', v: 0.123456, z: '0.00%' }, '12.3456%'],
    [{ t: 'n', v: 0, z: '0%' }, '0%'],
    [{ t: 'n', v: 5, z: '0"%"' }, '5'],
    [{ t: 'n', v: 1.5, z: '[h]:mm:ss' }, '36:00:00'],
    [{ t: 'n', v: 45_322, z: 'm/d/yy' }, '2024-01-31'],
    [{ t: 'n', v: -5, z: 'm/d/yy' }, '-5'],
    [{ t: 'b', v: true }, 'true'],
    [{ t: 'b', v: false }, 'false'],
    [{ t: 'e', v: 23 }, '#REF!'],
    [{ t: 'e', v: 42 }, '#N/A'],
    [{ t: 'z' }, ''],
  ])('%j is %j', (cell, expected) => {
    expect(text(cell)).toBe(expected);
  });

  it('of a number reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(text({ t: 'n', v: value, z: 'General' }))).toBeCloseTo(value, 10);
        expect(Object.is(Number(text({ t: 'n', v: value })), value) || Object.is(value, -0)).toBe(true);
      }),
    );
  });
});
