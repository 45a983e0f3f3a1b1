/** Rates and means of groups: a dot each with its interval on one scale, a dotted line for all of them. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { rowAxes, rowFrame, rowScale } from './rows.js';

export interface Dot {
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** At the end of the row: the value as it is said. */
  readonly text: string;
  readonly title: string;
}

const APART = 12;

export function dots(
  rows: readonly Dot[],
  { unit, all }: { unit: string; all: number | null },
  page: Page,
): (room: Room) => Drawing {
  const { lang, rtl } = page;
  return (room) => {
    const end = Math.ceil(Math.max(0, ...rows.map(({ text }) => textWidth(text)))) + APART;
    const frame = rowFrame(
      rows.map(({ name }) => name),
      room,
      end,
      rtl,
    );
    const { names, inner, ...size } = frame;
    const axis = axisOf([...rows.flatMap(({ value, low, high }) => [value, low, high]), all], {
      unit,
      lang,
      free: true,
      steps: room.narrow ? 3 : 4,
    });
    const places = rows.map((row, index) => ({ ...row, index }));
    const domain = [...axis.domain];
    return {
      ...size,
      x: { type: 'linear', domain: rtl ? domain.toReversed() : domain, axis: null },
      y: rowScale(frame),
      marks: [
        ...rowAxes(frame, { ticks: axis.ticks, text: axis.text, at: Number.NaN }, rtl),
        ...(all === null ? [] : [Plot.ruleX([all], { stroke: 'var(--ink-2)', strokeDasharray: '2 3' })]),
        Plot.ruleY(
          places.filter(({ low, high }) => low !== null && high !== null),
          { y: 'index', x1: 'low', x2: 'high', stroke: 'var(--mark)', strokeWidth: 1.5, strokeOpacity: 0.7 },
        ),
        Plot.dot(
          places.filter(({ value }) => value !== null),
          { y: 'index', x: 'value', r: 4, fill: 'var(--accent)', title: 'title' },
        ),
        Plot.text(places, {
          y: 'index',
          text: 'text',
          fill: 'var(--ink)',
          frameAnchor: rtl ? 'left' : 'right',
          textAnchor: rtl ? 'start' : 'end',
          dx: rtl ? -end + EDGE : end - EDGE,
        }),
      ],
    };
  };
}

/** Behind the figures at the end of the rows. */
const EDGE = 4;
