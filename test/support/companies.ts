/** Invented companies whose true process is known: what a forecast of their deals is held against. */

import { civilDate, civilDay, NO_DAY } from '../../src/model/civil-day.js';
import { categoryColumn } from '../../src/model/column.js';
import { Deals } from '../../src/model/deals.js';
import { LOST, OPEN, WON } from '../../src/model/outcome.js';
import { textColumn } from '../../src/model/text-column.js';
import { drawsOf } from '../../src/stats/draws.js';
import { placesBelow } from './row-places.js';

export type Kind = 'steady' | 'growing' | 'seasonal';

export interface Company {
  readonly kind: Kind;
  readonly seed: number;
  /** Deals created a month in the first year. */
  readonly perMonth?: number;
  readonly months?: number;
}

const FIRST = civilDay(2021, 1, 1);
export const COMPANY_AS_OF = civilDay(2024, 12, 31);
const OWNERS = ['Sara', 'Omid', 'Lina', 'Reza', 'Mina'];
const PRODUCTS = [
  { name: 'Basic', size: 2_000, share: 0.6 },
  { name: 'Plus', size: 8_000, share: 0.3 },
  { name: 'Enterprise', size: 30_000, share: 0.1 },
];
const SEASON = [0.7, 0.8, 1.2, 1.0, 1.1, 1.3, 0.7, 0.6, 1.1, 1.2, 1.3, 1.0];

/**
 * Four years of deals up to the end of 2024: some close within days, most in weeks; half are lost, late ones mostly; one
 * in twelve is never closed; one in twelve has no amount. `growing` gains 2.5 % a month; `seasonal` follows the months of
 * the year in what is created, and closes more in the last month of a quarter.
 */
export function company({ kind, seed, perMonth = 60, months = 48 }: Company): Deals {
  const draws = drawsOf(seed * 7919 + kind.length);
  const first = civilDay(2024, 12, 1) - Math.round((months - 1) * 30.4375);
  const from = months === 48 ? FIRST : first;
  const rows: { created: number; closed: number; outcome: number; amount: number; owner: string; product: string }[] =
    [];
  for (let day = from; day <= COMPANY_AS_OF; day++) {
    const { month } = civilDate(day);
    const age = (day - from) / 30.4375;
    const factor = kind === 'growing' ? 1.025 ** age : kind === 'seasonal' ? (SEASON[month - 1] as number) : 1;
    const count = draws.poisson((perMonth / 30.4375) * factor);
    for (let deal = 0; deal < count; deal++) {
      const owner = OWNERS[Math.floor(draws.uniform() ** 1.5 * OWNERS.length)] as string;
      const u = draws.uniform();
      const product =
        PRODUCTS.find((_, at) => u < PRODUCTS.slice(0, at + 1).reduce((s, one) => s + one.share, 0)) ?? PRODUCTS[0];
      if (product === undefined) throw new Error('no product');
      const amount =
        draws.uniform() < 1 / 12 ? Number.NaN : Math.round(product.size * Math.exp(0.5 * draws.normal() - 0.125));
      const { closed, won } = ending(draws, kind, day);
      rows.push({
        created: day,
        closed: closed > COMPANY_AS_OF ? NO_DAY : closed,
        outcome: closed > COMPANY_AS_OF ? OPEN : won ? WON : LOST,
        amount,
        owner,
        product: product.name,
      });
    }
  }
  const size = rows.length;
  return new Deals({
    size,
    columns: {
      id: textColumn(rows.map((_, at) => `D${at + 1}`)),
      outcome: Uint8Array.from(rows, ({ outcome }) => outcome),
      created_at: Int32Array.from(rows, ({ created }) => created),
      closed_at: Int32Array.from(rows, ({ closed }) => closed),
      amount: Float64Array.from(rows, ({ amount }) => amount),
      owner: categoryColumn(rows.map(({ owner }) => owner)),
      product: categoryColumn(rows.map(({ product }) => product)),
    },
    files: [{ file: 'deals.csv', sheet: null }],
    places: placesBelow(size),
    extra: new Map(),
    unreadable: [],
    duplicates: [],
  });
}

/** Day by day until the deal is won or lost; stale ones never are. */
function ending(draws: ReturnType<typeof drawsOf>, kind: Kind, created: number): { closed: number; won: boolean } {
  if (draws.uniform() < 1 / 12) return { closed: Number.POSITIVE_INFINITY, won: false };
  for (let day = created; day <= COMPANY_AS_OF; day++) {
    const age = day - created;
    const { month } = civilDate(day);
    const place = (month - 1) % 3;
    const rhythm = kind === 'seasonal' ? ([0.7, 0.9, 1.4][place] as number) : 1;
    const win = (age < 5 ? 0.006 : age < 90 ? 0.009 : 0.004) * rhythm;
    const loss = age < 20 ? 0.004 : age < 120 ? 0.007 : 0.012;
    const u = draws.uniform();
    if (u < win) return { closed: day, won: true };
    if (u < win + loss) return { closed: day, won: false };
  }
  return { closed: Number.POSITIVE_INFINITY, won: false };
}
