import { expect, it } from 'vitest';
import { isTimezone } from '../../src/config/timezone.js';

it('isTimezone knows IANA names, and no offsets', () => {
  expect(['UTC', 'Europe/Berlin', 'Asia/Tehran'].map(isTimezone)).toEqual([true, true, true]);
  expect(['', '+03:30', 'Europe/Berlim', 'Europe', '3'].map(isTimezone)).toEqual([false, false, false, false, false]);
});
