/** From one level to another by steps that add up: totals from 0, and between them each step from where the last one ended. */
import * as Plot from '@observablehq/plot';
import type { Page } from '../page.js';
import { axisOf, textWidth } from './axis.js';
import type { Drawing, Room } from './draw.js';
import { type RowFrame, rowAxes, rowFrame } from './rows.js';

export interface WaterfallRow {
  readonly name: string;
  /** A total is a level; a step is added to the level before it, which without a total is 0. */
  readonly kind: 'total' | 'step';
  /** The level, or with its sign what is added. */
  readonly value: number;
  /** Whether a step is good news; null = neither. The sign in its text says the direction without the colour. */
  readonly good?: boolean | null;
  /** Behind the bar: the value as it is said. */
  readonly text: string;
  /** The whole of it in words, on hover. */
  readonly title: string;
}

/** Between a bar and its text. */
const APART = 8;
/** A drawing is this wide behind its longest text. */
const EDGE = 4;
/** Half of a bar, of the room of a row. */
const HALF = 0.3;
/** Where the levels span less than this of the highest, the steps could not be seen beside bars from 0. */
const LEAST_SPAN = 0.25;

interface Place extends WaterfallRow {
  readonly index: number;
  readonly top: number;
  readonly bottom: number;
  /** The level before and after, the lower one first. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** What is drawn for each row, beside its text; without a row nothing. */
export function waterfall(rows: readonly WaterfallRow[], unit: string, page: Page): (room: Room) => Drawing {
  const { lang, rtl } = page;
  const cut = isCut(placesOf(rows, 0));
  const places = cut ? placesOf(rows, null) : placesOf(rows, 0);
  return (room) => {
    const frame = rowFrame(
      rows.map(({ name }) => name),
      room,
      EDGE,
      rtl,
    );
    const { names, inner, ...size } = frame;
    const levels = places.flatMap(({ low, high }) => [low, high]);
    const axis = axisOf(levels, { unit, lang, steps: room.narrow ? 2 : 4, free: cut });
    const least = Math.min(...levels, axis.domain[0]);
    const domain = fitted(places, [least, Math.max(...levels)], inner);
    const ticks = axis.ticks.filter((tick) => tick >= domain[0] && tick <= reachOf(levels, axis.ticks));
    const steps = places.filter(({ kind, value }) => kind === 'step' && value !== 0);
    const totals = places.filter(({ kind }) => kind === 'total');
    const bar = { y1: 'top', y2: 'bottom', title: 'title' } as const;
    return {
      ...size,
      x: { type: 'linear', domain: rtl ? domain.toReversed() : domain, axis: null },
      y: rowsScale(frame),
      marks: [
        ...rowAxes(frame, { ticks, text: axis.text, at: 0 }, rtl),
        // Where the axis does not begin at 0, a bar would be a lie: a total is then the line where it stands.
        cut
          ? Plot.ruleX(totals, { x: 'level', ...bar, stroke: 'var(--ink)', strokeWidth: 2 })
          : Plot.rectX(totals, { x1: 'low', x2: 'high', ...bar, fill: 'var(--mark)' }),
        ...(['good', 'bad', 'neither'] as const).map((tone) =>
          Plot.rectX(
            steps.filter((step) => toneOf(step) === tone),
            { x1: 'low', x2: 'high', ...bar, fill: FILLS[tone] },
          ),
        ),
        // From the end of each row to the beginning of the next.
        Plot.ruleX(places.slice(0, -1), { x: 'level', y1: 'bottom', y2: 'next', stroke: 'var(--ink-3)' }),
        ...(cut ? [] : [Plot.ruleX([0], { stroke: 'var(--rule)' })]),
        Plot.text(places, {
          y: 'index',
          x: 'high',
          text: 'text',
          fill: 'var(--ink)',
          textAnchor: rtl ? 'end' : 'start',
          dx: rtl ? -APART : APART,
        }),
      ],
    };
  };
}

const FILLS = { good: 'var(--good)', bad: 'var(--bad)', neither: 'var(--mark-2)' } as const;

function toneOf({ good = null }: WaterfallRow): keyof typeof FILLS {
  if (good === null) return 'neither';
  return good ? 'good' : 'bad';
}

/** Where each row stands; totals from `base`, or null: at their level alone. */
function placesOf(rows: readonly WaterfallRow[], base: 0 | null): (Place & { readonly next: number })[] {
  let level = 0;
  return rows.map((row, index) => {
    const before = row.kind === 'total' ? (base ?? row.value) : level;
    level = row.kind === 'total' ? row.value : level + row.value;
    return {
      ...row,
      index,
      level,
      top: index - HALF,
      bottom: index + HALF,
      next: index + 1 - HALF,
      low: Math.min(before, level),
      high: Math.max(before, level),
    };
  });
}

/** Whether the steps are so small beside the levels that they are drawn without the way up from 0. */
function isCut(places: readonly Place[]): boolean {
  const levels = places.map(({ level }) => level);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  if (places[0]?.kind !== 'total' || most === least || least * most <= 0) return false;
  return most - least < LEAST_SPAN * Math.max(Math.abs(least), Math.abs(most));
}

/** The farthest place of the grid: nothing reaches into the room of the texts. */
function reachOf(levels: readonly number[], ticks: readonly number[]): number {
  const most = Math.max(...levels);
  const least = Math.min(...levels);
  const step = ticks.length < 2 ? 0 : (ticks[1] as number) - (ticks[0] as number);
  return most + Math.min(step, (most - least) * 0.02);
}

/** From the lowest level to so far beyond the highest that every text has room behind its bar. */
function fitted(places: readonly Place[], [least, most]: readonly [number, number], inner: number): [number, number] {
  if (most === least) return [least, least + 1];
  // Pixels per unit: the most that lets every text end within the frame.
  const scale = places.reduce(
    (smallest, { high, text }) => {
      const room = Math.max(40, inner - APART - textWidth(text));
      return high > least ? Math.min(smallest, room / (high - least)) : smallest;
    },
    inner / (most - least),
  );
  return [least, least + inner / scale];
}

/** Rows by their number, the first on top: steps begin between two of them, so it is no scale of names. */
function rowsScale({ names }: RowFrame): Plot.ScaleOptions {
  return { type: 'linear', domain: [-0.5, names.length - 0.5], reverse: true, axis: null };
}
