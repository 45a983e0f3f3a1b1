import { UserError } from '../errors/user-error.js';
import { suggest } from '../locale/suggest.js';
import type { OpenOptions, OpenTable, ReadFinding } from './raw-table.js';

/** A sheet that has rows, opened, and what is known of how many. */
export interface SheetCandidate {
  readonly table: OpenTable;
  /** Bounds that cost nothing. */
  readonly fewest: number;
  readonly most: number;
  /** Counts them: may read the sheet. */
  count(): Promise<number>;
}

/** What a header without a known name is worth: a long list of products does not beat a short list of deals. */
const UNKNOWN_HEADER = 0.0001;

/**
 * The sheet with the most rows under a header that is known to the caller; of equals, the first. Hidden ones count.
 * Rows are counted only where their bounds leave it open.
 */
export async function bestSheet(
  candidates: readonly SheetCandidate[],
  options: OpenOptions,
): Promise<OpenTable | null> {
  const score = options.sheetScore ?? options.headerScore ?? (() => 0);
  const weights = candidates.map(({ table }) => UNKNOWN_HEADER + score(table.head.columns));
  const surest = candidates.find((one, index) =>
    candidates.every((other, place) => {
      const least = one.fewest * (weights[index] ?? 0);
      const greatest = other.most * (weights[place] ?? 0);
      return index === place || least > greatest || (least === greatest && index < place);
    }),
  );
  if (surest !== undefined) return surest.table;
  let best: OpenTable | null = null;
  let highest = -1;
  for (const [index, candidate] of candidates.entries()) {
    const score = (await candidate.count()) * (weights[index] ?? 0);
    if (score > highest) {
      best = candidate.table;
      highest = score;
    }
  }
  return best;
}

/** Opens a sheet that may turn out to hold blank cells only; null then. */
export async function openUnlessBlank(open: () => Promise<OpenTable>): Promise<OpenTable | null> {
  try {
    return await open();
  } catch (cause) {
    if (cause instanceof UserError && cause.code === 'empty_file') return null;
    throw cause;
  }
}

/** The sheet that the user means: its name in any letter case. @throws UserError sheet_not_found */
export function sheetNamed(file: string, sheets: readonly string[], sheet: string): string {
  const wanted = sheet.trim().toLowerCase();
  const found = sheets.find((name) => name === sheet) ?? sheets.find((name) => name.trim().toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new UserError('sheet_not_found', { file, sheet, sheets, suggestion: suggest(sheet, sheets) }, { file });
}

/** Says that other sheets have rows too, unless the user named one of them. */
export function otherSheets(filled: readonly string[], chosen: string, { sheet }: OpenOptions): ReadFinding[] {
  const others = sheet === undefined ? filled.filter((name) => name !== chosen) : [];
  return others.length === 0
    ? []
    : [{ code: 'other_sheets', count: others.length, places: [], detail: others.join(', ') }];
}

/** Says that sheets are listed in the workbook that are not in it. */
export function missingSheets(names: readonly string[]): ReadFinding[] {
  return names.length === 0
    ? []
    : [{ code: 'sheet_missing', count: names.length, places: [], detail: names.join(', ') }];
}
