import type { MeasuredValue } from '../../kpi/definition.js';
import type { Question } from '../../kpi/measure.js';
import { priced } from '../../kpi/populations.js';
import { openAt } from '../../kpi/snapshot.js';
import { sumRows } from '../../stats/sum.js';
import { factorsPart, shareOf, worthFactors } from './factors.js';
import type { MixRatePart, WhyPart } from './parts.js';
import { adding, counting, mixRateParts, type Sides, type Splits, sumParts } from './splits.js';
import { successes } from './tally.js';

/** A snapshot's open deals, of which the stalled ones were counted. */
export interface Stalled {
  readonly question: Question;
  readonly measured: MeasuredValue;
}

/** The number of stalled deals as open deals × share of them that is stalled, and by columns. */
export function stalledDealsParts({ before, after }: Sides<Stalled>, splits: Splits): WhyPart[] {
  const [old, now] = [openOf(before), openOf(after)];
  const factors = factorsPart([
    { factor: 'open_deals', before: old.length, after: now.length },
    {
      factor: 'share_stalled',
      before: shareOf(before.measured.value, old.length),
      after: shareOf(after.measured.value, now.length),
    },
  ]);
  const sums = sumParts({ before: counting(rowsOf(before)), after: counting(rowsOf(after)) }, splits);
  return [...(factors === null ? [] : [factors]), ...sums];
}

/** The share of open deals that is stalled, by the composition of the open deals and the shares of the groups. */
export function stalledShareParts({ before, after }: Sides<Stalled>, splits: Splits): MixRatePart[] {
  const side = (one: Stalled) => successes(openOf(one), rowsOf(one));
  return mixRateParts({ before: side(before), after: side(after) }, splits);
}

/**
 * The value of the open deals of two snapshots as open deals × what one is worth ({@link worthFactors}), and by columns.
 */
export function openPipelineParts(questions: Sides<Question>, splits: Splits): WhyPart[] {
  const side = (question: Question) => {
    const { open } = openAt(question.population, question);
    return { deals: open.size, priced: priced(open), amount: question.population.column('amount') };
  };
  const [old, now] = [side(questions.before), side(questions.after)];
  const factors = factorsPart([
    { factor: 'open_deals', before: old.deals, after: now.deals },
    ...worthFactors(old, now),
  ]);
  const sums = sumParts(
    { before: adding(old.priced.rows, old.amount), after: adding(now.priced.rows, now.amount) },
    splits,
  );
  return [...(factors === null ? [] : [factors]), ...sums];
}

/** The number of open deals of two snapshots, by columns. */
export function openDealsParts({ before, after }: Sides<Question>, splits: Splits): WhyPart[] {
  const side = (question: Question) => counting(openAt(question.population, question).open.rows);
  return sumParts({ before: side(before), after: side(after) }, splits);
}

/** What the open deals of a snapshot are worth; those without an amount are left out. */
export function openValue(question: Question): number {
  const { open } = openAt(question.population, question);
  return sumRows(question.population.column('amount'), priced(open).rows);
}

/** Whether a snapshot tells what its open deals are worth: of any of them, where there are some. */
export function isPriced(question: Question): boolean {
  const { open } = openAt(question.population, question);
  return question.population.has('amount') && (open.size === 0 || priced(open).size > 0);
}

/** How many deals a snapshot has open. */
export function openCount(question: Question): number {
  return openAt(question.population, question).open.size;
}

/** The open deals of which it is known whether they are stalled: the denominator of `ofOpenDeals`. */
function openOf({ question, measured }: Stalled): Uint32Array {
  const { rows } = openAt(question.population, question).open;
  const undated = measured.excluded.find(({ reason }) => reason === 'undated_created')?.rows;
  if (undated === undefined || undated.length === 0) return rows;
  const without = new Set(undated);
  return rows.filter((row) => !without.has(row));
}

function rowsOf({ measured }: Stalled): Uint32Array {
  return measured.rows ?? new Uint32Array(0);
}
