import { isoDay } from '../../src/model/civil-day.js';
import { BUYERS_START } from './buyers.js';
import { buyersOf } from './drawn.js';

/** In weeks. */
const KNOWN = { r: 0.9, alpha: 8, a: 1.4, b: 3.2, p: 6, q: 4, v: 20 };
const TWO_YEARS = 7 * 104;

/** Orders of invented buyers, `Buyer 1` the first, as a file; 2022 and 2023. */
export function buyersFile(count: number, currencyOf?: (order: number) => string): string {
  const buyers = buyersOf(count, KNOWN, { seed: 20_240_404, until: TWO_YEARS, joining: 7 * 52 });
  const orders = buyers.flatMap(({ days, values }, buyer) =>
    days.map((day, at) => `Buyer ${buyer + 1},${isoDay(BUYERS_START + day)},${(values[at] ?? 0).toFixed(2)}`),
  );
  const head = ['Order ID', 'Customer', 'Order Date', 'Total', ...(currencyOf === undefined ? [] : ['Currency'])];
  return [
    head.join(','),
    ...orders.map((order, at) => `O${at + 1},${order}${currencyOf === undefined ? '' : `,${currencyOf(at)}`}`),
  ].join('\n');
}
