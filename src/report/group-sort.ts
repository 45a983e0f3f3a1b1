import { type GroupSort, SORTS_BESIDE_KPIS } from '../analysis/group-order.js';
import { UserError } from '../errors/user-error.js';
import { kpis, kpisMeant } from '../kpi/catalogue/index.js';
import { suggest } from '../locale/suggest.js';

const DIRECTIONS = ['asc', 'desc'] as const;

/** What an order may be called: KPIs, `name`, `records`, `change`. */
export function sortNames(): readonly string[] {
  return [...SORTS_BESIDE_KPIS, ...kpis.map(({ id }) => id)];
}

/**
 * The order of groups as a person writes it: `revenue_won`, `name`, `change:asc`. Without a direction names begin with
 * the first, everything else with the largest.
 * @throws UserError `unknown_sort` (exit 2)
 */
export function parseSort(text: string): GroupSort {
  const [name = '', said, ...more] = text.split(':').map((part) => part.trim().toLowerCase());
  const direction = DIRECTIONS.find((one) => one === said);
  if (!sortNames().includes(name) || more.length > 0 || (said !== undefined && direction === undefined)) {
    const near = kpisMeant(name);
    throw new UserError('unknown_sort', {
      sort: text,
      suggestion: near.length > 0 ? near : suggest(name, sortNames()),
    });
  }
  return { by: name, direction: direction ?? (name === 'name' ? 'asc' : 'desc') };
}
