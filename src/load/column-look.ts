import { onDemand } from '../locale/on-demand.js';
import { looksLikeData, looksLikeDate, looksLikeNumber } from './cell-look.js';

/** What the cells of a column look like, as far as it tells whether another cell belongs there. Plain data. */
export interface ColumnLook {
  readonly kind: 'empty' | 'number' | 'date' | 'text' | 'any';
  readonly mayBeEmpty: boolean;
  /** Some cell begins with a space. */
  readonly indented: boolean;
  /** No cell has a space or a delimiter in it; of codes, none has letters only. */
  readonly terse: 'words' | 'codes' | null;
  /** The few values that come again and again; null where there are many. */
  readonly values: ReadonlySet<string> | null;
}

/** Share of the filled cells that make a column one of numbers, of dates, of words. */
const NEARLY_ALL = 0.9;
/** Values that come again and again: no more than this many, each as often on the average. */
const FEW_VALUES = 12;
const OFTEN = 3;
const FEWEST_VALUES = 6;
/** Cells from which a column is known never to have spaces. */
const FEWEST_TERSE = 3;

/** The look of a column, by some of its cells. */
export function lookOf(cells: readonly string[], delimiter: string): ColumnLook {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const trimmed = filled.map((cell) => cell.trim());
  const share = (test: (cell: string) => boolean): boolean =>
    trimmed.filter(test).length >= NEARLY_ALL * trimmed.length;
  const values = new Set(trimmed);
  return {
    kind:
      filled.length === 0
        ? 'empty'
        : share(looksLikeDate)
          ? 'date'
          : share(looksLikeNumber)
            ? 'number'
            : share((cell) => !looksLikeData(cell))
              ? 'text'
              : 'any',
    mayBeEmpty: filled.length < cells.length,
    indented: filled.some((cell) => /^\s/.test(cell)),
    terse: terseness(trimmed, delimiter),
    values: values.size <= FEW_VALUES && trimmed.length >= Math.max(FEWEST_VALUES, OFTEN * values.size) ? values : null,
  };
}

function terseness(cells: readonly string[], delimiter: string): ColumnLook['terse'] {
  if (cells.length < FEWEST_TERSE || cells.some((cell) => /\s/.test(cell) || cell.includes(delimiter))) return null;
  return cells.some((cell) => /\p{Nd}/u.test(cell)) ? 'codes' : 'words';
}

/** Whether a cell may stand in a column. @param emptyFits an empty cell is no question */
export function fits(cell: string, look: ColumnLook, emptyFits: boolean): boolean {
  const trimmed = cell.trim();
  if (trimmed === '') return emptyFits || look.mayBeEmpty || look.kind === 'empty';
  if (/^\s/.test(cell) && !look.indented && look.kind !== 'any') return false;
  switch (look.kind) {
    case 'empty':
      return false;
    case 'number':
      return looksLikeNumber(trimmed);
    case 'date':
      return looksLikeDate(trimmed);
    case 'text':
      return !looksLikeData(trimmed) && (look.values?.has(trimmed) ?? true);
    default:
      return true;
  }
}

/** How sure it is that a delimiter inside a cell was not quoted. */
export type JoinStrength = 'strong' | 'weak' | 'none';

const SIGN = String.raw`[-\u2212+(]?\s*(?:\p{Sc}|[A-Z]{3}|R\$)?\s*[-\u2212]?`;
const UNIT = String.raw`\s*(?:\p{Sc}|[A-Z]{3}|%)?\s*\)?`;
/** `1,200`, `12,34,567.50`. */
const GROUPED = onDemand(
  () =>
    new RegExp(String.raw`^${SIGN}[1-9\u06f1-\u06f9]\p{Nd}{0,2}(?:,\p{Nd}{2,3})*,\p{Nd}{3}(?:\.\p{Nd}+)?${UNIT}$`, 'u'),
);
/** `1200,50`: where the comma is the decimal sign, money has two decimals. */
const DECIMAL = onDemand(() => new RegExp(String.raw`^${SIGN}\p{Nd}+,\p{Nd}{2}${UNIT}$`, 'u'));

/** `January 5, 2024`, `Fri, 5 Jan 2024`. */
const DATE_IN_WORDS = onDemand(
  () =>
    /^(?:\p{L}{2,10}\.?, ?)?(?:\p{L}{3,10}\.? \p{Nd}{1,2}, ?\p{Nd}{4}|\p{Nd}{1,2}\.? \p{L}{3,10}\.? \p{Nd}{4})(?:,? \p{Nd}{1,2}:.{2,12})?$/u,
);

/** Whether two neighbours are one number by its digits in threes. */
export function isGroupedNumber(parts: readonly string[], delimiter: string): boolean {
  return GROUPED().test(parts.join(delimiter).trim());
}

/** Whether two neighbours are one number with two decimals. */
export function isDecimalNumber(parts: readonly string[], delimiter: string): boolean {
  return DECIMAL().test(parts.join(delimiter).trim());
}

/**
 * Whether neighbouring cells may be one cell of a column, in which a delimiter was not quoted: a number with its
 * separators of thousands, a name with its comma. A space behind the delimiter, and digits in threes, say it strongly.
 */
export function joins(parts: readonly string[], delimiter: string, look: ColumnLook, decimals: boolean): JoinStrength {
  if (parts.some((part) => part.trim() === '')) return 'none';
  const joined = parts.join(delimiter).trim();
  const spaced = parts.slice(1).every((part) => /^\s/.test(part));
  switch (look.kind) {
    case 'number':
      if (GROUPED().test(joined)) return 'strong';
      return decimals && DECIMAL().test(joined) ? 'weak' : 'none';
    case 'date':
      return DATE_IN_WORDS().test(joined) ? 'strong' : 'none';
    case 'text':
    case 'any':
      if (look.values !== null && !look.values.has(joined)) return 'none';
      if (look.terse === 'codes' || (look.terse === 'words' && !spaced)) return 'none';
      if (looksLikeData(joined) && look.kind === 'text') return 'none';
      return spaced ? 'strong' : 'weak';
    default:
      return 'none';
  }
}
