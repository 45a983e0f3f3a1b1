import { type CivilDay, NO_DAY } from '../../src/model/civil-day.js';
import type { Deals } from '../../src/model/deals.js';
import { OPEN } from '../../src/model/outcome.js';

/** The export of a day in the past: deals created later are not there, those closed later are open. */
export function asOn(deals: Deals, day: CivilDay): Deals {
  const created = deals.column('created_at');
  const kept = deals.part(deals.all().rows.filter((row) => (created[row] as number) <= day));
  const [outcome, closed] = [kept.column('outcome'), kept.column('closed_at')];
  return kept.with({
    outcome: outcome.map((code, row) => ((closed[row] as number) > day ? OPEN : code)),
    closed_at: closed.map((one) => (one > day ? NO_DAY : one)),
  });
}
