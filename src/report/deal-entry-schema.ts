import { z } from 'zod';
import { day } from './schema-parts.js';

/** An open deal that waits. */
export const waitingDeal = z.strictObject({
  id: z.string().nullable(),
  name: z.string().nullable(),
  owner: z.string().nullable(),
  account: z.string().nullable(),
  product: z.string().nullable(),
  stage: z.string().nullable(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  createdAt: day.nullable(),
  expectedClose: day.nullable(),
  nextActivity: day.nullable(),
  daysOpen: z.number().int().nullable().describe('asOf − createdAt'),
  daysOverdue: z.number().int().nullable().describe('asOf − expectedClose, where that has passed'),
  file: z.string(),
  sheet: z.string().nullable(),
  row: z.number().int(),
});

export type WaitingDeal = z.output<typeof waitingDeal>;
