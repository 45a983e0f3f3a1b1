import { said } from '../../locale/said.js';
import type { CouldBe } from '../../model/dataset.js';
import type { LoadWarning } from '../../model/load-warnings.js';
import type { ReadTable } from '../read-table.js';
import type { ReaderSettings } from '../table-reader.js';
import { warning } from '../warning.js';
import { type Missing, Sample } from './could-be.js';

/** What stands in for a field of the figures: it is missing where none of these is mapped. */
const HELD_BY: { readonly [F in Missing]: readonly string[] } = {
  outcome: ['stage', 'status', 'is_won', 'is_closed', 'won_at', 'lost_at', 'probability'],
  amount: ['amount'],
  closed_at: ['closed_at', 'close_date', 'won_at'],
  created_at: ['created_at'],
  customer: ['account', 'account_id'],
};
/** The field that `--map` takes for each. A close date serves open and closed deals. */
const MAP_TO: { readonly [F in Missing]: string } = {
  outcome: 'stage',
  amount: 'amount',
  closed_at: 'close_date',
  created_at: 'created_at',
  customer: 'account',
};
const ORDERS_HELD_BY: Partial<typeof HELD_BY> = {
  amount: ['amount', 'unit_price'],
  closed_at: ['ordered_at'],
  customer: ['customer', 'customer_id'],
};
const ORDERS_MAP_TO: Partial<typeof MAP_TO> = {
  amount: 'orders.amount',
  closed_at: 'orders.ordered_at',
  customer: 'orders.customer',
};

/** Columns of a file of deals or orders that could hold the fields that figures miss, with the option that says so. */
export function missingFields(table: ReadTable, settings: ReaderSettings): CouldBe[] {
  const { plan, mapping, reader } = table;
  const { role, head } = plan;
  if (role !== 'deals' && role !== 'orders') return [];
  const [heldBy, mapTo] = role === 'deals' ? [HELD_BY, MAP_TO] : [ORDERS_HELD_BY, ORDERS_MAP_TO];
  const holds = (field: string): boolean => {
    const mapped = mapping.fields.get(field);
    return mapped !== undefined && (field !== 'amount' || reader.content(mapped.column, field, 'money').filled > 0);
  };
  const missing = (Object.keys(heldBy) as Missing[]).filter((field) => !heldBy[field]?.some(holds));
  if (missing.length === 0 || head.sample.length === 0) return [];
  const held = new Set([...mapping.fields.values()].map(({ column }) => column));
  for (const column of [...plan.apart.keys(), ...plan.leadColumns.values()]) held.add(column);
  const sample = new Sample(head, plan.recognition.preset, settings, held);
  const close = HELD_BY.closed_at.map((field) => mapping.fields.get(field)?.column).find((at) => at !== undefined);
  return missing.flatMap((field): CouldBe[] => {
    const beside =
      field === 'created_at' ? close : field === 'closed_at' ? mapping.fields.get('created_at')?.column : undefined;
    const refused = new Set(
      mapping.refused.filter((one) => (heldBy[field] ?? []).includes(one.field)).map(({ header }) => header),
    );
    const columns = sample.columnsFor(field, beside ?? null).filter((header) => !refused.has(header));
    const [first] = columns;
    if (first === undefined) return [];
    return [{ file: head.file, field, columns, option: `--map ${mapTo[field] ?? field}="${first}"` }];
  });
}

/** One warning per file: the fields that figures miss, the columns that could be them, and what says so. */
export function missingWarnings(found: readonly CouldBe[]): LoadWarning[] {
  const files = [...new Set(found.map(({ file }) => file))];
  return files.map((file) => {
    const own = found.filter((one) => one.file === file);
    const fields = own.map(({ field, columns, option }) => ({ field, columns, option }));
    return warning(said('unmapped_candidates', { file, fields }), { file });
  });
}
