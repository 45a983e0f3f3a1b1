import { z } from 'zod';
import { waitingDeal } from '../../deal-entry-schema.js';
import { day } from '../../schema-parts.js';

export const evidenceShape = {
  evidence: z
    .array(
      z.strictObject({
        kpi: z.string(),
        part: z
          .enum(['numerator', 'denominator', 'counted', 'all'])
          .describe('the side of the figure whose deals these are; all = both sides, of which none holds the other'),
        total: z.number().int().describe('deals behind the figure'),
        order: z
          .enum(['amount', 'days', 'files'])
          .describe('of `deals`: the largest amount first, the longest, or as in the files'),
        deals: z
          .array(
            z.strictObject({
              ...waitingDeal.shape,
              outcome: z.enum(['won', 'lost', 'open', 'excluded']).nullable().describe('null where it is withheld'),
              closedAt: day.nullable(),
              days: z.number().int().nullable().describe('closedAt − createdAt; of an open deal asOf − createdAt'),
            }),
          )
          .describe(
            'five at most: as the files have them now, those of figures of open deals as was known at the snapshot; daysOpen and daysOverdue of open deals alone',
          ),
        command: z.array(z.string()).describe('what follows `kpi` to see all of them, without the files'),
      }),
    )
    .describe('the deals behind each figure that has a value and counts deals'),
};
