import { foldText } from '../locale/fold.js';
import { readCompact } from './compact-stages.js';
import { saysEnded, saysLostTo } from './ending-words.js';
import { coreOf, keyOf } from './stage-key.js';
import { STAGE_SENSES, type StageSense } from './stage-senses.js';
import type { StageWords } from './stage-texts.js';
import texts from './stage-texts.js?made';
import { numberOfWord } from './word-numbers.js';

let names: ReadonlyMap<string, number> | null = null;

/** What a whole name says that we know. */
function known(key: string): StageSense | undefined {
  names ??= numberOfWord({ words: texts['names'] ?? '', numbers: texts['senses'] ?? '' });
  return STAGE_SENSES[names.get(key) ?? -1];
}

/** A list of folded words as a test of one. */
function wordTest(list: StageWords): (word: string) => boolean {
  const folded = (texts[list] ?? '').split(' ');
  const whole = new Set(folded.filter((word) => !word.endsWith('*')));
  const stems = folded.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return (word) => whole.has(word) || stems.some((stem) => word.startsWith(stem));
}

type Test = (word: string) => boolean;
interface Words {
  readonly won: Test;
  readonly lost: Test;
  readonly weakWon: Test;
  readonly weakLost: Test;
  readonly closed: Test;
  readonly deal: Test;
  readonly neutral: Test;
  readonly joining: Test;
  readonly doubt: Test;
  readonly before: Test;
  readonly and: Test;
  readonly not: Test;
  readonly other: Test;
  readonly sure: Test;
}
let made: Words | null = null;

function words(): Words {
  made ??= {
    won: wordTest('won'),
    lost: wordTest('lost'),
    weakWon: wordTest('weakWon'),
    weakLost: wordTest('weakLost'),
    closed: wordTest('closed'),
    deal: wordTest('deal'),
    neutral: wordTest('neutral'),
    joining: wordTest('joining'),
    doubt: wordTest('doubt'),
    before: wordTest('before'),
    and: wordTest('and'),
    not: wordTest('not'),
    other: wordTest('other'),
    sure: wordTest('sure'),
  };
  return made;
}

/** Between the parts of a name. A dash counts with a space beside it: `re-won` is one word. */
const PARTS = /(?<=[\u3040-\u9fff\uac00-\ud7af])-|\s*[:/|()[\]{},;>»→•·]+\s*|\s+[-–—+]+\s*|\s*[-–—+]+\s+|[–—]/u;

/** What the name of a stage or status says by itself. */
export function stageSense(value: string): StageSense {
  const core = coreOf(value);
  const key = keyOf(core);
  const asked = /[?؟]/.test(value);
  const compact = readCompact(key);
  const whole = known(key) ?? (compact === 'ended' ? undefined : compact);
  if (whole !== undefined) return asked && (whole === 'won' || whole === 'lost') ? 'ended' : whole;
  const folded = foldText(value);
  const parts = asOneWord(core)
    .split(PARTS)
    .map(keyOf)
    .filter((part) => part !== '');
  if (parts.every((part) => known(part) === 'open')) return 'open';
  const said = fromParts(parts);
  if (!asked && (said === 'won' || said === 'lost')) return said;
  if (said === 'both') return 'closed';
  if (!asked && saysLostTo(folded)) return 'lost';
  return said === 'won' || said === 'lost' || said === 'ended' || compact === 'ended' || saysEnded(folded)
    ? 'ended'
    : 'nothing';
}

/** What takes several words to say "won" or "lost", as one word of closing-words.ts. */
function asOneWord(core: string): string {
  return core
    .replace(/از دست (?:رفته?|داده)(?: شده)?(?: است)?/gu, 'باخته')
    .replace(/تمت? (?:ال)?(?:فوز|ربح)(?: بالصفقه)?/gu, 'رابح')
    .replace(/تمت? (?:ال)?(?:خساره|فقدان)/gu, 'خاسر');
}

/** `doubt`: a closing word beside one that takes it back; `ended`: a closing word, who knows in what sense. */
type Phrase = 'won' | 'lost' | 'doubt' | 'ended' | null;

/** The first part decides (`Lost: not interested`), then the last one (`Pipeline A - Won`), then all words together. */
function fromParts(parts: readonly string[]): Phrase | 'both' {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1);
  const begins = phrase(first.split(' '));
  const ends = last === undefined ? null : phrase(last.split(' '));
  if (begins === 'won' || begins === 'lost') {
    return (ends === 'won' || ends === 'lost') && ends !== begins ? 'both' : begins;
  }
  const all = parts.flatMap((part) => part.split(' '));
  if (ends === 'won' || ends === 'lost') {
    const { doubt, before } = words();
    return rest.length > 0 && all.some((word) => doubt(word) || before(word)) ? 'doubt' : ends;
  }
  return phrase(all);
}

/** What a run of words says: a closing word, with nothing before it that doubts, and behind it only what may stand there. */
function phrase(tokens: readonly string[]): Phrase {
  const w = words();
  const compact = readCompact(tokens.join(' '));
  if (compact !== undefined) return compact;
  const at = tokens.findIndex((token) => w.won(token) || w.lost(token));
  if (at < 0) return weakPhrase(tokens);
  const outcome = w.won(tokens[at] ?? '') ? 'won' : 'lost';
  const other = outcome === 'won' ? w.lost : w.won;
  if (tokens.some(other)) return 'ended';
  const before = tokens.slice(0, at);
  if (before.some((token) => w.doubt(token) || w.before(token))) return 'doubt';
  const after = tokens.slice(at + 1).filter((token) => !w.closed(token) && !w.deal(token));
  if (after.some(w.doubt) && !(after[0] !== undefined && w.joining(after[0]))) return 'doubt';
  if (before.some(w.not)) return 'ended';
  const [next] = after;
  if (next === undefined) return 'lost' === outcome || before.length <= MOST_BEFORE ? outcome : 'ended';
  if (w.and(next)) {
    const [, second = ''] = after;
    if (w.other(second)) return 'doubt';
    return (outcome === 'won' ? w.weakWon : w.weakLost)(second) ? outcome : 'ended';
  }
  // `Lost no budget` is lost; what is won and not something else is no clear word.
  if (w.not(next)) return outcome === 'lost' ? 'lost' : 'ended';
  if (after.slice(1).some(w.and) && !w.joining(next)) return 'doubt';
  return w.joining(next) || w.neutral(next) || /^\d+$/.test(next) || w.won(next) || w.lost(next) ? outcome : 'ended';
}

/** A name of more words than this is a sentence. */
const MOST_BEFORE = 5;

/** A weak word counts where every other one means the deal, or that it is closed. */
function weakPhrase(tokens: readonly string[]): Phrase {
  const w = words();
  let outcome: 'won' | 'lost' | null = null;
  let beside = false;
  for (const token of tokens) {
    const says = w.weakWon(token) ? 'won' : w.weakLost(token) ? 'lost' : null;
    if (says === null) {
      if (!w.deal(token) && !w.closed(token)) return endsInOne(tokens);
      beside = true;
    } else if (outcome !== null && outcome !== says) return null;
    else outcome = says;
  }
  return beside || tokens.every(w.sure) ? outcome : null;
}

/** `Big win`, `Competitive loss`: it may be the end of a deal, so it is asked about. */
function endsInOne(tokens: readonly string[]): Phrase {
  const w = words();
  const doubts = tokens.some((token) => w.doubt(token) || w.before(token));
  return !doubts && /^(?:win|loss)$/.test(tokens.at(-1) ?? '') ? 'ended' : null;
}
