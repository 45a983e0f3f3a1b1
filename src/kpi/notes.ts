import type { Text } from '../locale/text.js';
import type { TwoHumps } from '../stats/two-humps.js';
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

/** A mean between two heaps of values, which the median and the quantiles tell better. */
export function twoHumpsNote({ near, lower, upper }: TwoHumps, mean: number): Note {
  const share = decimal(100 * near, 0);
  // Amounts in whole units, days and counts to a tenth.
  const [low, low2, high, high2] = [lower.from, lower.to, upper.from, upper.to].map((value) =>
    decimal(value, mean < 100 ? 1 : 0),
  ) as [Text, Text, Text, Text];
  const only = near === 0 ? { en: 'none', fa: 'هیچ‌یک' } : { en: `only ${share.en}%`, fa: `فقط ${share.fa}٪` };
  return {
    code: 'two_humps',
    text: {
      en:
        `the mean describes almost no record: ${only.en} of the values lie within 20% of it; ` +
        `${english(lower.n)} are smaller (half of them ${low.en} to ${low2.en}), ` +
        `${english(upper.n)} larger (half of them ${high.en} to ${high2.en}); go by the median and the quantiles`,
      fa:
        `میانگین تقریباً هیچ رکوردی را وصف نمی‌کند: ${only.fa} از مقدارها تا ۲۰٪ به آن نزدیک است؛ ` +
        `${persian(lower.n)} مقدار کوچک‌تر است (نیمی از آن‌ها میان ${low.fa} و ${low2.fa}) و ` +
        `${persian(upper.n)} مقدار بزرگ‌تر (نیمی از آن‌ها میان ${high.fa} و ${high2.fa})؛ به میانه و چندک‌ها نگاه کنید`,
    },
  };
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
