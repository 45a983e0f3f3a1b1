/** The waterfall of each owner, region or whatever the deals are told apart by. */
import { foldText } from '../../locale/fold.js';
import type { CategoryColumn } from '../../model/column.js';
import type { ComparedDeals } from './classify.js';
import { type Waterfall, type WaterfallInput, waterfallsBy } from './waterfall.js';

/** What deals are split by: one column per field, as each snapshot has it; null = that snapshot does not. */
export interface Grouping {
  readonly by: readonly string[];
  readonly columns: readonly { readonly before: CategoryColumn | null; readonly after: CategoryColumn | null }[];
}

export interface GroupWaterfall {
  /** A value per field; '' = empty. */
  readonly key: readonly string[];
  /** One for each currency. */
  readonly waterfalls: readonly Waterfall[];
}

export interface Grouped {
  readonly by: readonly string[];
  /** Most deals first, those of both pipelines together; then by name. */
  readonly groups: readonly GroupWaterfall[];
  /** Deals in both snapshots whose own value changed: they count in their newest group, on both sides. */
  readonly regrouped: number;
}

/**
 * A deal belongs to the group that the newest snapshot that has it names. So its start counts there too, whoever had it
 * then, and every group adds up from start to end, as all groups together add up to the whole.
 */
export function groupWaterfalls(input: WaterfallInput, grouping: Grouping): Grouped {
  const { compared, flows } = input;
  const { partOf, keys, regrouped } = partsOf(compared, grouping);
  const waterfalls = waterfallsBy(input, (at) => partOf[at] as number, keys.length);
  const counted = new Uint8Array(keys.length);
  for (let at = 0; at < compared.size; at++) {
    if (flows.wasIn[at] === 1 || flows.isIn[at] === 1) counted[partOf[at] as number] = 1;
  }
  const groups = keys.flatMap((key, part) =>
    counted[part] === 1 ? [{ key, waterfalls: waterfalls[part] ?? [] }] : [],
  );
  const size = ({ waterfalls: own }: GroupWaterfall): number =>
    own.reduce((sum, { startDeals, endDeals }) => sum + startDeals + endDeals, 0);
  const name = ({ key }: GroupWaterfall): string => key.join('\n');
  groups.sort((a, b) => size(b) - size(a) || (name(a) < name(b) ? -1 : 1));
  return { by: grouping.by, groups, regrouped };
}

interface Parts {
  readonly partOf: Uint32Array;
  readonly keys: readonly (readonly string[])[];
  readonly regrouped: number;
}

function partsOf({ size, old, now }: ComparedDeals, { columns }: Grouping): Parts {
  const shared = columns.map(numbersOf);
  const numberOf = new Map<string, number>();
  const keys: (readonly string[])[] = [];
  const partOf = new Uint32Array(size);
  let regrouped = 0;
  for (let at = 0; at < size; at++) {
    const [row, rowNow] = [old[at] as number, now[at] as number];
    let key = '';
    let changed = false;
    for (const { before, after } of shared) {
      const [was, is] = [row < 0 ? -1 : before(row), rowNow < 0 ? -1 : after(rowNow)];
      key += `${is < 0 ? Math.max(was, 0) : is} `;
      if (was >= 0 && is >= 0 && was !== is) changed = true;
    }
    if (changed) regrouped++;
    let number = numberOf.get(key);
    if (number === undefined) {
      const codes = key.trimEnd().split(' ').map(Number);
      number = keys.push(shared.map(({ names }, index) => names[codes[index] ?? 0] ?? '')) - 1;
      numberOf.set(key, number);
    }
    partOf[at] = number;
  }
  return { partOf, keys, regrouped };
}

interface Numbers {
  /** −1 = the file does not have the column. */
  readonly before: (row: number) => number;
  readonly after: (row: number) => number;
  readonly names: readonly string[];
}

function numbersOf({ before, after }: Grouping['columns'][number]): Numbers {
  const numbers = new Map<string, number>([['', 0]]);
  const names = [''];
  const lookup = (column: CategoryColumn | null): ((row: number) => number) => {
    if (column === null) return () => -1;
    const own = Int32Array.from(column.values, (value) => {
      const key = foldText(value);
      const known = numbers.get(key) ?? names.push(value) - 1;
      numbers.set(key, known);
      return known;
    });
    return (row) => own[column.codes[row] as number] as number;
  };
  const now = lookup(after);
  return { after: now, before: lookup(before), names };
}
