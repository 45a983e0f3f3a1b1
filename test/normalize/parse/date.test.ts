import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, civilDay, isoDay } from '../../../src/model/civil-day.js';
import { textColumn } from '../../../src/model/text-column.js';
import { type DateFormat, decideDateFormat, parseDay, utcDay, zoneDay } from '../../../src/normalize/parse/date.js';
import { orderEvidence } from '../../../src/normalize/parse/sure-days.js';

const format = (order: 'dmy' | 'mdy'): DateFormat => ({
  order,
  shortYear: 'last',
  decidedBy: 'cells',
  ambiguous: 0,
  dayMonthCells: 1,
});
const read = (text: string, order: 'dmy' | 'mdy' = 'dmy', zone = utcDay): string | null | undefined => {
  const day = parseDay(text, format(order), zone);
  return typeof day === 'number' ? isoDay(day) : day;
};
const decide = (cells: readonly string[], hints: Parameters<typeof decideDateFormat>[1] = {}) =>
  decideDateFormat(orderEvidence(textColumn(cells)), hints);

describe('parseDay', () => {
  it.each([
    ['2024-01-31', '2024-01-31'],
    ['2024-1-5', '2024-01-05'],
    ['2024/01/31', '2024-01-31'],
    ['2024.01.31', '2024-01-31'],
    ['2024-01-31 23:59', '2024-01-31'],
    ['2024-01-31T08:00:00', '2024-01-31'],
    ['2024-01-31T23:30:00Z', '2024-01-31'],
    ['2024-01-31T23:30:00.000+0000', '2024-01-31'],
    ['2024-01-31T23:30:00-05:00', '2024-02-01'],
    ['2024-01-31 11:30:00 PM', '2024-01-31'],
    ['26-02-2018 19:58', '2018-02-26'],
    ['31.12.2024', '2024-12-31'],
    ['31/12/24', '2024-12-31'],
    ['5 Mar 2024', '2024-03-05'],
    ['05-Mar-2024', '2024-03-05'],
    ['Mar 5, 2024', '2024-03-05'],
    ['March 5, 2024', '2024-03-05'],
    ['5. März 2024', '2024-03-05'],
    ['12 août 2024', '2024-08-12'],
    ['12 de janeiro de 2024', '2024-01-12'],
    ['Wed May 01 2024 10:00:00 GMT+0200 (Central European Summer Time)', '2024-05-01'],
    ['20240305', '2024-03-05'],
    ['45356', '2024-03-05'],
    ['45356.5', '2024-03-05'],
    ['1709596800', '2024-03-05'],
    ['1709596800000', '2024-03-05'],
    // Jalali days with their Gregorian ones, as ICU's Persian calendar has them.
    ['1403/01/01', '2024-03-20'],
    ['۱۴۰۳/۰۵/۱۲', '2024-08-02'],
    ['1399/12/30', '2021-03-20'],
    ['1403/12/30', '2025-03-20'],
    ['1405/03/13', '2026-06-03'],
    ['13/03/1405', '2026-06-03'],
    ['۱۲ مرداد ۱۴۰۳', '2024-08-02'],
  ])('reads %s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it('takes the order of day and month from the column', () => {
    expect(read('03/04/2024', 'dmy')).toBe('2024-04-03');
    expect(read('03/04/2024', 'mdy')).toBe('2024-03-04');
  });

  it('never rolls over: a day that does not exist is no date', () => {
    for (const text of [
      '2024-02-30',
      '2023-02-29',
      '30/02/2024',
      '2024-13-01',
      '1404/12/30',
      '1403/07/31',
      '00/00/0000',
      '0000-00-00',
      '31/04/2024',
    ]) {
      expect(read(text), text).toBeUndefined();
    }
    expect(read('07/30/2023', 'dmy')).toBeUndefined();
  });

  it('takes texts that stand for nothing as missing', () => {
    for (const text of ['', '-', 'n/a', '(No value)']) expect(read(text), text).toBeNull();
  });

  it('refuses other texts', () => {
    for (const text of ['soon', '12', '12.5', 'Q3 2024', '2024', 'May', '99999', '123456789'])
      expect(read(text), text).toBeUndefined();
  });

  it('lets the zone decide the day of an instant, and never shifts a date without an offset', () => {
    const tehran = zoneDay('Asia/Tehran');
    expect(read('2024-01-31T21:00:00Z', 'dmy', tehran)).toBe('2024-02-01');
    expect(read('2024-01-31T20:00:00Z', 'dmy', tehran)).toBe('2024-01-31');
    expect(read('2024-01-31 21:00', 'dmy', tehran)).toBe('2024-01-31');
    // New York changes to daylight time at 07:00 UTC on 2024-03-10.
    const newYork = zoneDay('America/New_York');
    expect(read('2024-03-10T04:59:00Z', 'dmy', newYork)).toBe('2024-03-09');
    expect(read('2024-03-11T03:59:00Z', 'dmy', newYork)).toBe('2024-03-10');
    expect(read('2024-03-11T04:01:00Z', 'dmy', newYork)).toBe('2024-03-11');
  });

  it('reads back every day in every shape', () => {
    const shapes: ((d: ReturnType<typeof civilDate>) => [string, 'dmy' | 'mdy'])[] = [
      ({ year, month, day }) => [`${year}-${month}-${day}`, 'dmy'],
      ({ year, month, day }) => [`${day}.${month}.${year}`, 'dmy'],
      ({ year, month, day }) => [`${day}/${month}/${year} 10:15`, 'dmy'],
      ({ year, month, day }) => [`${month}/${day}/${year}`, 'mdy'],
      ({ year, month, day }) => [`${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`, 'dmy'],
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: civilDay(1970, 1, 1), max: civilDay(2069, 12, 31) }),
        fc.constantFrom(...shapes),
        (day, shape) => {
          const [text, order] = shape(civilDate(day));
          expect(parseDay(text, format(order), utcDay)).toBe(day);
        },
      ),
    );
  });
});

