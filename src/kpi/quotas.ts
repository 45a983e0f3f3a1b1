import { foldText } from '../locale/fold.js';
import { codeCounts } from '../model/code-counts.js';
import type { CategoryColumn } from '../model/column.js';
import type { Population } from '../model/population.js';
import { sum } from '../stats/sum.js';

/** The quotas that hold for some deals. */
export interface Quotas {
  /** Σ of the quotas. */
  readonly target: number;
  /** Folded owner → quota. */
  readonly byOwner: ReadonlyMap<string, number>;
  /** Per code of the owner column: whether the owner has one. */
  readonly has: Uint8Array;
  /** Owners with a quota who have no deal at all: misspelt, or new. Of all deals only. */
  readonly without: readonly string[];
}

/** Whether a population is a part of the deals that were asked about: a group of a breakdown. */
export function isPart(population: Population<'outcome'>): boolean {
  return population.size < population.column('outcome').length;
}

/**
 * The quotas that hold for a population: of all owners for all deals, of its own owners for a part of the deals (a
 * group of a breakdown). Names are compared without case and spacing. `in_parts` where an owner's deals are only in
 * part in it: nobody said which part of the quota belongs to them. Where a condition left all deals of an owner out
 * (they are in `everything` alone), the quota is not asked for.
 */
export function quotasFor(
  population: Population<'owner'>,
  quotas: Readonly<Record<string, number>>,
  everything: Population<'owner'> = population,
): Quotas | 'in_parts' {
  const column = population.column('owner');
  const { codes, values } = column;
  // A quota of 0 asks for nothing: whatever is won would be infinitely more.
  const asked = Object.entries(quotas).filter(([, quota]) => quota > 0);
  // Most ask for none, and groups can be thousands, each of which would look at the names of all.
  if (asked.length === 0) return noQuotas(column);
  const all = new Map(asked.map(([owner, quota]) => [foldText(owner), quota]));
  const folded = foldedIn(column);
  const has = Uint8Array.from(folded, (name, code) => (code > 0 && all.has(name) ? 1 : 0));
  if (population.size === codes.length) {
    const owners = new Set(folded.filter((_, code) => (codeCounts(column)[code] as number) > 0));
    const read = everything.column('owner').values.map((value) => foldText(value));
    for (const name of read) if (!owners.has(name)) all.delete(name);
    const known = new Set(read);
    const without = asked.flatMap(([owner]) => (known.has(foldText(owner)) ? [] : [owner]));
    return { target: sum([...all.values()]), byOwner: all, has, without };
  }
  const here = new Uint32Array(values.length);
  for (const row of population.rows) here[codes[row] as number] = (here[codes[row] as number] as number) + 1;
  const everywhere = codeCounts(column);
  const own = new Map<string, number>();
  for (let code = 1; code < values.length; code++) {
    const name = folded[code] as string;
    const quota = all.get(name);
    if (quota === undefined || here[code] === 0) continue;
    if (here[code] !== everywhere[code]) return 'in_parts';
    own.set(name, quota);
  }
  return { target: sum([...own.values()]), byOwner: own, has, without: [] };
}

/** Made once for all groups. */
const nobodyHasOne = new WeakMap<CategoryColumn, Quotas>();

function noQuotas(owners: CategoryColumn): Quotas {
  const known = nobodyHasOne.get(owners) ?? {
    target: 0,
    byOwner: new Map(),
    has: new Uint8Array(owners.values.length),
    without: [],
  };
  nobodyHasOne.set(owners, known);
  return known;
}

/** Found once for all groups. */
const foldedNames = new WeakMap<CategoryColumn, readonly string[]>();

function foldedIn(column: CategoryColumn): readonly string[] {
  const known = foldedNames.get(column) ?? column.values.map((value) => foldText(value));
  foldedNames.set(column, known);
  return known;
}
