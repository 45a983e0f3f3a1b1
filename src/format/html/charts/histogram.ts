/** How values are spread: a column per bin from 0, a tick for a second kind, and named places among them. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { valueAxis } from './time-frame.js';

export interface Bin {
  readonly from: number;
  /** Exclusive; null = without an end. */
  readonly to: number | null;
  readonly value: number;
  readonly beside: number;
}

/** A value that is named above the columns. */
export interface Mark {
  readonly value: number;
  readonly text: string;
}

const AXIS = 44;
const LINE = 15;
const BOTTOM = 24;
/** Fewer bins than this are no wider than so many would be: one column as wide as the drawing shows nothing. */
const LEAST_BINS = 6;

/** Bins stand side by side, equally wide: an open one has no width of its own. */
export function histogram(
  bins: readonly Bin[],
  { marks, textOf }: { marks: readonly Mark[]; textOf: (edge: number) => string },
  { rtl, lang }: Pick<Page, 'rtl' | 'lang'>,
): (room: Room) => Drawing {
  return ({ width, narrow }) => {
    const top = marks.length * LINE + 8;
    const axis = axisOf(
      bins.flatMap(({ value, beside }) => [value, beside]),
      { unit: 'count', lang },
    );
    const inner = width - AXIS - 12;
    const places = Math.max(LEAST_BINS, bins.length);
    const each = inner / places;
    const columns = bins.map((bin, index) => ({ ...bin, left: index + 0.03, right: index + 0.97 }));
    const placed = marks.map(({ value, text }, line) => {
      const at = placeOf(value, bins);
      // The text leans to where there is room for it.
      const leansBack = at * each + textWidth(text) + 8 > inner;
      return { at, text, line, leansBack };
    });
    const ends = [0, places];
    const named = (leansBack: boolean, line: number): Plot.Markish =>
      Plot.text(
        placed.filter((mark) => mark.leansBack === leansBack && mark.line === line),
        {
          x: 'at',
          text: 'text',
          frameAnchor: 'top',
          textAnchor: leansBack === rtl ? 'start' : 'end',
          dx: leansBack === rtl ? 4 : -4,
          dy: line * LINE - top + 2,
          lineAnchor: 'top',
          fill: 'var(--ink)',
        },
      );
    return {
      width,
      height: (narrow ? 170 : 190) + top,
      marginTop: top,
      marginBottom: BOTTOM,
      marginLeft: rtl ? 12 : AXIS,
      marginRight: rtl ? AXIS : 12,
      x: { type: 'linear', domain: rtl ? ends.toReversed() : ends, axis: null },
      y: { domain: [...axis.domain], axis: null },
      marks: [
        ...valueAxis(axis.ticks, axis.text, rtl),
        Plot.rect(
          columns.filter(({ value }) => value > 0),
          { x1: 'left', x2: 'right', y1: 0, y2: 'value', fill: 'var(--mark)' },
        ),
        Plot.link(
          columns.filter(({ beside }) => beside > 0),
          { x1: 'left', x2: 'right', y1: 'beside', y2: 'beside', stroke: 'var(--bad)', strokeWidth: 2 },
        ),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
        Plot.text(edges(bins, each, textOf), {
          x: 'at',
          text: 'text',
          frameAnchor: 'bottom',
          lineAnchor: 'top',
          dy: 8,
        }),
        ...placed.flatMap((mark) => [
          Plot.ruleX([mark], {
            x: 'at',
            stroke: 'var(--ink)',
            strokeDasharray: '2 3',
            insetTop: mark.line * LINE - top + 4,
          }),
        ]),
        ...marks.flatMap((_, line) => [named(true, line), named(false, line)]),
      ],
    };
  };
}

/** Where a value stands, in bins from the first; of an open bin nobody knows more than its middle. */
function placeOf(value: number, bins: readonly Bin[]): number {
  const index = bins.findIndex(({ from, to }) => value >= from && (to === null || value < to));
  const bin = bins[index];
  if (bin === undefined) return value < (bins[0]?.from ?? 0) ? 0 : bins.length;
  return index + (bin.to === null ? 0.5 : (value - bin.from) / (bin.to - bin.from));
}

/** The edges of the bins with their numbers, as many as can be written. */
function edges(bins: readonly Bin[], each: number, textOf: (edge: number) => string) {
  const all = bins.map(({ from }, at) => ({ at, text: textOf(from) }));
  const last = bins[bins.length - 1]?.to ?? null;
  if (last !== null) all.push({ at: bins.length, text: textOf(last) });
  const widest = Math.max(1, ...all.map(({ text }) => textWidth(text))) + 10;
  const every = Math.max(1, Math.ceil(widest / each));
  return all.filter((_, at) => at % every === 0);
}
