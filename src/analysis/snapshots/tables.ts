/** How many deals each class and each move has, and for how much. */
import type { Reason } from '../../locale/reasons.js';
import { median } from '../../stats/quantile.js';
import type { ComparedDeals, Valued } from './classify.js';
import { CLASSES, type DealClass, MOVE_BIT, MOVES, type Move } from './definition.js';
import { type MoneySum, UnitSums } from './money-sums.js';
import type { Money } from './money-units.js';

export interface ClassCount {
  readonly class: DealClass;
  readonly deals: number;
  /** Σ of their amounts in the older and in the newer snapshot. */
  readonly before: MoneySum;
  readonly after: MoneySum;
}

export interface MoveCount {
  readonly move: Move;
  /** Null with a reason, where one of the files lacks the field. */
  readonly deals: number | null;
  /** By how much they grew or shrank; of other moves what these deals are worth in the newer snapshot. */
  readonly amount: MoneySum;
  /** Days by which a date was moved, later or earlier; null of other moves. */
  readonly medianDays: number | null;
  readonly reason: Reason | null;
}

interface Input {
  readonly compared: ComparedDeals;
  readonly before: Valued;
  readonly after: Valued;
  readonly money: Money;
}

/** Every class, in the order of the catalogue, also those without a deal. */
export function classTable({ compared, before, after, money }: Input): ClassCount[] {
  const { size, old, now, classOf, told } = compared;
  const deals = new Uint32Array(CLASSES.length);
  const sums = CLASSES.map(() => ({ before: new UnitSums(money), after: new UnitSums(money) }));
  for (let at = 0; at < size; at++) {
    const code = classOf[at] as number;
    deals[code] = (deals[code] as number) + 1;
    const [row, rowNow] = [old[at] as number, now[at] as number];
    if (row >= 0) sums[code]?.before.add(before.amounts.units[row] as number, before.amounts.bucket[row] as number);
    if (rowNow >= 0) {
      sums[code]?.after.add(after.amounts.units[rowNow] as number, after.amounts.bucket[rowNow] as number);
    }
  }
  return CLASSES.map((name, code) => ({
    class: name,
    deals: deals[code] as number,
    before: sums[code]?.before.known(told.amounts) ?? NOTHING,
    after: sums[code]?.after.known(told.amounts) ?? NOTHING,
  }));
}

const NOTHING: MoneySum = { amount: null, byCurrency: null };

/** Every move, in the order of the catalogue. */
export function moveTable({ compared, before, after, money }: Input): MoveCount[] {
  const { size, old, now, moves, told } = compared;
  const [due, dueNow] = [before.snapshot.deals, after.snapshot.deals].map((deals) => deals.column('expected_close'));
  return MOVES.map((move) => {
    const reason = reasonOf(move, before, after);
    if (reason !== null) return { move, deals: null, amount: NOTHING, medianDays: null, reason };
    const bit = MOVE_BIT[move];
    const isChange = move === 'grown' || move === 'shrunk';
    const isDated = move === 'slipped' || move === 'pulled_in';
    const sums = new UnitSums(money);
    const days: number[] = [];
    let deals = 0;
    for (let at = 0; at < size; at++) {
      if (((moves[at] as number) & bit) === 0) continue;
      deals++;
      const [row, rowNow] = [old[at] as number, now[at] as number];
      const units = after.amounts.units[rowNow] as number;
      sums.add(
        isChange ? units - (before.amounts.units[row] as number) : units,
        after.amounts.bucket[rowNow] as number,
      );
      if (isDated) days.push(Math.abs((dueNow?.[rowNow] as number) - (due?.[row] as number)));
    }
    const medianDays = days.length === 0 ? null : median(days);
    return { move, deals, amount: sums.known(told.amounts), medianDays, reason };
  });
}

/** What each move cannot be told without. */
const NEEDS: { readonly [M in Move]: 'expected_close' | 'amount' | 'stage' | 'owner' } = {
  slipped: 'expected_close',
  pulled_in: 'expected_close',
  date_set: 'expected_close',
  date_removed: 'expected_close',
  grown: 'amount',
  shrunk: 'amount',
  advanced: 'stage',
  moved_back: 'stage',
  stage_changed: 'stage',
  owner_changed: 'owner',
};

function reasonOf(move: Move, before: Valued, after: Valued): Reason | null {
  const field = NEEDS[move];
  const told = before.snapshot.deals.has(field) && after.snapshot.deals.has(field);
  return told ? null : `missing_field:${field}`;
}
