/** What charts with a row per name share: how high a row is, how much room the names get, at which side they stand. */
import * as Plot from '@observablehq/plot';
import { cutText, textWidth } from './axis.js';
import type { Room } from './draw.js';

/** Room of a row, and of the axis under them. */
const ROW = { few: 31, many: 25 } as const;
const FEW = 5;
const TOP = 6;
const BOTTOM = 24;
/** Names take no more of a drawing than this; longer ones are cut and said whole on hover. */
const NAMES = { wide: 160, narrow: 118 } as const;
/** Between a name and the axis. */
const APART = 9;

export interface RowFrame {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  /** Pixels between the margins. */
  readonly inner: number;
  readonly names: readonly string[];
}

/** The frame of rows with these names, and `end` pixels for what stands behind them. */
export function rowFrame(names: readonly string[], { width, narrow }: Room, end: number, rtl: boolean): RowFrame {
  const most = narrow ? NAMES.narrow : NAMES.wide;
  const shown = names.map((name) => cutText(name, most));
  const side = Math.ceil(Math.max(40, ...shown.map((name) => textWidth(name)))) + APART;
  return {
    width,
    height: TOP + BOTTOM + names.length * (names.length <= FEW ? ROW.few : ROW.many),
    marginTop: TOP,
    marginBottom: BOTTOM,
    marginLeft: rtl ? end : side,
    marginRight: rtl ? side : end,
    inner: width - side - end,
    names: shown,
  };
}

/** The scale of rows: each at its place, the first on top. */
export function rowScale({ names }: RowFrame): Plot.ScaleOptions {
  return {
    type: 'band',
    domain: names.map((_, index) => index),
    padding: names.length <= FEW ? 0.42 : 0.38,
    axis: null,
  };
}

/** The names at the side where reading begins, and the grid of amounts with its texts below. */
export function rowAxes(
  { names, height, marginBottom }: RowFrame,
  { ticks, text, at }: { ticks: readonly number[]; text: (tick: number) => string; at: number },
  rtl: boolean,
): Plot.Markish[] {
  const rows = names.map((name, index) => ({ name, index }));
  const far = ticks.filter((tick) => tick !== at);
  return [
    Plot.ruleX(far, { stroke: 'var(--grid)' }),
    Plot.text(
      ticks.map((tick) => ({ tick })),
      {
        x: 'tick',
        text: ({ tick }: { tick: number }) => text(tick),
        frameAnchor: 'bottom',
        lineAnchor: 'top',
        dy: 8,
      },
    ),
    Plot.text(rows, {
      y: 'index',
      text: 'name',
      frameAnchor: rtl ? 'right' : 'left',
      textAnchor: rtl ? 'start' : 'end',
      dx: rtl ? APART : -APART,
    }),
  ].filter(() => height > marginBottom);
}
