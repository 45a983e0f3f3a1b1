import type { SectionContext } from '../context.js';
import type { BuiltPart } from '../definition.js';
import { type Changes, changesShape } from './changes-schema.js';
import { snapshotEntries } from './snapshot-entries.js';

export const changes: BuiltPart<typeof changesShape> = {
  shape: changesShape,
  absent: { changes: null },
  build: (context) => ({ changes: without(context, 'no_earlier_export') }),
};

/** The part where nothing can be said of what changed. */
function without(context: SectionContext, reason: string): Changes {
  return {
    reason,
    snapshots: snapshotEntries(context.snapshots),
    matching: null,
    currency: context.currency,
    period: null,
    pairs: [],
    pushed: { reason, total: null, deals: [] },
    groups: [],
    forecast: null,
    deals: [],
  };
}
