import { timeToClose } from '../../../analysis/time-to-close.js';
import type { Measurement } from '../../../kpi/definition.js';
import { briefName } from '../../../locale/brief.js';
import { dayAt } from '../../../model/column.js';
import type { Deals } from '../../../model/deals.js';
import { OUTCOMES } from '../../../model/outcome.js';
import { cellText } from '../../../model/text-column.js';
import { dayEntry } from '../../deal-entry.js';
import { excludedEntry } from '../../excluded-entry.js';
import type { SectionContext } from '../context.js';
import type { BuiltPart, PartOf } from '../definition.js';
import { measuredIn } from '../measured.js';
import type { cycleShape } from './cycle-schema.js';

type Cycle = NonNullable<PartOf<typeof cycleShape>['cycle']>;

export const cycle: BuiltPart<typeof cycleShape> = {
  absent: { cycle: null },
  build: (context) => ({ cycle: cycleEntry(context) }),
};

function cycleEntry(context: SectionContext): Cycle {
  const won = measuredIn(context, 'sales_cycle').measurement;
  const lost = measuredIn(context, 'sales_cycle_lost').measurement;
  const { bins, deals, meanDescribes, heaps } = timeToClose(won, lost);
  const { mean, median, p75, p90 } = marksOf(won);
  const ofLost = marksOf(lost);
  return {
    unit: 'days',
    n: countOf(won),
    mean,
    median,
    p75,
    p90,
    reason: won.value === null ? won.reason : null,
    meanDescribes,
    heaps: heaps === null ? null : { lower: { ...heaps.lower }, upper: { ...heaps.upper } },
    lost: {
      n: countOf(lost),
      mean: ofLost.mean,
      median: ofLost.median,
      reason: lost.value === null ? lost.reason : null,
    },
    bins: bins.map((bin) => ({ ...bin })),
    deals: deals?.map(({ row, days }) => closedDeal(context.dataset.deals, row, days)) ?? null,
    excluded: excludedEntry(won.excluded.filter(({ n }) => n > 0)),
  };
}

const NO_MARKS = { mean: null, median: null, p75: null, p90: null };

function marksOf(measurement: Measurement): Pick<Cycle, 'mean' | 'median' | 'p75' | 'p90'> {
  if (measurement.value === null || measurement.distribution === undefined) return NO_MARKS;
  const { median, p75, p90 } = measurement.distribution;
  return { mean: measurement.value, median, p75, p90 };
}

function countOf(measurement: Measurement): number {
  return measurement.value === null ? 0 : measurement.n;
}

function closedDeal(deals: Deals, row: number, days: number): NonNullable<Cycle['deals']>[number] {
  const { file, sheet, row: at } = deals.place(row);
  return {
    id: briefName(cellText(deals.column('id'), row)) || null,
    name: briefName(cellText(deals.column('name'), row)) || null,
    createdAt: dayEntry(dayAt(deals.column('created_at'), row)),
    closedAt: dayEntry(dayAt(deals.column('closed_at'), row)),
    outcome: OUTCOMES[deals.column('outcome')[row] as number] === 'lost' ? 'lost' : 'won',
    days,
    file,
    sheet,
    row: at,
  };
}
