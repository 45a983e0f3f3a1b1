import { z } from 'zod';

export const insightsShape = {
  insights: z.array(
    z.strictObject({
      id: z.string().describe('the kind; several findings may be of one kind'),
      severity: z.string().describe('opportunity, risk or info'),
      code: z.string().describe('of the finding'),
      args: z.record(z.string(), z.unknown()).describe('what title and detail are about'),
      title: z.string(),
      detail: z.string(),
      action: z
        .strictObject({ code: z.string(), args: z.record(z.string(), z.unknown()), message: z.string() })
        .nullable()
        .describe('what to do next'),
      command: z.array(z.string()).nullable().describe('what follows `kpi` to see more of it, without the files'),
      impact: z.number().nullable().describe('money at stake'),
      evidence: z
        .record(z.string(), z.unknown())
        .describe('n, interval, records (total and the first of them), and further numbers by kind'),
    }),
  ),
  insightsLeftOut: z
    .number()
    .int()
    .describe('findings that are not in `insights`: beyond --max-insights, or beyond three of a kind'),
};
