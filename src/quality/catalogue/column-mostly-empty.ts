import { NO_DAY } from '../../model/civil-day.js';
import type { CategoryColumn, DayColumn, RatioColumn } from '../../model/column.js';
import { DATED_CLOSED, DATED_CREATED, PRICED, type Trait } from '../../model/deal-classes.js';
import type { DealFieldName } from '../../model/fields.js';
import { LOST, OPEN, OUTCOMES, WON } from '../../model/outcome.js';
import { byOutcome } from '../../model/selections.js';
import { dayExtent, filledIn } from '../column-facts.js';
import { defineRule } from '../definition.js';
import { manyRecords } from '../example.js';
import { share } from '../parameters.js';
import { wholeFile } from '../places.js';

const MOST_EMPTY = 0.9;
/** Of fewer deals, an empty column says nothing. */
const LEAST_DEALS = 20;

/** Which deals a field is for, by their outcome; all others are not expected to have it. */
const EXPECTED: { readonly [F in DealFieldName]?: readonly number[] } = {
  account: [OPEN, WON, LOST],
  owner: [OPEN, WON, LOST],
  contact: [OPEN, WON, LOST],
  source: [OPEN, WON, LOST],
  type: [OPEN, WON, LOST],
  product: [OPEN, WON, LOST],
  amount: [OPEN, WON, LOST],
  created_at: [OPEN, WON, LOST],
  closed_at: [WON, LOST],
  lost_reason: [LOST],
  won_reason: [WON],
  probability: [OPEN],
  expected_close: [OPEN],
  next_activity: [OPEN],
  last_activity: [OPEN],
};
const FIELDS = [
  'account',
  'owner',
  'contact',
  'source',
  'type',
  'product',
  'amount',
  'created_at',
  'closed_at',
  'lost_reason',
  'won_reason',
  'probability',
  'expected_close',
  'next_activity',
  'last_activity',
] as const satisfies readonly DealFieldName[];

/** Deals without the field, where that is told by their class. */
const WITHOUT: { readonly [F in DealFieldName]?: Trait } = {
  amount: PRICED[1],
  created_at: DATED_CREATED[1],
  closed_at: DATED_CLOSED[1],
};

export const columnMostlyEmpty = defineRule({
  id: 'column.mostly_empty',
  title: { en: 'Columns that hardly anybody fills', fa: 'ستون‌هایی که کمتر کسی پر می‌کند' },
  dimension: 'completeness',
  severity: 'info',
  scope: 'column',
  condition: {
    en: 'Of all columns of fields with at least 20 deals that should have them (a lost reason is for lost deals, an expected close for open ones), those that are empty in more than 90 % (share) of these.',
    fa: 'از همه‌ی ستون‌های فیلدها با دست‌کم ۲۰ معامله‌ای که باید آن را داشته باشند (دلیل از دست رفتن برای ازدست‌رفته‌ها، موعد بستن برای بازها)، آن‌هایی که در بیش از ۹۰٪ (share) این معامله‌ها خالی‌اند.',
  },
  source: 'HubSpot, data quality: "properties with no data"; dbt_utils, not_null_proportion',
  needs: ['outcome'],
  needsAny: FIELDS,
  params: { share: share('share of empty cells that is allowed') },
  defaults: { share: MOST_EMPTY },
  affects: ['revenue_won', 'avg_deal_size', 'sales_cycle', 'weighted_pipeline', 'customers'],
  check({ population, deals, params }) {
    const outcome = population.column('outcome');
    const judged = byOutcome(population);
    let checked = 0;
    const places = FIELDS.filter((field) => population.has(field)).flatMap((field) => {
      const column = population.column(field);
      const expected = EXPECTED[field] ?? [];
      const all = expected.reduce((n, code) => n + (judged[code]?.size ?? 0), 0);
      if (all < LEAST_DEALS) return [];
      const without = WITHOUT[field];
      checked++;
      // Nearly all columns have too few empty cells, whoever's they are.
      if (without === undefined && emptyCells(column) <= all * params.share) return [];
      const missing = without === undefined ? missingByOutcome(column, outcome) : null;
      const empty = expected.reduce((n, code) => {
        if (missing !== null) return n + (missing[code] as number);
        return n + (without === undefined ? 0 : (judged[code]?.having(without).size ?? 0));
      }, 0);
      if (empty <= all * params.share) return [];
      const place = wholeFile(deals.place(population.at(0) ?? 0));
      return [{ place, field, args: { field, filled: all - empty, all, which: WHICH[expected.join()] ?? WHICH.all } }];
    });
    return { checked, places };
  },
  message: {
    en: ({ field, filled, all, which }) => `${field} is filled in only ${filled} of ${all} ${which.en}`,
    fa: ({ field, filled, all, which }) => `${field} تنها در ${filled} از ${all} ${which.fa} پر است`,
  },
  fix: {
    en: 'Make the field required where it is needed, or leave the column out of the export.',
    fa: 'فیلد را آن‌جا که لازم است اجباری کنید، یا ستون را از خروجی بردارید.',
  },
  examples: {
    accept: manyRecords('id outcome lost_reason', 18, 'D{n} lost .', 'L1 lost Price', 'L2 lost Price'),
    reject: manyRecords('id outcome lost_reason', 19, 'D{n} lost .', 'L1 lost Price'),
  },
});

/** How many cells have no value; any number where that was not found for the whole column. */
function emptyCells(column: CategoryColumn | DayColumn | RatioColumn): number {
  if ('numbers' in column) return Number.POSITIVE_INFINITY;
  if ('codes' in column) return column.codes.length - filledIn(column);
  if (column instanceof Int32Array) return column.length - dayExtent(column).filled;
  return Number.POSITIVE_INFINITY;
}

/** Cells without a value, by the deals' outcome. A loop per kind of column: one for all would ask each time which it is. */
function missingByOutcome(column: CategoryColumn | DayColumn | RatioColumn, outcome: Uint8Array): Uint32Array {
  const missing = new Uint32Array(OUTCOMES.length);
  if ('numbers' in column) {
    const { codes } = column;
    const isMissing = Uint8Array.from(column.numbers, (number) => Number(Number.isNaN(number)));
    for (let row = 0; row < codes.length; row++)
      if (isMissing[codes[row] as number] === 1) countUp(missing, outcome[row] as number);
  } else if ('codes' in column) {
    const { codes } = column;
    for (let row = 0; row < codes.length; row++) if (codes[row] === 0) countUp(missing, outcome[row] as number);
  } else if (column instanceof Int32Array) {
    for (let row = 0; row < column.length; row++) if (column[row] === NO_DAY) countUp(missing, outcome[row] as number);
  } else {
    for (let row = 0; row < column.length; row++) {
      // NaN alone differs from itself.
      // biome-ignore lint/suspicious/noSelfCompare: a call of Number.isNaN per deal costs twice the loop
      if (column[row] !== column[row]) countUp(missing, outcome[row] as number);
    }
  }
  return missing;
}

function countUp(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

const WHICH = {
  all: { en: 'deals', fa: 'معامله' },
  [String(OPEN)]: { en: 'open deals', fa: 'معامله‌ی باز' },
  [String(WON)]: { en: 'won deals', fa: 'معامله‌ی برنده' },
  [String(LOST)]: { en: 'lost deals', fa: 'معامله‌ی ازدست‌رفته' },
  [`${WON},${LOST}`]: { en: 'closed deals', fa: 'معامله‌ی بسته' },
} as const;
