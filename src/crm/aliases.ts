import type { CustomerFieldName } from '../model/fields.js';
import { presets } from './catalogue/index.js';
import type { PresetDefinition } from './definition.js';
import { HISTORY_ALIASES } from './history-log.js';
import { ORDER_ALIASES } from './order-log.js';
import { SUBSCRIPTION_ALIASES } from './subscription-log.js';

/** Tables whose fields have general names. */
export const NAMED_ROLES = ['deals', 'customers', 'leads', 'history', 'orders', 'subscriptions'] as const;

/** The general names of a role's fields. */
export function genericAliases(role: (typeof NAMED_ROLES)[number]): Readonly<Record<string, readonly string[]>> {
  if (role === 'history') return HISTORY_ALIASES;
  if (role === 'orders') return ORDER_ALIASES;
  if (role === 'subscriptions') return SUBSCRIPTION_ALIASES;
  const generic = (presets as readonly PresetDefinition[]).find(({ id }) => id === 'generic');
  const own = (generic?.columns[role] ?? {}) as Record<string, readonly string[]>;
  return role === 'customers' ? withDays(own) : own;
}

/** Customers begin and end as subscriptions do, and say so in the same words. */
function withDays(own: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> {
  const { started_at: since, ended_at: until }: { readonly [F in CustomerFieldName]?: readonly string[] } = own;
  const { started_at, churned_at, ended_at, cancelled_at, status } = SUBSCRIPTION_ALIASES;
  const join = (...lists: readonly (readonly string[] | undefined)[]): string[] => [
    ...new Set(lists.flatMap((names) => names ?? [])),
  ];
  return {
    ...own,
    started_at: join(since, started_at),
    ended_at: join(churned_at, until, ended_at, cancelled_at),
    status: join(['customer status', 'account status', 'client status'], status),
  };
}
