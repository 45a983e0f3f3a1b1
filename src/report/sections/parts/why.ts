import type { BuiltPart } from '../definition.js';
import { whyShape } from './why-schema.js';

export const why: BuiltPart<typeof whyShape> = {
  shape: whyShape,
  absent: { why: null },
  build: () => ({ why: { reason: 'nothing_compared', changes: [] } }),
};
