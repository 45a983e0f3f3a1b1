import { said } from '../locale/said.js';
import type { LoadWarning } from '../model/load-warnings.js';
import { currencyWarnings } from './currency-warnings.js';
import type { ReadTable } from './read-table.js';
import type { SubscriptionTable } from './subscription-table.js';
import { unreadableBeside } from './unreadable-warnings.js';
import { first, warning } from './warning.js';

const LISTED = 5;

function listed(values: ReadonlyMap<string, number>): {
  readonly values: readonly { readonly value: string; readonly rows: number }[];
  readonly more: number;
} {
  const named = [...values].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const { shown, more } = first(named, LISTED);
  return { values: shown.map(([value, rows]) => ({ value, rows })), more };
}

function sum(rows: ReadonlyMap<string, number>): number {
  return [...rows.values()].reduce((all, n) => all + n, 0);
}

/** What a reader of the figures about subscriptions must know, and which option settles it. */
export function subscriptionWarnings(tables: readonly ReadTable[], parts: readonly SubscriptionTable[]): LoadWarning[] {
  return parts.flatMap((part, index) => {
    const table = tables[index];
    return table === undefined ? [] : [...unreadableBeside(table), ...ofTable(table.plan.head.file, part)];
  });
}

function ofTable(file: string, { facts }: SubscriptionTable): LoadWarning[] {
  const { assumedMonthly, unknownIntervals, unknownStatuses, runningPastEnd, endColumn, wholePrice } = facts;
  const warnings: LoadWarning[] = [];
  if (assumedMonthly !== null) {
    warnings.push(
      warning(said('assumed_monthly', { file, column: assumedMonthly }), {
        file,
        role: 'subscriptions',
        column: assumedMonthly,
        field: 'mrr',
      }),
    );
  }
  if (unknownIntervals.size > 0) {
    warnings.push(
      warning(said('unknown_interval', { file, ...listed(unknownIntervals) }), {
        file,
        role: 'subscriptions',
        field: 'interval',
        count: sum(unknownIntervals),
      }),
    );
  }
  if (unknownStatuses.size > 0) {
    const [one = ''] = unknownStatuses.keys();
    warnings.push(
      warning(said('unknown_subscription_status', { file, first: one, ...listed(unknownStatuses) }), {
        file,
        role: 'subscriptions',
        field: 'status',
        count: sum(unknownStatuses),
      }),
    );
  }
  if (runningPastEnd > 0 && endColumn !== null) {
    warnings.push(
      warning(said('running_past_end', { file, column: endColumn, rows: runningPastEnd }), {
        file,
        role: 'subscriptions',
        column: endColumn,
        field: 'ended_at',
        count: runningPastEnd,
      }),
    );
  }
  if (wholePrice !== null) {
    const { price, seats } = wholePrice;
    warnings.push(
      warning(said('price_not_per_seat', { file, price, seats }), {
        file,
        role: 'subscriptions',
        column: price,
        field: 'amount',
      }),
    );
  }
  return [...warnings, ...(facts.currencies === null ? [] : currencyWarnings(facts.currencies))];
}
