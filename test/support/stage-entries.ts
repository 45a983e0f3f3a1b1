import { HISTORY_SOURCES, type StageHistory } from '../../src/model/history.js';
import { day } from './deals.js';

/** One entry: row of the deal, the stage entered, the day, and where the history tells it the stage left. */
export type Entry = readonly [deal: number, stage: string, day: string, from?: string];

/** A stage history from its entries, which must be in the order of deals and days. */
export function historyOfEntries(entries: readonly Entry[]): StageHistory {
  const stages = [''];
  const codeOf = (name: string): number => {
    const known = stages.indexOf(name);
    return known >= 0 ? known : stages.push(name) - 1;
  };
  return {
    size: entries.length,
    deal: Uint32Array.from(entries, ([deal]) => deal),
    stage: Uint32Array.from(entries, ([, stage]) => codeOf(stage)),
    from: Uint32Array.from(entries, ([, , , from = '']) => codeOf(from)),
    enteredAt: Int32Array.from(entries, ([, , entered]) => day(entered)),
    source: new Uint8Array(entries.length).fill(HISTORY_SOURCES.indexOf('log')),
    stages,
  };
}
