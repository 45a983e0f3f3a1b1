import { z } from 'zod';
import { waitingDeal } from '../../deal-entry-schema.js';
import { day } from '../../schema-parts.js';

const actionsSchema = z
  .strictObject({
    asOf: day.nullable().describe('the newest day that the files tell of, whatever the period; null when undated'),
    open: z.number().int().describe('open deals on that day'),
    openUndated: z.number().int().describe('of them, those without a creation date: nobody knows how long'),
    kinds: z.array(
      z.strictObject({
        id: z.enum(['overdue', 'stalled', 'no_next_step', 'largest_open']),
        total: z.number().int().nullable().describe('deals of the kind; null with a reason'),
        priced: z.number().int().describe('of them, those with an amount'),
        amount: z.number().nullable().describe('their money; null when none is priced or currencies are mixed'),
        currency: z.string().nullable(),
        byCurrency: z
          .array(z.strictObject({ currency: z.string(), amount: z.number().nullable(), n: z.number().int() }))
          .nullable()
          .describe('where currencies are mixed'),
        order: z
          .enum(['amount', 'days'])
          .describe('of `deals`: the largest amount first, or the longest open or overdue'),
        deals: z.array(waitingDeal).describe('the first of them; `command` lists all'),
        byOwner: z
          .array(
            z.strictObject({
              key: z.string().describe("'' = the cell is empty"),
              n: z.number().int(),
              amount: z.number().nullable(),
            }),
          )
          .describe('most deals first; the first of `owners`'),
        owners: z.number().int().describe('owners in all'),
        command: z.array(z.string()).describe('what follows `kpi` to see all of them, without the files'),
        reason: z.string().nullable(),
      }),
    ),
  })
  .nullable()
  .describe('open deals that wait for somebody; null where it was not asked for or there is no deal');

export const actionsShape = { actions: actionsSchema };
