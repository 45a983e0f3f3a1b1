/** From which stage to which the open deals went. */
import type { ComparedDeals, Valued } from './classify.js';
import { MOVE_BIT, type Move } from './definition.js';
import { type MoneySum, UnitSums } from './money-sums.js';
import type { Money } from './money-units.js';
import { sharedKeys } from './same-field.js';
import type { PlaceOf } from './stage-places.js';

/** What a move from stage to stage may be, of which each is exactly one. */
const DIRECTIONS = ['advanced', 'moved_back', 'stage_changed'] as const satisfies readonly Move[];
type StageDirection = (typeof DIRECTIONS)[number];

export interface StageMove {
  /** Null where the files name none, or the deals changed theirs. */
  readonly pipeline: string | null;
  /** '' = no stage. */
  readonly from: string;
  readonly to: string;
  readonly direction: StageDirection;
  readonly deals: number;
  /** Of the newer snapshot. */
  readonly amount: MoneySum;
}

interface Moved {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly direction: StageDirection;
  readonly sums: UnitSums;
  deals: number;
}

/** Every pair of stages between which a deal moved, most deals first; then in the order of the stages and names. */
export function stageTable(
  compared: ComparedDeals,
  before: Valued,
  after: Valued,
  money: Money,
  placeOf: PlaceOf,
): StageMove[] {
  const { size, old, now, moves, told } = compared;
  const [then, later] = [before.snapshot.deals, after.snapshot.deals];
  const stages = sharedKeys(then.column('stage'), later.column('stage'));
  const lines = sharedKeys(then.column('pipeline'), later.column('pipeline'));
  const bothLines = then.has('pipeline') && later.has('pipeline');
  const found = new Map<string, Moved>();
  const place = (line: number, stage: number): number | null =>
    placeOf(lines.folded[line] ?? '', stages.folded[stage] ?? '');
  for (let at = 0; at < size; at++) {
    const way = DIRECTIONS.find((one) => ((moves[at] as number) & MOVE_BIT[one]) !== 0);
    if (way === undefined) continue;
    const [row, rowNow] = [old[at] as number, now[at] as number];
    const [from, to] = [stages.before(row), stages.after(rowNow)];
    const other = bothLines && lines.before(row) !== lines.after(rowNow);
    const line = other ? -1 : lines.after(rowNow);
    const key = `${line} ${from} ${to}`;
    let moved = found.get(key);
    if (moved === undefined) {
      moved = { line, from, to, direction: way, sums: new UnitSums(money), deals: 0 };
      found.set(key, moved);
    }
    moved.deals++;
    moved.sums.add(after.amounts.units[rowNow] as number, after.amounts.bucket[rowNow] as number);
  }
  const name = (number: number): string => stages.names[number] ?? '';
  const order = (line: number, stage: number): number => place(line, stage) ?? Number.MAX_SAFE_INTEGER;
  const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...found.values()]
    .sort(
      (a, b) =>
        b.deals - a.deals ||
        byName(lines.folded[a.line] ?? '', lines.folded[b.line] ?? '') ||
        order(a.line, a.from) - order(b.line, b.from) ||
        order(a.line, a.to) - order(b.line, b.to) ||
        byName(name(a.from), name(b.from)) ||
        byName(name(a.to), name(b.to)),
    )
    .map(({ line, from, to, direction, deals, sums }) => ({
      pipeline: lines.names[line] || null,
      from: name(from),
      to: name(to),
      direction,
      deals,
      amount: sums.known(told.amounts),
    }));
}
