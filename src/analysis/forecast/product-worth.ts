/** What a win of each product brings beside a win of any: for deals whose own amount does not count. */
import type { CivilDay } from '../../model/civil-day.js';
import { moments } from '../../stats/moments.js';
import type { Facts } from './facts.js';

export interface ProductWorth {
  /** By code of the product, as a multiple of what a win brings; 1 where nothing tells it apart. */
  readonly of: Float64Array;
  /** Wins of any product that each product's mean is drawn to its own with. */
  readonly pull: number;
}

/** Multiples of it add up to the same in any order. */
const GRAIN = 2 ** 20;

/**
 * Mean amounts of the deals of each product won after `from` and by day t, drawn to the mean of all by as much as
 * products are alike: (n·own mean + k·mean of all) / (n + k), k = variance within products / variance between them
 * (H. Bühlmann, E. Straub, Mitteilungen der Vereinigung schweizerischer Versicherungsmathematiker 70, 1970). Null where
 * the files have no product, and where products are not told apart from chance.
 *
 * @param mean of all priced wins, which the multiples are of
 */
export function productWorth(
  { product, created, closed, won, amount, size }: Facts,
  from: CivilDay,
  t: CivilDay,
  mean: number,
): ProductWorth | null {
  if (product === undefined || !(mean > 0)) return null;
  const amounts = new Map<number, number[]>();
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    const [code, day, price] = [product[at] ?? 0, closed[at] as number, amount[at] as number];
    if (code === 0 || won[at] !== 1 || day > t || day <= from || Number.isNaN(price)) continue;
    const own = amounts.get(code) ?? [];
    amounts.set(code, own);
    own.push(price);
  }
  const groups = Array.from(amounts, ([code, values]) => {
    const { mean: own, sd } = moments(values);
    return { code, n: values.length, mean: own, squares: (values.length - 1) * (sd ?? 0) ** 2 };
  }).sort((a, b) => a.n - b.n || a.mean - b.mean);
  const of = (value: (group: (typeof groups)[number]) => number): number =>
    groups.reduce((sum, group) => sum + value(group), 0);
  const n = of((group) => group.n);
  if (groups.length < 2 || n <= groups.length) return null;
  const all = of((group) => group.n * group.mean) / n;
  const within = of((group) => group.squares) / (n - groups.length);
  const between =
    (of((group) => group.n * (group.mean - all) ** 2) - (groups.length - 1) * within) /
    (n - of((group) => group.n ** 2) / n);
  if (!(between > 0)) return null;
  const pull = within / between;
  const worth = new Float64Array(product.reduce((most, code) => Math.max(most, code), 0) + 1).fill(1);
  for (const { code, n: wins, mean: own } of groups) {
    const drawn = (wins * own + pull * all) / (wins + pull);
    worth[code] = Math.round((Math.max(0, drawn) / mean) * GRAIN) / GRAIN;
  }
  return { of: worth, pull };
}

/** The multiple of the deal at a place of the facts. */
export function worthAt({ product }: Facts, worth: ProductWorth | null, at: number): number {
  return worth === null ? 1 : (worth.of[product?.[at] ?? 0] ?? 1);
}

/** Least share of the deals of each outcome that must name a product, of how many (as of amounts). */
const LEAST_KEPT = 0.8;
const LEAST_DEALS = 5;

/**
 * The facts without their products where these are not named alike by won, lost and open deals: a product that is
 * entered on winning would tell a forecast of the past which deals were won.
 */
export function keptProducts(facts: Facts, t: CivilDay): Facts {
  const { product, created, closed, won, size } = facts;
  if (product === undefined) return facts;
  const [all, named] = [[0, 0, 0] as number[], [0, 0, 0] as number[]];
  for (let at = 0; at < size && (created[at] as number) <= t; at++) {
    const kind = (closed[at] as number) > t ? 0 : won[at] === 1 ? 1 : 2;
    all[kind] = (all[kind] as number) + 1;
    if ((product[at] ?? 0) > 0) named[kind] = (named[kind] as number) + 1;
  }
  const kept = all.every((n, kind) => n < LEAST_DEALS || (named[kind] as number) >= LEAST_KEPT * n);
  if (kept) return facts;
  const { product: _, ...others } = facts;
  return others;
}
