import { foldText } from '../locale/fold.js';
import type { SourceAccount } from '../model/dataset.js';
import type { StageHistory } from '../model/history.js';
import { stageMeanings } from './stage-meanings.js';

export { forEachDeal, stageOrder } from '../model/stage-order.js';

/** Codes of the stages in which a deal is won or lost: entering one of them says nothing about the order. */
export function closingStages(history: StageHistory, sources: readonly SourceAccount[]): ReadonlySet<number> {
  const closing = new Set(
    [...stageMeanings(sources, 'stage'), ...stageMeanings(sources, 'status')].flatMap(([value, outcome]) =>
      outcome === 'open' ? [] : [foldText(value)],
    ),
  );
  return new Set(history.stages.flatMap((name, code) => (closing.has(foldText(name)) ? [code] : [])));
}
