/** An invented company whose deals go through stages, which decide what becomes of them. */

import { civilDay, isoDay, NO_DAY } from '../../src/model/civil-day.js';
import { categoryColumn } from '../../src/model/column.js';
import { Deals } from '../../src/model/deals.js';
import type { StageHistory } from '../../src/model/history.js';
import { LOST, OPEN, WON } from '../../src/model/outcome.js';
import { textColumn } from '../../src/model/text-column.js';
import { drawsOf } from '../../src/stats/draws.js';
import { placesBelow } from './row-places.js';
import { type Entry, historyOfEntries } from './stage-entries.js';

export interface StagedCompany {
  readonly deals: Deals;
  readonly history: StageHistory;
}

const FIRST = civilDay(2021, 1, 1);
export const STAGED_AS_OF = civilDay(2023, 12, 31);

/** Chances of a day, by stage. */
const STAGES = [
  { name: 'Lead', on: 0.03, win: 0.0005, loss: 0.012 },
  { name: 'Demo', on: 0.03, win: 0.003, loss: 0.01 },
  { name: 'Offer', on: 0, win: 0.02, loss: 0.008 },
] as const;
const ALIKE = STAGES.map((stage) => ({ ...stage, win: 0.006, loss: 0.008 }));

/**
 * Three years of deals. Day by day each is won, lost, or moves on to the next stage; an offer is won forty times as
 * often as a lead. Where stages are `alike`, they are names and nothing else.
 */
export function stagedCompany(seed: number, perMonth: number, { alike = false } = {}): StagedCompany {
  const draws = drawsOf(seed * 6_011 + 17);
  const stages = alike ? ALIKE : STAGES;
  const rows: { created: number; closed: number; outcome: number; amount: number }[] = [];
  const entries: Entry[] = [];
  for (let day = FIRST; day <= STAGED_AS_OF; day++) {
    const count = draws.poisson(perMonth / 30.4375);
    for (let deal = 0; deal < count; deal++) {
      const row = rows.length;
      let [stage, closed, outcome]: [number, number, number] = [0, NO_DAY, OPEN];
      entries.push([row, stages[0]?.name ?? '', isoDay(day)]);
      for (let now = day; now <= STAGED_AS_OF && outcome === OPEN; now++) {
        const { on, win, loss } = stages[stage] as (typeof stages)[number];
        const u = draws.uniform();
        if (u < win + loss) {
          [closed, outcome] = [now, u < win ? WON : LOST];
          entries.push([row, u < win ? 'Won' : 'Lost', isoDay(now)]);
        } else if (u < win + loss + on && stage < 2) {
          stage++;
          entries.push([row, stages[stage]?.name ?? '', isoDay(now)]);
        }
      }
      rows.push({ created: day, closed, outcome, amount: Math.round(2_000 * Math.exp(0.5 * draws.normal())) });
    }
  }
  const size = rows.length;
  const last = new Map(entries.map(([row, stage]) => [row, stage]));
  const deals = new Deals({
    size,
    columns: {
      id: textColumn(rows.map((_, at) => `D${at + 1}`)),
      outcome: Uint8Array.from(rows, ({ outcome }) => outcome),
      created_at: Int32Array.from(rows, ({ created }) => created),
      closed_at: Int32Array.from(rows, ({ closed }) => closed),
      amount: Float64Array.from(rows, ({ amount }) => amount),
      stage: categoryColumn(rows.map((_, row) => last.get(row) ?? '')),
    },
    files: [{ file: 'deals.csv', sheet: null }],
    places: placesBelow(size),
    extra: new Map(),
    unreadable: [],
    duplicates: [],
  });
  return { deals, history: historyOfEntries(entries) };
}
