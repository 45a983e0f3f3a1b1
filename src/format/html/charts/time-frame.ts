/** What charts over time share: places side by side, their labels below, the direction in which time runs. */
import * as Plot from '@observablehq/plot';
import { type Axis, shownLabels, textWidth } from './axis.js';
import type { Room } from './draw.js';

export interface TimePoint {
  /** As the axis writes it, `3 Jul`. */
  readonly label: string;
  /** The year under the label where it begins or changes; null where it need not be said. */
  readonly year?: string | null;
  readonly value: number | null;
  /** Not the whole of its period: drawn pale. */
  readonly partial: boolean;
  /** The same place of the compared period. */
  readonly previous?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  /** The value as it is said, above a column where the columns are few. */
  readonly text?: string;
  /** All of it in words, on hover. */
  readonly title?: string;
}

const TOP = 10;
/** With a value above the highest column. */
const TOP_SAID = 20;
/** Under the axis: one line of labels, or two where the years are said. */
const BOTTOM = { one: 24, two: 38 } as const;
const EDGE = 8;
const APART = 7;

export interface TimeFrame {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  /** Pixels between the margins, and of each place. */
  readonly inner: number;
  readonly slot: number;
  readonly labels: readonly { readonly index: number; readonly text: string }[];
}

/**
 * The frame of so many places beside an axis of values. `end` pixels are kept free where time ends, for what is written
 * there.
 */
export function timeFrame(
  points: readonly TimePoint[],
  { width, narrow }: Room,
  {
    axis,
    end = 0,
    said = false,
    rtl,
    height = narrow ? 190 : 210,
  }: { axis: Axis; end?: number; said?: boolean; rtl: boolean; height?: number },
): TimeFrame {
  const side = Math.ceil(Math.max(20, ...axis.ticks.map((tick) => textWidth(axis.text(tick))))) + APART + 2;
  const last = points.at(-1);
  // Half of the last label stands beyond the middle of its place.
  const beyond = last === undefined ? 0 : textWidth(last.label) / 2 - (width - side) / points.length / 2;
  const free = Math.max(EDGE, end, Math.ceil(beyond) + 2);
  const inner = width - side - free;
  const labels = labelsOf(points, inner);
  const two = labels.some(({ text }) => text.includes('\n'));
  return {
    width,
    height: height + (two ? BOTTOM.two - BOTTOM.one : 0),
    marginTop: said ? TOP_SAID : TOP,
    marginBottom: two ? BOTTOM.two : BOTTOM.one,
    marginLeft: rtl ? free : side,
    marginRight: rtl ? side : free,
    inner,
    slot: inner / Math.max(1, points.length),
    labels,
  };
}

/** The labels that do not touch each other, each first one of a year with it. */
function labelsOf(points: readonly TimePoint[], inner: number): TimeFrame['labels'] {
  const widths = points.map(({ label, year }) => (textWidth(year ?? '') > textWidth(label) ? (year ?? '') : label));
  let before: string | null = null;
  return shownLabels(widths, inner).map((index) => {
    const { label = '', year = null } = points[index] ?? {};
    const said = year !== null && year !== before;
    before = year;
    return { index, text: said ? `${label}\n${year}` : label };
  });
}

/** A scale on which place `n` stands at n, from the first to the last. */
export function timeScale(count: number, rtl: boolean): Plot.ScaleOptions {
  const ends = [-0.5, Math.max(count, 1) - 0.5];
  return { type: 'linear', domain: rtl ? ends.toReversed() : ends, axis: null };
}

/** Where a value stands in the frame, in pixels from its top. */
export function heightOf(
  value: number,
  { domain: [low, high] }: Axis,
  { height, marginTop, marginBottom }: TimeFrame,
): number {
  return marginTop + ((high - value) / (high - low)) * (height - marginTop - marginBottom);
}

/** The grid of values with its texts at the side where reading begins. */
export function valueAxis(ticks: readonly number[], text: (tick: number) => string, rtl: boolean): Plot.Markish[] {
  return [
    Plot.ruleY(ticks, { stroke: 'var(--grid)' }),
    Plot.text(
      ticks.map((tick) => ({ tick })),
      {
        y: 'tick',
        text: ({ tick }: { tick: number }) => text(tick),
        frameAnchor: rtl ? 'right' : 'left',
        textAnchor: rtl ? 'start' : 'end',
        dx: rtl ? APART : -APART,
      },
    ),
  ];
}

/** The axis of values, and the labels of the places below. */
export function timeAxes({ ticks, text }: Axis, { labels }: TimeFrame, rtl: boolean): Plot.Markish[] {
  return [
    ...valueAxis(ticks, text, rtl),
    Plot.text(labels, {
      x: 'index',
      text: 'text',
      frameAnchor: 'bottom',
      lineAnchor: 'top',
      lineHeight: 1.15,
      dy: 8,
    }),
  ];
}
