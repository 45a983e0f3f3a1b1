import { firstFrom } from './ascending-rows.js';
import type { CivilDay } from './civil-day.js';
import { dayAt } from './column.js';

/** Where an entry of a stage history was read: a date column of the deals file, or a row of a log of changes. */
export const HISTORY_SOURCES = ['columns', 'log'] as const;
export type HistorySource = (typeof HISTORY_SOURCES)[number];

/**
 * When deals entered their stages, by column: one entry per deal and stage entered. Entries of one deal stand together,
 * in the order of their days; the deals ascend. Nothing is left out for being odd: an entry after the deal closed or
 * before it was created is here.
 */
export interface StageHistory {
  readonly size: number;
  /** Row of the deal in `Deals`, ascending. */
  readonly deal: Uint32Array;
  /** Code of the stage entered, into `stages`. */
  readonly stage: Uint32Array;
  /** Code of the stage left, into `stages`; 0 = not told (date columns, or the first change of a deal). */
  readonly from: Uint32Array;
  /** The day it was entered. Every entry has one. */
  readonly enteredAt: Int32Array;
  /** Index into HISTORY_SOURCES, per entry. */
  readonly source: Uint8Array;
  /** Names of the stages, spelt as the deals spell them where they know them; code 0 is ''. */
  readonly stages: readonly string[];
}

/** One stage that a deal entered. */
export interface StageEntry {
  readonly stage: string;
  /** The stage it left, or null where the history does not say. */
  readonly from: string | null;
  readonly enteredAt: CivilDay | null;
  readonly source: HistorySource;
}

/** The stages that one deal entered, in the order of their days; empty when the history has none of it. */
export function stagesOf(history: StageHistory, row: number): StageEntry[] {
  const entries: StageEntry[] = [];
  for (let at = firstFrom(history.deal, row); history.deal[at] === row; at++) {
    entries.push({
      stage: history.stages[history.stage[at] ?? 0] ?? '',
      from: history.stages[history.from[at] ?? 0] || null,
      enteredAt: dayAt(history.enteredAt, at),
      source: HISTORY_SOURCES[history.source[at] ?? 0] ?? 'columns',
    });
  }
  return entries;
}

/** The history of some of the deals: the given ascending rows, numbered anew. */
export function partOfHistory(history: StageHistory, rows: Uint32Array): StageHistory {
  const kept: number[] = [];
  const deals: number[] = [];
  let next = 0;
  for (let at = 0; at < history.size; at++) {
    const deal = history.deal[at] as number;
    while (next < rows.length && (rows[next] as number) < deal) next++;
    if (rows[next] !== deal) continue;
    kept.push(at);
    deals.push(next);
  }
  return {
    size: kept.length,
    deal: Uint32Array.from(deals),
    stage: Uint32Array.from(kept, (at) => history.stage[at] as number),
    from: Uint32Array.from(kept, (at) => history.from[at] as number),
    enteredAt: Int32Array.from(kept, (at) => history.enteredAt[at] as number),
    source: Uint8Array.from(kept, (at) => history.source[at] as number),
    stages: history.stages,
  };
}
