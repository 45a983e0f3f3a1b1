/** What sums over time are made of: columns of parts, the surest lowest, with the interval of the whole and a tick. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { type TimePoint, timeAxes, timeFrame, timeScale } from './time-frame.js';

/** Its `value` is the whole, `low` and `high` the interval of it, `previous` what it is held against. */
export interface StackedPoint extends TimePoint {
  /** From 0 upwards, one a {@link LOOKS}; null = not known. */
  readonly parts: readonly (number | null)[];
}

/** Of the parts in their order: what is sure, what is under way, what there is nothing of yet. */
const LOOKS = [
  { fill: 'var(--mark)', stroke: 'var(--mark)' },
  { fill: 'var(--accent-soft)', stroke: 'var(--accent-soft)' },
  { fill: 'var(--bg)', stroke: 'var(--mark)' },
] as const;

/** Of a place; no column is wider than this. */
const FILLED = 0.7;
const WIDEST = 64;
/** Few columns say their value above themselves. */
const SAID_UP_TO = 8;

interface Piece {
  readonly look: number;
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
  readonly top: number;
  readonly title: string;
}

export function stacked(points: readonly StackedPoint[], unit: string, { rtl, lang }: Page): (room: Room) => Drawing {
  const pieces = points.map(piecesOf);
  return (room) => {
    const axis = axisOf(
      [
        ...pieces.flat().flatMap(({ bottom, top }) => [bottom, top]),
        ...points.flatMap(({ value, low, high, previous }) => [value, low ?? null, high ?? null, previous ?? null]),
      ],
      { unit, lang },
    );
    const said = points.length <= SAID_UP_TO;
    const frame = timeFrame(points, room, { axis, said, rtl, height: room.narrow ? 210 : 240 });
    const { slot, inner, labels, ...size } = frame;
    const half = Math.min(slot * FILLED, WIDEST) / slot / 2;
    const places = points.map((point, index) => ({
      ...point,
      index,
      from: index - half,
      to: index + half,
      top: Math.max(
        point.value ?? 0,
        point.high ?? 0,
        point.previous ?? 0,
        ...(pieces[index] ?? []).map(({ top }) => top),
      ),
    }));
    const drawn = pieces.flatMap((own, index) =>
      own.map((piece): Piece => ({ ...piece, from: index - half, to: index + half })),
    );
    const texts = places.filter(({ text }) => text !== undefined && text !== '');
    const fits = said && texts.every(({ text }) => textWidth(text ?? '') + 4 < slot);
    return {
      ...size,
      x: timeScale(points.length, rtl),
      y: { domain: [...axis.domain], axis: null },
      marks: [
        ...timeAxes(axis, frame, rtl),
        ...LOOKS.map(({ fill, stroke }, look) =>
          Plot.rectY(
            drawn.filter((piece) => piece.look === look),
            {
              ...{ x1: 'from', x2: 'to', y1: 'bottom', y2: 'top', fill, title: 'title' },
              // A frame is drawn within its own room.
              ...(fill === stroke ? {} : { stroke, inset: 0.5 }),
            },
          ),
        ),
        Plot.ruleX(
          places.filter(({ low, high }) => low != null && high != null),
          { x: 'index', y1: 'low', y2: 'high', stroke: 'var(--ink-2)', strokeWidth: 1.5 },
        ),
        Plot.ruleY(
          places.filter(({ previous }) => previous != null),
          { x1: 'from', x2: 'to', y: 'previous', stroke: 'var(--ink)', strokeWidth: 2 },
        ),
        Plot.ruleY([0], { stroke: 'var(--rule)' }),
        ...(fits
          ? [Plot.text(texts, { x: 'index', y: 'top', text: 'text', fill: 'var(--ink)', lineAnchor: 'bottom', dy: -4 })]
          : []),
      ],
    };
  };
}

/** The parts of a place, each upon those before it; one below 0 hangs from 0. */
function piecesOf({ parts, title = '' }: StackedPoint): Piece[] {
  let up = 0;
  let down = 0;
  return parts.flatMap((part, look): Piece[] => {
    if (part === null || part === 0 || look >= LOOKS.length) return [];
    const base = part > 0 ? up : down;
    const end = base + part;
    if (part > 0) up = end;
    else down = end;
    return [{ look, from: 0, to: 0, bottom: Math.min(base, end), top: Math.max(base, end), title }];
  });
}
