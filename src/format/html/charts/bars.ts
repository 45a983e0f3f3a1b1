/** Groups side by side: a bar each from 0, a tick for the compared period, the figure behind it. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { rowAxes, rowFrame, rowScale } from './rows.js';

export interface Bar {
  readonly name: string;
  readonly value: number | null;
  /** Of the compared period, or what is to be reached. */
  readonly previous: number | null;
  /** Up to where the whole reaches that the value is a part of: drawn pale behind it, with the interval as a thin line. */
  readonly reach?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** Behind the bar: the value as it is said, and its change. */
  readonly text: string;
  /** The whole of it in words, on hover. */
  readonly title: string;
}

/** Between a bar and its text. */
const APART = 8;
/** A drawing is this wide behind its longest text. */
const EDGE = 4;

export function bars(rows: readonly Bar[], unit: string, page: Page): (room: Room) => Drawing {
  const { lang, rtl } = page;
  return (room) => {
    const frame = rowFrame(
      rows.map(({ name }) => name),
      room,
      EDGE,
      rtl,
    );
    const { names, inner, ...size } = frame;
    const numbers = rows.flatMap(({ value, previous, reach, low, high }) =>
      [value, previous, reach, low, high].map((number) => number ?? 0),
    );
    const domain = fitted(rows, numbers, inner);
    const axis = axisOf(numbers, { unit, lang, steps: room.narrow ? 2 : 4 });
    const most = Math.max(0, ...numbers);
    // The room of the texts has no grid: nothing reaches there.
    const ticks = axis.ticks.filter((tick) => tick >= domain[0] && tick <= Math.min(domain[1], most * 1.02));
    const places = rows.map((row, index) => ({ ...row, index, zero: 0, end: endOf(row) }));
    return {
      ...size,
      x: { type: 'linear', domain: rtl ? domain.toReversed() : domain, axis: null },
      y: rowScale(frame),
      marks: [
        ...rowAxes(frame, { ticks, text: axis.text, at: 0 }, rtl),
        Plot.barX(
          places.filter(({ reach }) => (reach ?? 0) !== 0),
          { y: 'index', x1: 'zero', x2: 'reach', fill: 'var(--accent-soft)', title: 'title' },
        ),
        Plot.barX(
          places.filter(({ value }) => value !== null && value !== 0),
          { y: 'index', x1: 'zero', x2: 'value', fill: 'var(--mark)', title: 'title' },
        ),
        Plot.ruleX([0], { stroke: 'var(--rule)' }),
        Plot.ruleY(
          places.filter(({ low, high }) => low != null && high != null),
          { y: 'index', x1: 'low', x2: 'high', stroke: 'var(--ink)', strokeWidth: 1.5 },
        ),
        Plot.tickX(
          places.filter(({ previous }) => previous !== null),
          { y: 'index', x: 'previous', stroke: 'var(--ink)', strokeWidth: 2, insetTop: -2, insetBottom: -2 },
        ),
        Plot.text(places, {
          y: 'index',
          x: 'end',
          text: 'text',
          fill: 'var(--ink)',
          textAnchor: rtl ? 'end' : 'start',
          dx: rtl ? -APART : APART,
        }),
      ],
    };
  };
}

/** Where the text of a bar begins: behind whatever reaches farthest, the bar, the tick or the interval. */
function endOf({ value, previous, reach, high }: Bar): number {
  return Math.max(0, value ?? 0, previous ?? 0, reach ?? 0, high ?? 0);
}

/** From the lowest value to so far beyond the highest that every text has room behind its bar. */
function fitted(rows: readonly Bar[], numbers: readonly number[], inner: number): [number, number] {
  const least = Math.min(0, ...numbers);
  const most = Math.max(0, ...numbers);
  if (most === 0 && least === 0) return [0, 1];
  // Pixels per unit: the most that lets every text end within the frame.
  const scale = rows.reduce(
    (smallest, row) => {
      const room = Math.max(40, inner - APART - textWidth(row.text));
      const reach = endOf(row) - least;
      return reach > 0 ? Math.min(smallest, room / reach) : smallest;
    },
    inner / (most - least),
  );
  return [least, least + inner / scale];
}
