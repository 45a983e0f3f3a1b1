import { WATERFALL_STEPS, type WaterfallStep } from '../deal-changes.js';
import type { Wording } from '../wording.js';
import { listed } from './words.js';

/** Two values, of the older and of the newer export. */
interface FromTo {
  readonly before: number;
  readonly after: number;
}

/** The days of the two exports, as ISO texts; null where nobody knows one. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/** The open pipeline of both. */
export interface PipelineMoved extends Span {
  /** Label of the period in which the deals are expected to close; null = all open deals. */
  readonly period: string | null;
  readonly currency: string | null;
  /** Null where amounts are not told on both sides. */
  readonly amount: FromTo | null;
  readonly deals: FromTo;
}

/** A step of the waterfall. */
interface Stepped {
  readonly step: WaterfallStep;
  readonly amount: number | null;
  readonly deals: number;
}

interface Named {
  readonly name: string;
  readonly deals: number;
}

function span({ from, to }: Span, { day }: Wording): string {
  if (from === null || to === null) return 'From the earlier export to the later one';
  return from === to ? `Between the two exports of ${day(from)}` : `From ${day(from)} to ${day(to)}`;
}

function deals(n: number, { count }: Wording): string {
  return n === 1 ? '1 deal' : `${count(n)} deals`;
}

function openPipeline(period: string | null, wording: Wording): string {
  return period === null ? 'the open pipeline' : `the open pipeline due in ${wording.period(period)}`;
}

function stepped({ step, amount, deals: n }: Stepped, wording: Wording): string {
  const name = WATERFALL_STEPS[step].en.toLowerCase();
  if (amount === null) return `${name} ${deals(n, wording)}`;
  return `${name} ${signedCompact(amount, wording)} (${deals(n, wording)})`;
}

function signedCompact(amount: number, { compact }: Wording): string {
  return (amount > 0 ? '+' : '') + compact(amount, null);
}

interface SomeOf {
  /** How many more there are. */
  readonly more: number;
}

function named(all: readonly Named[], more: number, wording: Wording): string {
  return listed(
    all.map(({ name, deals: n }) => `${name} (${deals(n, wording)})`),
    more,
  );
}

