import { describe, expect, it } from 'vitest';
import { dayInProse, dayText, monthText, rangeText } from '../../src/locale/days.js';

const EN = { lang: 'en', calendar: 'gregorian' } as const;
const FA = { lang: 'fa', calendar: 'jalali' } as const;
/** An English reader of a Jalali file, and a Persian one who asked for Gregorian days. */
const EN_JALALI = { lang: 'en', calendar: 'jalali' } as const;
const FA_GREGORIAN = { lang: 'fa', calendar: 'gregorian' } as const;

// Nowruz 1403 was 20 March 2024, and 1403 had a 30th of Esfand (Calendar Centre, Institute of Geophysics, Tehran).
describe('a day', () => {
  it('in a list is written by its numbers', () => {
    expect(dayText('2024-03-20', EN)).toBe('2024-03-20');
    expect(dayText('2024-03-20', FA)).toBe('۱۴۰۳/۰۱/۰۱');
    expect(dayText('2025-03-20', EN_JALALI)).toBe('1403-12-30');
    expect(dayText('2025-03-20', FA_GREGORIAN)).toBe('۲۰۲۵/۰۳/۲۰');
  });

  it('in a sentence has the name of its month', () => {
    expect(dayInProse('2017-09-30', EN)).toBe('30 Sep 2017');
    expect(dayInProse('2025-02-15', FA)).toBe('۲۷ بهمن ۱۴۰۳');
    expect(dayInProse('2025-02-15', EN_JALALI)).toBe('27 Bahman 1403');
    expect(dayInProse('2025-02-15', FA_GREGORIAN)).toBe('۱۵ فوریه ۲۰۲۵');
    expect(monthText(1403, 11, FA)).toBe('بهمن ۱۴۰۳');
    expect(monthText(2017, 7, EN)).toBe('Jul 2017');
  });

  it('that the Jalali calendar does not reach is told in the Gregorian one, what is no day stays', () => {
    expect(dayText('9999-12-31', FA)).toBe('۹۹۹۹/۱۲/۳۱');
    expect(dayInProse('0001-01-01', FA)).toBe('۰۰۰۱/۰۱/۰۱');
    expect(dayText('soon', FA)).toBe('soon');
  });
});

describe('a range of days', () => {
  it('says month and year once', () => {
    expect(rangeText('2017-07-01', '2017-09-30', EN)).toBe('1 Jul – 30 Sep 2017');
    expect(rangeText('2017-07-01', '2017-07-09', EN)).toBe('1–9 Jul 2017');
    expect(rangeText('2016-12-01', '2017-02-28', EN)).toBe('1 Dec 2016 – 28 Feb 2017');
    expect(rangeText('2017-07-01', '2017-07-01', EN)).toBe('1 Jul 2017');
  });

  it('is counted in the calendar of the reader', () => {
    expect(rangeText('2024-06-21', '2024-09-21', FA)).toBe('۱ تیر – ۳۱ شهریور ۱۴۰۳');
    expect(rangeText('2024-06-21', '2024-06-30', FA)).toBe('۱ تا ۱۰ تیر ۱۴۰۳');
    expect(rangeText('2024-12-21', '2025-03-20', EN_JALALI)).toBe('1 Dey – 30 Esfand 1403');
    expect(rangeText('2025-03-20', '2025-03-21', FA)).toBe('۳۰ اسفند ۱۴۰۳ – ۱ فروردین ۱۴۰۴');
  });
});
