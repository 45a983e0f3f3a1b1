import { NO_DAY } from '../../model/civil-day.js';
import type { Leads } from '../../model/leads.js';
import { inPeriod, isAllTime, type Period } from '../../model/period.js';
import type { MixRatePart } from './parts.js';
import { mixRateParts, type Sides } from './splits.js';
import type { Counted } from './tally.js';

/** The rate at which leads became customers, by where they came from and whose they are: of the leads that it counts. */
export function leadConversionParts(leads: Leads, periods: Sides<Period>): MixRatePart[] {
  const { converted, source = null, owner = null } = leads;
  if (converted === null) return [];
  const side = (period: Period): Counted => ({
    rows: createdIn(leads, period),
    worth: (_, lead) => converted[lead] as number,
  });
  const all = [
    ...(source === null ? [] : [{ by: 'source', before: source, after: source }]),
    ...(owner === null ? [] : [{ by: 'owner', before: owner, after: owner }]),
  ];
  return mixRateParts({ before: side(periods.before), after: side(periods.after) }, { all, asked: [] });
}

/** The leads of a period of which it is known whether they became customers. */
function createdIn({ size, createdAt, converted }: Leads, period: Period): Uint32Array {
  const rows = new Uint32Array(size);
  let n = 0;
  for (let lead = 0; lead < size; lead++) {
    if ((converted?.[lead] ?? -1) < 0) continue;
    if (isAllTime(period) || inPeriod(period, createdAt?.[lead] ?? NO_DAY)) rows[n++] = lead;
  }
  return rows.slice(0, n);
}
