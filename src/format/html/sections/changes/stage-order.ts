/** Stages in the order that their moves tell: a move forward leads from an earlier one to a later one. */

interface Move {
  readonly from: string;
  readonly to: string;
  readonly direction: 'advanced' | 'moved_back' | 'stage_changed';
}

/** Every stage of the moves, once; those that nothing puts in order as they come. */
export function stagesInOrder(moves: readonly Move[]): string[] {
  const after = new Map<string, Set<string>>();
  const waits = new Map<string, number>();
  for (const { from, to, direction } of moves) {
    for (const stage of [from, to]) if (!after.has(stage)) after.set(stage, new Set());
    if (direction === 'stage_changed' || from === to) continue;
    const [earlier, later] = direction === 'advanced' ? [from, to] : [to, from];
    const own = after.get(earlier);
    if (own === undefined || own.has(later)) continue;
    own.add(later);
    waits.set(later, (waits.get(later) ?? 0) + 1);
  }
  const order: string[] = [];
  let left = [...after.keys()];
  while (left.length > 0) {
    // Moves that contradict each other have no order: the first of them is as good as any.
    const next = left.find((stage) => (waits.get(stage) ?? 0) <= 0) ?? left[0];
    if (next === undefined) break;
    order.push(next);
    left = left.filter((stage) => stage !== next);
    for (const later of after.get(next) ?? []) waits.set(later, (waits.get(later) ?? 0) - 1);
  }
  return order;
}
