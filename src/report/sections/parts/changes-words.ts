/** What a manager repeats of a comparison, and what makes it doubtful. */
import type { Comparison } from '../../../analysis/snapshots/compare.js';
import type { DealClass } from '../../../analysis/snapshots/definition.js';
import { type OutsideCondition, outsideCondition } from '../../../analysis/snapshots/outside-condition.js';
import type { MoveCount } from '../../../analysis/snapshots/tables.js';
import type { Waterfall, WaterfallStep } from '../../../analysis/snapshots/waterfall.js';
import { type AnySaid, said } from '../../../locale/said.js';
import type { Speech } from '../../../locale/say.js';
import { isoDay } from '../../../model/civil-day.js';
import type { Deals } from '../../../model/deals.js';
import type { Period } from '../../../model/period.js';
import { messageEntry } from '../../documents.js';
import { currencyEntry } from './changes-pairs.js';
import type { Changes } from './changes-schema.js';

interface About {
  readonly comparison: Comparison;
  readonly speech: Speech;
  /** Of the waterfall; null = all open deals. */
  readonly period: Period | null;
  /** All deals of the first and the last export, where a condition left some out; null = it left out none. */
  readonly wholes: { readonly before: Deals | null; readonly after: Deals | null };
}

type Messages = Changes['notes'];

/** Steps and currencies that a sentence has room for. */
const MOST_STEPS = 3;
const MOST_CURRENCIES = 3;
/** Pipelines or stages that a note names. */
const MOST_NAMED = 5;
/** Under this share of the smaller export in common the two are hardly of the same deals (a judgement). */
const HARDLY = 0.1;

/** From which day to which, what the open pipeline was and is, and the largest steps between. */
export function headlineOf({ comparison, speech, period }: About): Messages {
  const [{ waterfall }] = comparison.pairs;
  const { currencies } = comparison.money;
  const sentences: AnySaid[] = [];
  const span = spanOf(comparison);
  if (isUnchanged(comparison)) {
    return [messageEntry(said('nothing_changed', { ...span, deals: comparison.pairs[0].facts.common }), speech)];
  }
  // A currency in which nothing is open at either end has nothing to be told first, unless it is the only one.
  const open = waterfall.filter(({ startDeals, endDeals }) => startDeals > 0 || endDeals > 0);
  for (const one of (open.length > 0 ? open : waterfall.slice(0, 1)).slice(0, MOST_CURRENCIES)) {
    const currency = currencyEntry(one.currency, currencies);
    sentences.push(
      said('open_pipeline_moved', {
        ...span,
        period: period === null ? null : period.label,
        currency,
        amount: one.start === null || one.end === null ? null : { before: one.start, after: one.end },
        deals: { before: one.startDeals, after: one.endDeals },
      }),
    );
    const steps = largestSteps(one);
    if (steps.length === 0) continue;
    sentences.push(said('largest_steps', { steps, currency: waterfall.length > 1 ? currency : null }));
  }
  sentences.push(...datesMoved(comparison));
  return sentences.map((sentence) => messageEntry(sentence, speech));
}

function spanOf({ pairs: [{ before, after }] }: Comparison): { from: string | null; to: string | null } {
  const [from, to] = [before.snapshot.taken, after.snapshot.taken];
  return { from: from === null ? null : isoDay(from), to: to === null ? null : isoDay(to) };
}

const SAME: readonly DealClass[] = ['unchanged', 'closed_unchanged', 'excluded'];

function isUnchanged({ pairs: [{ classes, facts }] }: Comparison): boolean {
  return facts.common > 0 && classes.every(({ class: name, deals }) => deals === 0 || SAME.includes(name));
}

function largestSteps({ steps }: Waterfall): Pick<WaterfallStep, 'step' | 'amount' | 'deals'>[] {
  const size = ({ amount, deals }: WaterfallStep): number => (amount === null ? deals : Math.abs(amount));
  return steps
    .filter((one) => one.deals > 0 && size(one) > 0)
    .sort((a, b) => size(b) - size(a))
    .slice(0, MOST_STEPS)
    .map(({ step, amount, deals }) => ({ step, amount, deals }));
}

