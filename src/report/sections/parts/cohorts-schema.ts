import { z } from 'zod';
import { day } from '../../schema-parts.js';

export const cohortsShape = {
  cohorts: z
    .strictObject({
      grain: z.string(),
      partial: z.boolean().describe('the last share of every row is about a period that is not over'),
      excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
      rows: z.array(
        z.strictObject({
          label: z.string().describe('of the period of the first purchase'),
          start: day,
          size: z.number().int(),
          retained: z.array(z.number().nullable()),
        }),
      ),
    })
    .nullable(),
  conversion: z
    .strictObject({
      grain: z.string(),
      ages: z
        .array(z.number().int())
        .describe('days; nine in ten won deals were won by the last, where ages reach so far'),
      until: day.describe('the last day that counts: of the asked period, or the snapshot'),
      rows: z.array(
        z.strictObject({
          label: z.string().describe('of the period of creation'),
          start: day,
          size: z.number().int().describe('deals created in it'),
          won: z
            .array(z.number().int().nullable())
            .describe('of them, won within each of `ages`; null where not every deal has had so many days'),
        }),
      ),
      unseen: z
        .strictObject({
          periods: z.number().int().describe('left out'),
          closingsFrom: day.describe('where the closings of the file begin'),
        })
        .nullable()
        .describe('periods whose early wins the file cannot have seen; null where it saw them all'),
      excluded: z.array(z.strictObject({ reason: z.string(), n: z.number().int() })),
    })
    .nullable()
    .describe(
      'how many of the deals created in a period are won, at equal age; null under ten wins or without lost deals',
    ),
};
