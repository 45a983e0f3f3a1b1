import type { Deals } from '../../src/model/deals.js';
import type { StageHistory } from '../../src/model/history.js';
import { cellText } from '../../src/model/text-column.js';
import { day } from './deals.js';

/** A stage history from lines of `deal stage day`, in any order. */
export function historyOf(deals: Deals, table: string): StageHistory {
  const ids = Array.from({ length: deals.size }, (_, row) => cellText(deals.column('id'), row));
  const entries = table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', stage = '', entered = ''] = line.trim().split(/\s+/);
      const row = ids.indexOf(id);
      if (row < 0) throw new Error(`no deal "${id}"`);
      return { row, stage, day: day(entered) };
    })
    .sort((a, b) => a.row - b.row || a.day - b.day);
  const stages = ['', ...new Set(entries.map(({ stage }) => stage))];
  return {
    size: entries.length,
    deal: Uint32Array.from(entries, ({ row }) => row),
    stage: Uint32Array.from(entries, ({ stage }) => stages.indexOf(stage)),
    from: new Uint32Array(entries.length),
    enteredAt: Int32Array.from(entries, (entry) => entry.day),
    source: new Uint8Array(entries.length),
    stages,
  };
}
