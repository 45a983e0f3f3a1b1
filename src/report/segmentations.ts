/** The columns by which deals are compared without being asked, beside those that were asked for. */
import type { BreakdownColumn } from '../analysis/known-then.js';
import type { Deals } from '../model/deals.js';
import { breakdownColumn } from './measure-request.js';
import type { Samples } from './redact.js';
import { namesSomebody } from './withheld.js';

/** Fields by which deals are compared without being asked: few values, and something one can act on. */
const SEGMENT_FIELDS = ['owner', 'source', 'product', 'pipeline', 'type'] as const;
type SegmentField = (typeof SEGMENT_FIELDS)[number];
/** Fields that are settled together with the outcome: a win rate by them says nothing. */
const SETTLED_WITH_OUTCOME = new Set([
  'outcome',
  'stage',
  'status',
  'is_closed',
  'is_won',
  'probability',
  'lost_reason',
  'won_reason',
  'closed_at',
  'close_date',
  'won_at',
  'lost_at',
]);

/** What closed deals are compared by: the usual fields that the files have, and the fields or columns asked for. */
export function segmentationsOf(deals: Deals, by: readonly (readonly string[])[]): BreakdownColumn[] {
  const names = new Set<string>(SEGMENT_FIELDS.filter((field) => deals.has(field)));
  for (const name of by.flat()) if (!SETTLED_WITH_OUTCOME.has(name)) names.add(name);
  return [...names].map((name) => columnOf(deals, name));
}

/** What open deals are compared by: the same, and their stage. */
export function openSegmentationsOf(deals: Deals, by: readonly (readonly string[])[]): BreakdownColumn[] {
  const staged =
    deals.has('stage') && !deals.extra.has('stage') ? [{ name: 'stage', column: deals.column('stage') }] : [];
  return [...staged.map((one) => ({ ...one, field: 'stage' as const })), ...segmentationsOf(deals, by)];
}

/** Without columns of names of people and customers that nobody asked for, where names must not leave the house. */
export function told(columns: readonly BreakdownColumn[], { by, samples = 'full' }: Told): readonly BreakdownColumn[] {
  if (samples === 'full') return columns;
  return columns.filter(({ name }) => by.flat().includes(name) || !namesSomebody(name));
}

interface Told {
  readonly by: readonly (readonly string[])[];
  readonly samples?: Samples | undefined;
}

function columnOf(deals: Deals, name: string): BreakdownColumn {
  return SEGMENT_FIELDS.includes(name as SegmentField) && !deals.extra.has(name)
    ? { name, column: deals.column(name as SegmentField), field: name as SegmentField }
    : breakdownColumn(deals, name);
}
