import { closedIn } from '../kpi/populations.js';
import { type GroupEffect, kitagawa, type RateChange } from '../stats/decomposition.js';
import type { InsightContext, Segmentation } from './definition.js';
import { countOutcomes, type SegmentCounts } from './segments.js';

type Outcomes = Pick<SegmentCounts, 'won' | 'closed'>;

/** The groups of one segmentation in both periods, and how they make up the change of the win rate. */
export interface ExplainedChange {
  readonly segmentation: Segmentation;
  readonly change: RateChange;
  readonly groups: readonly ExplainedGroup[];
}

export interface ExplainedGroup extends GroupEffect {
  readonly value: string;
  /** Won and closed, in the compared period and now. */
  readonly before: { readonly won: number; readonly closed: number };
  readonly after: { readonly won: number; readonly closed: number };
}

/** The change of the win rate since the compared period by every segmentation; [] where nothing is compared. */
export function explainedChanges({ question, before, segmentations }: InsightContext): ExplainedChange[] {
  if (before === null) return [];
  const { population } = question;
  if (closedIn(population, question.period).size === 0 || closedIn(population, before.period).size === 0) return [];
  return segmentations.flatMap((segmentation) => {
    const { column } = segmentation;
    const [old, now] = [before, question].map(({ period }) => countOutcomes(column, population, period)) as [
      Outcomes,
      Outcomes,
    ];
    const codes = column.values.flatMap((_, code) =>
      (old.closed[code] as number) + (now.closed[code] as number) > 0 ? [code] : [],
    );
    const change = kitagawa(codes.map((code) => ({ before: sideOf(old, code), after: sideOf(now, code) })));
    if (change === null || codes.length < 2) return [];
    const groups = codes.map((code, index) => ({
      value: column.values[code] as string,
      before: { won: old.won[code] as number, closed: old.closed[code] as number },
      after: { won: now.won[code] as number, closed: now.closed[code] as number },
      ...(change.groups[index] as GroupEffect),
    }));
    return [{ segmentation, change, groups }];
  });
}

function sideOf({ won, closed }: Outcomes, code: number): { size: number; rate: number | null } {
  const [wins, size] = [won[code] as number, closed[code] as number];
  return { size, rate: size === 0 ? null : wins / size };
}

/** What a group adds to the change, by mix and rate together. */
export function effectOf({ mix, rate }: GroupEffect): number {
  return mix + rate;
}

/** Groups named in an explanation; the others are added up, so that the contributions still make the change. */
const MOST_GROUPS = 10;

/** The contributions as evidence, largest first, with the rest as one. */
export function contributionsOf({ groups }: ExplainedChange): {
  readonly value: string | null;
  readonly mix: number;
  readonly rate: number;
}[] {
  const sorted = [...groups].sort((a, b) => Math.abs(effectOf(b)) - Math.abs(effectOf(a)));
  const rest = sorted.slice(MOST_GROUPS);
  const named = sorted.slice(0, MOST_GROUPS).map(({ value, mix, rate }) => ({ value, mix, rate }));
  if (rest.length === 0) return named;
  const total = (of: (group: GroupEffect) => number): number => rest.reduce((sum, group) => sum + of(group), 0);
  return [...named, { value: null, mix: total(({ mix }) => mix), rate: total(({ rate }) => rate) }];
}
