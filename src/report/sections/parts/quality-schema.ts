import { z } from 'zod';

const ruleSummary = z.strictObject({
  id: z.string(),
  severity: z.string(),
  title: z.string(),
  violations: z.number().int(),
  affects: z.array(z.string()).describe('the KPIs that a violation changes'),
});

export const qualityShape = {
  quality: z
    .strictObject({
      score: z.number().nullable().describe('share of records without an error'),
      strictScore: z
        .number()
        .nullable()
        .describe(
          'share of records with neither error nor warning; null also where a rule in notRun could warn of one',
        ),
      records: z.number().int(),
      rules: z.array(ruleSummary),
      notRun: z.array(z.string()).describe('thorough rules, which kpi check runs and a report does not'),
    })
    .nullable(),
};
