import { evidenceOf } from '../../evidence.js';
import type { BuiltPart } from '../definition.js';
import type { evidenceShape } from './evidence-schema.js';

export const evidence: BuiltPart<typeof evidenceShape> = {
  absent: { evidence: [] },
  build: ({ dataset, question, resolved, current }) => ({
    evidence: evidenceOf(dataset, question, { current, resolved }),
  }),
};
