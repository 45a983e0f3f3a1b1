/** What a check is given, and the account of each rule that it gives. */

import type { CivilDay } from '../model/civil-day.js';
import type { AmbiguousColumn } from '../model/dataset.js';
import type { Deals } from '../model/deals.js';
import type { StageHistory } from '../model/history.js';
import type { KnownNote } from './baseline-note.js';
import type { ActiveSeverity, Beside, Rule, RuleSetting } from './definition.js';
import type { DescribedViolation } from './describe.js';
import type { Identity } from './fingerprint.js';
import type { Gap } from './gaps.js';
import type { Listed } from './listing.js';
import type { SettingProblem, Threshold } from './setting.js';

export interface CheckInput {
  readonly deals: Deals;
  /** Everything that was read, where `deals` are a part of it; they themselves when left out. */
  readonly whole?: { readonly deals: Deals; readonly history: StageHistory | null };
  /** The deals were chosen by what they say: rules about whole files have nothing to judge. */
  readonly chosen?: boolean;
  readonly ambiguous: readonly AmbiguousColumn[];
  /** Stage and status values that stand for "no deal" on purpose; none when left out. */
  readonly setAside?: ReadonlySet<string>;
  readonly asOf: CivilDay;
  /** No recorded date shows the snapshot and nobody said it: `asOf` is the day of the run. */
  readonly undated?: boolean;
  /** What the files hold beside the deals; nothing when left out. */
  readonly beside?: Beside;
  /** Thorough rules are left out, those of severity error excepted: the score is that of all rules. */
  readonly quick?: boolean;
  /** By rule id; rules that are not named keep their own severity and parameters. */
  readonly settings?: Readonly<Record<string, RuleSetting>>;
}

/**
 * `fail`: over the threshold, severity error. `warn`: over the threshold, severity warn or info. `pass`: no violation,
 * or no more than the threshold tolerates. `skipped`: nothing was judged. `error`: the rule's settings are no good.
 */
export type RuleOutcome = 'pass' | 'warn' | 'fail' | 'skipped' | 'error';

/** Why a rule was not run. */
export type SkipReason =
  | `missing_field:${string}`
  | `no_file:${string}`
  | 'no_applicable_records'
  | 'invalid_setting'
  | 'whole_files'
  | 'no_snapshot_date'
  | 'no_earlier_run';

/** The account of one rule. */
export interface RuleResult {
  readonly rule: Rule;
  readonly severity: ActiveSeverity;
  readonly outcome: RuleOutcome;
  /** Records (or cells, columns) that the rule applies to. */
  readonly applicable: number;
  readonly violations: number;
  /** violations / applicable, 0…1; null when the rule applies to nothing. */
  readonly rate: number | null;
  /** Money of the violating deals, each once. Null: none of them has an amount, they have several currencies, or no deal is behind them. */
  readonly amount: number | null;
  readonly threshold: Threshold | null;
  /** Null unless the outcome is `skipped` or `error`. */
  readonly reason: SkipReason | null;
  /** The column that no file has, where that is what the rule found; null elsewhere. */
  readonly absent: string | null;
  /** What is wrong with the settings, when the outcome is `error`. */
  readonly problem: SettingProblem | null;
  /** Of the violations, how many a baseline knows; 0 without one. */
  readonly known: number;
  /** Of the violations, how many count again: what a baseline knows of them has expired. */
  readonly expired: number;
  /** What a baseline knows of this rule and the check still finds, expired or not. */
  readonly met: MetEntries;
  /** What a baseline knows of this rule and the check no longer finds. */
  readonly fixed: readonly FixedViolation[];
  /**
   * The violations with these indexes among those of the rule, in order of file and row; without indexes the first n,
   * or all, of those that no baseline knows. Made on request.
   */
  describe(n?: number, indexes?: Uint32Array): readonly DescribedViolation[];
  /**
   * The first findings, or all, of the violations with these ascending indexes; without indexes of those that no
   * baseline knows. Many that are one fault are one finding. Made on request.
   */
  list(most?: number, indexes?: Uint32Array): readonly Listed[];
  /** Violations that are one fault. Made on request. */
  gaps(): readonly Gap[];
  /** What each violation is about, in their order. Made on request. */
  identities(): Iterable<Identity>;
  /** The deal behind each violation, in their order; null where the rule is about columns or files. */
  readonly deals: Uint32Array | null;
}

/** An entry of a baseline that still occurs: so many of its fingerprint. */
export interface MetEntry extends FixedViolation {
  readonly note: KnownNote | null;
  readonly expired: boolean;
}

/** Entries of a baseline that still occur, made on request: there may be millions. */
export interface MetEntries {
  readonly length: number;
  /** The first of those that have expired, or have not; all of them without a number. */
  list(expired: boolean, most?: number): readonly MetEntry[];
  /** The entry of a fingerprint; null where it is not met. */
  find(fingerprint: string): MetEntry | null;
}

export const NOTHING_MET: MetEntries = { length: 0, list: () => [], find: () => null };

/** A known violation that is gone: so many of its fingerprint. */
export interface FixedViolation {
  readonly fingerprint: string;
  readonly count: number;
  /** The record's id, where the baseline has it. */
  readonly label: string | null;
}
