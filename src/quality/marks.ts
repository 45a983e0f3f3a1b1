import type { RuleResult } from './rule-result.js';

/** Bits of a record's mark: what its violations are. */
export const WITH_ERROR = 1;
export const WITH_WARNING = 2;

/** Marks the records that a rule found fault with; what is for information only marks none. */
export function markViolations(marks: Uint8Array, { severity, deals }: Pick<RuleResult, 'severity' | 'deals'>): void {
  if (deals === null || severity === 'info') return;
  const mark = severity === 'error' ? WITH_ERROR : WITH_WARNING;
  for (const row of deals) marks[row] = (marks[row] as number) | mark;
}