/** Left out where no date moved, or nobody can tell. */
function datesMoved({ pairs: [{ compared, moves, before, after }] }: Comparison): AnySaid[] {
  const of = (move: MoveCount['move']): MoveCount | undefined => moves.find((one) => one.move === move);
  const [slipped, pulled] = [of('slipped'), of('pulled_in')];
  const [late, early] = [slipped?.deals ?? 0, pulled?.deals ?? 0];
  if (late + early === 0) return [];
  const [was, is] = [before.snapshot.deals.column('outcome'), after.snapshot.deals.column('outcome')];
  let open = 0;
  for (let at = 0; at < compared.size; at++) {
    const [row, rowNow] = [compared.old[at] as number, compared.now[at] as number];
    if (row >= 0 && rowNow >= 0 && was[row] === 0 && is[rowNow] === 0) open++;
  }
  return [
    said('close_dates_moved', { slipped: late, of: open, medianDays: slipped?.medianDays ?? null, pulledIn: early }),
  ];
}

const NOBODY: OutsideCondition = { vanished: 0, appeared: 0 };

/** What a reader must know before believing it. */
export function notesOf({ comparison, speech, wholes }: About): Messages {
  const [{ facts, matching, before }] = comparison.pairs;
  const { common, smaller } = facts;
  const notes: AnySaid[] = [];
  const isNarrowed = wholes.before !== null || wholes.after !== null;
  const { vanished, appeared } = isNarrowed ? outsideCondition(comparison.pairs[0], wholes) : NOBODY;
  if (vanished + appeared > 0) notes.push(said('outside_condition', { vanished, appeared }));
  else if (smaller > 0 && common === 0) notes.push(said('nothing_in_common', { smaller }));
  else if (common < smaller * HARDLY) notes.push(said('hardly_in_common', { common, smaller }));
  if (matching.byName > 0) {
    notes.push(said('matched_by_name', { deals: matching.byName, all: matching.method === 'name_and_account' }));
  }
  if (matching.reusedIds > 0) notes.push(said('ids_used_again', { ids: matching.reusedIds }));
  if (matching.ambiguous > 0) notes.push(said('ambiguous_deals', { deals: matching.ambiguous }));
  if (common > 0) {
    const named = (pipelines: typeof facts.pipelinesGone) => ({
      pipelines: pipelines.slice(0, MOST_NAMED).map(({ pipeline, open }) => ({ name: pipeline, deals: open })),
      more: Math.max(0, pipelines.length - MOST_NAMED),
    });
    if (facts.pipelinesGone.length > 0) notes.push(said('pipelines_gone', named(facts.pipelinesGone)));
    if (facts.pipelinesNew.length > 0) notes.push(said('pipelines_appeared', named(facts.pipelinesNew)));
    if (facts.readDifferently.length > 0) {
      const stages = facts.readDifferently.slice(0, MOST_NAMED).map(({ stage, deals }) => ({ name: stage, deals }));
      const more = Math.max(0, facts.readDifferently.length - MOST_NAMED);
      notes.push(said('stages_read_differently', { stages, more }));
    }
    const { taken } = before.snapshot;
    const day = taken === null ? '' : isoDay(taken);
    if (facts.leftOutBefore > 0 && appeared === 0)
      notes.push(said('left_out_before', { deals: facts.leftOutBefore, day }));
    if (facts.closedBackdated > 0) notes.push(said('closed_backdated', { deals: facts.closedBackdated, day }));
  }
  const { withoutAmount } = facts;
  if (
    comparison.pairs[0].waterfall.some(({ start }) => start !== null) &&
    withoutAmount.before + withoutAmount.after > 0
  )
    notes.push(said('open_without_amount', withoutAmount));
  const regrouped = Math.max(0, ...comparison.groups.map((one) => one.regrouped));
  if (regrouped > 0) notes.push(said('groups_are_newest', { deals: regrouped }));
  return notes.map((note) => messageEntry(note, speech));
}
