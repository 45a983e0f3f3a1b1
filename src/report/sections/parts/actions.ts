import { actionsOf } from '../../actions.js';
import type { BuiltPart } from '../definition.js';
import type { actionsShape } from './actions-schema.js';

export const actions: BuiltPart<typeof actionsShape> = {
  absent: { actions: null },
  build: ({ dataset, question, resolved, mostDeals: most }) => ({
    actions: actionsOf(dataset, question, { asOf: resolved.asOf, most }),
  }),
};
