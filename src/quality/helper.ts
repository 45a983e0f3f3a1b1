/** Rules that another thread runs: what it is told of them, and what it answers, both as plain data. */

import type { Rule } from './definition.js';
import { type Judged, judge, type LeftOut } from './judge.js';
import type { Listed } from './listing.js';
import { type CheckInput, NOTHING_MET, type RuleResult } from './rule-result.js';

/** Begins with rules that a check will need; null where nobody helps. */
export type Helper = (rules: readonly Rule[], input: CheckInput) => Help | null;

/** Another thread at work. */
export interface Help {
  /** Takes a rule for the caller, who then must run it: false where the other thread has begun with it. */
  claim(index: number): boolean;
  /** Everything that the other thread found; waits for it. Null where it failed: then nothing of it counts. */
  finish(): Answers | null;
}

/** What another thread found. */
export interface Answers {
  readonly rules: readonly Answer[];
  /** The mark of every record, of the violations that it found. */
  readonly marks: Uint8Array;
}

/** The account of one rule, as far as it is data. */
export type Answer = { readonly index: number } & (
  | { readonly off: true }
  | { readonly leftOut: LeftOut['severity'] }
  | { readonly found: Found }
);

type Figures =
  | 'severity'
  | 'outcome'
  | 'applicable'
  | 'violations'
  | 'rate'
  | 'amount'
  | 'threshold'
  | 'reason'
  | 'absent'
  | 'problem';

/** The figures of a rule, and what of its violations is listed. */
export interface Found extends Pick<RuleResult, Figures> {
  readonly listed: { readonly most: number; readonly violations: readonly Listed[] } | null;
}

/**
 * What is to be sent of a rule.
 *
 * @param most how many of its violations will be listed; null = none
 */
export function answerOf(index: number, judged: Judged, most: number | null): Answer {
  if (judged === null) return { index, off: true };
  if ('leftOut' in judged) return { index, leftOut: judged.severity };
  const { severity, outcome, applicable, violations, rate, amount, threshold, reason, absent, problem } = judged;
  const figures = { severity, outcome, applicable, violations, rate, amount, threshold, reason, absent, problem };
  const listed = most === null ? null : { most, violations: judged.list(most) };
  return { index, found: { ...figures, listed } };
}

/** The account of a rule that another thread ran. What it did not send is found here, if it is asked for. */
export function accountOf(rule: Rule, answer: Answer, input: CheckInput): Judged {
  if ('off' in answer) return null;
  if ('leftOut' in answer) return { leftOut: rule, severity: answer.leftOut };
  const { listed, ...figures } = answer.found;
  let made: RuleResult | null = null;
  const here = (): RuleResult => {
    if (made !== null) return made;
    const judged = judge(rule, input.settings?.[rule.id], input);
    if (judged === null || 'leftOut' in judged) throw new Error(`the rule ${rule.id} is judged in another way here`);
    made = judged;
    return judged;
  };
  return {
    rule,
    ...figures,
    known: 0,
    expired: 0,
    met: NOTHING_MET,
    fixed: [],
    describe: (n, indexes) => here().describe(n, indexes),
    list: (most, indexes) =>
      listed !== null && indexes === undefined && listed.most === most ? listed.violations : here().list(most, indexes),
    gaps: () => here().gaps(),
    identities: () => here().identities(),
    get deals() {
      return here().deals;
    },
  };
}
