/** Which of several deals that look alike are which. */
import { NO_DAY } from '../../model/civil-day.js';
import { categoryAt, numbersIn } from '../../model/column.js';
import { DEAL_FIELDS, type DealFieldName } from '../../model/fields.js';
import { cellText, type TextColumn } from '../../model/text-column.js';
import { isReused, type Side } from './identity.js';

/** Deals of both sides that share a key. */
export interface Alike {
  readonly old: readonly number[];
  readonly now: readonly number[];
}

/** Told of each pair that is found. */
export type Pair = (old: number, now: number) => void;

type Key = (side: Side, row: number) => string;

/** Facts by which deals that share a key are told apart, surest first. */
const APART: readonly Key[] = [
  (side, row) => `${side.created(row)}\n${side.name(row)}\n${side.account(row)}`,
  (side, row) => (side.created(row) === NO_DAY ? '' : `${side.created(row)}`),
  (side, row) => (side.name(row) === '' ? '' : `${side.name(row)}\n${side.account(row)}`),
  (side, row) => numberText(side.deals.column('amount')[row] as number),
];

/**
 * Pairs deals that share an id or a name, in a stated order: those that are equal in everything that was read; then,
 * where only one on either side has it, by name, account and day of creation together, by the day, by name and account,
 * by the amount; then the one that is left on both sides. What is left on either side nobody can tell: it stays without
 * a partner, and is returned.
 *
 * @param equalOnly nothing but the first
 */
export function pairAlike(sides: readonly [Side, Side], alike: Alike, pair: Pair, equalOnly = false): Alike {
  const [before, after] = sides;
  let left: Alike = alike;
  const content = contentKey(before, after);
  left = pairBy((side, row) => content(side, row), sides, left, pair, true);
  if (equalOnly) return left;
  for (const key of APART) {
    if (left.old.length === 0 || left.now.length === 0) return left;
    left = pairBy(key, sides, left, pair, false);
  }
  const [old, now] = [left.old[0], left.now[0]];
  if (left.old.length !== 1 || left.now.length !== 1 || old === undefined || now === undefined) return left;
  if (isReused(before, after, old, now)) return left;
  pair(old, now);
  return { old: [], now: [] };
}

/** Pairs rows of one key: as many as there are on both sides, or only where either side has one. */
function pairBy(
  key: Key,
  [before, after]: readonly [Side, Side],
  { old, now }: Alike,
  pair: Pair,
  several: boolean,
): Alike {
  const groups = groupsOf(
    old,
    now,
    (row) => key(before, row),
    (row) => key(after, row),
  );
  const paired = { old: new Set<number>(), now: new Set<number>() };
  for (const [text, group] of groups) {
    if (text === '' || (!several && (group.old.length !== 1 || group.now.length !== 1))) continue;
    group.old.forEach((row, at) => {
      const other = group.now[at];
      if (other === undefined) return;
      pair(row, other);
      paired.old.add(row);
      paired.now.add(other);
    });
  }
  return { old: old.filter((row) => !paired.old.has(row)), now: now.filter((row) => !paired.now.has(row)) };
}

/** Rows of both sides by their keys. */
export function groupsOf(
  old: Iterable<number>,
  now: Iterable<number>,
  keyOfOld: (row: number) => string,
  keyOfNow: (row: number) => string,
): Map<string, { readonly old: number[]; readonly now: number[] }> {
  const groups = new Map<string, { readonly old: number[]; readonly now: number[] }>();
  const groupAt = (key: string): { readonly old: number[]; readonly now: number[] } => {
    let group = groups.get(key);
    if (group === undefined) {
      group = { old: [], now: [] };
      groups.set(key, group);
    }
    return group;
  };
  for (const row of old) groupAt(keyOfOld(row)).old.push(row);
  for (const row of now) groupAt(keyOfNow(row)).now.push(row);
  return groups;
}

/** Everything that both files tell of a deal, as one text. */
function contentKey(before: Side, after: Side): Key {
  const fields = (Object.keys(DEAL_FIELDS) as DealFieldName[]).filter(
    (field) => before.deals.has(field) && after.deals.has(field),
  );
  return ({ deals }, row) =>
    [
      deals.column('outcome')[row],
      ...fields.map((field) => {
        const column = deals.column(field);
        if ('values' in column && 'codes' in column && !('kind' in column)) return categoryAt(column, row);
        if ('kind' in column) return cellText(column as TextColumn, row);
        return numberText(numbersIn(column)(row));
      }),
    ].join('\n');
}

function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(value);
}
