/**
 * A chart as Mermaid (mermaid.js.org, "XY Chart"), which GitHub, GitLab and many editors draw, and others show as the
 * text it is. The grammar knows no escapes, so that what could mean something to it is replaced.
 */
import { scaleFor } from '../../locale/compact.js';
import type { Lang } from '../../locale/text.js';
import type { Chart } from '../page.js';
import { plainLine } from '../sanitize.js';

/** More points than a chart has room for labels of. */
const MOST_POINTS = 60;
const LONGEST_LABEL = 40;
const DIGITS = 4;
/** From here on numbers are written with an exponent, which the grammar does not know. */
const TOO_LARGE = 1e20;
/** Under this nothing is left of a number in as many decimals. */
const TOO_SMALL = 1e-12;

/** The lines of the chart in their fence; none for fewer than two points, which are no chart. */
export function mermaidLines({ shape, title, axis, labels, values }: Chart, lang: Lang): string[] {
  const points = values
    .flatMap((value, at) => (value === null || !Number.isFinite(value) ? [] : [{ value, label: labels[at] ?? '' }]))
    .slice(-MOST_POINTS);
  if (points.length < 2 || points.some(({ value }) => Math.abs(value) >= TOO_LARGE)) return [];
  const largest = points.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  const scale = scaleFor(largest, lang);
  const scaled = points.map(({ value }) => value / scale.size);
  return [
    '```mermaid',
    'xychart-beta',
    `  title ${quoted(title)}`,
    `  x-axis [${points.map(({ label }) => quoted(label)).join(', ')}]`,
    `  y-axis ${quoted(axis + scale.name)}${rangeText(scaled)}`,
    `  ${shape} [${scaled.map(numberText).join(', ')}]`,
    '```',
  ];
}

/** A text between quotes, of letters, marks, digits and what stands between them; never empty, which is no text there. */
function quoted(text: string): string {
  const clean = plainLine(text)
    .replace(/["“”„«»]/g, "'")
    .replace(/[`´]/g, "'")
    .replace(/;/g, ',')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/[[{]/g, '(')
    .replace(/[\]}]/g, ')')
    .replace(/[#\\|~^@*_]/g, ' ')
    .replace(/%(?=%)|\$(?=\$)|-(?=-)|:(?=:)/g, '$& ')
    .replace(/ {2,}/g, ' ')
    .trim();
  const letters = [...clean];
  const short = letters.length > LONGEST_LABEL ? `${letters.slice(0, LONGEST_LABEL - 1).join('')}…` : clean;
  return `"${short === '' ? '–' : short}"`;
}

/** From 0 to a round number over the highest, so that the length of a bar is its value. */
function rangeText(values: readonly number[]): string {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (high - low < TOO_SMALL) return ' 0 --> 1';
  return ` ${numberText(-roundUp(-low))} --> ${numberText(roundUp(high))}`;
}

function roundUp(value: number): number {
  if (value < TOO_SMALL) return 0;
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.ceil(value / step - 1e-9) * step;
}

/** Four digits that count, without an exponent. */
function numberText(value: number): string {
  if (Math.abs(value) < TOO_SMALL) return '0';
  const places = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(value))));
  const text = value.toFixed(Math.min(places, 20));
  return text.replace(/(\.\d*?)0{1,20}$/, '$1').replace(/\.$/, '');
}
