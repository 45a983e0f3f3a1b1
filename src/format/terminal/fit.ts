import { DROP } from '../page.js';

/** Names in the first column are not narrowed below this to keep a column that is the first to go. */
const EASY = 28;

/** How wide one column wants to be, how narrow it may be, and how readily it goes. */
export interface ColumnSize {
  readonly natural: number;
  readonly min: number;
  /** Columns with the highest number go first; 0 stays as long as anything fits. */
  readonly drop: number;
}

export interface Fitted {
  /** Indexes of the columns that stay, ascending. */
  readonly kept: readonly number[];
  /** Their widths, in the same order. */
  readonly widths: readonly number[];
}

/**
 * Fits columns, `gap` apart, into `room`: numbers of records, intervals and second readings go before names are
 * narrower than is easily read, then texts narrow (the widest first), then columns go by their `drop` number, then
 * everything narrows further, and at last columns go from the right. Always fits; keeps at least one.
 */
export function fitColumns(sizes: readonly ColumnSize[], room: number, gap: number): Fitted {
  let kept = sizes.map(({ natural, min, drop }, index) => {
    return { size: { natural: Math.max(natural, 1), min: Math.max(min, 1), drop }, index };
  });
  const gaps = (): number => gap * (kept.length - 1);
  const least = (): number => sum(kept.map(({ size }) => size.min)) + gaps();
  const [name = { natural: 1, min: 1 }] = sizes;
  const easy = (): number => least() + Math.max(0, Math.min(name.natural, EASY) - Math.max(name.min, 1));
  for (let first = nextToGo(kept, DROP.detail); first !== null && easy() > room; first = nextToGo(kept, DROP.detail)) {
    kept = kept.filter(({ index }) => index !== first);
  }
  for (let first = nextToGo(kept); first !== null && least() > room; first = nextToGo(kept)) {
    kept = kept.filter(({ index }) => index !== first);
  }
  while (kept.length > 1 && kept.length + gaps() > room) kept = kept.slice(0, -1);
  const mins = least() > room ? kept.map(() => 1) : kept.map(({ size }) => size.min);
  const widths = narrow(
    kept.map(({ size }) => size.natural),
    mins,
    Math.max(room - gaps(), 1),
  );
  return { kept: kept.map(({ index }) => index), widths };
}

function nextToGo(kept: readonly { readonly size: ColumnSize; readonly index: number }[], from = 1): number | null {
  let first: { readonly size: ColumnSize; readonly index: number } | null = null;
  for (const column of kept) {
    if (column.size.drop >= (first?.size.drop ?? from)) first = column;
  }
  return first === null || kept.length < 2 ? null : first.index;
}

/** Takes a column's width from the widest that may still be narrowed, one by one, until all fit. */
function narrow(natural: readonly number[], mins: readonly number[], room: number): number[] {
  const widths = [...natural];
  for (let over = sum(widths) - room; over > 0; over--) {
    let widest = -1;
    widths.forEach((width, index) => {
      if (width > (mins[index] ?? 1) && width > (widths[widest] ?? 0)) widest = index;
    });
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
