import type { BuiltPart } from '../definition.js';
import type { qualityShape } from './quality-schema.js';

export const quality: BuiltPart<typeof qualityShape> = {
  last: true,
  build: ({ quality: found }) => ({ quality: found() }),
};
