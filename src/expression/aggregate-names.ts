import type { Aggregate } from './definition.js';

const NAMES: Readonly<Record<string, Aggregate['name']>> = {
  count: 'count',
  sum: 'sum',
  avg: 'avg',
  average: 'avg',
  mean: 'avg',
  median: 'median',
  min: 'min',
  max: 'max',
  stddev: 'stddev',
  stdev: 'stddev',
  percentile: 'percentile',
  distinct: 'distinct',
  share: 'share',
};

/** The aggregate that a word names, such as `avg` or `p95`; null where it names none. */
export function aggregateNamed(word: string): { readonly name: Aggregate['name']; readonly p: number | null } | null {
  const text = word.toLowerCase();
  const rank = /^p(\d{1,2}(?:\.\d+)?)$/.exec(text)?.[1];
  if (rank !== undefined) return { name: 'percentile', p: Number(rank) / 100 };
  const name = Object.hasOwn(NAMES, text) ? NAMES[text] : undefined;
  return name === undefined ? null : { name, p: name === 'median' ? 0.5 : null };
}
