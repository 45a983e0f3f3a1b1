/** Shares by age: a line each with the band of its interval, named at its end; straight between the ages that are told. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, cutText, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { apart } from './ends.js';
import { valueAxis } from './time-frame.js';

export interface CurvePoint {
  /** Days. */
  readonly at: number;
  readonly value: number;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface Curve {
  readonly name: string;
  /** A token of the sheet: `accent`. */
  readonly tone: string;
  readonly dashed?: boolean;
  readonly points: readonly CurvePoint[];
}

export interface CurvesOptions {
  /** The last day of the axis, where several drawings are to be compared. */
  readonly last?: number;
  readonly height?: number;
  /** Names stand at the ends of the lines. */
  readonly named?: boolean;
}

const TOP = 10;
const BOTTOM = 24;
const BESIDE = 6;
/** Names take no more of a drawing than this. */
const NAMES = { wide: 110, narrow: 84 } as const;

/** All of them between 0 and 100 %, from day 0. */
export function curves(
  given: readonly Curve[],
  { last: asked, height: high, named = true }: CurvesOptions,
  { rtl, lang }: Pick<Page, 'rtl' | 'lang'>,
): (room: Room) => Drawing {
  return ({ width, narrow }) => {
    const height = high ?? (narrow ? 220 : 250);
    const axis = axisOf([0, 1], { unit: 'ratio', lang, steps: high === undefined ? 4 : 2 });
    const last = Math.max(1, asked ?? Math.max(0, ...given.flatMap(({ points }) => points.map(({ at }) => at))));
    const days = axisOf([last], { unit: 'count', lang, steps: narrow ? 3 : 6 });
    const side = Math.ceil(Math.max(20, ...axis.ticks.map((tick) => textWidth(axis.text(tick))))) + 9;
    const most = NAMES[narrow ? 'narrow' : 'wide'];
    const names = given.map(({ name }) => cutText(name, most));
    const end = named ? Math.ceil(Math.max(0, ...names.map((name) => textWidth(name)))) + BESIDE + 4 : 14;
    const inner = [TOP, height - BOTTOM] as const;
    const yOf = (value: number): number => inner[1] - value * (inner[1] - inner[0]);
    const ends = given.map(({ points }) => points.at(-1));
    const at = apart(
      ends.map((point) => yOf(point?.value ?? 0)),
      inner[0],
      inner[1],
    );
    const domain = [0, last];
    return {
      width,
      height,
      marginTop: TOP,
      marginBottom: BOTTOM,
      marginLeft: rtl ? end : side,
      marginRight: rtl ? side : end,
      x: { type: 'linear', domain: rtl ? domain.toReversed() : domain, axis: null },
      y: { type: 'linear', domain: [0, 1], axis: null },
      marks: [
        ...valueAxis(axis.ticks, axis.text, rtl),
        Plot.text(
          days.ticks.filter((tick) => tick <= last).map((tick) => ({ tick })),
          {
            x: 'tick',
            text: ({ tick }: { tick: number }) => days.text(tick),
            frameAnchor: 'bottom',
            lineAnchor: 'top',
            dy: 8,
          },
        ),
        ...given.flatMap(({ points, tone }) =>
          points.some(({ low, high }) => low != null && high != null)
            ? [
                Plot.areaY(points, {
                  x: 'at',
                  y1: 'low',
                  y2: 'high',
                  fill: `var(--${tone})`,
                  fillOpacity: 0.16,
                }),
              ]
            : [],
        ),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
        ...given.map(({ points, tone, dashed = false }) =>
          Plot.lineY(points, {
            x: 'at',
            y: 'value',
            stroke: `var(--${tone})`,
            strokeWidth: dashed ? 1.2 : 2,
            ...(dashed ? { strokeDasharray: '2 3' } : {}),
          }),
        ),
        ...(named
          ? given.flatMap(({ tone }, index) => {
              const point = ends[index];
              if (point === undefined) return [];
              return [
                Plot.text([{ at: point.at, value: point.value, name: names[index] }], {
                  x: 'at',
                  y: 'value',
                  text: 'name',
                  fill: `var(--${tone})`,
                  textAnchor: rtl ? 'end' : 'start',
                  dx: rtl ? -BESIDE : BESIDE,
                  dy: (at[index] ?? 0) - yOf(point.value),
                }),
              ];
            })
          : []),
      ],
    };
  };
}
