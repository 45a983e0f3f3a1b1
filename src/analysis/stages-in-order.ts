/** The open stages in the order in which deals go through them. */
import type { Question } from '../kpi/measure.js';
import { counted } from '../kpi/populations.js';
import { closingNames, placesOf, wayByStage } from '../kpi/stage-way.js';
import { wholeOf } from '../kpi/whole.js';
import { foldText } from '../locale/fold.js';

/**
 * Place of each open stage, by its folded name: as all deals of the files passed through them, else as their names or
 * probabilities tell. Null where nothing tells the order.
 */
export function stagesInOrder(question: Question): ReadonlyMap<string, number> | null {
  const { population, history, closing = [] } = wholeOf(question);
  if (!population.has('outcome')) return null;
  const closed = closingNames(counted(population), closing);
  const stages =
    history !== null && history.size > 0
      ? placesOf(history, closed).stages
      : wayByStage(counted(population), closed)?.stages;
  if (stages === undefined) return null;
  const places = new Map<string, number>();
  for (const stage of stages) if (!places.has(foldText(stage))) places.set(foldText(stage), places.size);
  return places;
}
