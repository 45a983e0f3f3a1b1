import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import type { Population } from '../model/population.js';
import { cached } from './parts.js';
import { closed } from './populations.js';

/**
 * The first day on which any deal was won or lost: how far the record of closings reaches back. Infinity where no
 * closed deal has a date.
 */
export const firstClosing = cached((population: Population<'outcome' | 'closed_at'>): CivilDay => {
  const days = population.column('closed_at');
  let first = Number.POSITIVE_INFINITY;
  const { rows } = closed(population);
  for (let i = 0; i < rows.length; i++) {
    const day = days[rows[i] as number] as number;
    if (day !== NO_DAY && day < first) first = day;
  }
  return first;
});
