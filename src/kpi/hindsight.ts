import { said } from '../locale/said.js';
import { NO_DAY } from '../model/civil-day.js';
import type { DealField } from '../model/deals.js';
import { OUTCOMES } from '../model/outcome.js';
import type { Population } from '../model/population.js';
import type { Note } from './definition.js';
import { closed, open as openNow } from './populations.js';
import { type Clock, openAt, type Snapshot } from './snapshot.js';
import { type Whole, wholeOf } from './whole.js';

/**
 * Closing a deal overwrites what was known of it while it was open: an amount is entered on winning and blanked on
 * losing, the expected close date becomes the closing day, the probability 0 or 1. A snapshot in the past that counts
 * deals which have closed since would use what nobody knew then. It may use a field where the file shows that its
 * values do not depend on the ending: every kind of deal has it alike.
 */

/** Least share of each kind of deal that must have the value for it not to depend on the ending (a judgement). */
const LEAST_KEPT = 0.8;
/** Of fewer deals a share says nothing (a judgement, as for intervals of a mean). */
const LEAST_DEALS = 5;

type Dated = 'outcome' | 'created_at' | 'closed_at';

interface Asked<F extends DealField> extends Clock {
  readonly population: Population<F>;
  readonly whole?: Whole<F> | undefined;
}

/**
 * Whether the amounts of the deals open at a past snapshot are hindsight: some of these deals have closed since, and
 * in the whole file the deals open at that time that are open still, were won later and were lost later are not each
 * priced to at least 80 % (a kind of under five deals is judged by all deals of its outcome, if those are five). An
 * amount of 0 is no price: losing sets it.
 */
export function amountsOverwritten<F extends DealField>(asked: Asked<F | Dated | 'amount'>): boolean {
  return isOverwritten(asked, amountsKept);
}

/**
 * The same of expected close dates, by all closed deals of the file: closing overwrites them where under 80 % of the
 * deals won or lost have one that is not the very day of closing, or under 80 % of those open at the snapshot have one.
 */
export function expectationsOverwritten<F extends DealField>(asked: Asked<F | Dated | 'expected_close'>): boolean {
  return isOverwritten(asked, expectationsKept);
}

/** What a figure says of itself where only money or names beside it are hindsight. */
export const OVERWRITTEN_NOTE: Note = said('overwritten_at_closing');

function isOverwritten<F extends DealField>(
  asked: Asked<F | Dated>,
  kept: (snapshot: Snapshot<Population<F | Dated>>, whole: Population<F | Dated>) => boolean,
): boolean {
  if (openAt(asked.population, asked).closedSince.size === 0) return false;
  const whole = wholeOf(asked).population;
  return !kept(openAt(whole, asked), whole);
}

const amountsKept = remembered(({ open }: Snapshot<Population<'outcome' | 'amount'>>, whole) => {
  const amount = open.column('amount');
  // NaN is no price either.
  return keptByEach(open, (row) => Math.abs(amount[row] as number) > 0, whole);
});

const expectationsKept = remembered(
  ({ open }: Snapshot<Population<'outcome' | 'closed_at' | 'expected_close'>>, whole) => {
    const expected = open.column('expected_close');
    const closedAt = open.column('closed_at');
    const known = (row: number): boolean => expected[row] !== NO_DAY;
    return (
      keptByEach(openNow(open), known) &&
      keptByEach(closed(whole), (row) => known(row) && expected[row] !== closedAt[row])
    );
  },
);

/**
 * Whether at least 80 % of the deals of each outcome have the value, where there are five of them. Of fewer that lack it
 * alike the whole decides, where that has five: three lost deals without an amount, in a file where no lost deal has one.
 */
function keptByEach(deals: Population<'outcome'>, has: (row: number) => boolean, whole = deals): boolean {
  const [few, many] = [sharesOf(deals, has), deals === whole ? null : sharesOf(whole, has)];
  return few.every(
    ({ all, kept }, what) =>
      kept >= LEAST_KEPT * all || (all < LEAST_DEALS && (many === null || isKept(many[what] ?? NOTHING))),
  );
}

const NOTHING = { all: 0, kept: 0 };

function isKept({ all, kept }: typeof NOTHING): boolean {
  return all < LEAST_DEALS || kept >= LEAST_KEPT * all;
}

/** By outcome: how many deals, and how many of them have the value. */
function sharesOf(deals: Population<'outcome'>, has: (row: number) => boolean): (typeof NOTHING)[] {
  const outcome = deals.column('outcome');
  const [all, kept] = [new Uint32Array(OUTCOMES.length), new Uint32Array(OUTCOMES.length)];
  for (const row of deals.rows) {
    const what = outcome[row] as number;
    all[what] = (all[what] as number) + 1;
    if (has(row)) kept[what] = (kept[what] as number) + 1;
  }
  return Array.from(all, (n, what) => ({ all: n, kept: kept[what] as number }));
}

/** One verdict per snapshot of the whole: every group asks for it. */
function remembered<P>(find: (snapshot: Snapshot<P>, whole: P) => boolean) {
  const found = new WeakMap<Snapshot<P>, boolean>();
  return (snapshot: Snapshot<P>, whole: P): boolean => {
    const answer = found.get(snapshot) ?? find(snapshot, whole);
    found.set(snapshot, answer);
    return answer;
  };
}
