import { notComputed } from '../not-computed.js';
import type { SectionView } from './definition.js';

export const survivalView: SectionView = function* ({ survival }, options, title) {
  if (survival === null) return;
  yield { kind: 'heading', words: title, id: 'survival' };
  if (survival.reason !== null) yield { kind: 'paragraph', words: notComputed(survival.reason, options) };
};
