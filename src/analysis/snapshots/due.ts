/** What an older export expected to close by the day of a newer one, and what became of it. */
import { DUE_FATES, type DueFate } from '../../locale/due-fates.js';
import type { Reason } from '../../locale/reasons.js';
import { type CivilDay, NO_DAY } from '../../model/civil-day.js';
import { EXCLUDED, LOST, OPEN, WON } from '../../model/outcome.js';
import type { ComparedPair } from './compare.js';
import { type MoneySum, UnitSums } from './money-sums.js';
import type { Money } from './money-units.js';

/** Days, both ends included. */
export interface Days {
  readonly from: CivilDay;
  readonly until: CivilDay;
}

/**
 * What becomes of a deal that was due, by what the newer export has of it. Every one has exactly one: won; lost; open
 * still, and expected on a day after the newer export's (`slipped`), on a day that had come by then (`still`: the date
 * has passed), or on none (`undated`); neither open nor closed any more, but left out (`setAside`); or not there at all
 * (`vanished`).
 */
export const FATES = DUE_FATES;
export type Fate = DueFate;

/** When an older export had expected a deal to close: in the days between, after them, before them, or it did not say. */
export const EXPECTED = ['due', 'ahead', 'overdue', 'undated'] as const;
export type Expected = (typeof EXPECTED)[number];

export interface Tally extends MoneySum {
  readonly deals: number;
}

/** The deals that were due. Amounts are those that the older export had, so that the parts add up to the whole. */
export interface Due extends Tally {
  /** Without an amount. */
  readonly unpriced: number;
  readonly fates: Readonly<Record<Fate, Tally>>;
  /** What those that were won were closed for. */
  readonly wonFor: MoneySum;
  /** Beside them: expected later, and won or lost all the same. */
  readonly pulledIn: Tally;
}

/** What was won of all deals that were open in the older export: what they were closed for. */
export interface WonOfOpen extends Tally {
  readonly parts: Readonly<Record<Expected, Tally>>;
}

/** The days from one export to the next: those after the older one's, up to that of the newer one. */
export function daysBetween({ before, after }: ComparedPair): Days | Reason {
  const [then, now] = [before.snapshot.taken, after.snapshot.taken];
  if (then === null || now === null) return 'exports_undated';
  return now <= then ? 'no_days_between' : { from: then + 1, until: now };
}

/** When a deal was expected to close, as seen from the days. */
export function expectedIn({ from, until }: Days, day: number): Expected {
  if (day === NO_DAY) return 'undated';
  if (day < from) return 'overdue';
  return day > until ? 'ahead' : 'due';
}

/** What was due, or why nobody can say it. O(deals). */
export function dueOf({ before, after, compared }: ComparedPair, money: Money, days: Days): Due | Reason {
  const [then, now] = [before.snapshot.deals, after.snapshot.deals];
  if (!then.has('expected_close')) return 'missing_field:expected_close';
  const [was, is] = [then.column('outcome'), now.column('outcome')];
  const [due, dueNow] = [then.column('expected_close'), now.column('expected_close')];
  const all = new Counter(money);
  const fates = FATES.map(() => new Counter(money));
  const [wonFor, pulledIn] = [new UnitSums(money), new Counter(money)];
  let [unpriced, open, dated] = [0, 0, 0];
  for (let at = 0; at < compared.size; at++) {
    const [row, rowNow] = [compared.old[at] as number, compared.now[at] as number];
    if (row < 0 || was[row] !== OPEN) continue;
    open++;
    const when = expectedIn(days, due[row] as number);
    if (when !== 'undated') dated++;
    const [units, bucket] = [before.amounts.units[row] as number, before.amounts.bucket[row] as number];
    const outcome = rowNow < 0 ? -1 : (is[rowNow] as number);
    if (when === 'ahead' && (outcome === WON || outcome === LOST)) pulledIn.add(units, bucket);
    if (when !== 'due') continue;
    const fate = fateOf(outcome, rowNow < 0 ? NO_DAY : (dueNow[rowNow] as number), days);
    all.add(units, bucket);
    fates[FATES.indexOf(fate)]?.add(units, bucket);
    if (Number.isNaN(units)) unpriced++;
    if (fate === 'won') wonFor.add(after.amounts.units[rowNow] as number, after.amounts.bucket[rowNow] as number);
  }
  if (open === 0) return 'no_open_deals';
  if (dated === 0) return 'no_expected_close';
  const priced = then.has('amount');
  return {
    ...all.tally(priced),
    unpriced,
    fates: Object.fromEntries(FATES.map((fate, at) => [fate, fates[at]?.tally(priced)])) as Due['fates'],
    wonFor: wonFor.total(now.has('amount')),
    pulledIn: pulledIn.tally(priced),
  };
}

/** @param outcome −1 = it is not there any more */
function fateOf(outcome: number, expected: number, days: Days): Fate {
  switch (outcome) {
    case WON:
      return 'won';
    case LOST:
      return 'lost';
    case EXCLUDED:
      return 'setAside';
    case OPEN:
      if (expected === NO_DAY) return 'undated';
      return expected > days.until ? 'slipped' : 'still';
    default:
      return 'vanished';
  }
}

/** What was won of the deals that were open, whatever had been expected of them. O(deals). */
export function wonOfOpen({ before, after, compared }: ComparedPair, money: Money, days: Days): WonOfOpen {
  const [then, now] = [before.snapshot.deals, after.snapshot.deals];
  const [was, is, due] = [then.column('outcome'), now.column('outcome'), then.column('expected_close')];
  const all = new Counter(money);
  const parts = EXPECTED.map(() => new Counter(money));
  for (let at = 0; at < compared.size; at++) {
    const [row, rowNow] = [compared.old[at] as number, compared.now[at] as number];
    if (row < 0 || rowNow < 0 || was[row] !== OPEN || is[rowNow] !== WON) continue;
    const [units, bucket] = [after.amounts.units[rowNow] as number, after.amounts.bucket[rowNow] as number];
    all.add(units, bucket);
    parts[EXPECTED.indexOf(expectedIn(days, due[row] as number))]?.add(units, bucket);
  }
  const priced = now.has('amount');
  return {
    ...all.tally(priced),
    parts: Object.fromEntries(EXPECTED.map((one, at) => [one, parts[at]?.tally(priced)])) as WonOfOpen['parts'],
  };
}

/** Deals and their amounts. */
class Counter {
  readonly #sums: UnitSums;
  #deals = 0;

  constructor(money: Money) {
    this.#sums = new UnitSums(money);
  }

  add(units: number, bucket: number): void {
    this.#deals++;
    this.#sums.add(units, bucket);
  }

  tally(priced: boolean): Tally {
    return { deals: this.#deals, ...this.#sums.total(priced) };
  }
}
