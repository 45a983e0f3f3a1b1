import { said } from '../locale/said.js';
import type { TwoHumps } from '../stats/two-humps.js';
import type { Note } from './definition.js';

/** How many of the deals in question have an amount; nothing to say when all have one. */
export function pricedNote(priced: number, of: number): Note[] {
  return priced === of ? [] : [said('priced', { priced, of })];
}

/** A mean between two heaps of values, which the median and the quantiles tell better. */
/** Whether a measured mean says that its values lie in two heaps beside it: then they do, and else they do not. */
export function saysTwoHumps({ notes = [] }: { readonly notes?: readonly Note[] }): boolean {
  return notes.some(({ code }) => code === 'two_humps');
}

export function twoHumpsNote({ near, lower, upper }: TwoHumps, mean: number): Note {
  return said('two_humps', { near, mean, lower: { ...lower }, upper: { ...upper } });
}
