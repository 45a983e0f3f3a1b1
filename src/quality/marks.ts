/** What the violations of all rules make of each record: a byte. */
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

/** Puts other marks of the same records to them. Most records have none, so four are looked at in one. */
export function addMarks(marks: Uint8Array, others: Uint8Array): void {
  const words = wordsOf(others);
  for (let word = 0; word < words.length; word++) {
    if (words[word] === 0) continue;
    for (let row = 4 * word; row < 4 * word + 4; row++) marks[row] = (marks[row] as number) | (others[row] as number);
  }
  for (let row = 4 * words.length; row < others.length; row++) {
    marks[row] = (marks[row] as number) | (others[row] as number);
  }
}

/** How many records are marked, and how many with an error. */
export function countMarks(marks: Uint8Array): { readonly marked: number; readonly withError: number } {
  const words = wordsOf(marks);
  let [marked, withError] = [0, 0];
  const count = (from: number, to: number): void => {
    for (let row = from; row < to; row++) {
      const mark = marks[row] as number;
      if (mark !== 0) marked++;
      if ((mark & WITH_ERROR) !== 0) withError++;
    }
  };
  for (let word = 0; word < words.length; word++) if (words[word] !== 0) count(4 * word, 4 * word + 4);
  count(4 * words.length, marks.length);
  return { marked, withError };
}

/** Whole words of marks, which begin where a buffer does. */
function wordsOf({ buffer, byteOffset, length }: Uint8Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length >> 2);
}
