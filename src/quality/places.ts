import type { SourceAccount } from '../model/dataset.js';
import type { Place } from '../model/deals.js';

/** Rows that a rule names one by one; the count is never cut. */
export const MOST_PLACES = 20;

/** A file as a whole. */
export function wholeFile({ file, sheet }: Pick<SourceAccount, 'file' | 'sheet'>): Place {
  return { file, sheet, row: 0, line: null };
}

/** A row of a file, and its physical line where it has one. */
export function rowOfFile(
  { file, sheet }: Pick<SourceAccount, 'file' | 'sheet'>,
  row: number,
  line: number | null = null,
): Place {
  return { file, sheet, row, line: line === 0 ? null : line };
}
