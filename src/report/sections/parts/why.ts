import { said } from '../../../locale/said.js';
import { messageEntry } from '../../documents.js';
import { incomparable } from '../../incomparable.js';
import type { Report } from '../../schema.js';
import { exportChanges } from '../../why/exports.js';
import { periodChanges } from '../../why/periods.js';
import type { SectionContext } from '../context.js';
import type { SummaryPart } from '../definition.js';
import type { Why, whyShape } from './why-schema.js';

export const why: SummaryPart<typeof whyShape> = {
  absent: { why: null },
  summarize: (document, context) => ({ why: entryOf(document, context) }),
};

/** What the headline compares, and where earlier exports are given what differs from the first of them. */
function entryOf(document: Report, context: SectionContext): Why {
  const { alone = false, before, snapshots, speech } = context;
  const [first, last] = [snapshots[0], snapshots[snapshots.length - 1]];
  const untold = incomparable(snapshots);
  const exported = first === undefined || last === undefined || untold !== null ? null : { before: first, after: last };
  const changes = [
    ...(alone ? [] : periodChanges(document, context)),
    ...(exported === null ? [] : exportChanges(exported, context)),
  ];
  if (changes.length > 0) return { reason: null, changes, notes: [messageEntry(said('why_arithmetic'), speech)] };
  if (untold !== null && untold !== 'no_earlier_export') return { reason: untold, changes, notes: [] };
  const compared = exported !== null || (!alone && before !== null);
  return { reason: compared ? 'nothing_to_explain' : 'nothing_compared', changes, notes: [] };
}
