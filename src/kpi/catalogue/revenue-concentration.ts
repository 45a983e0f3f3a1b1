import { said } from '../../locale/said.js';
import { textOfCode } from '../../model/distinct-texts.js';
import { isAllTime } from '../../model/period.js';
import type { Population } from '../../model/population.js';
import type { Codes } from '../../model/text-column.js';
import { concentration } from '../../stats/concentration.js';
import { sum } from '../../stats/sum.js';
import { amountsByCustomer, dealsByCustomer } from '../by-customer.js';
import { defineKpi, type Note, type RankedPart } from '../definition.js';
import { ListedWhenRead, leftOut, PartOf, RatioOf, withoutValue } from '../figures.js';
import {
  type CustomerNumbers,
  closedIn,
  customersOf,
  negative,
  nonNegative,
  priced,
  undatedClosed,
  unpriced,
  withCustomer,
  withoutCustomer,
  won,
} from '../populations.js';

/** How many customers the headline is about. */
const TOP = 10;
/** The share of Pareto's rule. */
const MOST = 0.8;

export const revenueConcentration = defineKpi({
  id: 'revenue_concentration',
  title: { en: 'Top 10 customers’ share', fa: 'سهم ۱۰ مشتری بزرگ' },
  unit: 'ratio',
  basis: 'closed',
  better: 'lower',
  definition: {
    en: 'Share of the ten largest customers in the won value of the period; credits, unpriced deals and deals without a customer are left out. Also `hhi` (0…10,000), `effectiveCustomers` (as many equal ones would be as concentrated), `gini` and `customersFor80` (the fewest that make 80 %). The ranking gives the ten. With ten customers or fewer it is 100 % by construction. Null where the amounts add up to 0.',
    fa: 'سهم ده مشتری بزرگ از ارزش معامله‌های برنده در دوره؛ برگشتی‌ها، معامله‌های بدون مبلغ و بدون مشتری کنار گذاشته می‌شوند. همچنین hhi (از ۰ تا ۱۰٬۰۰۰)، effectiveCustomers (شمار مشتریان هم‌اندازه با همین تمرکز)، gini و customersFor80 (کمترین شماری که ۸۰٪ را می‌سازند). رتبه‌بندی همان ده مشتری است. با ده مشتری یا کمتر ناگزیر ۱۰۰٪ است. اگر جمع مبلغ‌ها صفر باشد مقدار ندارد.',
  },
  formula: {
    en: 'Σ won value of the 10 largest customers / Σ won value of all customers',
    fa: 'جمع ارزش معامله‌های برنده‌ی ۱۰ مشتری بزرگ ÷ جمع ارزش معامله‌های برنده‌ی همه‌ی مشتریان',
  },
  source:
    'CR-10; HHI = Σ squared shares in per cent (Hirschman 1945, Herfindahl 1950; shares 20, 19, 18, 17, 16, 10: 1,730); effective number 10,000 / HHI (Adelman 1969); Gini 1912.',
  needs: ['outcome', 'customer', 'amount'],
  wants: ['closed_at'],
  of: 'purchases',
  measure({ population, period }) {
    const wins = won(closedIn(population, period));
    const valued = nonNegative(priced(wins));
    const deals = withCustomer(valued);
    const excluded = () =>
      leftOut({
        ...(isAllTime(period) ? {} : { undated_closed: undatedClosed(won(population)) }),
        unpriced: unpriced(wins),
        negative_amount: negative(priced(wins)),
        without_customer: withoutCustomer(valued),
      });
    if (deals.size === 0) return withoutValue(wins.size === 0 ? 'no_won_deals' : 'no_priced_deals', { excluded });
    const totals = byCustomer(deals);
    const spread = concentration(totals.amounts, TOP, MOST);
    if (spread === null) return withoutValue('zero_amounts', { excluded });
    const largest = largestOf(totals, TOP);
    const ranking = largest.map((customer): RankedPart => {
      const amount = totals.amounts[customer] as number;
      return { key: totals.name(customer), n: totals.deals[customer] as number, amount, share: amount / spread.total };
    });
    const dealsOfLargest = new ListedWhenRead(() => {
      const isTop = new Uint8Array(spread.n);
      for (const customer of largest) isTop[customer] = 1;
      return deals.rows.filter((_, position) => isTop[totals.numbers[position] as number] === 1);
    });
    const ofLargest = new PartOf(sum(ranking.map(({ amount }) => amount ?? 0)), dealsOfLargest);
    return new RatioOf(spread.topShare, spread.n, ofLargest, new PartOf(spread.total, deals), undefined, {
      details: {
        customers: spread.n,
        topCustomerShare: ranking[0]?.share ?? null,
        hhi: spread.hhi,
        effectiveCustomers: spread.effective,
        gini: spread.gini,
        customersFor80: spread.fewest,
      },
      ranking,
      rankingTotal: spread.n,
      excluded,
      notes: spread.n <= TOP ? [FEW] : [],
    });
  },
});

const FEW: Note = said('few_customers');

interface CustomerTotals {
  /** Customer number, by position in the deals' rows. */
  readonly numbers: CustomerNumbers;
  readonly amounts: Float64Array;
  readonly deals: Uint32Array;
  name(customer: number): string;
}

function byCustomer(deals: Population<'customer' | 'amount'>): CustomerTotals {
  const { count, numbers } = customersOf(deals);
  const column = deals.column('customer');
  let codeOf: Uint32Array | null = null;
  return {
    numbers,
    amounts: amountsByCustomer(deals),
    deals: dealsByCustomer(deals),
    name(customer) {
      codeOf ??= deals.withRows((rows) => codesOf(numbers, rows, column.codes, count));
      return textOfCode(column, codeOf[customer] as number);
    },
  };
}

/** By customer, its code. */
function codesOf(numbers: CustomerNumbers, rows: Uint32Array, codes: Codes, count: number): Uint32Array {
  const found = new Uint32Array(count);
  for (let at = 0; at < numbers.length; at++) found[numbers[at] as number] = codes[rows[at] as number] as number;
  return found;
}

/** The largest customers, most money first, then by name; one pass, since there may be a hundred thousand. */
function largestOf({ amounts, name }: CustomerTotals, n: number): number[] {
  const larger = (a: number, b: number): boolean => {
    const more = (amounts[a] as number) - (amounts[b] as number);
    return more > 0 || (more === 0 && name(a) < name(b));
  };
  const largest: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let customer = 0; customer < amounts.length; customer++) {
    if ((amounts[customer] as number) < least) continue;
    let at = largest.length;
    while (at > 0 && larger(customer, largest[at - 1] as number)) at--;
    if (at >= n) continue;
    largest.splice(at, 0, customer);
    if (largest.length > n) largest.pop();
    if (largest.length === n) least = amounts[largest[n - 1] as number] as number;
  }
  return largest;
}
