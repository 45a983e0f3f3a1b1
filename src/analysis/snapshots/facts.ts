/** What a reader must know of two exports before believing what is said to have changed between them. */
import { foldText } from '../../locale/fold.js';
import { NO_DAY } from '../../model/civil-day.js';
import { categoryAt } from '../../model/column.js';
import type { Deals } from '../../model/deals.js';
import { OPEN } from '../../model/outcome.js';
import type { ComparedDeals, Valued } from './classify.js';
import { CLASS_CODE } from './definition.js';
import type { Matching } from './match.js';
import { sameField } from './same-field.js';

export interface ComparisonFacts {
  /** Deals that both snapshots have, and how many the smaller one has. */
  readonly common: number;
  readonly smaller: number;
  /** Pipelines of one snapshot of which the other has no deal at all, with the open deals that only this one has. */
  readonly pipelinesGone: readonly PipelineFact[];
  readonly pipelinesNew: readonly PipelineFact[];
  /** Deals that only the newer one has although they were created before the older one was taken. */
  readonly leftOutBefore: number;
  /** Stages that count as open in one snapshot and as neither open, won nor lost in the other, of deals left in them. */
  readonly readDifferently: readonly { readonly stage: string; readonly deals: number }[];
  /** Open deals without an amount, which add nothing to the pipeline. */
  readonly withoutAmount: { readonly before: number; readonly after: number };
  /** Deals that were open in the older one, and are said to have closed before it was taken. */
  readonly closedBackdated: number;
}

interface PipelineFact {
  readonly pipeline: string;
  readonly open: number;
}

export function factsOf(compared: ComparedDeals, before: Valued, after: Valued, matching: Matching): ComparisonFacts {
  const [then, later] = [before.snapshot.deals, after.snapshot.deals];
  const { taken } = before.snapshot;
  const { size, old, now, classOf } = compared;
  const [created, closed] = [later.column('created_at'), later.column('closed_at')];
  const appeared = [CLASS_CODE.new, CLASS_CODE.new_won, CLASS_CODE.new_lost];
  const isBefore = (day: number): boolean => taken !== null && day !== NO_DAY && day < taken;
  let [leftOutBefore, closedBackdated] = [0, 0];
  for (let at = 0; at < size; at++) {
    const rowNow = now[at] as number;
    const code = classOf[at] as number;
    if (rowNow < 0) continue;
    if (old[at] === -1) {
      if (appeared.includes(code) && isBefore(created[rowNow] as number)) leftOutBefore++;
    } else if ((code === CLASS_CODE.won || code === CLASS_CODE.lost) && isBefore(closed[rowNow] as number)) {
      closedBackdated++;
    }
  }
  return {
    common: matching.byId + matching.byName,
    smaller: Math.min(then.size, later.size),
    pipelinesGone: pipelinesWithout(before, after, matching.nowOf),
    pipelinesNew: pipelinesWithout(after, before, matching.oldOf),
    leftOutBefore,
    closedBackdated,
    withoutAmount: { before: openWithoutAmount(before), after: openWithoutAmount(after) },
    readDifferently: stagesReadDifferently(compared, then, later),
  };
}

function openWithoutAmount({ snapshot: { deals }, amounts: { units } }: Valued): number {
  const outcome = deals.column('outcome');
  let found = 0;
  for (let row = 0; row < deals.size; row++) if (outcome[row] === OPEN && Number.isNaN(units[row])) found++;
  return found;
}

/** What a name of a stage means is decided file by file: deals that only seem to have changed. */
function stagesReadDifferently({ size, old, now, classOf }: ComparedDeals, then: Deals, later: Deals) {
  const names = (['stage', 'status'] as const).filter((field) => then.has(field) && later.has(field));
  const [first] = names;
  if (first === undefined) return [];
  const same = names.map((field) => sameField(then, later, field));
  const column = later.column(first);
  const found = new Map<string, number>();
  for (let at = 0; at < size; at++) {
    if (classOf[at] !== CLASS_CODE.set_aside && classOf[at] !== CLASS_CODE.taken_back) continue;
    const [row, rowNow] = [old[at] as number, now[at] as number];
    if (!same.every((isSame) => isSame(row, rowNow))) continue;
    const stage = categoryAt(column, rowNow);
    found.set(stage, (found.get(stage) ?? 0) + 1);
  }
  return [...found]
    .map(([stage, deals]) => ({ stage, deals }))
    .sort((a, b) => b.deals - a.deals || (a.stage < b.stage ? -1 : 1));
}

/**
 * Pipelines of which the other snapshot, which tells pipelines too, has no deal, with the open deals that it lacks. (Those
 * that both have went to another pipeline, or theirs was renamed.)
 */
function pipelinesWithout(
  { snapshot: { deals } }: Valued,
  { snapshot: { deals: other } }: Valued,
  partnerOf: Int32Array,
): PipelineFact[] {
  if (!deals.has('pipeline') || !other.has('pipeline')) return [];
  const theirs = other.column('pipeline');
  const seen = new Uint8Array(theirs.values.length);
  for (let row = 0; row < other.size; row++) seen[theirs.codes[row] as number] = 1;
  const known = new Set(theirs.values.filter((_, code) => seen[code] === 1).map(foldText));
  const { codes, values } = deals.column('pipeline');
  const outcome = deals.column('outcome');
  const open = new Uint32Array(values.length);
  for (let row = 0; row < deals.size; row++) {
    if (outcome[row] === OPEN && partnerOf[row] === -1)
      open[codes[row] as number] = (open[codes[row] as number] as number) + 1;
  }
  return values
    .flatMap((pipeline, code) => {
      const n = open[code] as number;
      return pipeline === '' || n === 0 || known.has(foldText(pipeline)) ? [] : [{ pipeline, open: n }];
    })
    .sort((a, b) => b.open - a.open || (a.pipeline < b.pipeline ? -1 : 1));
}
