import { type ArgsOf, said } from '../locale/said.js';
import type { ColumnReading, ReadingName } from '../model/dataset.js';
import type { DateFormat } from './parse/date.js';

type Order = ArgsOf<'dates'>['forms'][number]['order'];

const ORDER: { readonly [O in DateFormat['order']]: readonly [short: ReadingName, whole: Order] } = {
  dmy: ['day/month', 'day/month/year'],
  mdy: ['month/day', 'month/day/year'],
};

const YEAR_FIRST = { first: 'year/month/day', 'first-jalali': 'jalali year/month/day' } as const;

/** A reading that nothing settled: what was taken, what else it could be, and for how many cells. */
export interface OpenOrder {
  readonly taken: ReadingName;
  readonly other: ReadingName;
  readonly cells: number;
  /** A cell of the written form in question, where the column has several. */
  readonly example?: string;
}

/** What the cells of a column leave open about the order of day and month: at most an entry for each order. */
export function openOrders({ order, ambiguous, families = [] }: DateFormat): OpenOrder[] {
  if (ambiguous === 0) return [];
  if (families.length < 2) {
    const other = order === 'dmy' ? 'mdy' : 'dmy';
    return [{ taken: ORDER[order][0], other: ORDER[other][0], cells: ambiguous }];
  }
  return (['dmy', 'mdy'] as const).flatMap((taken) => {
    const open = families.filter((family) => family.order === taken && family.ambiguous > 0);
    const [first] = open;
    if (first === undefined) return [];
    const other = taken === 'dmy' ? 'mdy' : 'dmy';
    const cells = open.reduce((sum, family) => sum + family.ambiguous, 0);
    return [{ taken: ORDER[taken][0], other: ORDER[other][0], cells, example: first.example }];
  });
}

/** How the dates of a column are read; null where there is nothing to decide. */
export function dateReading(format: DateFormat): ColumnReading | null {
  const { order, shortYear, decidedBy, ambiguous, dayMonthCells, families = [] } = format;
  const asWritten = format.asWritten === true;
  if (dayMonthCells === 0) return asWritten ? said('dates', { forms: [], asWritten }) : null;
  if (shortYear === 'last' && families.some((family) => family.order !== order)) {
    const forms = families.map((one) => ({
      ...{ example: one.example, order: ORDER[one.order][1], decidedBy: one.decidedBy, ambiguous: one.ambiguous },
    }));
    return said('dates', { forms, asWritten });
  }
  const name = shortYear === 'last' ? ORDER[order][1] : YEAR_FIRST[shortYear];
  return said('dates', { forms: [{ example: null, order: name, decidedBy, ambiguous }], asWritten });
}
