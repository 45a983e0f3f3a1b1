import { isoDay } from '../../src/model/civil-day.js';
import type { Deals } from '../../src/model/deals.js';
import { dealsOf, SIXTEEN_AS_OF } from './deals.js';

/** So many deals of an outcome that took so many days; an open one has so many behind it at the snapshot. */
export type Aged = readonly [times: number, outcome: 'won' | 'lost' | 'open', days: number];

/**
 * Deals by how long they took: `[10, 'won', 30]` is ten deals won after 30 days, 100 days before the snapshot of the
 * sixteen deals.
 */
export function agedDeals(parts: readonly Aged[]): Deals {
  const rows = parts.flatMap(([times, outcome, days], part) =>
    Array.from({ length: times }, (_, i) => {
      const end = outcome === 'open' ? SIXTEEN_AS_OF : SIXTEEN_AS_OF - 100;
      return `${part}.${i} ${outcome} ${isoDay(end - days)} ${outcome === 'open' ? '.' : isoDay(end)}`;
    }),
  );
  return dealsOf(['id outcome created_at closed_at', ...rows].join('\n'));
}
