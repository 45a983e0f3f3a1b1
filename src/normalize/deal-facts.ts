import { countDays, countedDays, takeCountedDays } from '../model/day-counts.js';
import { type Classed, classesOf, type DealClasses } from '../model/deal-classes.js';
import { type DealColumns, type DealField, Deals } from '../model/deals.js';
import { NO_PLACES } from '../model/row-places.js';

/** What classes of deals are told by. */
const CLASSING = ['outcome', 'amount', 'created_at', 'closed_at', 'customer', 'currency'] as const;
/** Days of which every report asks how many deals have each: they show how far the data goes. */
const RECORDED = ['created_at', 'stage_changed_at', 'modified_at', 'closed_at', 'last_activity'] as const;
const ASKED = [...CLASSING, 'stage_changed_at', 'modified_at', 'last_activity'] as const satisfies readonly DealField[];

type AskedColumns = Partial<Pick<DealColumns, (typeof ASKED)[number]>>;

/** The columns of all deals that are to be looked at. */
export interface FactCells {
  readonly size: number;
  readonly columns: AskedColumns;
}

/** What every report asks of all deals first. Plain data: another thread may find it. */
export interface DealFacts {
  readonly classed: Classed;
  /** What was counted of columns of days; null = it is not worth telling. */
  readonly days: readonly (readonly [(typeof RECORDED)[number], Int32Array | null])[];
}

/** Begins to find them while the deals are built. Null where that would not pay; see `IdFactsAhead` for `take`. */
export type DealFactsAhead = (cells: FactCells) => { take(): DealFacts | null } | null;

/** Of some columns, those that are to be looked at, without the names of customers: no fact hangs on them. */
export function factCells(size: number, columns: Partial<DealColumns>): FactCells {
  const asked: Partial<Record<DealField, unknown>> = {};
  for (const field of ASKED) if (columns[field] !== undefined) asked[field] = columns[field];
  if (columns.customer !== undefined) asked.customer = { codes: columns.customer.codes, values: [] };
  return { size, columns: asked as AskedColumns };
}

/**
 * Finds them. O(deals).
 *
 * @param room where the classes go, if there is room for them
 */
export function dealFacts({ size, columns }: FactCells, room?: DealClasses): DealFacts {
  const nothing = { files: [], places: NO_PLACES, extra: new Map(), unreadable: [], duplicates: [] };
  const deals = new Deals({ size, columns, ...nothing });
  const days = RECORDED.filter((field) => deals.has(field)).map((field) => {
    const column = deals.column(field);
    countDays([column]);
    return [field, countedDays(column)] as const;
  });
  return { days, classed: classesOf(deals, room) };
}

/** Takes over what was found of some columns, as far as the deals have the very same. */
export function takeFacts(deals: Deals, { size, columns }: FactCells, facts: DealFacts): void {
  if (size !== deals.size) return;
  const isSame = (field: (typeof ASKED)[number]): boolean => {
    const [one, other] = [columns[field], deals.has(field) ? deals.column(field) : undefined];
    if (one === undefined || other === undefined || ArrayBuffer.isView(one) || ArrayBuffer.isView(other))
      return one === other;
    return one.codes === other.codes && (field === 'customer' || one.values === other.values);
  };
  for (const [field, counts] of facts.days)
    if (counts !== null && isSame(field)) takeCountedDays(deals.column(field), counts);
  if (CLASSING.every(isSame)) deals.takeClassed(facts.classed);
}
