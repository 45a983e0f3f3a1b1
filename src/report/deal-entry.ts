/** A deal as the sections that name single deals print it. */
import { type CivilDay, isoDay } from '../model/civil-day.js';
import { categoryAt, dayAt } from '../model/column.js';
import type { Deals } from '../model/deals.js';
import type { WaitingDeal } from './deal-entry-schema.js';

/** A deal as the file has it, with the days that it has waited on a day; null = no day is known. */
export function waitingDealEntry(deals: Deals, row: number, asOf: CivilDay | null): WaitingDeal {
  const deal = deals.record(row);
  // A column that the files do not have would be made for all deals.
  const { createdAt, expectedClose, place } = deal;
  return {
    id: deal.id,
    name: deal.name,
    owner: deal.owner,
    account: deal.account,
    product: (deals.has('product') && categoryAt(deals.column('product'), row)) || null,
    stage: deal.stage,
    amount: deal.amount,
    currency: deal.currency,
    createdAt: dayEntry(createdAt),
    expectedClose: dayEntry(expectedClose),
    nextActivity: deals.has('next_activity') ? dayEntry(dayAt(deals.column('next_activity'), row)) : null,
    daysOpen: asOf === null || createdAt === null || createdAt > asOf ? null : asOf - createdAt,
    daysOverdue: expectedClose !== null && asOf !== null && expectedClose < asOf ? asOf - expectedClose : null,
    file: place.file,
    sheet: place.sheet,
    row: place.row,
  };
}

/** ISO 8601; null where there is none. */
export function dayEntry(day: CivilDay | null): string | null {
  return day === null ? null : isoDay(day);
}
