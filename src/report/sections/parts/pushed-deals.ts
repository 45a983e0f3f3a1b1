/** Deals that were put off again and again, as the document has them. */
import type { Comparison } from '../../../analysis/snapshots/compare.js';
import { isoDay } from '../../../model/civil-day.js';
import { dayEntry } from '../../deal-entry.js';
import { amountOf, placeEntry } from './changed-deals.js';
import { currencyEntry } from './changes-pairs.js';
import type { Changes } from './changes-schema.js';

type Entry = Changes['pushed'];

/** @param most 0 = all of them */
export function pushedEntry({ pushed, pairs: [{ after }], money }: Comparison, most: number): Entry {
  const { reason, deals } = pushed;
  const shown = most === 0 ? deals : deals.slice(0, most);
  return {
    reason,
    total: reason === null ? deals.length : null,
    deals: shown.map(({ row, times, days, dates }) => {
      const deal = after.snapshot.deals.record(row);
      const [units, bucket] = [after.amounts.units[row] as number, after.amounts.bucket[row] as number];
      return {
        id: deal.id,
        name: deal.name,
        account: deal.account,
        owner: deal.owner,
        currency: currencyEntry(money.currencies[bucket] ?? '', money.currencies),
        stage: deal.stage,
        amount: amountOf(units, bucket, money),
        closeDate: dayEntry(deal.expectedClose),
        times,
        days,
        dates: dates.flatMap((day) => (day === null ? [] : [isoDay(day)])),
        places: [placeEntry(deal)],
      };
    }),
  };
}