describe('decideDateFormat', () => {
  it('decides over the whole column: one day above 12 settles all cells', () => {
    expect(decide(['03/04/2024', '05/06/2024', '13/01/2024'])).toMatchObject({
      order: 'dmy',
      decidedBy: 'cells',
      ambiguous: 0,
    });
    expect(decide(['03/04/2024', '05/06/2024', '01/13/2024'])).toMatchObject({
      order: 'mdy',
      decidedBy: 'cells',
      ambiguous: 0,
    });
  });

  it('counts the cells that would be another day when nothing settles it', () => {
    // 05/05 is the same day either way.
    expect(decide(['03/04/2024', '05/06/2024', '05/05/2024'])).toMatchObject({
      order: 'mdy',
      decidedBy: 'default',
      ambiguous: 2,
    });
  });

  it('prefers the option, then the cells, then the sibling columns', () => {
    expect(decide(['13/01/2024'], { option: 'mdy' })).toMatchObject({ order: 'mdy', decidedBy: 'option' });
    expect(decide(['03/04/2024'], { sibling: 'dmy' })).toMatchObject({
      order: 'dmy',
      decidedBy: 'sibling',
      ambiguous: 0,
    });
    expect(decide(['13/01/2024'], { sibling: 'mdy' })).toMatchObject({ order: 'dmy', decidedBy: 'cells' });
  });

  it('reads dots and dashes day first', () => {
    expect(decide(['03.04.2024'])).toMatchObject({ order: 'dmy', decidedBy: 'separator', ambiguous: 1 });
  });

  it('reads two-digit years as Jalali, year first, where the column is Persian and every cell fits', () => {
    const cells = ['03/05/12', '99/12/30', '02/11/01'];
    const persian = decide(cells, { persian: true });
    const days = cells.map((cell) => isoDay(parseDay(cell, persian, utcDay) ?? Number.NaN));
    // 1403/05/12, 1399/12/30 (a leap year), 1402/11/01.
    expect(days).toEqual(['2024-08-02', '2021-03-20', '2024-01-21']);
    // 31/12/24 is no Jalali date with the year first, so the column is not Jalali.
    expect(decide(['03/05/12', '31/13/24'], { persian: true }).shortYear).toBe('last');
    expect(decide(cells).shortYear).toBe('last');
  });

  it('reads two-digit years first when the user says ymd', () => {
    const format = decide(['24/03/05'], { option: 'ymd' });
    expect(isoDay(parseDay('24/03/05', format, utcDay) ?? Number.NaN)).toBe('2024-03-05');
  });
});

describe('dates as they are typed in Europe', () => {
  it.each([
    ['3. 6. 2024', '2024-06-03'],
    ['03. 06. 2024', '2024-06-03'],
    ['3.6. 2024', '2024-06-03'],
    ['3. 6. 24', '2024-06-03'],
    ['3. 6. 2024 14:05', '2024-06-03'],
    ['2024. 06. 03.', '2024-06-03'],
    ['2024.06.03.', '2024-06-03'],
    ['03.06.2024 г.', '2024-06-03'],
    ['3 июня 2024 г.', '2024-06-03'],
    ['3 июня 2024 года', '2024-06-03'],
    ['3 червня 2024 р.', '2024-06-03'],
    ['3 czerwca 2024 r.', '2024-06-03'],
    ['3. června 2024', '2024-06-03'],
    ['3 listopadu 2024', '2024-11-03'],
    ['3. marts 2024', '2024-03-03'],
    ['3. desember 2024', '2024-12-03'],
    ['3 augusti 2024', '2024-08-03'],
    ['3 Haziran 2024 Pazartesi', '2024-06-03'],
    ['3 de junio del 2024', '2024-06-03'],
  ])('%s', (text, day) => {
    expect(read(text)).toBe(day);
  });

  it('takes no other word behind a year, and no version for a date', () => {
    for (const text of [
      '3 June 2024 renewal',
      '3.6.2024 x',
      '3. 6.',
      '2024. 6',
      '1. 2. 3. 2024',
      '03.06.2024 рублей',
    ]) {
      expect(read(text), text).toBeUndefined();
    }
  });
});
