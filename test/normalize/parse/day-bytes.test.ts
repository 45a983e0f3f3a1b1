import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDay, isoDay, NO_DAY } from '../../../src/model/civil-day.js';
import { type DateFormat, parseDay, utcDay } from '../../../src/normalize/parse/date.js';
import { dayInBytes, daysInBytes, NO_READING } from '../../../src/normalize/parse/day-bytes.js';

const bytes = (text: string): [Uint8Array, number, number] => {
  const padded = Buffer.from(`x${text}9`, 'utf8');
  return [padded, 1, padded.length - 1];
};
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

describe('daysInBytes', () => {
  it('reads a column of cells as each of them is read alone, in any century', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1970-01-01', '1969-12-31', '1899-12-31', '2156-01-01', '2024-02-29 08:15', '31/01/2024'),
      fc.integer({ min: civilDay(1500, 1, 1), max: civilDay(9999, 1, 1) }).map(isoDay),
      near,
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
        const parts = cells.map((text) => Buffer.from(text));
        const offsets = new Uint32Array(cells.length + 1);
        parts.forEach((part, at) => {
          offsets[at + 1] = (offsets[at] as number) + part.length;
        });
        const days = new Int32Array(cells.length).fill(NO_DAY);
        const counted = daysInBytes(Buffer.concat(parts), offsets, days, -7);
        const alone = cells.map((text) => (text === '' ? NO_DAY : dayInBytes(...bytes(text))));
        expect([...days]).toEqual(alone.map((day) => (day === NO_READING ? -7 : day)));
        expect(counted).toEqual({
          unread: alone.filter((day) => day === NO_READING).length,
          empty: cells.filter((text) => text === '').length,
        });
      }),
    );
  });
});
