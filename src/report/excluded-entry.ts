import type { Exclusion } from '../model/exclusion.js';

/** Records left out and why, as documents print them. */
export function excludedEntry(excluded: readonly Exclusion[]): { reason: string; n: number }[] {
  return excluded.map(({ reason, n }) => ({ reason, n }));
}
