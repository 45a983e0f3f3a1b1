import { reasonText } from '../reasons.js';
import type { AnySaid } from '../said.js';
import type { Wording } from '../wording.js';
import { listed, many } from './words.js';

/** An entry of a baseline that has expired. */
interface Expired {
  readonly rule: string;
  /** Its last day, as the baseline has it. */
  readonly until: string;
  readonly reason: string | null;
}

/** Names, and how many there are beside. */
interface Names {
  readonly names: readonly string[];
  readonly more: number;
}

/** What a check says of itself: its verdict, its baseline, the runs before it. */
export const GATE = {
  max_warnings: ({ warnings, most }: { readonly warnings: number; readonly most: number }, { count }: Wording) =>
    `warnings: ${count(warnings)}, more than --max-warnings ${count(most)}`,
  required_rule: ({ rule, because }: { readonly rule: string; readonly because: AnySaid }, { say }: Wording) =>
    `${rule} is required but could not be checked: ${say(because)}`,
  rule_off: () => 'it is switched off or not selected',
  rule_column_left_out: ({ column }: { readonly column: string }) =>
    `the column "${column}" was left out, since most of its cells are something else`,
  rule_skipped: ({ reason }: { readonly reason: string }) => reasonText(reason, 'en'),
  rule_applies_to_none: () => 'it applies to no record',
  baseline_expired: (
    {
      file,
      violations,
      entries,
      more,
    }: {
      readonly file: string;
      readonly violations: number;
      /** The first of them, and how many there are beside. */
      readonly entries: readonly Expired[];
      readonly more: number;
    },
    { count }: Wording,
  ) => {
    const each = entries.map(
      ({ rule, until, reason }) => `${rule} until ${until}${reason === null ? '' : `: ${reason}`}`,
    );
    const rest = more === 0 ? '' : `; and ${count(more)} more`;
    return `${count(violations)} known ${violations === 1 ? 'violation counts' : 'violations count'} again, for the entries of the baseline ${file} have expired: ${each.join('; ')}${rest}`;
  },
  baseline_of_other_data: (
    { file, violations }: { readonly file: string; readonly violations: number },
    { count }: Wording,
  ) =>
    `None of the ${count(violations)} violations that the baseline ${file} knows is in these files: is it a baseline of other data?`,
  history_kept_apart: ({ file, scope }: { readonly file: string; readonly scope: string }) =>
    `This run is narrowed (${scope}): in ${file} it stands apart, compared only with runs that were narrowed alike, and no measure for whole ones.`,
  history_not_compared: (
    {
      file,
      runs,
      failed,
      narrowed,
      otherFiles,
    }: {
      readonly file: string;
      /** Runs of the history, and how many of them are no measure, by why. */
      readonly runs: number;
      readonly failed: number;
      readonly narrowed: number;
      readonly otherFiles: number;
    },
    { count }: Wording,
  ) => {
    const why = [
      ...(failed === 0 ? [] : [`${count(failed)} failed`]),
      ...(narrowed === 0
        ? []
        : [`${count(narrowed)} ${narrowed === 1 ? 'was' : 'were'} narrowed otherwise (--where, --rules)`]),
      ...(otherFiles === 0 ? [] : [`${count(otherFiles)} ${otherFiles === 1 ? 'is' : 'are'} of other files`]),
    ];
    return `Nothing was compared with the history ${file}: of its ${many(runs, 'run', 'runs')} ${why.join(', ')}.`;
  },
  history_other_names: (
    {
      file,
      files,
      before,
    }: {
      readonly file: string;
      /** The files of this run, and those of the run that it is compared with. */
      readonly files: readonly string[];
      readonly before: readonly string[];
    },
    { list }: Wording,
  ) =>
    `The history ${file} has no passing run of ${list(files)}: compared with ${list(before)}, which has like columns.`,

  prune_narrowed: ({ where }: { readonly where: string }) => `it looked only at the deals of --where ${where}`,
  prune_rules_unchecked: ({ names, more }: Names) =>
    `it did not check ${listed(names, more)} (left out, off or skipped)`,
  prune_fewer_files: ({ names, more }: Names) => `it read fewer files; not among them: ${listed(names, more)}`,
  prune_fewer_records: (
    { records, before }: { readonly records: number; readonly before: number },
    { count }: Wording,
  ) => `it saw ${many(records, 'record', 'records')}, the baseline is of ${count(before)}`,
  prune_other_data: (
    { missing, of }: { readonly missing: number; readonly of: 'records' | 'faults' },
    { count }: Wording,
  ) =>
    `nothing shows that it is of the same data: ${count(missing)} of the known ${of === 'records' ? 'records are' : 'faults are'} not in these files`,
  prune_loses: (
    {
      rules,
      more,
    }: {
      /** Rules with how many violations would be forgotten, and of which records. */
      readonly rules: readonly (Names & { readonly rule: string; readonly violations: number })[];
      readonly more: number;
    },
    { count }: Wording,
  ) =>
    `It would lose ${listed(
      rules.map(
        (one) =>
          `${one.rule} ${count(one.violations)}${one.names.length === 0 ? '' : ` (${listed(one.names, one.more)})`}`,
      ),
      more,
    )}`,
  prune_loses_nothing: () => 'Nothing it knows would be lost now',
} as const;

/** A finding that stands for many records: how many, where, and until when it was known. */
export const FOUND_TOGETHER = {
  found_times: ({ n }: { readonly n: number }, { count }: Wording) => `${count(n)} ${n === 1 ? 'time' : 'times'}`,
  found_in_records: (
    {
      n,
      of,
      outcome,
    }: {
      readonly n: number;
      readonly of: number;
      /** That of all of them, where they are deals of one. */
      readonly outcome: 'won' | 'lost' | 'open' | null;
    },
    { count }: Wording,
  ) => `${count(n)} of ${count(of)} ${outcome === null ? 'records' : `${outcome} deals`}`,
  found_in_class: (
    {
      n,
      of,
      field,
      value,
    }: {
      readonly n: number;
      readonly of: number;
      readonly field: 'outcome' | 'stage' | 'pipeline' | 'owner';
      readonly value: string;
    },
    { count }: Wording,
  ) => `${count(n)} of ${count(of)} deals with the ${field} "${value}"`,
  found_in_rows: ({ common, rows }: { readonly common: AnySaid; readonly rows: readonly number[] }, { say }: Wording) =>
    `${say(common)}, such as in rows ${rows.join(', ')}`,
  known_until: ({ until, reason }: { readonly until: string; readonly reason: string | null }) =>
    `known until ${until}${reason === null ? '' : `: ${reason}`}`,
} as const;
