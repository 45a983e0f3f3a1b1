import type { StageHistory } from './history.js';

/** Entries of one deal stand at `from` … `to` (exclusive). */
export function forEachDeal(history: StageHistory, visit: (deal: number, from: number, to: number) => void): void {
  let from = 0;
  while (from < history.size) {
    let to = from + 1;
    while (to < history.size && history.deal[to] === history.deal[from]) to++;
    visit(history.deal[from] as number, from, to);
    from = to;
  }
}

/**
 * The order of the open stages, as the deals themselves passed through them: a stage comes before another when more
 * deals entered it before than after (A. Copeland's rule over all pairs; ties by the mean place). Position per stage
 * code, −1 for closing stages and those that no deal entered.
 */
export function stageOrder(history: StageHistory, closing: ReadonlySet<number>): Int32Array {
  const n = history.stages.length;
  const before = new Uint32Array(n * n);
  const [places, entered] = [new Float64Array(n), new Uint32Array(n)];
  forEachDeal(history, (_, from, to) => {
    const seen: number[] = [];
    for (let at = from; at < to; at++) {
      const stage = history.stage[at] as number;
      if (closing.has(stage) || seen.includes(stage)) continue;
      for (const earlier of seen) before[earlier * n + stage] = (before[earlier * n + stage] as number) + 1;
      places[stage] = (places[stage] as number) + seen.length;
      entered[stage] = (entered[stage] as number) + 1;
      seen.push(stage);
    }
  });
  const wins = (stage: number): number => {
    let won = 0;
    for (let other = 0; other < n; other++) {
      if ((before[stage * n + other] as number) > (before[other * n + stage] as number)) won++;
    }
    return won;
  };
  const meanPlace = (stage: number): number => (places[stage] as number) / (entered[stage] as number);
  const order = Array.from({ length: n }, (_, stage) => ({ stage, wins: wins(stage) }))
    .filter(({ stage }) => (entered[stage] as number) > 0)
    .sort((a, b) => b.wins - a.wins || meanPlace(a.stage) - meanPlace(b.stage) || a.stage - b.stage);
  const position = new Int32Array(n).fill(-1);
  order.forEach(({ stage }, index) => {
    position[stage] = index;
  });
  return position;
}
