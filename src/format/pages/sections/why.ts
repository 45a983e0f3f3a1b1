/** Why main figures changed. */
import { notComputed } from '../not-computed.js';
import type { SectionView } from './definition.js';

export const whyView: SectionView = function* ({ why }, options, title) {
  if (why === null) return;
  yield { kind: 'heading', words: title, id: 'why' };
  if (why.reason !== null) yield { kind: 'paragraph', words: notComputed(why.reason, options) };
};
