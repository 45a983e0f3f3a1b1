/**
 * What a breakdown may be by beside a column: periods (`month`), periods of a day of the deals (`created_month`,
 * `closed_at:quarter`), ranges of numbers (`amount`, `amount:10k,50k`), the age of deals.
 */
import { GRAINS } from '../locale/grains.js';
import { DEAL_FIELDS, type DealFieldName } from './fields.js';
import type { Grain } from './period.js';

export type TimeGrain = Exclude<Grain, 'days'>;
const TIME_GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly TimeGrain[];

/** What a name asks for that no column of the files has. */
export type Dimension =
  /** Each KPI in each period, by the day that decides it. */
  | { readonly kind: 'time'; readonly grain: TimeGrain }
  /** The deals by the periods of one of their days. */
  | { readonly kind: 'days'; readonly column: string; readonly grain: TimeGrain }
  /** The deals by ranges of a number; null = edges that suit the column. */
  | { readonly kind: 'ranges'; readonly column: string; readonly edges: readonly number[] | null };

/** Days from creation to closing, of open deals to the snapshot: no column, but a number that deals have. */
export const AGE = 'age';

/** What a name is that no column bears; null where it is none of them either. */
export function dimensionNamed(name: string): Dimension | null {
  const word = name.trim().toLowerCase();
  const grain = grainNamed(word);
  if (grain !== null) return { kind: 'time', grain };
  if (word === AGE) return { kind: 'ranges', column: AGE, edges: null };
  const colon = name.lastIndexOf(':');
  if (colon > 0) {
    const [column, how] = [name.slice(0, colon).trim(), name.slice(colon + 1)];
    const own = grainNamed(how.trim().toLowerCase());
    if (own !== null) return { kind: 'days', column, grain: own };
    const edges = how.split(',').map(edgeNamed);
    const isAge = column.toLowerCase() === AGE;
    return edges.some(Number.isNaN) ? null : { kind: 'ranges', column: isAge ? AGE : column, edges: ascending(edges) };
  }
  const bar = word.lastIndexOf('_');
  const ofDay = bar < 0 ? null : grainNamed(word.slice(bar + 1));
  const field = bar < 0 ? '' : word.slice(0, bar);
  const day = [field, `${field}_at`].find((one) => isDay(one));
  return ofDay === null || day === undefined ? null : { kind: 'days', column: day, grain: ofDay };
}

/** The columns that a name may ask for, the first that is there: itself, or what it makes periods or ranges of. */
export function columnsOfName(name: string): readonly string[] {
  const dimension = dimensionNamed(name);
  return dimension === null || dimension.kind === 'time' || dimension.column === AGE
    ? [name]
    : [name, dimension.column];
}

/** Whether a name needs no column. */
export function needsNoColumn(name: string): boolean {
  const dimension = dimensionNamed(name);
  return dimension !== null && (dimension.kind === 'time' || dimension.column === AGE);
}

/** Names split at commas, with the edges of a range put together again: `amount:10k`, `50k` are one. */
export function withEdges(names: readonly string[]): string[] {
  const whole: string[] = [];
  for (const name of names) {
    const last = whole[whole.length - 1];
    const goesOn = last?.includes(':') && !Number.isNaN(edgeNamed(name));
    const dimension = goesOn ? dimensionNamed(`${last},${name}`) : null;
    if (dimension?.kind === 'ranges') whole[whole.length - 1] = `${last},${name}`;
    else whole.push(name);
  }
  return whole;
}

function grainNamed(word: string): TimeGrain | null {
  return TIME_GRAINS.find((grain) => grain === word || GRAINS[grain]?.fa === word) ?? null;
}

function isDay(field: string): boolean {
  return Object.hasOwn(DEAL_FIELDS, field) && DEAL_FIELDS[field as DealFieldName].kind === 'day';
}

const SCALES: Readonly<Record<string, number>> = { '': 1, k: 1e3, m: 1e6, b: 1e9 };

/** `10k`, `2.5M`, `−5`; NaN for what is no number. */
function edgeNamed(text: string): number {
  const [, number, scale = ''] = /^([-−]?\d{1,15}(?:\.\d{1,6})?) ?([kmb]?)$/i.exec(text.trim()) ?? [];
  return number === undefined ? Number.NaN : Number(number.replace('−', '-')) * (SCALES[scale.toLowerCase()] ?? 1);
}

function ascending(edges: readonly number[]): number[] {
  return [...new Set(edges)].sort((a, b) => a - b);
}
