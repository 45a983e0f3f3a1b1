import fc from 'fast-check';
import { toJalaali } from 'jalaali-js';
import { describe, expect, it } from 'vitest';
import { civilDate, isoDay } from '../../src/model/civil-day.js';
import { dayInName } from '../../src/model/day-in-name.js';
import { day } from '../support/deals.js';

const read = (name: string): string | null => {
  const found = dayInName(name);
  return found === null ? null : isoDay(found);
};
const two = (n: number): string => String(n).padStart(2, '0');
const persian = (text: string): string => text.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? '');
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** 2000-01-01 … 2099-12-31. */
const anyDay = fc.integer({ min: day('2000-01-01'), max: day('2099-12-31') });

describe('the day in the name of a file', () => {
  // 12 Bahman 1403 is 31 January 2025.
  it.each([
    'deals-2025-01-31.csv',
    'deals 2025.1.31.csv',
    '20250131.csv',
    'deals_20250131093000.csv.gz',
    'export-202501310930.xlsx',
    'deals-2025-01-31T09-30-00.csv',
    '31.01.2025.xlsx',
    '31-01-2025.csv',
    '01-31-2025.csv',
    '31012025.csv',
    '01312025.csv',
    'Jan 31 2025.csv',
    'January 31st, 2025.csv',
    'deals 31-Jan-2025.csv',
    'deals31jan2025.csv',
    '2025-Jan-31.csv',
    'deals-1403-11-12.csv',
    '14031112.csv',
    '12.11.1403.csv',
    '۱۴۰۳-۱۱-۱۲.csv',
    '١٤٠٣-١١-١٢.csv',
    'معامله‌ها ۱۲ بهمن ۱۴۰۳.xlsx',
    '12 Bahman 1403.csv',
    '2025-01-31/deals.csv',
    'C:\\exports\\2025-01-31\\deals.csv',
    '2025-01-31 (2025-01-31).csv',
    '2024-12-31/deals-2025-01-31.csv',
  ])('is read of %s', (name) => {
    expect(read(name)).toBe('2025-01-31');
  });

  it('has its day first where points stand between, as everybody who writes points does', () => {
    expect(read('01.02.2025.csv')).toBe('2025-02-01');
    expect(read('02-02-2025.csv')).toBe('2025-02-02');
  });

  it.each([
    ['nobody can tell day and month', '01-02-2025.csv'],
    ['nor here', '01022025.csv'],
    ['nor which part is the year', '25-01-31.csv'],
    ['nor here', '31.01.25.csv'],
    ['two days are named', 'deals-2025-01-01_2025-01-31.csv'],
    ['a folder is no help against an unclear name', '2025-01-31/deals-01-02-2025.csv'],
    ['a month is no day', 'deals-2025-01.csv'],
    ['nor is one by name', 'deals-Jan-2025.csv'],
    ['the day does not exist', 'deals-2025-02-30.csv'],
    ['nor does it in the Jalali calendar', 'deals-1403-12-31.csv'],
    ['the month is of the other calendar', '12 Bahman 2025.csv'],
    ['it is a number of something else', 'export_1738281600.csv'],
    ['it is longer than a day', 'deals-202501311.csv'],
    ['nobody exported then', 'deals-1812-01-31.csv'],
    ['there is none', 'deals.csv'],
    ['the folder is not the next one', '2025-01-31/crm/deals.csv'],
    ['it is standard input', '-'],
  ])('is none where %s: %s', (_, name) => {
    expect(read(name)).toBeNull();
  });

  it('is any day in any form that says it', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('deals-', 'خروجی ', 'x', ''), (given, before) => {
        const { year, month, day: dayOfMonth } = civilDate(given);
        const name = MONTHS[month - 1] ?? '';
        const forms = [
          `${year}-${two(month)}-${two(dayOfMonth)}`,
          `${year}_${month}_${dayOfMonth}`,
          `${year}${two(month)}${two(dayOfMonth)}`,
          `${two(dayOfMonth)}.${two(month)}.${year}`,
          `${dayOfMonth} ${name} ${year}`,
          `${year}-${name.slice(0, 3)}-${two(dayOfMonth)}`,
        ];
        for (const form of forms) {
          expect(dayInName(`${before}${form}.csv`), form).toBe(given);
          expect(dayInName(`${before}${persian(form)}.csv.gz`), persian(form)).toBe(given);
        }
        expect(dayInName(`a-${name} ${dayOfMonth} ${year}.csv`)).toBe(given);
      }),
    );
  });

  it('is any Jalali day', () => {
    fc.assert(
      fc.property(anyDay, (given) => {
        const { year, month, day: dayOfMonth } = civilDate(given);
        const { jy, jm, jd } = toJalaali(year, month, dayOfMonth);
        for (const form of [`${jy}-${two(jm)}-${two(jd)}`, `${jy}${two(jm)}${two(jd)}`, `${jd}.${jm}.${jy}`]) {
          expect(dayInName(`deals ${form}.csv`), form).toBe(given);
          expect(dayInName(`deals ${persian(form)}.csv`), form).toBe(given);
        }
      }),
    );
  });

  it('is never guessed where day and month can change places', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 2001, max: 2098 }),
        fc.constantFrom('-', '_', ' '),
        (first, second, year, between) => {
          fc.pre(first !== second);
          expect(dayInName([two(first), two(second), year].join(between))).toBeNull();
        },
      ),
    );
  });

  it('is a day, or none, of whatever a file is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        const found = dayInName(name);
        expect(found === null || (Number.isInteger(found) && found > day('1900-01-01'))).toBe(true);
      }),
    );
  });
});
