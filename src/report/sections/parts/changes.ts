import { compareSnapshots } from '../../../analysis/snapshots/compare.js';
import type { Snapshot as Compared } from '../../../analysis/snapshots/definition.js';
import type { Deals } from '../../../model/deals.js';
import { isAllTime } from '../../../model/period.js';
import type { Snapshot } from '../../../model/snapshot.js';
import { periodEntry } from '../../documents.js';
import { incomparable } from '../../incomparable.js';
import { closingNames } from '../../measure-request.js';
import type { SectionContext } from '../context.js';
import type { BuiltPart } from '../definition.js';
import { largestDeals } from './changed-deals.js';
import { forecastEntry } from './changes-forecast.js';
import { dueHeadline } from './changes-forecast-words.js';
import { groupEntries, groupingsOf } from './changes-groups.js';
import { pairEntry } from './changes-pairs.js';
import type { Changes, changesShape } from './changes-schema.js';
import { headlineOf, notesOf } from './changes-words.js';
import { pushedEntry } from './pushed-deals.js';
import { snapshotEntries } from './snapshot-entries.js';

export const changes: BuiltPart<typeof changesShape> = {
  absent: { changes: null },
  build: (context) => ({ changes: entryOf(context) }),
};

/** Deals that are listed of each class and move where nobody says how many. */
const MOST_DEALS = 8;

/** What a comparison is made from: the deals of an export as they were read. */
export function comparedSnapshot({ dataset, taken }: Snapshot): Compared {
  return { deals: dataset.deals, taken, history: dataset.history, closing: closingNames(dataset.sources) };
}

function entryOf(context: SectionContext): Changes {
  const { snapshots, resolved, currency, speech, mostDeals = MOST_DEALS } = context;
  const reason = incomparable(snapshots);
  if (reason !== null) return without(context, reason);
  const period = isAllTime(resolved.period) ? null : resolved.period;
  const comparison = compareSnapshots(snapshots.map(comparedSnapshot), { period, groupings: groupingsOf(context) });
  const [whole] = comparison.pairs;
  const { method, byId, byName, reusedIds, ambiguous } = whole.matching;
  const about = { comparison, speech, period, wholes: wholesOf(snapshots) };
  const forecast = forecastEntry(comparison, context);
  return {
    reason: null,
    headline: [...headlineOf(about), ...dueHeadline(forecast)],
    notes: notesOf(about),
    snapshots: snapshotEntries(snapshots, comparison.money),
    matching: { method, byId, byName, reusedIds, ambiguous },
    currency,
    period: periodEntry(period, resolved.relative),
    pairs: comparison.pairs.map((pair) => pairEntry(pair, comparison)),
    pushed: pushedEntry(comparison, mostDeals),
    groups: groupEntries(comparison),
    forecast,
    deals: largestDeals(comparison, mostDeals),
  };
}

/** All deals of the first and the last export, where a condition left some out; null = none was left out. */
export function wholesOf(snapshots: readonly Snapshot[]): {
  readonly before: Deals | null;
  readonly after: Deals | null;
} {
  return { before: leftOutOf(snapshots[0]), after: leftOutOf(snapshots[snapshots.length - 1]) };
}

function leftOutOf(snapshot: Snapshot | undefined): Deals | null {
  return snapshot?.dataset.whole?.deals ?? null;
}

/** The part where nothing can be said of what changed. */
function without(context: SectionContext, reason: string): Changes {
  return {
    reason,
    headline: [],
    notes: [],
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
