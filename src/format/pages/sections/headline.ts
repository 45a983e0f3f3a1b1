import { data } from '../../page.js';
import type { SectionView } from './definition.js';

/** The sentences to repeat: the first of them as loud as a title. It has no heading: it is the first thing there is. */
export const headlineView: SectionView = function* ({ headline }) {
  for (const [index, { message }] of headline.entries()) {
    yield { kind: 'paragraph', words: [data(message)], ...(index === 0 ? { tone: 'strong' as const } : {}) };
  }
};
