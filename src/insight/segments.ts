import { outcomesByCode } from '../kpi/outcomes-by-code.js';
import { closedIn, won } from '../kpi/populations.js';
import { inOneCurrency } from '../kpi/ranking.js';
import type { CategoryColumn } from '../model/column.js';
import type { DealField } from '../model/deals.js';
import { LOST, OUTCOMES, WON } from '../model/outcome.js';
import { isAllTime, type Period } from '../model/period.js';
import type { Population } from '../model/population.js';
import { sumRows } from '../stats/sum.js';

/** Won and closed deals of each value of a column, by code. */
export interface SegmentCounts {
  readonly won: Uint32Array;
  readonly closed: Uint32Array;
  /** Σ amount and number of the won deals with an amount above 0. */
  readonly wonValue: Float64Array;
  readonly wonPriced: Uint32Array;
}

/** Won and closed deals of each value of a column, by code. One pass over the deals closed in a period. */
export function countOutcomes(
  column: CategoryColumn,
  population: Population<DealField>,
  period: Period,
): Pick<SegmentCounts, 'won' | 'closed'> {
  // In all time every won or lost deal is closed: others of the population are counted beside them.
  const counts = outcomesByCode(isAllTime(period) ? population : closedIn(population, period), column);
  const wins = new Uint32Array(column.values.length);
  const closed = wins.map((_, code) => {
    const at = code * OUTCOMES.length;
    wins[code] = counts[at + WON] as number;
    return (counts[at + WON] as number) + (counts[at + LOST] as number);
  });
  return { won: wins, closed };
}

/** The same, and the money of the won deals. */
export function countSegments(
  column: CategoryColumn,
  population: Population<DealField>,
  period: Period,
): SegmentCounts {
  const { rows } = closedIn(population, period);
  const outcome = population.column('outcome');
  const amount = population.column('amount');
  const size = column.values.length;
  const { codes } = column;
  const [wins, closed, wonPriced] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  const wonValue = new Float64Array(size);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    closed[code] = (closed[code] as number) + 1;
    if (outcome[row] !== WON) continue;
    wins[code] = (wins[code] as number) + 1;
    const value = amount[row] as number;
    if (!(value > 0)) continue;
    wonValue[code] = (wonValue[code] as number) + value;
    wonPriced[code] = (wonPriced[code] as number) + 1;
  }
  return { won: wins, closed, wonValue, wonPriced };
}

/** The deals closed in a period whose column has a value. */
export function rowsOfSegment(
  { codes }: CategoryColumn,
  code: number,
  population: Population<DealField>,
  period: Period,
): Uint32Array {
  return closedIn(population, period).where((row) => codes[row] === code).rows;
}

/** Mean amount of the won deals with an amount above 0; null where there is none, or amounts cannot be added. */
export function meanWonAmount(population: Population<DealField>, period: Period): number | null {
  const wins = won(closedIn(population, period));
  if (!inOneCurrency(wins)) return null;
  const amount = population.column('amount');
  const { rows } = wins.where((row) => (amount[row] as number) > 0);
  return rows.length === 0 ? null : sumRows(amount, rows) / rows.length;
}

/** A condition that selects a value of a column, as `--where` takes it; null where it cannot be written simply. */
export function whereText(name: string, value: string): string | null {
  if (/["\\\p{Cc}]/u.test(value) || /[[\]\\\p{Cc}]/u.test(name)) return null;
  const field = /^[a-z_]+$/.test(name) ? name : `[${name}]`;
  return value === '' ? `${field} is empty` : `${field} = "${value}"`;
}
