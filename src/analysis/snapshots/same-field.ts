/** Whether deals of two snapshots say the same, field by field. */
import { foldText } from '../../locale/fold.js';
import { type CategoryColumn, numbersIn, type RatioColumn } from '../../model/column.js';
import type { Deals } from '../../model/deals.js';
import { DEAL_FIELDS, type DealFieldName } from '../../model/fields.js';
import { cellText, type TextColumn } from '../../model/text-column.js';

/** Asked with a row of the older and one of the newer snapshot. */
export type SameField = (old: number, now: number) => boolean;

/** Texts that differ in case, spaces or Arabic letters alone are the same; a missing value is the same as another. */
export function sameField(before: Deals, after: Deals, field: DealFieldName): SameField {
  switch (DEAL_FIELDS[field].kind) {
    case 'text':
      return sameText(before.column(field) as TextColumn, after.column(field) as TextColumn);
    case 'category': {
      const keys = sharedKeys(before.column(field) as CategoryColumn, after.column(field) as CategoryColumn);
      return (old, now) => keys.before(old) === keys.after(now);
    }
    default:
      return sameNumber(numbersIn(before.column(field) as RatioColumn), numbersIn(after.column(field) as RatioColumn));
  }
}

/** Days and flags have a number for what is missing, amounts NaN. */
function sameNumber(before: (row: number) => number, after: (row: number) => number): SameField {
  return (old, now) => {
    const [a, b] = [before(old), after(now)];
    return a === b || (Number.isNaN(a) && Number.isNaN(b));
  };
}

/** Categories of two snapshots under common numbers: values that mean the same have one; 0 = missing. */
export interface SharedKeys {
  readonly before: (row: number) => number;
  readonly after: (row: number) => number;
  /** By number: the name, as the newer snapshot writes it where it has it. */
  readonly names: readonly string[];
  /** The same, folded. */
  readonly folded: readonly string[];
}

export function sharedKeys(before: CategoryColumn, after: CategoryColumn): SharedKeys {
  const numbers = new Map<string, number>([['', 0]]);
  const names = [''];
  const numbered = ({ values }: CategoryColumn): Uint32Array =>
    Uint32Array.from(values, (value) => {
      const key = foldText(value);
      let number = numbers.get(key);
      if (number === undefined) {
        number = names.push(value) - 1;
        numbers.set(key, number);
      }
      return number;
    });
  const now = numbered(after);
  const then = numbered(before);
  return {
    before: (row) => then[before.codes[row] as number] as number,
    after: (row) => now[after.codes[row] as number] as number,
    names,
    folded: [...numbers.keys()],
  };
}

function sameText(a: TextColumn, b: TextColumn): SameField {
  if (a.kind === 'plain' && b.kind === 'plain') {
    return (old, now) => {
      const [start, end] = [a.offsets[old] as number, a.offsets[old + 1] as number];
      const other = b.offsets[now] as number;
      if (end - start !== (b.offsets[now + 1] as number) - other) return sameFolded(a, b, old, now);
      for (let at = start, from = other; at < end; at++, from++) {
        if (a.bytes[at] !== b.bytes[from]) return sameFolded(a, b, old, now);
      }
      return true;
    };
  }
  return (old, now) => sameFolded(a, b, old, now);
}

function sameFolded(a: TextColumn, b: TextColumn, old: number, now: number): boolean {
  const [one, other] = [cellText(a, old), cellText(b, now)];
  return one === other || foldText(one) === foldText(other);
}
