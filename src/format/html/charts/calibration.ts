/** Chances as they were said against what came of them: a dot a band of chances, on the dotted line where both agree. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { valueAxis } from './time-frame.js';

export interface Chance {
  /** 0…1, both. */
  readonly predicted: number;
  readonly won: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Of a second teller of chances: drawn hollow. */
  readonly other: boolean;
  readonly title: string;
}

const TOP = 10;
const BOTTOM = 24;
const EDGE = 14;

export function calibration(given: readonly Chance[], { rtl, lang }: Page): (room: Room) => Drawing {
  return ({ width, narrow }) => {
    const axis = axisOf([0, 1], { unit: 'ratio', lang });
    const side = Math.ceil(Math.max(...axis.ticks.map((tick) => textWidth(axis.text(tick))))) + 9;
    const domain = [0, 1];
    const spanned = given.filter(({ low, high }) => low !== null && high !== null);
    const whiskers = (other: boolean): Plot.Markish =>
      Plot.ruleX(
        spanned.filter((one) => one.other === other),
        { x: 'predicted', y1: 'low', y2: 'high', stroke: other ? 'var(--mark-2)' : 'var(--mark)', strokeWidth: 1.5 },
      );
    return {
      width,
      height: narrow ? 240 : 280,
      marginTop: TOP,
      marginBottom: BOTTOM,
      marginLeft: rtl ? EDGE : side,
      marginRight: rtl ? side : EDGE,
      x: { type: 'linear', domain: rtl ? domain.toReversed() : domain, axis: null },
      y: { type: 'linear', domain, axis: null },
      marks: [
        ...valueAxis(axis.ticks, axis.text, rtl),
        Plot.text(
          axis.ticks.map((tick) => ({ tick })),
          {
            x: 'tick',
            text: ({ tick }: { tick: number }) => axis.text(tick),
            frameAnchor: 'bottom',
            lineAnchor: 'top',
            dy: 8,
          },
        ),
        Plot.link([{ from: 0, to: 1 }], {
          ...{ x1: 'from', y1: 'from', x2: 'to', y2: 'to' },
          ...{ stroke: 'var(--ink-2)', strokeDasharray: '2 3' },
        }),
        whiskers(true),
        whiskers(false),
        Plot.dot(
          given.filter(({ other }) => other),
          {
            x: 'predicted',
            y: 'won',
            r: 4,
            fill: 'var(--bg)',
            stroke: 'var(--ink-3)',
            strokeWidth: 1.5,
            title: 'title',
          },
        ),
        Plot.dot(
          given.filter(({ other }) => !other),
          { x: 'predicted', y: 'won', r: 4, fill: 'var(--accent)', title: 'title' },
        ),
      ],
    };
  };
}
