import { z } from 'zod';
import type { DayBin } from '../../../analysis/day-bins.js';
import { ageBands } from '../../../analysis/open-by-age.js';
import { newest, openDeals } from '../../../analysis/open-deals.js';
import { stagesInOrder } from '../../../analysis/stages-in-order.js';
import { pointInTime } from '../../../kpi/snapshot.js';
import { dayEntry } from '../../deal-entry.js';
import { openDealsEntry, openDealsSchema } from '../../open-deals-entry.js';
import { day } from '../../schema-parts.js';
import type { SectionContext } from '../context.js';
import type { BuiltPart, PartOf } from '../definition.js';
import { measuredIn } from '../measured.js';

const pipelineSchema = z
  .strictObject({
    asOf: day.nullable().describe('the newest day that the files tell of, whatever the period; null when undated'),
    end: day.nullable().describe('the day of the report, where it lies in the past: the last of the period'),
    bands: z
      .array(z.strictObject({ from: z.number(), to: z.number().nullable().describe('exclusive; null = without end') }))
      .describe('of age, in days; `byAge` has a number for each'),
    atEnd: openDealsSchema
      .nullable()
      .describe('the deals open on that day, as was known then; null where no day in the past is asked about'),
    atNewest: openDealsSchema.describe('the deals open on the newest day'),
  })
  .nullable()
  .describe('open deals by stage and age; null where it was not asked for');

const shape = { pipeline: pipelineSchema };

export const pipeline: BuiltPart<typeof shape> = {
  shape,
  absent: { pipeline: null },
  build: (context) => ({ pipeline: pipelineEntry(context) }),
};

function pipelineEntry(context: SectionContext): PartOf<typeof shape>['pipeline'] {
  const { question } = context;
  const now = newest(question);
  const asOf = now.undated === true ? null : now.asOf;
  const end = question.undated === true ? null : pointInTime(question);
  const bands = ageBands(question);
  const places = stagesInOrder(question);
  const frame = { bands: bands.map(plain), places };
  return {
    asOf: dayEntry(asOf),
    end: dayEntry(end),
    bands: bands.map(plain),
    atEnd: end === null ? null : openDealsEntry(openThen(context), question, end, frame),
    atNewest: openDealsEntry(openDeals(now), now, asOf, frame),
  };
}

/** The deals behind `open_deals`, which knows what the files do not tell. */
function openThen(context: SectionContext): ReturnType<typeof openDeals> {
  const { measurement } = measuredIn(context, 'open_deals');
  if (measurement.value === null) return { deals: null, reason: measurement.reason };
  return { deals: context.question.population.select(measurement.rows ?? new Uint32Array(0)), reason: null };
}

function plain({ from, to }: DayBin): { from: number; to: number | null } {
  return { from, to };
}
