/** What changed since the earlier export. */
import { notComputed } from '../not-computed.js';
import type { SectionView } from './definition.js';

export const changesView: SectionView = function* ({ changes }, options, title) {
  if (changes === null) return;
  yield { kind: 'heading', words: title, id: 'changes' };
  if (changes.reason !== null) yield { kind: 'paragraph', words: notComputed(changes.reason, options) };
};
