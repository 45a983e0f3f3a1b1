import type { Text } from '../locale/text.js';
import type { Note } from './definition.js';

/** How many of the deals in question have an amount; nothing to say when all have one. */
export function pricedNote(pricedDeals: number, deals: number): Note[] {
  if (pricedDeals === deals) return [];
  return [
    {
      code: 'priced',
      text: {
        en: `priced ${english(pricedDeals)} of ${english(deals)}`,
        fa: `${persian(pricedDeals)} از ${persian(deals)} معامله مبلغ دارد`,
      },
    },
  ];
}

/** A whole number as English readers write it. */
export function english(n: number): string {
  return ENGLISH.format(n);
}

/** A whole number as Persian readers write it. */
export function persian(n: number): string {
  return PERSIAN.format(n);
}

const ENGLISH = new Intl.NumberFormat('en-US');
const PERSIAN = new Intl.NumberFormat('fa-IR');

/** A number with at most so many decimals, as readers of each language write it. */
export function decimal(n: number, digits: number): Text {
  const options = { maximumFractionDigits: digits };
  return { en: n.toLocaleString('en-US', options), fa: n.toLocaleString('fa-IR', options) };
}
