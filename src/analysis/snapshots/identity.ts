/** What a deal keeps from one export to the next, beside its id: name, account, day of creation. */
import { foldText } from '../../locale/fold.js';
import { NO_DAY } from '../../model/civil-day.js';
import { companyKey } from '../../model/company-name.js';
import type { Deals } from '../../model/deals.js';
import { cellText } from '../../model/text-column.js';

/** One side of a match. */
export interface Side {
  readonly deals: Deals;
  /** Its id; '' = none. */
  readonly id: (row: number) => string;
  /** Its folded name; '' = none. */
  readonly name: (row: number) => string;
  /** Its account, as companies are compared; '' = none, or not told by both files. */
  readonly account: (row: number) => string;
  /** The day it was created; `NO_DAY` = none, or not told by both files. */
  readonly created: (row: number) => number;
}

/** The two sides, each with what both files tell: accounts by name where both have them, else by id. */
export function sidesOf(before: Deals, after: Deals): readonly [Side, Side] {
  const account = (['account', 'account_id'] as const).find((field) => before.has(field) && after.has(field)) ?? null;
  const dated = before.has('created_at') && after.has('created_at');
  return [sideOf(before, account, dated), sideOf(after, account, dated)];
}

function sideOf(deals: Deals, field: 'account' | 'account_id' | null, dated: boolean): Side {
  const [ids, names, days] = [deals.column('id'), deals.column('name'), deals.column('created_at')];
  const accounts = deals.column(field ?? 'account');
  const keys: (string | undefined)[] = [];
  const keyOf = field === 'account_id' ? (name: string) => name.trim() : companyKey;
  return {
    deals,
    id: (row) => cellText(ids, row).trim(),
    name: (row) => foldText(cellText(names, row)),
    account: (row) => {
      if (field === null) return '';
      const code = accounts.codes[row] as number;
      keys[code] ??= keyOf(accounts.values[code] as string);
      return keys[code] ?? '';
    },
    created: (row) => (dated ? (days[row] as number) : NO_DAY),
  };
}

/**
 * Whether two deals of one id are not the same deal: of name, account and day of creation at least two are known of
 * both, and none of those known agrees. (A deal is renamed, or moves to another account, and stays the deal it was.)
 */
export function isReused(before: Side, after: Side, old: number, now: number): boolean {
  let known = 0;
  const [born, bornNow] = [before.created(old), after.created(now)];
  if (born !== NO_DAY && bornNow !== NO_DAY) {
    // Most ids end here: the day of creation never changes.
    if (born === bornNow) return false;
    known++;
  }
  for (const fact of ['name', 'account'] as const) {
    const [one, other] = [before[fact](old), after[fact](now)];
    if (one === '' || other === '') continue;
    if (one === other) return false;
    known++;
  }
  return known >= 2;
}
