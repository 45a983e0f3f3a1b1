import { z } from 'zod';
import type { Funnel } from '../../../analysis/funnel.js';
import { excludedEntry } from '../../excluded-entry.js';
import { interval } from '../../schema-parts.js';
import type { BuiltPart, PartOf } from '../definition.js';

const shape = {
  funnel: z.array(
    z.strictObject({
      pipeline: z.string().nullable().describe('null where there is one'),
      stage: z.string(),
      entered: z.number().int().describe('came to this stage or past it: advanced + lost + open'),
      advanced: z.number().int(),
      lost: z.number().int().describe('without having come further'),
      open: z.number().int().describe('never further than here so far'),
      rate: z.number().nullable().describe('advanced / (advanced + lost)'),
      interval: interval.nullable(),
      lostValue: z.number().nullable(),
      stays: z.number().int().describe('ended stays'),
      medianDays: z.number().nullable().describe('of the ended stays'),
      p75Days: z.number().nullable(),
      source: z.string().describe('history, or current_stage: the weakest form, no times'),
    }),
  ),
  funnelExcluded: z
    .array(z.strictObject({ reason: z.string(), n: z.number().int() }))
    .describe('deals that the funnel leaves out'),
};

export const funnel: BuiltPart<typeof shape> = {
  shape,
  absent: { funnel: [], funnelExcluded: [] },
  build: (context) => {
    const found = context.funnel();
    if (found === null) return { funnel: [], funnelExcluded: [] };
    return { funnel: funnelEntries(found), funnelExcluded: excludedEntry(found.excluded) };
  },
};

function funnelEntries({ stages, source }: Funnel): PartOf<typeof shape>['funnel'] {
  return stages.map(({ lostRows: _, interval, ...stage }) => ({
    ...stage,
    interval: interval === null ? null : { ...interval },
    source,
  }));
}
