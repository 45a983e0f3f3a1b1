import type { MeasuredValue } from '../../kpi/definition.js';
import type { Question } from '../../kpi/measure.js';
import { closedIn, createdIn, priced, won } from '../../kpi/populations.js';
import { oneSidedFile } from '../../kpi/survivors.js';
import { NO_DAY } from '../../model/civil-day.js';
import type { CategoryColumn } from '../../model/column.js';
import type { DealField } from '../../model/deals.js';
import { isAllTime } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import { type FactorSides, factorsPart, shareOf, worthFactors } from './factors.js';
import type { MixRatePart, SumPart, WhyPart } from './parts.js';
import { adding, counting, mixRateParts, type Sides, type Splits, sumParts } from './splits.js';
import { sumPart } from './sums.js';
import { successes, tallies } from './tally.js';

/** Of won deals, whether they were created in the period too: what was won of new deals, and of earlier ones. */
export const CREATED_IN_PERIOD = 'created_in_period';
export type CreatedInPeriod = 'yes' | 'no' | '';

/**
 * Won value as deals closed × win rate × value per win, and by columns. The value per win is that of
 * {@link worthFactors}. Where the file has no lost deals there is no win rate, and the wins are counted by themselves.
 */
export function wonValueParts(questions: Sides<Question>, splits: Splits): WhyPart[] {
  const { before, after } = bothSides(questions, closingsOf);
  const worth = ({ won: { size }, priced, amount }: Closings) => ({ deals: size, priced, amount });
  const value = worthFactors(worth(before), worth(after));
  const factors = factorsPart([...wins(questions, before, after), ...value]);
  const sums = sumParts(
    { before: adding(before.priced.rows, before.amount), after: adding(after.priced.rows, after.amount) },
    splits,
  );
  return [...(factors === null ? [] : [factors]), ...sums];
}

/** Won deals as deals closed × win rate, by when they were created, and by columns. */
export function wonDealsParts(questions: Sides<Question>, splits: Splits): WhyPart[] {
  const { before, after } = bothSides(questions, closingsOf);
  const factors = wins(questions, before, after);
  const product = factors.length < 2 ? null : factorsPart(factors);
  const age = byCreation(questions, before, after);
  const sums = sumParts({ before: counting(before.won.rows), after: counting(after.won.rows) }, splits);
  return [...(product === null ? [] : [product]), ...(age === null ? [] : [age]), ...sums];
}

/** A rate of deals, by the composition of its deals and the rates of the groups. */
export function rateParts({ before, after }: Sides<MeasuredValue>, splits: Splits): MixRatePart[] {
  const side = ({ numerator, denominator }: MeasuredValue) =>
    successes(denominator?.rows ?? NO_ROWS, numerator?.rows ?? NO_ROWS);
  return mixRateParts({ before: side(before), after: side(after) }, splits);
}

/** A mean over deals, by the composition of its deals and the means of the groups: of the values that it was taken of. */
export function meanParts({ before, after }: Sides<MeasuredValue>, splits: Splits): MixRatePart[] {
  const side = ({ rows = NO_ROWS, sample = NO_VALUES }: MeasuredValue) => ({
    rows,
    worth: (position: number) => sample[position] as number,
  });
  return mixRateParts({ before: side(before), after: side(after) }, splits);
}

const NO_ROWS = new Uint32Array(0);
const NO_VALUES = new Float64Array(0);

interface Closings {
  readonly closed: Population<DealField>;
  readonly won: Population<DealField>;
  readonly priced: Population<DealField>;
  readonly amount: Float64Array;
}

function closingsOf({ population, period }: Question): Closings {
  const closed = closedIn(population, period);
  const wins = won(closed);
  return { closed, won: wins, priced: priced(wins), amount: population.column('amount') };
}

function bothSides<T>({ before, after }: Sides<Question>, of: (question: Question) => T): Sides<T> {
  return { before: of(before), after: of(after) };
}

/** The factors of a number of wins. */
function wins(questions: Sides<Question>, before: Closings, after: Closings): FactorSides[] {
  const sided = (['before', 'after'] as const).some((side) => {
    const { file, settings } = questions[side];
    return oneSidedFile((side === 'before' ? before : after).closed, file, settings) !== null;
  });
  if (sided) return [factor('won_deals', before, after, (one) => one.won.size)];
  return [
    factor('deals_closed', before, after, (one) => one.closed.size),
    factor('win_rate', before, after, (one) => shareOf(one.won.size, one.closed.size)),
  ];
}

function factor(
  name: FactorSides['factor'],
  before: Closings,
  after: Closings,
  of: (side: Closings) => number | null,
): FactorSides {
  return { factor: name, before: of(before), after: of(after) };
}

/** Null where no deal tells, or all periods are asked about. */
function byCreation(questions: Sides<Question>, before: Closings, after: Closings): SumPart | null {
  const { population, period } = questions.after;
  if (!population.has('created_at') || isAllTime(period)) return null;
  const side = (question: Question, { won: wins }: Closings) => tallies(createdColumn(question), counting(wins.rows));
  const [old, now] = [side(questions.before, before), side(questions.after, after)];
  return old.has('') && now.has('') && old.size + now.size === 2 ? null : sumPart(CREATED_IN_PERIOD, old, now);
}

const CREATED: readonly CreatedInPeriod[] = ['', 'yes', 'no'];

function createdColumn({ population, period }: Question): CategoryColumn {
  const days = population.column('created_at');
  const codes = new Uint32Array(days.length);
  for (const row of population.rows) codes[row] = days[row] === NO_DAY ? 0 : 2;
  for (const row of createdIn(population, period).rows) codes[row] = 1;
  return { codes, values: CREATED };
}
