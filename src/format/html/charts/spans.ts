/** A line per deal, from the day of its creation to that of its end. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { cutText, textWidth } from './axis.js';
import { monthTicks } from './calendar-axis.js';
import type { Drawing, Room } from './draw.js';

export interface Span {
  readonly name: string;
  /** Numbers of days, as {@link monthTicks} counts them. */
  readonly from: number;
  readonly to: number;
  readonly won: boolean;
  /** Written beyond its end. */
  readonly text: string;
}

const ROW = 26;
const BOTTOM = 22;
const NAMES = { wide: 170, narrow: 118 } as const;
const BESIDE = 9;

export function spans(given: readonly Span[], { rtl, options }: Page): (room: Room) => Drawing {
  return ({ width, narrow }) => {
    const most = narrow ? NAMES.narrow : NAMES.wide;
    const rows = given.map((span, index) => ({ ...span, name: cutText(span.name, most), y: (index + 0.5) * ROW }));
    const height = rows.length * ROW + BOTTOM;
    const forNames = Math.ceil(Math.max(0, ...rows.map(({ name }) => textWidth(name)))) + BESIDE + 6;
    const forTexts = Math.ceil(Math.max(0, ...rows.map(({ text }) => textWidth(text)))) + BESIDE + 8;
    const [left, right] = rtl ? [forTexts, forNames] : [forNames, forTexts];
    const room = [left, width - right];
    const first = Math.min(...rows.map(({ from }) => from));
    const last = Math.max(first + 1, ...rows.map(({ to }) => to));
    const ticks = monthTicks(first, last, width - left - right, options);
    const of = (won: boolean) => rows.filter((row) => row.won === won);
    const line = (won: boolean): Plot.Markish =>
      Plot.link(of(won), {
        x1: 'from',
        x2: 'to',
        y1: 'y',
        y2: 'y',
        stroke: won ? 'var(--mark)' : 'var(--bad)',
        strokeWidth: 3,
      });
    return {
      width,
      height,
      marginTop: 0,
      marginBottom: BOTTOM,
      marginLeft: left,
      marginRight: right,
      x: { type: 'linear', domain: [first, last], range: rtl ? room.toReversed() : room, axis: null },
      y: { type: 'linear', domain: [0, height - BOTTOM], range: [0, height - BOTTOM], axis: null },
      marks: [
        Plot.ruleX(ticks, { x: 'at', stroke: 'var(--grid)' }),
        Plot.text(ticks, { x: 'at', text: 'text', frameAnchor: 'bottom', lineAnchor: 'top', dy: 7 }),
        line(true),
        line(false),
        Plot.dot(of(true), { x: 'to', y: 'y', r: 4.5, fill: 'var(--mark)' }),
        // Not by colour alone: what was lost ends in a cross.
        Plot.dot(of(false), { x: 'to', y: 'y', r: 4.5, symbol: 'times', stroke: 'var(--bad)', strokeWidth: 2.5 }),
        Plot.text(rows, {
          y: 'y',
          text: 'name',
          frameAnchor: rtl ? 'right' : 'left',
          textAnchor: rtl ? 'start' : 'end',
          dx: rtl ? BESIDE : -BESIDE,
        }),
        Plot.text(rows, {
          x: 'to',
          y: 'y',
          text: 'text',
          fill: 'var(--ink)',
          textAnchor: rtl ? 'end' : 'start',
          dx: rtl ? -BESIDE : BESIDE,
        }),
      ],
    };
  };
}
