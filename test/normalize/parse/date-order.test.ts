import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, civilDay, isoDay } from '../../../src/model/civil-day.js';
import { textColumn } from '../../../src/model/text-column.js';
import {
  type DateFormat,
  decideDateFormat,
  isOnePlace,
  mergedEvidence,
  parseDay,
  utcDay,
} from '../../../src/normalize/parse/date.js';
import { orderEvidence } from '../../../src/normalize/parse/sure-days.js';

const evidenceOf = (...cells: string[]) => orderEvidence(textColumn(cells));
const decide = (cells: readonly string[], hints: Parameters<typeof decideDateFormat>[1] = {}): DateFormat =>
  decideDateFormat(evidenceOf(...cells), hints);
const read = (text: string, format: DateFormat): string | null => {
  const day = parseDay(text, format, utcDay);
  return typeof day === 'number' ? isoDay(day) : null;
};

describe('the order of day and month', () => {
  it('is chosen for every separator by the cells that fit only one', () => {
    const format = decide(['13/01/2024', '02/03/2024', '04-25-2024', '02-03-2024']);
    expect(read('02/03/2024', format)).toBe('2024-03-02');
    expect(read('02-03-2024', format)).toBe('2024-02-03');
    expect(read('04-25-2024', format)).toBe('2024-04-25');
    expect(format.ambiguous).toBe(0);
  });

  it.each([
    ['dots and slashes', ['25.1.2024', '1/25/2024'], '2.3.2024', '2024-03-02', '2/3/2024', '2024-02-03'],
    ['long and short years', ['25/01/2024', '01/25/24'], '02/03/2024', '2024-03-02', '02/03/24', '2024-02-03'],
    ['spaces and dashes', ['25 01 2024', '01-25-2024'], '02 03 2024', '2024-03-02', '02-03-2024', '2024-02-03'],
  ])('is chosen for %s', (_, cells, one, oneDay, other, otherDay) => {
    const format = decide([...cells, one, other]);
    expect([read(one, format), read(other, format)]).toEqual([oneDay, otherDay]);
  });

  it('holds with and without a time, where both are written alike', () => {
    const format = decide(['13/01/2024 10:30', '02/03/2024']);
    expect(read('02/03/2024', format)).toBe('2024-03-02');
    expect(format).toMatchObject({ ambiguous: 0, decidedBy: 'cells' });
  });

  it('differs by the time of day where that parts the cells without an exception', () => {
    const typed = ['13/01/2024', '14/01/2024', '15/01/2024', '02/03/2024'];
    const stamped = ['01/13/2024 09:00', '01/14/2024 09:00', '01/15/2024 09:00', '02/03/2024 09:00'];
    const format = decide([...typed, ...stamped]);
    expect(read('02/03/2024', format)).toBe('2024-03-02');
    expect(read('02/03/2024 09:00', format)).toBe('2024-02-03');
  });

  it('differs by leading zeros where a spreadsheet has rewritten the half it understood', () => {
    const format = decide(['13/01/2024', '14/02/2024', '15/03/2024', '1/13/2024', '2/14/2024', '3/15/2024']);
    expect([read('02/03/2024', format), read('2/3/2024', format)]).toEqual(['2024-03-02', '2024-02-03']);
  });

  it('leaves a slip unreadable that fits only the other order of its form', () => {
    const format = decide(['13/01/2024', '14/01/2024', '15/01/2024', '16/01/2024', '1/17/2024']);
    expect(read('1/17/2024', format)).toBeNull();
    expect(read('1/2/2024', format)).toBe('2024-02-01');
  });

  it('is taken over from other columns form by form, and what stays open is counted', () => {
    const file = mergedEvidence([evidenceOf('02/03/2024', '02-03-2024'), evidenceOf('13/01/2024')]);
    const format = decide(['02/03/2024', '02-03-2024', '04-05-2024'], { file, sibling: 'dmy' });
    expect(read('02/03/2024', format)).toBe('2024-03-02');
    expect(format.ambiguous).toBe(2);
    expect(format.families?.map(({ example, ambiguous }) => [example, ambiguous])).toEqual([
      ['02-03-2024', 2],
      ['02/03/2024', 0],
    ]);
  });

  it('is what the user says, for every form', () => {
    const format = decide(['13/01/2024', '04-25-2024', '02-03-2024'], { option: 'dmy' });
    expect(format.ambiguous).toBe(0);
    expect([read('02-03-2024', format), read('04-25-2024', format)]).toEqual(['2024-03-02', null]);
  });

  it('reads back every day of two hands in one column', () => {
    const two = (n: number): string => String(n).padStart(2, '0');
    const dayOf = fc.integer({ min: civilDay(2000, 1, 1), max: civilDay(2040, 1, 1) });
    fc.assert(
      fc.property(
        fc.array(dayOf, { minLength: 1, maxLength: 30 }),
        fc.array(dayOf, { maxLength: 30 }),
        (first, other) => {
          const dmy = (day: number): string => {
            const { year, month, day: of } = civilDate(day);
            return `${two(of)}.${two(month)}.${year}`;
          };
          const mdy = (day: number): string => {
            const { year, month, day: of } = civilDate(day);
            return `${two(month)}/${two(of)}/${year}`;
          };
          const format = decide([...first.map(dmy), ...other.map(mdy), '31.01.2024', '01/31/2024']);
          expect(first.map((day) => parseDay(dmy(day), format, utcDay))).toEqual(first);
          expect(other.map((day) => parseDay(mdy(day), format, utcDay))).toEqual(other);
          expect(format.ambiguous).toBe(0);
        },
      ),
    );
  });
});

