/** What changed since the earlier export: first what a manager repeats, then the steps from the old pipeline to the new. */
import { type Block, data } from '../../page.js';
import { notComputed } from '../not-computed.js';
import { changedDealBlocks } from './changed-deals.js';
import type { Changes } from './changes-cells.js';
import { forecastBlocks } from './changes-forecast.js';
import { groupBlocks } from './changes-groups.js';
import { moveBlocks, stageBlocks } from './changes-moves.js';
import { splitNotes } from './changes-notes.js';
import { pairBlocks, waterfallBlocks } from './changes-waterfall.js';
import type { SectionView } from './definition.js';
import { pushedBlocks } from './pushed-deals.js';

export const changesView: SectionView = function* ({ changes }, options, title) {
  if (changes === null) return;
  yield { kind: 'heading', words: title, id: 'changes' };
  if (changes.reason !== null) {
    yield { kind: 'paragraph', words: notComputed(changes.reason, options) };
    return;
  }
  const { first, notes, ofGroups } = splitNotes(changes);
  yield* noteBlocks(first);
  for (const { message } of changes.headline) yield { kind: 'paragraph', words: [data(message)] };
  yield* noteBlocks(notes);
  yield* waterfallBlocks(changes, options);
  yield* pairBlocks(changes, options);
  if (options.detail === 'brief') return;
  yield* moveBlocks(changes, options);
  yield* stageBlocks(changes, options);
  yield* forecastBlocks(changes, options);
  yield* pushedBlocks(changes, options);
  yield* changedDealBlocks(changes, options);
  yield* groupBlocks(changes, options);
  for (const { message } of ofGroups) yield { kind: 'aside', words: [data(message)] };
};

function* noteBlocks(notes: Changes['notes']): Generator<Block, void, undefined> {
  if (notes.length === 0) return;
  yield {
    kind: 'list',
    items: notes.map(({ message }) => ({ marker: '!', words: [data(message)], tone: 'warn' })),
  };
}
