/** Sums and counts over time: columns from 0, a tick for the same place of the compared period. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { type Axis, axisOf, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { type TimePoint, timeAxes, timeFrame, timeScale } from './time-frame.js';

/** Narrower places have no columns of their own: their heights are one outline. */
const LEAST_SLOT = 4;
/** Of a place; no column is wider than this. */
const FILLED = 0.78;
const WIDEST = 56;
/** Few columns say their value above themselves. */
const SAID_UP_TO = 8;

export interface ColumnsOptions {
  readonly unit: string;
  /** Drawn as a dotted line: what each place is to reach. */
  readonly targets?: readonly number[];
  /** The axis of several drawings that are to be compared. */
  readonly axis?: Axis;
  readonly height?: number;
}

export function columns(
  points: readonly TimePoint[],
  { unit, targets = [], axis: given, height }: ColumnsOptions,
  page: Page,
): (room: Room) => Drawing {
  const { rtl } = page;
  return (room) => {
    const axis = given ?? columnsAxis(points, unit, page, targets);
    const said = points.length <= SAID_UP_TO && points.some(({ text }) => text !== undefined && text !== '');
    const frame = timeFrame(points, room, { axis, said, rtl, ...(height === undefined ? {} : { height }) });
    const { slot, inner, labels, ...size } = frame;
    const half = Math.min(slot * FILLED, WIDEST) / slot / 2;
    const places = points.map((point, index) => ({ ...point, index, from: index - half, to: index + half }));
    const valued = places.filter(({ value }) => value !== null && value !== 0);
    const dense = slot < LEAST_SLOT;
    const column = (which: readonly (typeof places)[number][], fill: string): Plot.Markish =>
      Plot.rectY(which, { x1: 'from', x2: 'to', y1: 0, y2: 'value', fill, ...(dense ? {} : { title: 'title' }) });
    const texts = places.filter(({ value, text }) => value !== null && text !== undefined && text !== '');
    const fits = texts.every(({ text }) => textWidth(text ?? '') + 4 < slot);
    return {
      ...size,
      x: timeScale(points.length, rtl),
      y: { domain: [...axis.domain], axis: null },
      marks: [
        ...timeAxes(axis, frame, rtl),
        dense
          ? Plot.areaY(places, {
              x: 'index',
              y1: 0,
              y2: ({ value, partial }: TimePoint) => (partial ? 0 : value),
              curve: 'step',
              fill: 'var(--mark)',
            })
          : column(
              valued.filter(({ partial }) => !partial),
              'var(--mark)',
            ),
        column(
          valued.filter(({ partial }) => partial),
          'var(--accent-soft)',
        ),
        ...comparedMarks(places, dense),
        ...targets.map((target) => Plot.ruleY([target], { stroke: 'var(--ink-2)', strokeDasharray: '2 3' })),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
        ...(fits && said
          ? [
              Plot.text(texts, {
                x: 'index',
                y: ({ value, previous }: TimePoint) => Math.max(value ?? 0, previous ?? 0),
                text: 'text',
                fill: 'var(--ink)',
                lineAnchor: 'bottom',
                dy: -4,
              }),
            ]
          : []),
      ],
    };
  };
}

/** An axis that holds the values of these points and of the compared ones. */
function columnsAxis(
  points: readonly TimePoint[],
  unit: string,
  { lang }: Page,
  targets: readonly number[] = [],
): Axis {
  return axisOf([...points.flatMap(({ value, previous }) => [value, previous ?? null]), ...targets], { unit, lang });
}

function comparedMarks(
  places: readonly (TimePoint & { readonly index: number; readonly from: number; readonly to: number })[],
  dense: boolean,
): Plot.Markish[] {
  const compared = places.filter(({ previous }) => (previous ?? null) !== null);
  if (compared.length === 0) return [];
  if (dense)
    return [Plot.lineY(places, { x: 'index', y: 'previous', curve: 'step', stroke: 'var(--ink)', strokeWidth: 1 })];
  return [Plot.ruleY(compared, { x1: 'from', x2: 'to', y: 'previous', stroke: 'var(--ink)', strokeWidth: 2 })];
}
