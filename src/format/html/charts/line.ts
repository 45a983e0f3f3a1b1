/** Rates and means over time: a line with the band of its interval, a thin line for the compared period. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { type Axis, axisOf, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { heightOf, type TimeFrame, type TimePoint, timeAxes, timeFrame, timeScale } from './time-frame.js';

export interface LineOptions {
  readonly unit: string;
  readonly targets?: readonly number[];
  /** Written at the ends of the lines, in place of a legend; left out where there is one line. */
  readonly names?: { readonly now: string; readonly before: string } | null;
  /** The axis of several drawings that are to be compared. */
  readonly axis?: Axis;
  readonly height?: number;
}

type Place = TimePoint & { readonly index: number };

/** Beyond so many places a dot each would be the line. */
const DOTS_UP_TO = 40;
/** Lines of text closer than this touch. */
const LINE_HEIGHT = 14;
const APART = 7;

export function line(
  points: readonly TimePoint[],
  { unit, targets = [], names = null, axis: given, height }: LineOptions,
  page: Page,
): (room: Room) => Drawing {
  const { rtl } = page;
  return (room) => {
    const axis = given ?? lineAxis(points, unit, page, targets);
    const end = names === null ? 0 : Math.ceil(Math.max(textWidth(names.now), textWidth(names.before))) + APART + 3;
    const frame = timeFrame(points, room, { axis, end, rtl, ...(height === undefined ? {} : { height }) });
    const { slot, inner, labels, ...size } = frame;
    const places: Place[] = points.map((point, index) => ({ ...point, index }));
    const dots = places.filter(
      ({ index, value }) => value !== null && (points.length <= DOTS_UP_TO || isAlone(places, index, 'value')),
    );
    return {
      ...size,
      x: timeScale(points.length, rtl),
      y: { domain: [...axis.domain], axis: null },
      marks: [
        ...timeAxes(axis, frame, rtl),
        Plot.areaY(places, { x: 'index', y1: 'low', y2: 'high', fill: 'var(--accent-soft)', fillOpacity: 0.6 }),
        // A band of one place has no width.
        Plot.ruleX(
          places.filter(({ index, low, high }) => low != null && high != null && isAlone(places, index, 'low')),
          { x: 'index', y1: 'low', y2: 'high', stroke: 'var(--accent-soft)', strokeWidth: 6, strokeOpacity: 0.6 },
        ),
        Plot.lineY(places, { x: 'index', y: 'previous', stroke: 'var(--mark-2)', strokeWidth: 1.2 }),
        Plot.dot(
          places.filter(({ index, previous }) => previous != null && isAlone(places, index, 'previous')),
          { x: 'index', y: 'previous', r: 2, fill: 'var(--mark-2)' },
        ),
        ...targets.map((target) => Plot.ruleY([target], { stroke: 'var(--ink-2)', strokeDasharray: '2 3' })),
        Plot.lineY(places, { x: 'index', y: 'value', stroke: 'var(--accent)', strokeWidth: 2 }),
        Plot.dot(dots, { x: 'index', y: 'value', r: 2.5, fill: 'var(--accent)', title: 'title' }),
        ...(names === null ? [] : nameMarks(places, names, axis, frame, rtl)),
      ],
    };
  };
}

/** An axis that holds the values of these points, their intervals, and the compared ones. */
function lineAxis(points: readonly TimePoint[], unit: string, { lang }: Page, targets: readonly number[] = []): Axis {
  return axisOf(
    [
      ...points.flatMap(({ value, previous, low, high }) => [value, previous ?? null, low ?? null, high ?? null]),
      ...targets,
    ],
    { unit, lang, free: true },
  );
}

/** Whether a place has a value and neither neighbour has. */
function isAlone(places: readonly Place[], index: number, key: 'value' | 'previous' | 'low'): boolean {
  return (places[index - 1]?.[key] ?? null) === null && (places[index + 1]?.[key] ?? null) === null;
}

/**
 * The names at the ends of the lines, moved apart where they would touch. A line that ends earlier has its name above its
 * last dot.
 */
function nameMarks(
  places: readonly Place[],
  names: { readonly now: string; readonly before: string },
  axis: Axis,
  frame: TimeFrame,
  rtl: boolean,
): Plot.Markish[] {
  const ends = (
    [
      ['value', names.now, 'var(--accent)'],
      ['previous', names.before, 'var(--ink-3)'],
    ] as const
  ).flatMap(([key, name, fill]) => {
    const at = places.findLast((place) => (place[key] ?? null) !== null);
    const value = at?.[key] ?? null;
    return at === undefined || value === null
      ? []
      : [{ name, fill, index: at.index, value, y: heightOf(value, axis, frame) }];
  });
  const last = places.length - 1;
  const atEdge = ends.filter(({ index }) => index === last).sort((a, b) => a.y - b.y);
  const [upper, lower] = atEdge;
  const near = upper !== undefined && lower !== undefined ? LINE_HEIGHT - (lower.y - upper.y) : 0;
  const apart = Math.max(0, near) / 2;
  return ends.map((end) => {
    const dy = end.index !== last ? -11 : end === upper && lower !== undefined ? -apart : end === lower ? apart : 0;
    const edge = end.index === last;
    return Plot.text([end], {
      x: 'index',
      y: 'value',
      text: 'name',
      fill: end.fill,
      textAnchor: edge ? (rtl ? 'end' : 'start') : 'middle',
      dx: edge ? (rtl ? -APART : APART) : 0,
      dy,
    });
  });
}
