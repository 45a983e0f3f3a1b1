import type { CivilDay } from '../model/civil-day.js';
import { NO_DAY } from '../model/civil-day.js';
import type { Population } from '../model/population.js';
import { lost, won } from './populations.js';

/**
 * Whether any deal was won or lost on a day or before it: whether the record of closings reaches back so far. Mostly one
 * of the first deals that were won tells.
 */
export function closingsReach(population: Population<'outcome' | 'closed_at'>, until: CivilDay): boolean {
  return reach(won(population), until) || reach(lost(population), until);
}

function reach(deals: Population<'closed_at'>, until: CivilDay): boolean {
  const days = deals.column('closed_at');
  return deals.some((row) => {
    const day = days[row] as number;
    return day <= until && day !== NO_DAY;
  });
}
