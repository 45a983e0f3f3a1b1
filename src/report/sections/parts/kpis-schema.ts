import { z } from 'zod';
import { kpiEntrySchema } from '../../schema-parts.js';

export const kpisShape = {
  kpis: z.array(kpiEntrySchema),
};
