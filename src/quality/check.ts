import type { ActiveSeverity, Rule } from './definition.js';
import { type Answers, accountOf, type Helper } from './helper.js';
import { type Judged, judge, type LeftOut } from './judge.js';
import { countMarks, markViolations } from './marks.js';
import type { CheckInput, RuleResult } from './rule-result.js';

export type { DescribedViolation } from './describe.js';
export type {
  CheckInput,
  FixedViolation,
  MetEntries,
  MetEntry,
  RuleOutcome,
  RuleResult,
  SkipReason,
} from './rule-result.js';

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

/** Runs rules, given in the order of their rank. Nothing stops at the first fault. O(rules × deals). */
export function check(rules: readonly Rule[], input: CheckInput, helper: Helper | null = null): CheckResult {
  return beginCheck(rules, input, helper)();
}

/**
 * Begins with the rules, where somebody helps: another thread then runs them until the result is asked for, when those
 * that are left are run here. Whoever runs a rule, the result is the same.
 */
export function beginCheck(rules: readonly Rule[], input: CheckInput, helper: Helper | null): () => CheckResult {
  const { settings = {} } = input;
  const help = helper?.(rules, input) ?? null;
  return () => {
    const judged = new Array<Judged | undefined>(rules.length);
    const here: RuleResult[] = [];
    const runHere = (index: number, rule: Rule): void => {
      const one = judge(rule, settings[rule.id], input);
      judged[index] = one;
      if (one !== null && 'violations' in one) here.push(one);
    };
    const each = [...rules.entries()];
    // From the last on: the other thread began with the first.
    if (help !== null) for (const [index, rule] of each.toReversed()) if (help.claim(index)) runHere(index, rule);
    const answers = help?.finish() ?? null;
    if (answers !== null) take(answers, rules, input, judged);
    for (const [index, rule] of each) if (judged[index] === undefined) runHere(index, rule);
    // The other thread has marked what it found: few records are marked here.
    const marks = answers?.marks ?? new Uint8Array(input.deals.size);
    for (const one of here) markViolations(marks, one);
    return summed(input, marks, judged);
  };
}

/** Puts what another thread found beside what was found here. */
function take(answers: Answers, rules: readonly Rule[], input: CheckInput, judged: (Judged | undefined)[]): void {
  for (const answer of answers.rules) {
    const rule = rules[answer.index];
    if (rule !== undefined) judged[answer.index] = accountOf(rule, answer, input);
  }
}

/** The result of all rules together. */
function summed({ deals }: CheckInput, marks: Uint8Array, judged: readonly (Judged | undefined)[]): CheckResult {
  const results: RuleResult[] = [];
  const leftOut: LeftOut[] = [];
  for (const one of judged) {
    if (one === null || one === undefined) continue;
    if ('leftOut' in one) leftOut.push(one);
    else results.push(one);
  }
  // The sort is stable: rank decides within a severity.
  results.sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity));
  const violationsOf = (severity: ActiveSeverity): number =>
    results.reduce((sum, result) => (result.severity === severity ? sum + result.violations : sum), 0);
  const { marked, withError } = countMarks(marks);
  return {
    records: deals.size,
    results,
    errors: violationsOf('error'),
    warnings: violationsOf('warn'),
    infos: violationsOf('info'),
    score: deals.size === 0 ? null : (deals.size - withError) / deals.size,
    strictScore: deals.size === 0 || leftOut.some(marksRecords) ? null : (deals.size - marked) / deals.size,
    notRun: leftOut.map((one) => one.leftOut),
    nothingChecked: !results.some(({ rule, outcome }) => outcome !== 'skipped' && (deals.size > 0 || rule.ofOthers)),
  };
}

/** Whether the rule could have taken a record from those without a warning. */
function marksRecords({ leftOut: { scope }, severity }: LeftOut): boolean {
  return severity !== 'info' && (scope === 'deal' || scope === 'row');
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
