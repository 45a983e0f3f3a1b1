/** What the violations of all rules make of each record: a byte. */
import { countCodes } from '../model/code-counts.js';
import type { RuleResult } from './rule-result.js';

/** Bits of a record's mark: what its violations are. */
export const WITH_ERROR = 1;
export const WITH_WARNING = 2;

/** Marks the records that a rule found fault with; what is for information only marks none. */
export function markViolations(marks: Uint8Array, { severity, deals }: Pick<RuleResult, 'severity' | 'deals'>): void {
  if (deals === null || severity === 'info') return;
  const mark = severity === 'error' ? WITH_ERROR : WITH_WARNING;
  // By place: an iterator makes an object for each row until V8 has compiled the loop.
  for (let at = 0; at < deals.length; at++) {
    const row = deals[at] as number;
    marks[row] = (marks[row] as number) | mark;
  }
}

/** How many records are marked, and how many with an error. */
export function countMarks(marks: Uint8Array): { readonly marked: number; readonly withError: number } {
  const [, errors = 0, warnings = 0, both = 0] = countCodes(marks, (WITH_ERROR | WITH_WARNING) + 1);
  return { marked: errors + warnings + both, withError: errors + both };
}
