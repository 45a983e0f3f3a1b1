/** Every JSON contract, as zod schemas, by document. */
import { changedListSchema } from './changed-list-schema.js';
import { customerListSchema } from './customer-list-schema.js';
import { dealListSchema } from './deal-list-schema.js';
import { checkSchema, explanationSchema, failureSchema, inspectionSchema, rawSchema, reportSchema } from './schema.js';

export const schemas = {
  report: reportSchema,
  check: checkSchema,
  inspect: inspectionSchema,
  explain: explanationSchema,
  raw: rawSchema,
  deals: dealListSchema,
  customers: customerListSchema,
  comparison: changedListSchema,
  failure: failureSchema,
} as const;
