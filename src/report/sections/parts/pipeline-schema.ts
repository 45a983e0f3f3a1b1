import { z } from 'zod';
import { openDealsSchema } from '../../open-deals-schema.js';
import { day } from '../../schema-parts.js';

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

export const pipelineShape = { pipeline: pipelineSchema };
