import type { CivilDay } from '../model/civil-day.js';
import type { AmbiguousColumn } from '../model/dataset.js';
import type { DealField, Deals } from '../model/deals.js';
import type { StageHistory } from '../model/history.js';
import type { Population } from '../model/population.js';
import { sumRows } from '../stats/sum.js';
import type { KnownNote } from './baseline-note.js';
import {
  type ActiveSeverity,
  type Beside,
  type Findings,
  NOTHING_BESIDE,
  type Rule,
  type RuleSetting,
} from './definition.js';
import { type DescribedViolation, describe, firstOf, identities } from './describe.js';
import type { Identity } from './fingerprint.js';
import { findGaps, type Gap } from './gaps.js';
import { type Listed, list } from './listing.js';
import { type RuleInForce, readSetting, type SettingProblem, type Threshold, weigh } from './setting.js';

export type { DescribedViolation } from './describe.js';

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

const NOTHING_MET: MetEntries = { length: 0, list: () => [], find: () => null };

/** A known violation that is gone: so many of its fingerprint. */
export interface FixedViolation {
  readonly fingerprint: string;
  readonly count: number;
  /** The record's id, where the baseline has it. */
  readonly label: string | null;
}

export interface CheckResult {
  readonly records: number;
  /** Sorted by severity in force, then by rank; rules that are off are left out. */
  readonly results: readonly RuleResult[];
  /** Violations of all rules of a severity, those within a threshold included. */
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Share of records without an error, each record once; null without records. */
  readonly score: number | null;
  /**
   * Share of records with neither error nor warning; null also where a rule was left out that could have warned of
   * records.
   */
  readonly strictScore: number | null;
  /** Thorough rules that a quick check left out though they had something to judge by, in order of rank. */
  readonly notRun: readonly Rule[];
  /** No record, or no rule that could judge one, be it a deal or another: never a pass. */
  readonly nothingChecked: boolean;
}

const SEVERITY_ORDER: readonly ActiveSeverity[] = ['error', 'warn', 'info'];
const OUTCOME_OF = { error: 'fail', warn: 'warn', info: 'warn' } as const satisfies Record<ActiveSeverity, RuleOutcome>;

/** Bits of a record's mark. */
const [WITH_ERROR, WITH_WARNING] = [1, 2];

/** Runs rules, given in the order of their rank. Nothing stops at the first fault. O(rules × deals). */
export function check(rules: readonly Rule[], input: CheckInput): CheckResult {
  const { deals, settings = {} } = input;
  const population = deals.all();
  const marks = new Uint8Array(deals.size);
  const leftOut: LeftOut[] = [];
  const results = rules.flatMap((rule) => checkRule(rule, settings[rule.id], input, population, marks, leftOut) ?? []);
  // The sort is stable: rank decides within a severity.
  results.sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity));
  const violationsOf = (severity: ActiveSeverity): number =>
    results.reduce((sum, result) => (result.severity === severity ? sum + result.violations : sum), 0);
  let [errorFree, clean] = [0, 0];
  for (const mark of marks) {
    if ((mark & WITH_ERROR) === 0) errorFree++;
    if (mark === 0) clean++;
  }
  return {
    records: deals.size,
    results,
    errors: violationsOf('error'),
    warnings: violationsOf('warn'),
    infos: violationsOf('info'),
    score: deals.size === 0 ? null : errorFree / deals.size,
    strictScore: deals.size === 0 || leftOut.some(marksRecords) ? null : clean / deals.size,
    notRun: leftOut.map(({ rule }) => rule),
    nothingChecked: !results.some(({ rule, outcome }) => outcome !== 'skipped' && (deals.size > 0 || rule.ofOthers)),
  };
}

/** A rule that a quick check left out. */
interface LeftOut {
  readonly rule: Rule;
  readonly severity: ActiveSeverity;
}

/** Whether the rule could have taken a record from those without a warning. */
function marksRecords({ rule: { scope }, severity }: LeftOut): boolean {
  return severity !== 'info' && (scope === 'deal' || scope === 'row');
}

/** What so many violations make of a rule: of two limits, the severest that is passed decides its severity. */
export function verdictOf(
  { severity, threshold, applicable }: Pick<RuleResult, 'severity' | 'threshold' | 'applicable'>,
  violations: number,
): Pick<RuleResult, 'severity' | 'outcome'> {
  const weighed = weigh(severity, threshold, violations, applicable);
  return { severity: weighed.severity, outcome: weighed.exceeded ? OUTCOME_OF[weighed.severity] : 'pass' };
}

/** The verdict: whether any rule of that severity or a higher one is over its threshold, or could not be set up. */
export function gate(results: readonly RuleResult[], failOn: ActiveSeverity | 'never'): 'pass' | 'fail' {
  if (results.some(({ outcome }) => outcome === 'error')) return 'fail';
  if (failOn === 'never') return 'pass';
  const lowest = SEVERITY_ORDER.indexOf(failOn);
  const failed = results.some(
    ({ outcome, severity }) => (outcome === 'fail' || outcome === 'warn') && SEVERITY_ORDER.indexOf(severity) <= lowest,
  );
  return failed ? 'fail' : 'pass';
}

