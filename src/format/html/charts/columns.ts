/** Sums and counts over time: columns from 0, a tick for the same place of the compared period. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, shownLabels, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';

export interface TimePoint {
  /** As the axis writes it. */
  readonly label: string;
  readonly value: number | null;
  /** Not the whole of its period: drawn pale. */
  readonly partial: boolean;
  /** The same place of the compared period. */
  readonly previous?: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

const BOTTOM = 24;
const TOP = 10;
/** Wide enough for `1,000 k`. */
const AXIS = 52;

/** What all charts over time share: where the axes stand, in which direction time runs. */
export function timeFrame(points: readonly TimePoint[], { width, narrow }: Room, rtl: boolean) {
  const labels = points.map(({ label }) => label);
  const end = endRoom(labels, width - AXIS);
  const inner = width - AXIS - end;
  return {
    width,
    height: narrow ? 190 : 210,
    marginTop: TOP,
    marginBottom: BOTTOM,
    marginLeft: rtl ? end : AXIS,
    marginRight: rtl ? AXIS : end,
    shown: shownLabels(labels, inner),
    labels,
  };
}

/** Room beside the last place for the half of its label that the place itself, a part of `width`, does not hold. */
function endRoom(labels: readonly string[], width: number): number {
  const [half, place] = [textWidth(labels.at(-1) ?? '') / 2, width / Math.max(1, labels.length)];
  return Math.ceil(Math.max(8, Math.min(half - 0.4 * place, width / 4)));
}

/** The marks of a grid with its texts at the side where reading begins. */
export function valueAxis(ticks: readonly number[], text: (tick: number) => string, rtl: boolean): Plot.Markish[] {
  return [
    Plot.gridY([...ticks], { stroke: 'var(--grid)', strokeOpacity: 1 }),
    Plot.axisY([...ticks], {
      anchor: rtl ? 'right' : 'left',
      tickFormat: (tick: number) => text(tick),
      tickSize: 0,
      tickPadding: 6,
      label: null,
    }),
  ];
}

export function columns(points: readonly TimePoint[], unit: string, page: Page): (room: Room) => Drawing {
  const { lang, rtl } = page;
  return (room) => {
    const { shown, labels, ...frame } = timeFrame(points, room, rtl);
    const axis = axisOf(
      points.flatMap(({ value, previous }) => [value, previous ?? null]),
      { unit, lang },
    );
    const at = points.map((_, index) => index);
    const places = points.map((point, index) => ({ ...point, index }));
    return {
      ...frame,
      x: { type: 'band', domain: rtl ? at.toReversed() : at, padding: 0.22, axis: null },
      y: { domain: [...axis.domain], axis: null },
      marks: [
        ...valueAxis(axis.ticks, axis.text, rtl),
        Plot.axisX(shown, { tickFormat: (index: number) => labels[index] ?? '', tickSize: 0, label: null }),
        Plot.barY(
          places.filter(({ value, partial }) => value !== null && !partial),
          { x: 'index', y: 'value', fill: 'var(--mark)' },
        ),
        Plot.barY(
          places.filter(({ value, partial }) => value !== null && partial),
          { x: 'index', y: 'value', fill: 'var(--accent-soft)' },
        ),
        Plot.tickY(
          places.filter(({ previous }) => (previous ?? null) !== null),
          { x: 'index', y: 'previous', stroke: 'var(--ink)', strokeWidth: 2 },
        ),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
      ],
    };
  };
}
