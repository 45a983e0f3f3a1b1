import type { DateFormat } from './parse/date.js';

const ORDER: { readonly [O in DateFormat['order']]: readonly [short: string, whole: string] } = {
  dmy: ['day/month', 'day/month/year'],
  mdy: ['month/day', 'month/day/year'],
};

const DECIDED: { readonly [D in DateFormat['decidedBy']]: string } = {
  cells: 'some cells fit only this',
  option: 'said with --date-order',
  sibling: 'as the other date columns',
  separator: 'as dates with . and - are written',
  preset: 'as this CRM writes them',
  default: 'nothing in the file settles it',
};

/** A reading that nothing settled: what was taken, what else it could be, and for how many cells. */
export interface OpenOrder {
  readonly taken: string;
  readonly other: string;
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

/** How the dates of a column are read, for people; null where there is nothing to decide. */
export function dateReading(format: DateFormat): string | null {
  const parts = [orderReading(format), ...(format.asWritten === true ? [AS_WRITTEN] : [])].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? null : parts.join('; ');
}

const AS_WRITTEN = 'time stamps of one place, read as the day written there (--timezone says another)';

function orderReading({ order, shortYear, decidedBy, ambiguous, dayMonthCells, families = [] }: DateFormat): string {
  if (dayMonthCells === 0) return '';
  if (shortYear === 'last' && families.some((family) => family.order !== order)) {
    return families.map((family) => `${family.example}: ${ORDER[family.order][1]} (${howDecided(family)})`).join('; ');
  }
  const name =
    shortYear === 'first-jalali' ? 'Jalali year/month/day' : shortYear === 'first' ? 'year/month/day' : ORDER[order][1];
  return `${name} (${howDecided({ decidedBy, ambiguous: 0 })})${ambiguous > 0 ? `; ${ambiguous} cells could be the other` : ''}`;
}

function howDecided({ decidedBy, ambiguous }: Pick<DateFormat, 'decidedBy' | 'ambiguous'>): string {
  return ambiguous > 0 ? `${DECIDED[decidedBy]}; ${ambiguous} cells could be the other` : DECIDED[decidedBy];
}
