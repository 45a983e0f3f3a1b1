import { said } from '../../locale/said.js';
import type { Role } from '../../model/fields.js';
import type { LoadWarning } from '../../model/load-warnings.js';
import type { Mapping } from '../mapping.js';
import { warning } from '../warning.js';

/** Fields without which figures are missing or others: a column with such a name that is left out must be said. */
const FIGURES = new Set([
  ...['account', 'account_id', 'owner', 'stage', 'status', 'amount', 'created_at', 'closed_at', 'close_date'],
  ...['expected_close', 'won_at', 'lost_at', 'customer', 'customer_id', 'ordered_at', 'started_at', 'ended_at'],
]);
/** Of an order its status is said to be missing by none. */
const OF_DEALS = new Set(['status', 'stage']);
/** Fields that can stand for one another: where one is there, nothing is missing. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  status: ['stage', 'is_won', 'won_at', 'lost_at'],
  stage: ['status', 'is_won', 'won_at', 'lost_at'],
  account: ['account_id'],
  account_id: ['account'],
  customer: ['customer_id'],
  customer_id: ['customer'],
  closed_at: ['close_date', 'won_at'],
  close_date: ['closed_at'],
};

/** Columns with the name of a field that figures need, left out because their cells are something else. */
export function refusedWarnings(file: string, role: Role, { fields, refused }: Mapping): LoadWarning[] {
  const missing = refused.filter(
    ({ field }) =>
      FIGURES.has(field) &&
      !(role === 'orders' && OF_DEALS.has(field)) &&
      !(INSTEAD[field] ?? []).some((other) => fields.has(other)),
  );
  return missing.map(({ field, header, objection: { why, hopeless, otherMeaning } }) => {
    const key = role === 'deals' ? field : `${role}.${field}`;
    return warning(said('refused_column', { file, column: header, field, key, why, hopeless: hopeless === true }), {
      file,
      role,
      column: header,
      field,
      ...(hopeless || otherMeaning ? { otherMeaning: true } : {}),
    });
  });
}
