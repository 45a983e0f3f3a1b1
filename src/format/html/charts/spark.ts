/** A figure's shape in the corner of its card: the compared period and this one, side by side, without axes. */
import * as Plot from '@observablehq/plot';
import type { Html } from '../markup.js';
import { svg } from './draw.js';

const WIDTH = 180;
const HEIGHT = 44;

/** Null where there is nothing to see: under two values. */
export function spark(
  points: readonly { readonly value: number | null; readonly previous: number | null }[],
  { fromZero, rtl }: { fromZero: boolean; rtl: boolean },
): Html | null {
  const now = points.map((point, index) => ({ at: index, value: point.value }));
  if (now.filter(({ value }) => value !== null).length < 2) return null;
  const compared = points.some(({ previous }) => (previous ?? null) !== null);
  const offset = compared ? points.length + 1 : 0;
  const before = points.map((point, index) => ({ at: index, value: point.previous ?? null }));
  const all = [...now, ...(compared ? before : [])].flatMap(({ value }) => value ?? []);
  const [low, high] = [Math.min(fromZero ? 0 : Number.POSITIVE_INFINITY, ...all), Math.max(...all)];
  const last = now.findLast(({ value }) => value !== null);
  const ends = [0, offset + points.length - 1];
  return svg({
    width: WIDTH,
    height: HEIGHT,
    margin: 4,
    axis: null,
    x: { type: 'linear', domain: rtl ? ends.toReversed() : ends },
    y: { domain: low === high ? [low - 1, high + 1] : [low, high] },
    marks: [
      ...(compared ? [Plot.line(before, { x: 'at', y: 'value', stroke: 'var(--mark-2)', strokeWidth: 1.2 })] : []),
      Plot.line(now, {
        x: ({ at }: { at: number }) => at + offset,
        y: 'value',
        stroke: 'var(--accent)',
        strokeWidth: 1.8,
      }),
      ...(last === undefined
        ? []
        : [
            Plot.dot([last], { x: ({ at }: { at: number }) => at + offset, y: 'value', r: 2.5, fill: 'var(--accent)' }),
          ]),
    ],
  });
}
