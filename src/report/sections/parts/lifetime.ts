import { customersAsked, lifetimeEntry } from '../../lifetime.js';
import type { BuiltPart } from '../definition.js';
import type { lifetimeShape } from './lifetime-schema.js';

export const lifetime: BuiltPart<typeof lifetimeShape> = {
  absent: { lifetime: null },
  build: ({ question, currency, speech }) => ({
    lifetime: lifetimeEntry(question, customersAsked(question), { currency, speech }),
  }),
};
