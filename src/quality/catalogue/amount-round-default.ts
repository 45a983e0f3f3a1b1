import type { NumberColumn } from '../../model/column.js';
import { NOT_ZERO } from '../../model/deal-classes.js';
import type { Membership } from '../../model/population.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { quantity } from '../parameters.js';
import { priced } from '../populations.js';

/** Judgements of ours. A price list of five products gives each 20 % at most, on average. */
const MOST_SHARE = 0.2;
const LEAST_DEALS = 20;

export const amountRoundDefault = defineRule({
  id: 'amount.round_default',
  title: { en: 'One amount on a great part of the deals', fa: 'یک مبلغ روی بخش بزرگی از معامله‌ها' },
  dimension: 'validity',
  severity: 'info',
  scope: 'column',
  condition: {
    en: 'The amounts other than 0 of all deals (at least 20), where one of them stands on more than 20 % (share): a placeholder, or a list price that hides discounts.',
    fa: 'مبلغ‌های غیر صفر همه‌ی معامله‌ها (دست‌کم ۲۰)، اگر یکی از آن‌ها روی بیش از ۲۰٪ (share) باشد: جای‌گزین است، یا قیمت فهرستی که تخفیف‌ها را پنهان می‌کند.',
  },
  source: 'Great Expectations, expect_column_most_common_value_to_be_in_set; the limits are ours',
  needs: ['amount'],
  params: { share: quantity('share of one amount that is allowed', 0.01, 1) },
  defaults: { share: MOST_SHARE },
  affects: ['avg_deal_size', 'open_pipeline_value', 'weighted_pipeline'],
  check({ population, deals, params }) {
    const amount = population.column('amount');
    const asked = priced(population).having(NOT_ZERO[0]);
    const { size } = asked;
    if (size < LEAST_DEALS) return { checked: 0, places: [] };
    // Where no amount can have so many deals, as mostly, none of them is listed.
    if (mostAlike(amount, asked.membership()) <= size * params.share) return { checked: 1, places: [] };
    const [common, most] = asked.withRows((rows) => commonest(amount, rows, Math.ceil(1 / params.share)));
    if (most <= size * params.share) return { checked: 1, places: [] };
    const row = asked.withRows((rows) => rows.find((one) => amount[one] === common));
    const place = deals.place(row ?? 0);
    const args = { amount: common, n: most, all: size };
    return { checked: 1, places: [{ place, field: 'amount', value: String(common), args }] };
  },
  message: {
    en: ({ amount, n, all }) => `${n} of ${all} deals have the amount ${amount}: a placeholder or a list price`,
    fa: ({ amount, n, all }) => `${n} معامله از ${all} مبلغ ${amount} را دارند: جای‌گزین یا قیمت فهرست`,
  },
  fix: {
    en: 'Leave the amount empty until it is known, and write the agreed price when it is.',
    fa: 'تا مبلغ روشن نیست آن را خالی بگذارید و سپس قیمت توافق‌شده را بنویسید.',
  },
  examples: {
    accept: manyRecords('id amount', 16, 'D{n} {n}01', 'E1 1000', 'E2 1000', 'E3 1000', 'E4 1000'),
    reject: manyRecords('id amount', 15, 'D{n} {n}01', 'E1 1000', 'E2 1000', 'E3 1000', 'E4 1000', 'E5 1000'),
  },
});

/**
 * The commonest amount and how many deals have it; right wherever one has more than 1/`counters` of them (J. Misra,
 * D. Gries, "Finding repeated elements", 1982: so few counters suffice). Of equally common ones the smallest.
 */
function commonest(amount: NumberColumn, rows: Uint32Array, counters: number): readonly [amount: number, n: number] {
  const values = new Float64Array(counters);
  const counts = new Uint32Array(counters);
  for (let i = 0; i < rows.length; i++) {
    const value = amount[rows[i] as number] as number;
    let free = -1;
    let at = 0;
    for (; at < counters; at++) {
      if (counts[at] === 0) free = at;
      else if (values[at] === value) break;
    }
    if (at < counters) counts[at] = (counts[at] as number) + 1;
    else if (free >= 0) {
      values[free] = value;
      counts[free] = 1;
    } else {
      for (let slot = 0; slot < counters; slot++) counts[slot] = (counts[slot] as number) - 1;
    }
  }
  const exact = new Uint32Array(counters);
  for (let i = 0; i < rows.length; i++) {
    const value = amount[rows[i] as number];
    for (let at = 0; at < counters; at++) {
      if (counts[at] !== 0 && values[at] === value) exact[at] = (exact[at] as number) + 1;
    }
  }
  let best = 0;
  for (let at = 1; at < counters; at++) {
    const [n, most] = [exact[at] as number, exact[best] as number];
    if (n > most || (n === most && (values[at] as number) < (values[best] as number))) best = at;
  }
  return [values[best] as number, exact[best] as number];
}

const BUCKETS = 1 << 13;
/** Knuth's multiplier for hashing: the golden ratio of 2^32. */
const GOLDEN = 0x9e37_79b1;

/** No amount has more deals than this: equal ones fall into one bucket, and others with them. */
function mostAlike(amount: NumberColumn, { codes, own }: Membership): number {
  const words = new Int32Array(amount.buffer, amount.byteOffset, 2 * amount.length);
  const counts = new Uint32Array(BUCKETS);
  let most = 0;
  for (let row = 0; row < codes.length; row++) {
    const at = 2 * row;
    const bucket = Math.imul((words[at] as number) ^ Math.imul(words[at + 1] as number, 31), GOLDEN) >>> 19;
    // Written without a branch: which deals are asked about nobody can foretell.
    const n = (counts[bucket] as number) + (own[codes[row] as number] as number);
    counts[bucket] = n;
    if (n > most) most = n;
  }
  return most;
}
