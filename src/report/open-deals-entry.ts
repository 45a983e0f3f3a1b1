/** Open deals by stage and age, as documents print them. */
import type { z } from 'zod';
import type { DayBin } from '../analysis/day-bins.js';
import { moneyOf } from '../analysis/money-of.js';
import { type OpenDeals, type OpenInStage, openByAge, together } from '../analysis/open-by-age.js';
import type { Chosen } from '../analysis/open-deals.js';
import type { Question } from '../kpi/measure.js';
import { foldText } from '../locale/fold.js';
import type { CivilDay } from '../model/civil-day.js';
import { dayEntry } from './deal-entry.js';
import type { counted, OpenDealsEntry } from './open-deals-schema.js';

/** Stages that are told apart at most; the others are told as one. */
export const MOST_STAGES = 30;

interface Frame {
  readonly bands: readonly DayBin[];
  /** By folded name; null where nothing tells the order. */
  readonly places: ReadonlyMap<string, number> | null;
}

/** The deals open at a question's snapshot. */
export function openDealsEntry(
  chosen: Chosen,
  question: Question,
  at: CivilDay | null,
  { bands, places }: Frame,
): OpenDealsEntry {
  const open = chosen.deals ?? question.population.select(new Uint32Array(0));
  const { stages, stagesReason, amountReason, ...all } = openByAge(open, question, bands, at);
  const kept = [...stages].sort(byDeals).slice(0, MOST_STAGES);
  const left = [...stages].sort(byDeals).slice(MOST_STAGES);
  return {
    day: dayEntry(at),
    ...plain(all),
    currency: moneyOf(open).currency,
    amountReason: chosen.reason === null ? amountReason : null,
    stages: inOrder(kept, stages, places).map(({ pipeline, stage, ...rest }) => ({ pipeline, stage, ...plain(rest) })),
    stagesInOrder: places !== null,
    stagesTotal: stages.length,
    rest: left.length === 0 ? null : plain(together(left, bands)),
    stagesReason: chosen.reason === null ? stagesReason : null,
    reason: chosen.reason,
  };
}

function plain({ n, byAge, undated, priced, amount }: OpenDeals): z.output<z.ZodObject<typeof counted>> {
  return { n, byAge: [...byAge], undated, priced, amount };
}

function byDeals(a: OpenInStage, b: OpenInStage): number {
  return b.n - a.n || (b.amount ?? 0) - (a.amount ?? 0) || byName(a.stage, b.stage) || byName(a.pipeline, b.pipeline);
}

function byName(a: string | null, b: string | null): number {
  return a === b ? 0 : (a ?? '') < (b ?? '') ? -1 : 1;
}

/** Pipelines with most deals first, each with its stages in their order; those that have no place come last. */
function inOrder(
  kept: readonly OpenInStage[],
  all: readonly OpenInStage[],
  places: Frame['places'],
): readonly OpenInStage[] {
  const deals = new Map<string | null, number>();
  for (const { pipeline, n } of all) deals.set(pipeline, (deals.get(pipeline) ?? 0) + n);
  const place = ({ stage }: OpenInStage): number => places?.get(foldText(stage)) ?? Number.MAX_SAFE_INTEGER;
  return [...kept].sort(
    (a, b) =>
      (deals.get(b.pipeline) ?? 0) - (deals.get(a.pipeline) ?? 0) ||
      byName(a.pipeline, b.pipeline) ||
      place(a) - place(b) ||
      byDeals(a, b),
  );
}
