/** What became of the deals that were open in each stage when a month began: in it, in the two after it, and later. */
import { type Facts, NEVER } from './facts.js';
import type { Grid } from './grid.js';
import type { Stages } from './stages.js';

/** Months after a landmark, by span: the first one, the next two, and the six after these. */
export const SPANS = [
  { from: 0, months: 1 },
  { from: 1, months: 2 },
  { from: 3, months: 6 },
] as const;

/** Days ahead at which a span ends, as those of an open deal are counted; the last one goes on. */
export const SPAN_DAYS = [30, 90] as const;

/**
 * Deals by day of creation, stage, landmark (a month of the grid: its first day) and span, as they went through the
 * whole span open or ended within it. Nothing in it depends on what happened after the end of its span.
 */
export interface Landmarks {
  /** Ascending. */
  readonly created: readonly number[];
  /** `month × span` and `stage × span`. */
  readonly window: readonly number[];
  readonly slot: readonly number[];
  /** Day of the ending, and 1 where it is a win; NEVER of those that went through. */
  readonly end: readonly number[];
  readonly won: readonly number[];
  readonly deals: readonly number[];
  /** By month: deals open on the day before, and those of them whose stage is told. */
  readonly open: Uint32Array;
  readonly told: Uint32Array;
}

const N = SPANS.length;
const known = new WeakMap<Facts, { readonly grid: Grid; readonly landmarks: Landmarks }>();

/** The landmarks of facts on a grid, found once. */
export function landmarksOf(facts: Facts, stages: Stages, grid: Grid): Landmarks {
  const before = known.get(facts);
  if (before?.grid === grid) return before.landmarks;
  const landmarks = found(facts, stages, grid);
  known.set(facts, { grid, landmarks });
  return landmarks;
}

function found(facts: Facts, stages: Stages, grid: Grid): Landmarks {
  const { created, closed, won, row, size } = facts;
  const { months } = grid;
  const { codes } = stages;
  const [begins, windows, slots]: [number[], number[], number[]] = [[], [], []];
  const [ends, wins, counts]: [number[], number[], number[]] = [[], [], []];
  const [open, told] = [new Uint32Array(months.length), new Uint32Array(months.length)];
  const add = (begun: number, window: number, slot: number, end: number, isWon: number, deals: number): void => {
    begins.push(begun);
    windows.push(window);
    slots.push(slot);
    ends.push(end);
    wins.push(isWon);
    counts.push(deals);
  };
  // Days on which the spans of a landmark begin and end; those that leave the grid are none.
  const starts = Int32Array.from(months, ({ start }) => start);
  const [spanStart, spanEnd] = [new Int32Array(months.length * N), new Int32Array(months.length * N)];
  for (let window = 0; window < spanStart.length; window++) {
    const { from, months: length } = SPANS[window % N] as (typeof SPANS)[number];
    const month = Math.floor(window / N) + from;
    spanStart[window] = months[month]?.start ?? NEVER;
    // One that leaves the grid is not over on any day of it.
    spanEnd[window] = (months[month + length - 1]?.end ?? NEVER) - 1;
  }
  const through = new Uint32Array(months.length * N * codes);
  let first = 0;
  for (let at = 0; at < size; ) {
    const begun = created[at] as number;
    while (first < months.length && (starts[first] as number) <= begun) first++;
    let last = first;
    for (; at < size && created[at] === begun; at++) {
      const end = closed[at] as number;
      let entry = stages.starts[row[at] as number] as number;
      const entries = stages.starts[(row[at] as number) + 1] as number;
      let stage = 0;
      for (let month = first; month < months.length && (starts[month] as number) <= end; month++) {
        open[month] = (open[month] as number) + 1;
        while (entry < entries && (stages.enteredAt[entry] as number) < (starts[month] as number)) {
          stage = stages.code[entry++] as number;
        }
        if (stage === 0) continue;
        told[month] = (told[month] as number) + 1;
        if (month >= last) last = month + 1;
        for (let span = 0; span < N; span++) {
          const window = month * N + span;
          if (end < (spanStart[window] as number)) break;
          if (end <= (spanEnd[window] as number)) {
            add(begun, window, stage * N + span, end, won[at] as number, 1);
            break;
          }
          const slot = window * codes + stage;
          through[slot] = (through[slot] as number) + 1;
        }
      }
    }
    for (let slot = first * N * codes; slot < last * N * codes; slot++) {
      if (through[slot] === 0) continue;
      const [window, stage] = [Math.floor(slot / codes), slot % codes];
      add(begun, window, stage * N + (window % N), NEVER, 0, through[slot] as number);
      through[slot] = 0;
    }
  }
  return { created: begins, window: windows, slot: slots, end: ends, won: wins, deals: counts, open, told };
}
