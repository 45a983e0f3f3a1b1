import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, isoDay } from '../../../src/model/civil-day.js';
import {
  dayInBytes,
  moneyInBytes,
  NO_READING,
  numberInBytes,
  numberShape,
  showsPoint,
} from '../../../src/normalize/parse/cell-bytes.js';
import { type DateFormat, parseDay, utcDay } from '../../../src/normalize/parse/date.js';
import { parseNumber } from '../../../src/normalize/parse/number.js';

const bytes = (text: string): [Uint8Array, number, number] => {
  const padded = Buffer.from(`x${text}9`, 'utf8');
  return [padded, 1, padded.length - 1];
};
const POINT = { decimal: '.', decidedBy: 'cells', ambiguous: 0 } as const;
const DMY: DateFormat = { order: 'dmy', shortYear: 'last', decidedBy: 'cells', ambiguous: 0, dayMonthCells: 0 };

/** Texts near the shapes that are read from bytes: digits, separators, a few strangers. */
const near = fc.string({ unit: fc.constantFrom(...'0123456789-.:T Z/,+$'), maxLength: 20 });

describe('dayInBytes', () => {
  it('reads ISO days with and without a time', () => {
    for (const text of ['2024-02-29', '2024-02-29 08:15', '2024-02-29T23:59:59']) {
      expect(dayInBytes(...bytes(text)), text).toBe(civilDay(2024, 2, 29));
    }
  });

  it('leaves everything else to the text', () => {
    for (const text of [
      '2023-02-29',
      '2024-13-01',
      '1403-01-01',
      '2024-01-31T08:00Z',
      '2024-01-31 8:00',
      '2024/01/31',
      '2024-1-31',
      '2024-01-31 25:00',
      '',
    ]) {
      expect(dayInBytes(...bytes(text)), text).toBe(NO_READING);
    }
  });

  it('never reads a cell in another way than the text is read', () => {
    const days = fc.integer({ min: civilDay(1500, 1, 1), max: civilDay(2400, 1, 1) }).map(isoDay);
    fc.assert(
      fc.property(
        fc.oneof(
          near,
          days,
          days.chain((day) => near.map((rest) => `${day}${rest}`)),
        ),
        (text) => {
          const read = dayInBytes(...bytes(text));
          if (read !== NO_READING) expect(parseDay(text, DMY, utcDay)).toBe(read);
        },
      ),
    );
  });
});

describe('numberInBytes', () => {
  it('reads plain numbers to the last digit', () => {
    for (const text of ['0', '12', '-12', '58570.44', '0.1', '123456789012345', '-0.000001', '12.345']) {
      expect(numberInBytes(...bytes(text)), text).toBe(Number(text));
    }
  });

  it('leaves everything else to the text', () => {
    for (const text of [
      '',
      '-',
      '.5',
      '5.',
      '1,234',
      '$5',
      '1e5',
      '1234567890123456',
      '1.2.3',
      ' 5',
      '+5',
      '0.12345678901',
    ]) {
      expect(numberInBytes(...bytes(text)), text).toBe(NO_READING);
    }
  });

  it('never reads a cell in another way than the text is read', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          near,
          fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map((n) => n.toFixed(2)),
        ),
        (text) => {
          const read = numberInBytes(...bytes(text));
          if (read !== NO_READING) expect(parseNumber(text, POINT)).toBe(read);
        },
      ),
    );
  });
});

describe('numberShape', () => {
  it('counts the digits before and after the point', () => {
    expect(numberShape(...bytes('-12500'))).toEqual({ whole: 5, decimals: -1 });
    expect(numberShape(...bytes('1.234'))).toEqual({ whole: 1, decimals: 3 });
    for (const text of ['', '1,5', '5.', '.5', '1.2.3']) expect(numberShape(...bytes(text)), text).toBeNull();
  });
});

describe('moneyInBytes', () => {
  it('reads grouped thousands and a dollar sign', () => {
    for (const [text, value] of [
      ['$12,345.67', 12345.67],
      ['1,234', 1234],
      ['$950.5', 950.5],
      ['$0', 0],
      ['1,234,567.8', 1234567.8],
      ['-500', -500],
    ] as const) {
      expect(moneyInBytes(...bytes(text)), text).toBe(value);
    }
  });

  it('leaves everything else to the text', () => {
    for (const text of [
      '$',
      '$-5',
      '-1,234',
      '1234,567',
      '12,34,567',
      '1,23',
      '1,',
      '1,234.',
      '$ 5',
      '€5',
      '1.5,000',
    ]) {
      expect(moneyInBytes(...bytes(text)), text).toBe(NO_READING);
    }
  });

  it('never reads a cell in another way than the text is read', () => {
    const money = fc
      .tuple(fc.constantFrom('', '$', '-', '-$', '$-'), fc.stringMatching(/^[0-9,.]{1,12}$/))
      .map(([sign, digits]) => sign + digits);
    fc.assert(
      fc.property(money, (text) => {
        const read = moneyInBytes(...bytes(text));
        if (read !== NO_READING) expect(parseNumber(text, POINT)).toBe(read);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('showsPoint', () => {
  it('is true of a dollar amount that says what its point is, and of no other cell', () => {
    for (const text of ['$12,345.67', '$950.5', '$1,234.567']) expect(showsPoint(...bytes(text)), text).toBe(true);
    for (const text of ['$1,234', '$1.234', '$5', '12,345.67', '€5.5', '']) {
      expect(showsPoint(...bytes(text)), text).toBe(false);
    }
  });
});
