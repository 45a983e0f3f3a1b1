import { OUTCOMES } from '../model/outcome.js';
import {
  AND_WORDS,
  BEFORE_DOUBT,
  CLOSED_WORDS,
  DEAL_WORDS,
  DOUBT_WORDS,
  JOINING_WORDS,
  LOST_WORDS,
  NEUTRAL_WORDS,
  NOT_WORDS,
  OTHER_THINGS,
  SURE_ALONE,
  WEAK_LOST,
  WEAK_WON,
  WON_WORDS,
} from './closing-words.js';
import { foldStage, stageKey } from './stage-key.js';
import { STAGE_SENSES, type StageSense } from './stage-senses.js';
import { AFTER_THE_DEAL, AMBIGUOUS_OUTCOMES, LIFECYCLE, VOCABULARY } from './vocabulary.js';
import { numberedWords } from './word-numbers.js';

const LISTS = {
  won: WON_WORDS,
  lost: LOST_WORDS,
  weakWon: WEAK_WON,
  weakLost: WEAK_LOST,
  closed: CLOSED_WORDS,
  deal: DEAL_WORDS,
  neutral: NEUTRAL_WORDS,
  joining: JOINING_WORDS,
  doubt: DOUBT_WORDS,
  before: BEFORE_DOUBT,
  and: AND_WORDS,
  not: NOT_WORDS,
  other: OTHER_THINGS,
  sure: SURE_ALONE,
} satisfies Readonly<Record<string, readonly string[]>>;

/** A list of words that stage-name.ts takes names apart by. */
export type StageWords = keyof typeof LISTS;

/** Whole names with what they say, and the lists of words, all folded. */
export const texts: Readonly<Record<string, string>> = {
  ...wholeNames(),
  ...Object.fromEntries(Object.entries(LISTS).map(([name, list]) => [name, list.map(foldStage).join(' ')])),
};

function wholeNames(): Record<string, string> {
  const known = new Map<string, number>();
  const say = (names: readonly string[], sense: StageSense): void => {
    for (const name of names) known.set(stageKey(name), STAGE_SENSES.indexOf(sense));
  };
  say(AFTER_THE_DEAL, 'ended');
  say(AMBIGUOUS_OUTCOMES, 'closed');
  for (const outcome of OUTCOMES) say(VOCABULARY[outcome], outcome);
  say(LIFECYCLE, 'lifecycle');
  const { words, numbers } = numberedWords(known);
  return { names: words, senses: numbers };
}
