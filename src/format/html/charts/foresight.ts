/** What came of forecasts: what was, as dots on a line; what had been forecast, with its band; what a rule of thumb said. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { type TimePoint, timeAxes, timeFrame, timeScale } from './time-frame.js';

/** Its `value` is what was, `low` and `high` the interval of the forecast, `previous` the rule of thumb. */
export interface ForesightPoint extends TimePoint {
  readonly forecast: number | null;
}

export function foresight(points: readonly ForesightPoint[], unit: string, page: Page): (room: Room) => Drawing {
  const { rtl, lang } = page;
  return (room) => {
    const axis = axisOf(
      points.flatMap(({ value, forecast, low, high, previous }) => [
        ...[value, forecast],
        ...[low ?? null, high ?? null, previous ?? null],
      ]),
      { unit, lang },
    );
    const frame = timeFrame(points, room, { axis, rtl, height: room.narrow ? 210 : 240 });
    const { slot, inner, labels, ...size } = frame;
    const places = points.map((point, index) => ({ ...point, index }));
    const alone = places.filter(
      ({ index, low }) => low != null && places[index - 1]?.low == null && places[index + 1]?.low == null,
    );
    return {
      ...size,
      x: timeScale(points.length, rtl),
      y: { domain: [...axis.domain], axis: null },
      marks: [
        ...timeAxes(axis, frame, rtl),
        Plot.areaY(places, { x: 'index', y1: 'low', y2: 'high', fill: 'var(--accent-soft)', fillOpacity: 0.6 }),
        // A band of one place has no width.
        Plot.ruleX(alone, { x: 'index', y1: 'low', y2: 'high', stroke: 'var(--accent-soft)', strokeWidth: 6 }),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
        Plot.lineY(places, {
          x: 'index',
          y: 'previous',
          stroke: 'var(--mark-2)',
          strokeWidth: 1.5,
          strokeDasharray: '4 3',
        }),
        Plot.lineY(places, { x: 'index', y: 'forecast', stroke: 'var(--accent)', strokeWidth: 2 }),
        Plot.dot(
          places.filter(({ forecast }) => forecast !== null),
          { x: 'index', y: 'forecast', r: 2, fill: 'var(--accent)' },
        ),
        Plot.lineY(places, { x: 'index', y: 'value', stroke: 'var(--ink-2)', strokeWidth: 1 }),
        Plot.dot(
          places.filter(({ value }) => value !== null),
          { x: 'index', y: 'value', r: 3.5, fill: 'var(--ink)', title: 'title' },
        ),
      ],
    };
  };
}
