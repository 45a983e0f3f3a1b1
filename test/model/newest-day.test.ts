import { expect, it } from 'vitest';
import { NO_DAY } from '../../src/model/civil-day.js';
import { newestDay } from '../../src/model/newest-day.js';
import { day } from '../support/deals.js';

const days = (...texts: string[]): Int32Array => Int32Array.from(texts, (text) => (text === '' ? NO_DAY : day(text)));

it('is the newest of all columns', () => {
  expect(newestDay([days('2024-01-05', ''), days('2024-01-09', '2024-01-02')], day('2030-01-01'))).toEqual({
    dataEnd: day('2024-01-09'),
    isolated: [],
    future: 0,
  });
});

it('is not a date far behind all others, nor one after today', () => {
  const many = Array.from({ length: 400 }, (_, n) => day('2024-01-01') + (n % 60));
  const typo = Int32Array.from([...many, day('2034-02-01'), day('2044-02-01')]);
  expect(newestDay([typo], day('2040-01-01'))).toEqual({
    dataEnd: day('2024-02-29'),
    isolated: [day('2034-02-01')],
    future: 1,
  });
});

it('is nothing without a date, and today where all dates lie in the future', () => {
  expect(newestDay([days('')], day('2024-01-01')).dataEnd).toBeNull();
  expect(newestDay([days('2025-01-01')], day('2024-01-01'))).toMatchObject({ dataEnd: day('2024-01-01'), future: 1 });
});
