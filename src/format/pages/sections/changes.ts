/** What changed since the earlier export: first what a manager repeats, then the steps from the old pipeline to the new. */
import { type Block, data } from '../../page.js';
import { notComputed } from '../not-computed.js';
import { changedDealBlocks } from './changed-deals.js';
import type { Changes } from './changes-cells.js';
import { forecastBlocks } from './changes-forecast.js';
import { groupBlocks } from './changes-groups.js';
import { moveBlocks, stageBlocks } from './changes-moves.js';
import { pairBlocks, waterfallBlocks } from './changes-waterfall.js';
import type { SectionView } from './definition.js';
import { pushedBlocks } from './pushed-deals.js';

/** Doubts so strong that they come before what they are about. */
const FIRST: readonly string[] = ['nothing_in_common', 'hardly_in_common'];
/** Said where the groups stand. */
const OF_GROUPS = 'groups_are_newest';

export const changesView: SectionView = function* ({ changes }, options, title) {
  if (changes === null) return;
  yield { kind: 'heading', words: title, id: 'changes' };
  if (changes.reason !== null) {
    yield { kind: 'paragraph', words: notComputed(changes.reason, options) };
    return;
  }
  const isFirst = (note: Changes['notes'][number]): boolean => FIRST.includes(note.code);
  yield* noteBlocks(changes.notes.filter(isFirst));
  for (const { message } of changes.headline) yield { kind: 'paragraph', words: [data(message)] };
  yield* noteBlocks(changes.notes.filter((note) => !isFirst(note) && note.code !== OF_GROUPS));
  yield* waterfallBlocks(changes, options);
  yield* pairBlocks(changes, options);
  if (options.detail === 'brief') return;
  yield* moveBlocks(changes, options);
  yield* stageBlocks(changes, options);
  yield* forecastBlocks(changes, options);
  yield* pushedBlocks(changes, options);
  yield* changedDealBlocks(changes, options);
  yield* groupBlocks(changes, options);
  if (changes.groups.length === 0) return;
  for (const note of changes.notes) if (note.code === OF_GROUPS) yield { kind: 'aside', words: [data(note.message)] };
};

function* noteBlocks(notes: Changes['notes']): Generator<Block, void, undefined> {
  if (notes.length === 0) return;
  yield {
    kind: 'list',
    items: notes.map(({ message }) => ({ marker: '!', words: [data(message)], tone: 'warn' })),
  };
}
