/** Axes of amounts, counts, days and shares: round steps, and one way of writing along the whole axis. */
import { scaleFor } from '../../../locale/compact.js';
import { directedText } from '../../../locale/direction.js';
import { decimalText } from '../../../locale/numbers.js';
import type { Lang, Text } from '../../../locale/text.js';

export interface Axis {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly text: (tick: number) => string;
}

const PERCENT: Text = { en: ' %', fa: '٪' };
/** Steps of an axis are these times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10] as const;

/** An axis that holds all values; from 0 unless `free`. Shares never leave 0…100 %. */
export function axisOf(
  values: Iterable<number | null>,
  { unit, lang, steps = 4, free = false }: { unit: string; lang: Lang; steps?: number; free?: boolean },
): Axis {
  let [low, high] = free ? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] : [0, 0];
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low <= high)) [low, high] = [0, 1];
  // Values that differ in their last digits alone are one value.
  if (high - low <= Math.max(Math.abs(low), Math.abs(high)) * 1e-9)
    [low, high] =
      low === 0 ? [0, 1] : low > 0 ? [free ? low * 0.9 : 0, high * 1.1] : [low * 1.1, free ? high * 0.9 : 0];
  const isShare = unit === 'ratio';
  const step = stepOf((high - low) / steps, unit === 'count' ? 1 : 0);
  let [from, to] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
  if (isShare) {
    if (low >= 0) from = Math.max(0, from);
    if (high <= 1) to = Math.min(1, to);
  }
  const count = Math.round((to - from) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => cleaned(from + index * step, step));
  const write = writer(ticks, step, unit, lang);
  // A minus stands at the side of the number where reading begins.
  return {
    domain: [from, to],
    ticks,
    text: (tick) => (lang === 'fa' && tick < 0 ? directedText(write(tick)) : write(tick)),
  };
}

/** The next round step at or above one; with `least`, no smaller, and whole. */
function stepOf(wanted: number, least: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const fits = (one: number): boolean =>
    one * power >= wanted * 0.999 && (least === 0 || power < 1 || Number.isInteger(one * power));
  const step = (STEPS.find(fits) ?? 10) * power;
  return Math.max(step, least);
}

/** 0.30000000000000004 is 0.3. */
function cleaned(value: number, step: number): number {
  const size = 10 ** (2 - Math.floor(Math.log10(step)));
  const round = Math.round(value * size) / size;
  return Number.isFinite(round) ? round + 0 : value;
}

/** One scale and as many decimals as the step needs, so that the texts of an axis line up. */
function writer(ticks: readonly number[], step: number, unit: string, lang: Lang): (tick: number) => string {
  if (unit === 'ratio') {
    const decimals = decimalsOf(step * 100);
    return (tick) => decimalText(tick * 100, decimals, lang) + PERCENT[lang];
  }
  const largest = Math.max(...ticks.map(Math.abs));
  const suits = scaleFor(largest, lang);
  // Steps far smaller than the values would all read alike in the values' scale.
  const scale = decimalsOf(step / suits.size) > 3 ? { size: 1, name: '' } : suits;
  const decimals = decimalsOf(step / scale.size);
  return (tick) => (tick === 0 ? decimalText(0, 0, lang) : decimalText(tick / scale.size, decimals, lang) + scale.name);
}

/** Steps of values that hardly differ need them. */
const MOST_DECIMALS = 12;

function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return decimals;
  }
  return MOST_DECIMALS;
}

/** Wide, narrow and no room of their own, of a letter at 1 px. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\p{M}|[\u200b-\u200f]|[\u2066-\u2069]/u, 0],
  [/[iljtfrI.,:;'|()[\]\s]/, 0.34],
  [/[MWmw@%]/, 0.9],
  // Letters of three teeth or a long bowl, as they are drawn when joined.
  [/[سشصض]/, 0.95],
  [/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/, 1.02],
];
const USUAL_WIDTH = 0.6;

/** About how wide a text of the axis is, in pixels at 12 px: nothing is laid out while a page is made. */
export function textWidth(text: string, size = 12): number {
  let width = 0;
  for (const letter of text) width += WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? USUAL_WIDTH;
  return width * size;
}

/** The text cut to a width, with an ellipsis. */
export function cutText(text: string, width: number, size = 12): string {
  if (textWidth(text, size) <= width) return text;
  let cut = '';
  for (const letter of text) {
    if (textWidth(`${cut}${letter}…`, size) > width) break;
    cut += letter;
  }
  return `${cut.trimEnd()}…`;
}

/**
 * Which of `labels`, evenly apart, can be written along `width` without touching each other; the last always is, for it
 * is what the reader asks about.
 */
export function shownLabels(labels: readonly string[], width: number): number[] {
  const widest = Math.max(1, ...labels.map((label) => textWidth(label))) + 14;
  const each = Math.max(1, Math.ceil((labels.length * widest) / Math.max(width, 1)));
  const shown: number[] = [];
  for (let index = labels.length - 1; index >= 0; index -= each) shown.unshift(index);
  return shown;
}
