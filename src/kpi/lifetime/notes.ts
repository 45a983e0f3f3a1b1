import { said } from '../../locale/said.js';
import type { Note } from '../definition.js';

/** Whether a lifetime value is revenue or margin: nobody's margin is guessed. */
export function marginNote(margin: number | undefined): Note[] {
  return [margin === undefined ? said('revenue') : said('margin', { margin })];
}

/** That nobody said how long a customer stays. */
export function lifespanNote(years: number): Note {
  return said('lifespan_from_churn', { years });
}
