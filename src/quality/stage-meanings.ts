import type { SourceAccount } from '../model/dataset.js';

/** What the values of the stage or status column mean by themselves, in whichever file they stand. */
export function stageMeanings(
  sources: readonly SourceAccount[],
  field: 'status' | 'stage',
): ReadonlyMap<string, 'won' | 'lost' | 'open'> {
  const meaning = new Map<string, 'won' | 'lost' | 'open'>();
  for (const { columns, stages } of sources) {
    const header = columns.find((column) => column.field === field)?.column;
    for (const { column, value, outcome, reason } of stages) {
      if (column !== header || reason.args.byOtherColumns) continue;
      if (outcome === 'won' || outcome === 'lost' || outcome === 'open') meaning.set(value, outcome);
    }
  }
  return meaning;
}
