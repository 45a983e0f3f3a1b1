/** What happened in each cell of the grid, beside what the ages of the deals alone would have brought. */
import type { CivilDay } from '../../model/civil-day.js';
import type { Counted } from './effects.js';
import type { Facts } from './facts.js';
import { cellDays, cellOf, type Grid } from './grid.js';
import type { Hazards } from './hazards.js';

/** Wins and losses by cell as known on day t, and what the hazards of the ages give for the deals open then. */
export function closingCounts(
  facts: Facts,
  grid: Grid,
  hazards: Hazards,
  t: CivilDay,
): { readonly wins: Counted; readonly losses: Counted } {
  const from = Math.max(grid.start, hazards.truncatedBefore ?? grid.start);
  const first = cellOf(grid, from);
  const last = cellOf(grid, t);
  const cells = last + 1;
  const column = (): Float64Array => new Float64Array(cells);
  const seen = { win: column(), loss: column() };
  const hoped = { win: column(), loss: column() };
  const cumulative = { win: cumulativeOf(hazards.win), loss: cumulativeOf(hazards.loss) };
  const starts = Int32Array.from({ length: cells + 1 }, (_, cell) =>
    cell < cells ? cellDays(grid, cell).start : t + 1,
  );
  starts[first] = from;
  const add = (cell: number, begun: number, start: number, end: number, deals: number): void => {
    const [low, high] = [start - begun, end - begun + 1];
    hoped.win[cell] = (hoped.win[cell] as number) + deals * between(cumulative.win, low, high);
    hoped.loss[cell] = (hoped.loss[cell] as number) + deals * between(cumulative.loss, low, high);
  };
  const { created, closed, won, size } = facts;
  // The deals of one day of creation are looked at together: how many end in each cell, and the others pass through.
  const ending = new Uint32Array(cells);
  for (let at = 0; at < size && (created[at] as number) <= t; ) {
    const begun = created[at] as number;
    const entry = Math.max(begun, from);
    let alive = 0;
    for (; at < size && created[at] === begun; at++) {
      const end = Math.min(closed[at] as number, t);
      if (end < entry) continue;
      const cell = cellOf(grid, end);
      ending[cell] = (ending[cell] as number) + 1;
      alive++;
      add(cell, begun, Math.max(entry, starts[cell] as number), end, 1);
      if ((closed[at] as number) > t) continue;
      const counts = won[at] === 1 ? seen.win : seen.loss;
      counts[cell] = (counts[cell] as number) + 1;
    }
    for (let cell = cellOf(grid, entry); alive > 0 && cell < cells; cell++) {
      alive -= ending[cell] as number;
      ending[cell] = 0;
      if (alive > 0) add(cell, begun, Math.max(entry, starts[cell] as number), (starts[cell + 1] as number) - 1, alive);
    }
  }
  return {
    wins: { observed: seen.win, expected: hoped.win, from: first, to: last },
    losses: { observed: seen.loss, expected: hoped.loss, from: first, to: last },
  };
}

/** Deals created in each cell as known on day t; the expectation is the days of it that are known. */
export function creationCounts(facts: Facts, grid: Grid, from: CivilDay, t: CivilDay): Counted {
  const [first, last] = [cellOf(grid, from), cellOf(grid, t)];
  const observed = new Float64Array(last + 1);
  const { created, size } = facts;
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    if ((created[at] as number) < from) continue;
    const cell = cellOf(grid, created[at] as number);
    observed[cell] = (observed[cell] as number) + 1;
  }
  const expected = Float64Array.from(observed, (_, cell) => {
    const { start, end } = cellDays(grid, cell);
    return Math.max(0, Math.min(end, t + 1) - Math.max(start, from));
  });
  return { observed, expected, from: first, to: last };
}

/** Σ of the hazards below an age, by age; the last hazard goes on. */
export interface Cumulative {
  readonly sums: Float64Array;
  readonly beyond: number;
}

export function cumulativeOf(hazard: Float64Array): Cumulative {
  const sums = new Float64Array(hazard.length + 1);
  for (let age = 0; age < hazard.length; age++) sums[age + 1] = (sums[age] as number) + (hazard[age] as number);
  return { sums, beyond: hazard[hazard.length - 1] ?? 0 };
}

/** Σ of the hazards from an age to below another. */
export function between(cumulative: Cumulative, low: number, high: number): number {
  return reach(cumulative, high) - reach(cumulative, low);
}

function reach({ sums, beyond }: Cumulative, age: number): number {
  const last = sums.length - 1;
  return age <= last ? (sums[Math.max(0, age)] as number) : (sums[last] as number) + (age - last) * beyond;
}
