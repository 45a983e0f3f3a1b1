/** Rates and means over time: a line with the band of its interval, a thin line for the compared period. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, cutText, textWidth } from './axis.js';
import { type TimePoint, timeFrame, valueAxis } from './columns.js';
import type { Drawing, Room } from './draw.js';

export interface LineNames {
  /** Written at the ends of the lines, in place of a legend. */
  readonly now: string;
  readonly before: string | null;
}

export function line(
  points: readonly TimePoint[],
  { unit, target = null, names }: { unit: string; target?: number | null; names: LineNames },
  page: Page,
): (room: Room) => Drawing {
  const { lang, rtl } = page;
  return (room) => {
    const { shown, labels, ...frame } = timeFrame(points, room, rtl);
    const axis = axisOf(
      [
        ...points.flatMap(({ value, previous, low, high }) => [value, previous ?? null, low ?? null, high ?? null]),
        target,
      ],
      { unit, lang, free: true },
    );
    const places = points.map((point, index) => ({ ...point, index }));
    const ends: [number, number] = [-0.4, points.length - 0.6];
    const band = places.filter(({ low, high }) => (low ?? null) !== null && (high ?? null) !== null);
    const written = names.before === null ? [] : [names.now, names.before];
    const nameRoom = Math.ceil(Math.min(Math.max(0, ...written.map((text) => textWidth(text))) + 10, room.width / 4));
    const last = (key: 'value' | 'previous') => places.findLast((point) => (point[key] ?? null) !== null);
    const name = (key: 'value' | 'previous', text: string | null, fill: string): Plot.Markish[] => {
      const point = last(key);
      if (point === undefined || text === null) return [];
      const dx = rtl ? -6 : 6;
      return [
        Plot.text([point], {
          x: 'index',
          y: key,
          text: () => cutText(text, nameRoom - 8),
          fill,
          textAnchor: rtl ? 'end' : 'start',
          dx,
        }),
      ];
    };
    const side = rtl ? frame.marginLeft : frame.marginRight;
    return {
      ...frame,
      ...(rtl ? { marginLeft: Math.max(side, nameRoom) } : { marginRight: Math.max(side, nameRoom) }),
      x: { type: 'linear', domain: rtl ? ends.toReversed() : ends, axis: null },
      y: { domain: [...axis.domain], axis: null },
      marks: [
        ...valueAxis(axis.ticks, axis.text, rtl),
        Plot.axisX(shown, { tickFormat: (index: number) => labels[index] ?? '', tickSize: 0, label: null }),
        Plot.areaY(band, { x: 'index', y1: 'low', y2: 'high', fill: 'var(--accent-soft)', fillOpacity: 0.6 }),
        Plot.line(places, { x: 'index', y: 'previous', stroke: 'var(--mark-2)', strokeWidth: 1.2 }),
        ...(target === null ? [] : [Plot.ruleY([target], { stroke: 'var(--ink-2)', strokeDasharray: '2 3' })]),
        Plot.line(places, { x: 'index', y: 'value', stroke: 'var(--accent)', strokeWidth: 2 }),
        Plot.dot(
          places.filter(({ value }) => value !== null),
          { x: 'index', y: 'value', r: 2.5, fill: 'var(--accent)' },
        ),
        ...(names.before === null
          ? []
          : [...name('previous', names.before, 'var(--ink-3)'), ...name('value', names.now, 'var(--accent)')]),
      ],
    };
  };
}
