import { describe, expect, it } from 'vitest';
import { civilDay, NO_DAY } from '../../src/model/civil-day.js';
import { recordedSpan } from '../../src/model/recorded-span.js';

const FIRST = civilDay(2024, 3, 1);
const FOREVER = 2147483647;
const columnOf = (...days: number[]): Int32Array => Int32Array.from(days);

describe('recordedSpan', () => {
  it('is from the first to the last day of several columns, missing days aside', () => {
    const span = recordedSpan([columnOf(FIRST + 5, NO_DAY), columnOf(FIRST, FIRST + 9)], FOREVER);
    expect(span).toMatchObject({ first: FIRST, last: FIRST + 9, early: [] });
  });

  it('is null without a day', () => {
    expect(recordedSpan([columnOf(NO_DAY)], FOREVER)).toBeNull();
    expect(recordedSpan([], FOREVER)).toBeNull();
  });

  it('ends by the day given, but begins where the data begins', () => {
    const days = columnOf(FIRST, FIRST + 10, FIRST + 20);
    expect(recordedSpan([days], FIRST + 15)).toMatchObject({ first: FIRST, last: FIRST + 10 });
    expect(recordedSpan([days], FIRST - 100)).toMatchObject({ first: FIRST, last: FIRST });
  });

  it('knows the usual long gap at each end: weeks at first, days at last', () => {
    const weekly = Array.from({ length: 45 }, (_, index) => FIRST + 7 * index);
    const daily = Array.from({ length: 45 }, (_, index) => FIRST + 7 * 44 + index);
    expect(recordedSpan([columnOf(...weekly, ...daily)], FOREVER)).toMatchObject({ gapAtStart: 7, gapAtEnd: 1 });
  });

  it('takes a gap that one of twenty exceeds for usual, not the longest: a holiday makes no rhythm', () => {
    const days = Array.from({ length: 41 }, (_, index) => FIRST + index + (index > 20 ? 14 : 0));
    // Forty gaps: 39 of a day and one of fifteen.
    expect(recordedSpan([columnOf(...days)], FOREVER)).toMatchObject({ gapAtStart: 1, gapAtEnd: 1 });
  });

  it('gives the next of few gaps more room than the longest had', () => {
    const spans = [
      [FIRST, FIRST + 10],
      [FIRST, FIRST + 10, FIRST + 14, FIRST + 20, FIRST + 28],
    ].map((days) => recordedSpan([columnOf(...days)], FOREVER)?.gapAtEnd);
    // One gap of ten, three times as long; the longest of four, and a half.
    expect(spans).toEqual([30, 15]);
  });

  it('does not begin with a typo: a lone day years before', () => {
    const days = Array.from({ length: 100 }, (_, index) => FIRST + index);
    expect(recordedSpan([columnOf(FIRST - 3000, ...days)], FOREVER)).toMatchObject({
      first: FIRST,
      early: [FIRST - 3000],
    });
  });

  it('begins with the first of few days, however far apart', () => {
    expect(recordedSpan([columnOf(FIRST, FIRST + 400, FIRST + 900)], FOREVER)).toMatchObject({
      first: FIRST,
      early: [],
    });
  });
});