function checkRule(
  rule: Rule,
  setting: RuleSetting | undefined,
  input: CheckInput,
  population: Population<DealField>,
  marks: Uint8Array,
  leftOut: LeftOut[],
): RuleResult | null {
  const inForce = readSetting(rule, setting);
  if ('problem' in inForce) {
    return notRun(rule, rule.severity, 'error', 'invalid_setting', null, inForce);
  }
  const { severity, threshold } = inForce;
  if (severity === 'off') return null;
  if (rule.noFile !== undefined) return notRun(rule, severity, 'skipped', `no_file:${rule.noFile}`, threshold);
  const missing = missingField(rule, population);
  if (missing !== null) return notRun(rule, severity, 'skipped', `missing_field:${missing}`, threshold);
  if (input.chosen === true && rule.scope === 'file')
    return notRun(rule, severity, 'skipped', 'whole_files', threshold);
  if (input.undated === true && rule.atSnapshot === true)
    return notRun(rule, severity, 'skipped', 'no_snapshot_date', threshold);
  if (rule.againstRuns === true && input.deals.size > 0 && (input.beside?.runs ?? []).length === 0)
    return notRun(rule, severity, 'skipped', 'no_earlier_run', threshold);
  if (input.quick === true && rule.thorough === true && severity !== 'error') {
    leftOut.push({ rule, severity });
    return null;
  }
  const found = run(rule, inForce, input, population);
  if (found.checked === 0) return notRun(rule, severity, 'skipped', 'no_applicable_records', threshold);
  const violations = 'rows' in found ? found.rows.length : (found.total ?? found.places.length);
  const verdict = verdictOf({ severity, threshold, applicable: found.checked }, violations);
  if ('rows' in found && verdict.severity !== 'info') {
    const mark = verdict.severity === 'error' ? WITH_ERROR : WITH_WARNING;
    for (const row of found.rows) marks[row] = (marks[row] as number) | mark;
  }
  let made: readonly Gap[] | null = null;
  const gaps = (): readonly Gap[] => {
    made ??= findGaps(rule, found, input.deals);
    return made;
  };
  return {
    rule,
    ...verdict,
    applicable: found.checked,
    violations,
    rate: violations / found.checked,
    amount: 'rows' in found ? amountOf(input.deals, found.rows) : null,
    threshold,
    reason: null,
    absent: ('places' in found ? found.absent : undefined) ?? null,
    problem: null,
    known: 0,
    expired: 0,
    met: NOTHING_MET,
    fixed: [],
    describe: (n, indexes) => describe(rule, found, input.deals, indexes ?? firstOf(found, n)),
    list: (most, indexes) => list({ rule, found, deals: input.deals, gaps: gaps() }, indexes ?? firstOf(found), most),
    gaps,
    identities: () => identities(rule, found, input.deals, violations),
    deals: 'rows' in found ? found.rows : null,
  };
}

/** Runs a rule. One that throws is a fault of ours, and is named. */
function run(
  rule: Rule,
  { params }: RuleInForce,
  { deals, whole, ambiguous, asOf, setAside = new Set(), beside = NOTHING_BESIDE }: CheckInput,
  population: Population<DealField>,
): Findings<unknown> {
  try {
    const all = whole?.deals.all() ?? population;
    const everything = { population: all, history: (whole ?? beside).history };
    return rule.check({ population, whole: everything, deals, ambiguous, setAside, asOf, beside, params });
  } catch (cause) {
    throw new Error(`the rule ${rule.id} failed`, { cause });
  }
}

function missingField({ needs, needsAny = [], absent }: Rule, population: Population<DealField>): string | null {
  if (absent !== undefined) return absent;
  const missing = needs.find((field) => !population.has(field));
  if (missing !== undefined) return missing;
  return needsAny.some((field) => population.has(field)) ? null : (needsAny[0] ?? null);
}

function notRun(
  rule: Rule,
  severity: ActiveSeverity,
  outcome: 'skipped' | 'error',
  reason: SkipReason,
  threshold: Threshold | null,
  problem: SettingProblem | null = null,
): RuleResult {
  const none = { rate: null, amount: null, absent: null, deals: null };
  const counts = { applicable: 0, violations: 0, known: 0, expired: 0, met: NOTHING_MET, fixed: [], ...none };
  const made = { describe: () => [], list: () => [], gaps: () => [], identities: () => [] };
  return { rule, severity, outcome, ...counts, threshold, reason, problem, ...made };
}

function amountOf(deals: Deals, rows: Uint32Array): number | null {
  if (!deals.has('amount')) return null;
  if (rows.length === 0) return 0;
  const amount = deals.column('amount');
  const { codes } = deals.column('currency');
  const priced = new Uint32Array(rows.length);
  let [n, currency] = [0, 0];
  const seen = new Uint8Array(deals.size);
  for (const row of rows) {
    if (seen[row] === 1 || Number.isNaN(amount[row] as number)) continue;
    seen[row] = 1;
    const code = codes[row] as number;
    if (currency !== 0 && code !== 0 && code !== currency) return null;
    if (code !== 0) currency = code;
    priced[n++] = row;
  }
  return n === 0 ? null : sumRows(amount, priced.subarray(0, n));
}
