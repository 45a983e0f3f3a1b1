import { customersOf } from '../../kpi/populations.js';
import { purchasesUntil } from '../../kpi/purchases.js';
import { inOneCurrency } from '../../kpi/ranking.js';
import { said } from '../../locale/said.js';
import { NO_DAY } from '../../model/civil-day.js';
import { categoryAt } from '../../model/column.js';
import { ALL_TIME } from '../../model/period.js';
import { RowList } from '../../model/row-list.js';
import { wilson } from '../../stats/interval.js';
import { sum } from '../../stats/sum.js';
import { defineInsight, purchasesOf, rangeOf } from '../definition.js';
import { asOfSince, pastDays, type Since, sinceArgs, sinceFact } from '../since.js';

/** Fewest customers that were active a window ago. */
const LEAST_CUSTOMERS = 20;
/** Under a tenth, losing customers is the usual course (a judgement). */
const USUAL_SHARE = 0.1;
/** The largest are named. */
const NAMED = 3;

export const lapsedCustomers = defineInsight({
  id: 'lapsed_customers',
  title: { en: 'Customers of value who stopped buying', fa: 'مشتریان ارزشمندی که دیگر نخریده‌اند' },
  definition: {
    en: 'Customers who bought in the window before the last one and not in the last (the retention window, 365 days unless set): said when they are more than a tenth by more than chance, among 20 such customers or more, and the purchases reach back that far. At stake: what they spent in that earlier window. Of a past day it is about those who have not bought since, and not said where all have.',
    fa: 'مشتریانی که در پنجره‌ی پیشین خریده‌اند و در پنجره‌ی آخر نه (پنجره‌ی نگهداشت، ۳۶۵ روز مگر تنظیم شود): وقتی گفته می‌شود که بیش از تصادف بیش از یک‌دهم باشند، میان دست‌کم ۲۰ مشتری، و خریدها تا آن زمان برسند. مبلغ در میان: خرید آن‌ها در پنجره‌ی پیشین. برای روزی در گذشته درباره‌ی آن‌هایی است که از آن پس هم نخریده‌اند و اگر همه خریده باشند گفته نمی‌شود.',
  },
  source: 'Retention by window (see customer_retention_rate); Wilson 1927.',
  needs: ['outcome', 'customer', 'closed_at', 'amount'],
  find({ question, currency }) {
    const { population, of } = purchasesOf(question);
    const end = Math.min(question.asOf, question.period.end - 1);
    const window = question.settings.retentionWindow;
    // Also what was bought after the period: who has come back needs no call.
    const { deals } = purchasesUntil(population, ALL_TIME);
    const past = pastDays(question);
    const days = population.column('closed_at');
    const { count, numbers } = customersOf(deals);
    const amount = population.column('amount');
    const [spent, before] = [new Float64Array(count), new Uint8Array(count)];
    const [since, later] = [new Uint8Array(count), new Uint8Array(count)];
    let first = Number.POSITIVE_INFINITY;
    deals.withRows((bought) => {
      for (let index = 0; index < bought.length; index++) {
        const row = bought[index] as number;
        const day = days[row] as number;
        if (day === NO_DAY) continue;
        const customer = numbers[index] as number;
        if (day > end) {
          if (past !== null && day <= past.newest) later[customer] = 1;
          continue;
        }
        if (day < first) first = day;
        if (day > end - window) since[customer] = 1;
        else if (day > end - 2 * window) {
          before[customer] = 1;
          const value = amount[row] as number;
          if (!Number.isNaN(value)) spent[customer] = (spent[customer] as number) + value;
        }
      }
    });
    // The earlier window must be whole, or those who bought before the file begins would seem new.
    if (first > end - 2 * window + 1 + SLACK) return [];
    const active = marked(before);
    const isLapsed = butFor(before, since);
    const lapsed = marked(isLapsed);
    const interval = wilson(lapsed, active);
    if (interval === null || active < LEAST_CUSTOMERS || interval.low <= USUAL_SHARE) return [];
    const isAway = past === null ? isLapsed : butFor(isLapsed, later);
    const away = marked(isAway);
    if (away === 0) return [];
    const returned: Since | null = past === null ? null : { ...past, settled: lapsed - away, left: away };
    const rows = purchasesOfAll(isAway);
    const atStake = worthOf(isAway, rows);
    const value = isLapsed === isAway ? atStake : worthOf(isLapsed, purchasesOfAll(isLapsed));
    const column = population.column('customer');
    const largest = largestMarked(isAway, spent);
    const name = deals.withRows(
      (bought) =>
        new Map(largest.map((customer) => [customer, categoryAt(column, bought[numbers.indexOf(customer)] as number)])),
    );
    return [
      {
        severity: 'risk',
        title: said('lapsed_customers', { n: lapsed, window, asOf: asOfSince(returned) }),
        detail: said('lapsed_customers_detail', {
          n: lapsed,
          of: active,
          value,
          currency,
          interval: rangeOf(interval),
          since: sinceArgs(returned),
          names: largest.map((customer) => name.get(customer) ?? ''),
          namesTotal: away,
        }),
        impact: atStake,
        n: active,
        interval,
        evidence: {
          lapsed,
          active,
          share: lapsed / active,
          window,
          value,
          largest: largest.map((customer) => ({
            customer: name.get(customer) ?? '',
            value: spent[customer] as number,
          })),
          largestTotal: away,
          since: sinceFact(returned),
        },
        rows: () => rows,
        of,
      },
    ];

    /** What some of the customers bought in the earlier window. */
    function purchasesOfAll(those: Uint8Array): Uint32Array {
      const kept = new RowList();
      deals.withRows((bought) => {
        for (let index = 0; index < bought.length; index++) {
          if (those[numbers[index] as number] !== 1) continue;
          const row = bought[index] as number;
          const day = days[row] as number;
          if (day !== NO_DAY && day > end - 2 * window && day <= end - window) kept.push(row);
        }
      });
      return kept.taken();
    }

    function worthOf(those: Uint8Array, purchases: Uint32Array): number | null {
      const isPriced = purchases.some((row) => !Number.isNaN(amount[row] as number));
      return isPriced && inOneCurrency(deals.select(purchases))
        ? sum(spent.map((one, customer) => (those[customer] === 1 ? one : 0)))
        : null;
    }
  },
});

/** Days by which the first purchase may lie inside the earlier window: a tenth of a year of slow start. */
const SLACK = 36;

// Loops: there may be hundreds of thousands of customers, and a call for each takes ten times as long.

function marked(marks: Uint8Array): number {
  let n = 0;
  for (let at = 0; at < marks.length; at++) n += marks[at] as number;
  return n;
}

function butFor(marks: Uint8Array, others: Uint8Array): Uint8Array {
  const left = new Uint8Array(marks.length);
  for (let at = 0; at < marks.length; at++) left[at] = others[at] === 1 ? 0 : (marks[at] as number);
  return left;
}

/** Those that are named, the largest first; of equal ones the first. */
function largestMarked(marks: Uint8Array, values: Float64Array): number[] {
  const largest: number[] = [];
  for (let at = 0; at < marks.length; at++) {
    if (marks[at] === 0) continue;
    let place = largest.length;
    while (place > 0 && (values[at] as number) > (values[largest[place - 1] as number] as number)) place--;
    if (place >= NAMED) continue;
    largest.splice(place, 0, at);
    if (largest.length > NAMED) largest.pop();
  }
  return largest;
}