it.each([
  ['2024年3月5日', '2024-03-05'],
  ['令和6年3月5日', '2024-03-05'],
  ['平成元年12月1日', '1989-12-01'],
  ['2024/3/5(火)', '2024-03-05'],
  ['2024年3月5日（火）', '2024-03-05'],
  ['2024-03-05 (화) 10:30', '2024-03-05'],
  ['14030215', '2024-05-04'],
  ['۱۴۰۳۰۲۱۵', '2024-05-04'],
  ['سه‌شنبه ۱۵ اردیبهشت ۱۴۰۳', '2024-05-04'],
  ['پنج شنبه، ۱۵ اردیبهشت ۱۴۰۳', '2024-05-04'],
  ['2024年12月05日 10:30', '2024-12-05'],
  ['2024년 3월 5일', '2024-03-05'],
  ['5 maggio 2024', '2024-05-05'],
  ['5 mrt 2024', '2024-03-05'],
  ['5 augustus 2024', '2024-08-05'],
  ['5 września 2024', '2024-09-05'],
  ['5 paź 2024', '2024-10-05'],
])('reads %s', (text, day) => {
  expect(read(text, decide([]))).toBe(day);
});

describe('the offsets of time stamps', () => {
  const offsets = (...cells: string[]) => evidenceOf(...cells).offsets;

  it('are counted as they are written', () => {
    expect(offsets('2024-03-05T08:30:00+11:00', '2024-03-05 08:30+1100', '2024-03-05', '5.3.2024 08:30 -05')).toEqual(
      new Map([
        [660, 2],
        [-300, 1],
      ]),
    );
    expect([...offsets('2024-03-05T08:30:00.000Z', '2024-03-05 08:30:00 UTC').keys()]).toEqual([Number.NaN]);
  });

  it.each([
    [true, ['2024-03-05T08:30:00+11:00', '2024-06-05T08:30:00+11:00']],
    [true, ['2024-03-05T08:30:00+01:00', '2024-06-05T08:30:00+02:00']],
    [true, ['2024-03-05T08:30:00+00:00', '2024-06-05T08:30:00+01:00']],
    [false, ['2024-03-05T08:30:00+00:00']],
    [false, ['2024-03-05T08:30:00Z']],
    [false, ['2024-03-05T08:30:00+11:00', '2024-06-05T08:30:00Z']],
    [false, ['2024-03-05T08:30:00+03:30', '2024-06-05T08:30:00-05:00']],
    [false, ['2024-03-05 08:30:00']],
  ])('are one place: %s for %j', (one, cells) => {
    expect(isOnePlace(offsets(...cells))).toBe(one);
  });

  it('do not move the day that is written where they are one place', () => {
    const format = { ...decide(['2024-03-05T08:30:00+11:00']), asWritten: true };
    expect(read('2024-03-05T08:30:00+11:00', format)).toBe('2024-03-05');
    expect(read('5 March 2024 08:30 +1100', format)).toBe('2024-03-05');
    expect(read('2024-03-05T08:99:00+11:00', format)).toBeNull();
    // Seconds since 1970 are of no place.
    expect(read('1709598600', format)).toBe('2024-03-05');
  });
});
