import { said } from '../locale/said.js';
import type { Deals } from '../model/deals.js';
import type { LoadWarning } from '../model/load-warnings.js';
import type { OrderRule } from './row-order.js';
import type { StackedDeals } from './stack-deals.js';
import { warning } from './warning.js';

/** What decided which of two rows counts, in the order that is asked. */
const RULES: readonly OrderRule[] = [
  ...(['modified', 'closed', 'closing', 'activity', 'created', 'file', 'amount', 'content', 'equal'] as const),
];

/** Rows that repeat the id of another deal and were left out, and which of them counted by what. */
export function repeatWarnings(stacked: Pick<StackedDeals, 'rows'>, { duplicates }: Deals): LoadWarning[] {
  const { repeats, order } = stacked.rows;
  const n = duplicates.length;
  if (n === 0) return [];
  const counts = new Map<OrderRule, number>();
  let conflicting = 0;
  repeats.forEach(({ kept, dropped }, index) => {
    if (duplicates[index]?.identical === true) return;
    conflicting++;
    const rule = order.rule(kept, dropped);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  });
  const rules = RULES.flatMap((rule) => {
    const rows = counts.get(rule);
    return rows === undefined ? [] : [{ rule, rows }];
  });
  return [warning(said('repeated_ids', { rows: n, conflicting, rules }))];
}
