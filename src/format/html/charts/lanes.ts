/** Named rows of one or several bars from a common 0: stages, bands of age, what became of deals. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { cutText, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';

export interface Lane {
  readonly value: number;
  /** A token of the sheet: `mark`. */
  readonly fill: string;
  /** What it is a part of: drawn pale behind it, from the same 0. */
  readonly of?: number;
  /** Written at its end. */
  readonly text: string;
  /** In pixels. Default 16. */
  readonly height?: number;
}

export interface LaneRow {
  readonly name: string;
  readonly lanes: readonly Lane[];
}

const HEIGHT = 16;
const GAP = 12;
/** Names take this much of the width at most. */
const NAMES = { wide: 0.38, narrow: 0.46 } as const;
const BESIDE = 8;

interface Placed extends Lane {
  readonly top: number;
  readonly bottom: number;
  readonly middle: number;
  readonly end: number;
}

/** Amounts grow from where reading begins; rows stand from top to bottom in their order. */
export function lanes(rows: readonly LaneRow[], { rtl }: Pick<Page, 'rtl'>): (room: Room) => Drawing {
  return ({ width, narrow }) => {
    let at = GAP / 2;
    const placed: Placed[] = [];
    const names: { name: string; middle: number }[] = [];
    for (const { name, lanes: own } of rows) {
      const top = at;
      for (const lane of own) {
        const bottom = at + (lane.height ?? HEIGHT);
        placed.push({
          ...lane,
          top: at,
          bottom,
          middle: (at + bottom) / 2,
          end: Math.max(lane.value, lane.of ?? 0),
        });
        at = bottom;
      }
      names.push({ name, middle: (top + at) / 2 });
      at += GAP;
    }
    const height = Math.max(at - GAP / 2, GAP);
    const most = Math.max(0, ...placed.map(({ end }) => end));
    const forNames = widest(
      names.map(({ name }) => name),
      width * NAMES[narrow ? 'narrow' : 'wide'],
    );
    const forTexts = widest(
      placed.map(({ text }) => text),
      width * 0.4,
    );
    const [left, right] = rtl ? [forTexts, forNames] : [forNames, forTexts];
    const room = [left, width - right];
    const fills = [...new Set(placed.map(({ fill }) => fill))];
    const rect = { x1: 0, y1: 'top', y2: 'bottom', insetBottom: 1 } as const;
    return {
      width,
      height,
      marginTop: 0,
      marginBottom: 0,
      marginLeft: left,
      marginRight: right,
      x: { type: 'linear', domain: [0, most > 0 ? most : 1], range: rtl ? room.toReversed() : room, axis: null },
      y: { type: 'linear', domain: [0, height], range: [0, height], axis: null },
      marks: [
        Plot.rect(
          placed.filter(({ of = 0 }) => of > 0),
          { ...rect, x2: 'of', fill: 'var(--grid)' },
        ),
        ...fills.map((fill) =>
          Plot.rect(
            placed.filter((lane) => lane.fill === fill && lane.value > 0),
            { ...rect, x2: 'value', fill: `var(--${fill})` },
          ),
        ),
        Plot.ruleX([0], { stroke: 'var(--rule)' }),
        Plot.text(names, {
          frameAnchor: rtl ? 'right' : 'left',
          y: 'middle',
          text: ({ name }: { name: string }) => cutText(name, forNames - BESIDE),
          textAnchor: rtl ? 'start' : 'end',
          dx: rtl ? BESIDE : -BESIDE,
        }),
        Plot.text(placed, {
          x: 'end',
          y: 'middle',
          text: 'text',
          fill: 'var(--ink)',
          textAnchor: rtl ? 'end' : 'start',
          dx: rtl ? -6 : 6,
        }),
      ],
    };
  };
}

/** The room for texts, and no more than there may be. */
function widest(texts: readonly string[], most: number): number {
  return Math.ceil(Math.min(Math.max(0, ...texts.map((text) => textWidth(text))) + BESIDE + 4, most));
}
