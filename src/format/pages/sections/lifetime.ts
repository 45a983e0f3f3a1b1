import { notComputed } from '../not-computed.js';
import type { SectionView } from './definition.js';

export const lifetimeView: SectionView = function* ({ lifetime }, options, title) {
  if (lifetime === null) return;
  yield { kind: 'heading', words: title, id: 'lifetime' };
  if (lifetime.reason !== null) yield { kind: 'paragraph', words: notComputed(lifetime.reason, options) };
};
