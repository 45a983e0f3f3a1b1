import type { ChangedDeal } from '../report/changed-list-schema.js';

export type ChangedValue = string | number | null;

/** What a deal that changed has in a column, by the column's key: `owner`, `before.amount`. Moves are one text. */
export function changedValue(deal: ChangedDeal, key: string): ChangedValue {
  const [first = '', second] = key.split('.');
  const value: unknown = deal[first as keyof ChangedDeal];
  if (second !== undefined) return isRecord(value) ? ((value[second] ?? null) as ChangedValue) : null;
  return Array.isArray(value) ? value.join(' ') || null : (value as ChangedValue);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
