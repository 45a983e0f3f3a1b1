/** Why figures changed, without names of people and customers that nobody asked for. */
import type { AnySaid } from '../locale/said.js';
import type { Speech } from '../locale/say.js';
import { messageEntry } from './documents.js';
import type { Report } from './schema.js';
import { nameless, namesSomebody } from './withheld.js';

type Why = NonNullable<Report['why']>;
type Change = Why['changes'][number];

/** The parts whose groups are people or customers go, and a sentence that names one of them says how much, not who. */
export function redactWhy(why: Why, speech: Speech): Why {
  return { ...why, changes: why.changes.map((change) => redactChange(change, speech)) };
}

function redactChange(change: Change, speech: Speech): Change {
  const { code, args } = change.sentence;
  const { by } = args;
  const named = typeof by === 'string' && namesSomebody(by);
  return {
    ...change,
    sentence: named ? messageEntry(nameless({ code, args } as AnySaid, ['value']), speech) : change.sentence,
    parts: change.parts.filter((part) => !('by' in part && namesSomebody(part.by))),
  };
}
