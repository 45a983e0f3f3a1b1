import { z } from 'zod';
import { timeToClose } from '../../../analysis/time-to-close.js';
import type { Measurement } from '../../../kpi/definition.js';
import { briefName } from '../../../locale/brief.js';
import { dayAt } from '../../../model/column.js';
import type { Deals } from '../../../model/deals.js';
import { OUTCOMES } from '../../../model/outcome.js';
import { cellText } from '../../../model/text-column.js';
import { dayEntry } from '../../deal-entry.js';
import { excludedEntry } from '../../excluded-entry.js';
import { day } from '../../schema-parts.js';
import type { SectionContext } from '../context.js';
import type { BuiltPart, PartOf } from '../definition.js';
import { measuredIn } from '../measured.js';

const heap = z.strictObject({
  n: z.number().int(),
  from: z.number().describe('between from and to lies the middle half of its deals'),
  to: z.number(),
});

const cycleSchema = z
  .strictObject({
    unit: z.literal('days'),
    n: z.number().int().describe('deals won in the period with both dates in order, as sales_cycle counts them'),
    mean: z.number().nullable().describe('of the won deals, as all quantiles (type 7); null with a reason'),
    median: z.number().nullable(),
    p75: z.number().nullable(),
    p90: z.number().nullable(),
    reason: z.string().nullable().describe('why there is no mean'),
    meanDescribes: z
      .boolean()
      .nullable()
      .describe('false where the won deals lie in two heaps with the mean between them; null under 30 deals'),
    heaps: z.strictObject({ lower: heap, upper: heap }).nullable().describe('those heaps, else null'),
    lost: z.strictObject({
      n: z.number().int().describe('deals lost in the period, as sales_cycle_lost counts them'),
      mean: z.number().nullable(),
      median: z.number().nullable(),
      reason: z.string().nullable(),
    }),
    bins: z
      .array(
        z.strictObject({
          from: z.number(),
          to: z.number().nullable().describe('exclusive; null = the last bin, without an end'),
          won: z.number().int(),
          lost: z.number().int(),
        }),
      )
      .describe('Σ won = n, Σ lost = lost.n; empty under 20 won deals'),
    deals: z
      .array(
        z.strictObject({
          id: z.string().nullable(),
          name: z.string().nullable(),
          createdAt: day.nullable(),
          closedAt: day.nullable(),
          outcome: z.enum(['won', 'lost']).nullable().describe('null where it is withheld, as days'),
          days: z.number().int().nullable(),
          file: z.string(),
          sheet: z.string().nullable(),
          row: z.number().int(),
        }),
      )
      .nullable()
      .describe('under 20 won deals each of them and, if they are 40 at most, of the lost ones; null where bins stand'),
    excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })).describe('won deals left out'),
  })
  .nullable()
  .describe('days from creation to closing of the deals closed in the period; null where it was not asked for');

const shape = { cycle: cycleSchema };
type Cycle = NonNullable<PartOf<typeof shape>['cycle']>;

export const cycle: BuiltPart<typeof shape> = {
  shape,
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
    excluded: excludedEntry(won.excluded.filter(({ rows }) => rows.length > 0)),
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
