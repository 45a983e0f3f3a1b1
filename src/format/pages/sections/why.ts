/** Why main figures changed: a sentence each, whether it is more than chance, and the parts that add up to it. */
import { data } from '../../page.js';
import { notComputed } from '../not-computed.js';
import { partTable } from '../why-tables.js';
import type { WhyChange, WhyPart } from '../why-words.js';
import type { SectionView } from './definition.js';

export const whyView: SectionView = function* ({ why }, options, title) {
  if (why === null) return;
  yield { kind: 'heading', words: title, id: 'why' };
  if (why.reason !== null) {
    yield { kind: 'paragraph', words: notComputed(why.reason, options) };
    return;
  }
  for (const note of why.notes) yield { kind: 'aside', words: [data(note.message)] };
  for (const change of why.changes) {
    const { sentence, verdict, significant } = change;
    yield { kind: 'paragraph', marker: significant === false ? '=' : '·', words: [data(sentence.message)] };
    if (options.detail === 'brief') continue;
    if (verdict !== null) yield { kind: 'aside', words: [data(verdict.message)] };
    for (const part of shownOf(change, options.detail === 'full')) yield partTable(part, change, options);
  }
};

/** Of the parts that are by columns the first one, unless everything is asked for: it explains most. */
function shownOf({ parts }: WhyChange, isFull: boolean): readonly WhyPart[] {
  if (isFull) return parts;
  const first = parts.find((part) => part.kind === 'mix_rate' || part.kind === 'sum');
  return parts.filter((part) => part.kind === 'factors' || part.kind === 'bridge' || part === first);
}
