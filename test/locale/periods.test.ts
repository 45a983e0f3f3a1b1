import { describe, expect, it } from 'vitest';
import { axisText, periodText, pointText } from '../../src/locale/periods.js';

const EN = { lang: 'en', calendar: 'gregorian' } as const;
const FA = { lang: 'fa', calendar: 'jalali' } as const;

describe('the name of a period', () => {
  it('in English is its label; a range of days is written out', () => {
    expect(['2017-Q3', '2017-09', '2017-W36', '2017'].map((label) => periodText(label, EN))).toEqual([
      '2017-Q3',
      '2017-09',
      '2017-W36',
      '2017',
    ]);
    expect(periodText('2017-07-01..2017-07-10', EN)).toBe('1–10 Jul 2017');
    expect(periodText('2017-07..2017-08', EN)).toBe('Jul 2017 – Aug 2017');
    expect(periodText('1403-01-01..1403-01-10', EN)).toBe('1–10 Farvardin 1403');
  });

  it('in Persian is a name of its own', () => {
    expect(periodText('1403-Q4', FA)).toBe('زمستان ۱۴۰۳');
    expect(periodText('1403-11', FA)).toBe('بهمن ۱۴۰۳');
    expect(periodText('1403-W12', FA)).toBe('هفته‌ی ۱۲ سال ۱۴۰۳');
    expect(periodText('1403', FA)).toBe('سال ۱۴۰۳');
    expect(periodText('1403-11-27', FA)).toBe('۲۷ بهمن ۱۴۰۳');
    expect(periodText('1403-01..1403-03', FA)).toBe('فروردین ۱۴۰۳ – خرداد ۱۴۰۳');
  });

  it('of a fiscal year says so, for its quarters are no seasons', () => {
    const fiscal = { ...FA, fiscalYearStart: 7 };
    expect(periodText('1403', fiscal)).toBe('سال مالی ۱۴۰۳');
    expect(periodText('1403-Q2', fiscal)).toBe('سه‌ماهه‌ی دوم سال مالی ۱۴۰۳');
  });

  it('of the other calendar says which', () => {
    expect(periodText('2025-Q3', FA)).toBe('سه‌ماهه‌ی سوم ۲۰۲۵ میلادی');
    expect(periodText('1403-Q3', { ...FA, calendar: 'gregorian' })).toBe('پاییز ۱۴۰۳ شمسی');
  });

  it('that is none of ours stays as it is', () => {
    for (const label of ['all', 'soon', '2017-Q5', '<b>..</b>', '']) expect(periodText(label, FA)).toBe(label);
  });
});

describe('a point of a series', () => {
  it('is short: a week by its first day', () => {
    expect(pointText({ label: '1403-W02', start: '2024-03-23' }, FA)).toBe('۱۴۰۳/۰۱/۰۴');
    expect(pointText({ label: '2017-W27', start: '2017-07-03' }, EN)).toBe('2017-07-03');
    expect(pointText({ label: '1403-11', start: '2025-01-20' }, FA)).toBe('بهمن ۱۴۰۳');
    expect(pointText({ label: '2017-09', start: '2017-09-01' }, EN)).toBe('2017-09');
    expect(pointText({ label: '1403', start: '2024-03-20' }, FA)).toBe('۱۴۰۳');
  });
});

describe('a point on an axis', () => {
  it('is as short as can be, its year beside it', () => {
    const point = (label: string, start: string) => axisText({ label, start }, EN);
    expect(point('2017-W27', '2017-07-03')).toEqual({ name: '3 Jul', year: '2017' });
    expect(point('2017-07-03', '2017-07-03')).toEqual({ name: '3 Jul', year: '2017' });
    expect(point('2017-07', '2017-07-01')).toEqual({ name: 'Jul', year: '2017' });
    expect(point('2017-Q3', '2017-07-01')).toEqual({ name: 'Q3', year: '2017' });
    expect(point('2017', '2017-01-01')).toEqual({ name: '2017', year: null });
  });

  it('has Persian months and seasons', () => {
    const point = (label: string, start: string) => axisText({ label, start }, FA);
    // 3 July 2017 is 12 Tir 1396.
    expect(point('1396-W16', '2017-07-03')).toEqual({ name: '۱۲ تیر', year: '۱۳۹۶' });
    expect(point('1396-04', '2017-06-22')).toEqual({ name: 'تیر', year: '۱۳۹۶' });
    expect(point('1396-Q2', '2017-06-22')).toEqual({ name: 'تابستان', year: '۱۳۹۶' });
  });

  it('stays as it is where it is none of ours', () => {
    expect(axisText({ label: 'x', start: 'y' }, EN)).toEqual({ name: 'y', year: null });
  });
});
