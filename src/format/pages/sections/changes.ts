/** What changed since the earlier export: first what a manager repeats, then the steps from the old pipeline to the new. */
import type { Report } from '../../../report/schema.js';
import { type Block, data, type PageOptions } from '../../page.js';
import { type Behind, behindMoves, behindSteps, behindWords } from '../changes-command.js';
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

export const changesView: SectionView = function* (report, options, title) {
  const { changes } = report;
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
  yield* behindBlocks(report, behindSteps(changes), options, true);
  yield* pairBlocks(changes, options);
  if (options.detail === 'brief') return;
  yield* moveBlocks(changes, options);
  yield* behindBlocks(report, behindMoves(changes), options);
  yield* stageBlocks(changes, options);
  yield* forecastBlocks(changes, options);
  yield* pushedBlocks(report, changes, options);
  yield* changedDealBlocks(report, changes, options);
  yield* groupBlocks(changes, options);
  for (const { message } of ofGroups) yield { kind: 'aside', words: [data(message)] };
};

/** What to type for the deals behind the figures of a table. */
function* behindBlocks(
  report: Report,
  behind: readonly Behind[],
  options: PageOptions,
  ofPeriod = false,
): Generator<Block, void, undefined> {
  const words = behindWords(report, behind, options.lang, ofPeriod);
  if (words !== null) yield { kind: 'aside', words };
}

function* noteBlocks(notes: Changes['notes']): Generator<Block, void, undefined> {
  if (notes.length === 0) return;
  yield {
    kind: 'list',
    items: notes.map(({ message }) => ({ marker: '!', words: [data(message)], tone: 'warn' })),
  };
}