/** What changed between two exports of the deals, and what makes it doubtful. */
export const SNAPSHOT_CHANGES = {
  open_pipeline_moved: (args: PipelineMoved, wording: Wording) => {
    const { amount, currency, deals: n, period } = args;
    const { compact, relative, count } = wording;
    const what = `${span(args, wording)} ${openPipeline(period, wording)}`;
    const numbers =
      n.before === n.after
        ? `${deals(n.after, wording)} both times`
        : `${count(n.before)} → ${deals(n.after, wording)}`;
    if (amount === null) {
      const way = n.after > n.before ? 'grew' : n.after < n.before ? 'shrank' : 'kept its size';
      return `${what} ${way}: ${numbers}.`;
    }
    const { before, after } = amount;
    if (before === after) return `${what} stayed at ${compact(after, currency)}: ${numbers}.`;
    const change = before > 0 ? ` (${relative(after / before - 1)})` : '';
    const way = after > before ? 'rose' : 'fell';
    // Of two values that are told alike the difference says more.
    const from =
      compact(before, null) === compact(after, null)
        ? `by ${compact(Math.abs(after - before), null)}`
        : `from ${compact(before, null)}`;
    return `${what} ${way} ${from} to ${compact(after, currency)}${change}: ${numbers}.`;
  },
  largest_steps: (
    { steps, currency }: { readonly steps: readonly Stepped[]; readonly currency: string | null },
    wording: Wording,
  ) =>
    `${currency === null ? 'Largest steps' : `Largest steps in ${currency}`}: ${wording.list(steps.map((one) => stepped(one, wording)))}.`,
  nothing_changed: ({ deals: n, ...days }: Span & { readonly deals: number }, wording: Wording) =>
    `${span(days, wording)} nothing changed in the ${deals(n, wording)} that both exports have.`,
  close_dates_moved: (
    {
      slipped,
      of,
      medianDays,
      pulledIn,
    }: { readonly slipped: number; readonly of: number; readonly medianDays: number | null; readonly pulledIn: number },
    wording: Wording,
  ) => {
    const { count, days } = wording;
    const by =
      medianDays === null
        ? ''
        : slipped === 1
          ? ` by ${days(medianDays)}`
          : `, half of them by ${days(medianDays)} or more`;
    const moves = [
      ...(slipped > 0 ? [`${count(slipped)} slipped${by}`] : []),
      ...(pulledIn > 0 ? [`${count(pulledIn)} ${pulledIn === 1 ? 'was' : 'were'} pulled in`] : []),
    ];
    return `Of ${deals(of, wording)} open both times ${moves.join('; ')}.`;
  },
  nothing_in_common: ({ smaller }: { readonly smaller: number }, wording: Wording) =>
    `The exports have no deal in common: none of the ${deals(smaller, wording)} of the smaller one is in the other. They are of different pipelines, or their ids are; what stands here as new and vanished is no change.`,
  hardly_in_common: ({ common, smaller }: { readonly common: number; readonly smaller: number }, wording: Wording) =>
    `The exports have hardly a deal in common: ${wording.count(common)} of the ${deals(smaller, wording)} of the smaller one. If they are of different pipelines, what stands here as new and vanished is no change.`,
  outside_condition: (
    { vanished, appeared }: { readonly vanished: number; readonly appeared: number },
    { count }: Wording,
  ) =>
    `--where is judged in each export on its own: ${count(vanished)} of the vanished and ${count(appeared)} of the new deals are in both files, and the condition is true of them in one only.`,
  open_without_amount: ({ before, after }: { readonly before: number; readonly after: number }, { count }: Wording) =>
    `Open deals without an amount count as 0: ${count(before)} in the earlier export, ${count(after)} in the later one.`,
  ids_used_again: ({ ids }: { readonly ids: number }, { count }: Wording) =>
    ids === 1
      ? 'One id is another deal in the later export (name, account and day of creation all differ): the old one counts as vanished, the other as new.'
      : `${count(ids)} ids are other deals in the later export (name, account and day of creation all differ): the old ones count as vanished, the others as new.`,
  matched_by_name: ({ deals: n, all }: { readonly deals: number; readonly all: boolean }, wording: Wording) =>
    all
      ? `The exports have no ids in common: ${deals(n, wording)} were matched by name and account, and by the day of creation where both tell it.`
      : `${deals(n, wording)} without an id on one side ${n === 1 ? 'was' : 'were'} matched by name and account.`,
  ambiguous_deals: ({ deals: n }: { readonly deals: number }, wording: Wording) =>
    `${deals(n, wording)} ${n === 1 ? 'bears' : 'bear'} a name or id that several bear, and nothing tells which is which: ${n === 1 ? 'it counts' : 'they count'} as vanished and new.`,
  pipelines_gone: ({ pipelines, more }: SomeOf & { readonly pipelines: readonly Named[] }, wording: Wording) =>
    `The later export has no deal of ${named(pipelines, more, wording)}: these open deals vanished because their pipeline is not in the file.`,
  pipelines_appeared: ({ pipelines, more }: SomeOf & { readonly pipelines: readonly Named[] }, wording: Wording) =>
    `The earlier export has no deal of ${named(pipelines, more, wording)}: these open deals are new because their pipeline was not in the file.`,
  stages_read_differently: ({ stages, more }: SomeOf & { readonly stages: readonly Named[] }, wording: Wording) =>
    `What a stage means is read file by file, and these count as open in one export only: ${named(stages, more, wording)}. Their deals did not change; --stage "NAME=won|lost|open|excluded" settles it.`,
  left_out_before: ({ deals: n, day }: { readonly deals: number; readonly day: string }, wording: Wording) =>
    `${deals(n, wording)} that only the later export has ${n === 1 ? 'was' : 'were'} created before ${wording.day(day)}, the day of the earlier one: it had left ${n === 1 ? 'it' : 'them'} out, and ${n === 1 ? 'it is' : 'they are'} not new business.`,
  closed_backdated: ({ deals: n, day }: { readonly deals: number; readonly day: string }, wording: Wording) =>
    `${deals(n, wording)} still open in the export of ${wording.day(day)} ${n === 1 ? 'has' : 'have'} since been closed with an earlier day: the closing was entered late.`,
  groups_are_newest: ({ deals: n }: { readonly deals: number }, wording: Wording) =>
    `Each deal counts in the group that its newest export names, on both sides, so that every group adds up; ${deals(n, wording)} changed group.`,
} as const;
