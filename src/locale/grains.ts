import type { Text } from './text.js';

/** What periods are called, by their grain. */
export const GRAINS: Readonly<Record<string, Text>> = {
  day: { en: 'day', fa: 'روز' },
  week: { en: 'week', fa: 'هفته' },
  month: { en: 'month', fa: 'ماه' },
  quarter: { en: 'quarter', fa: 'فصل' },
  year: { en: 'year', fa: 'سال' },
};
