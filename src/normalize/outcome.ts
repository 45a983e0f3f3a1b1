import type { PresetDefinition } from '../crm/definition.js';
import { saysEnded, saysLostTo } from '../crm/ending-words.js';
import { AMBIGUOUS_OUTCOMES, VOCABULARY } from '../crm/vocabulary.js';
import { foldText } from '../locale/fold.js';
import { NO_DAY } from '../model/civil-day.js';
import type { CategoryColumn, DayColumn, FlagColumn, NumberColumn } from '../model/column.js';
import { EXCLUDED, LOST, OPEN, OUTCOMES, type Outcome, WON } from '../model/outcome.js';

/** What one stage or status value means, and how we know. `null`: it says "closed" but not how, or nothing at all. */
export interface Meaning {
  readonly outcome: Outcome | null;
  readonly reason:
    | 'said with --stage'
    | 'preset'
    | 'known word'
    | 'no closing word'
    | 'closed, but not how'
    | 'unknown name';
}

/** The form in which stage values are compared: folded, numbering and shares taken off, punctuation as spaces. */
function stageKey(value: string): string {
  return foldText(value)
    .replace(/^\[\d+\]\s*/, '')
    .replace(/^(?:c\d+:)/, '')
    .replace(/^(?:stage|phase|step|مرحله)?\s*\d{1,2}\s*[.):–-]+\s*/u, '')
    .replace(/\s*[-–(]?\s*\d{1,3}\s*[%٪]\s*\)?$/u, '')
    .replace(/^\d{1,3}\s*[%٪]\s*[-–:]?\s*/u, '')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/[_\-–—./\\()[\]:,;|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `Won - renewal`, `Lost: price`, `Closed Won (EMEA)`; but not `Won back attempt`, `Wonder…`, `Two Next Steps`. */
const OPENED_BY = /^(?:closed?[\s_-]*)?(won|lost)\s*(?:[-–:/(]|$)/;
const CLOSED_WITH = /^closed?[\s_-]+(won|lost)\b/;

const WORDS = new Map<string, Outcome | null>();

function words(): ReadonlyMap<string, Outcome | null> {
  if (WORDS.size === 0) {
    for (const value of AMBIGUOUS_OUTCOMES) WORDS.set(stageKey(value), null);
    for (const outcome of OUTCOMES) for (const value of VOCABULARY[outcome]) WORDS.set(stageKey(value), outcome);
  }
  return WORDS;
}

/**
 * What every distinct value of a stage or status column means. A name without a closing word is an open stage only
 * where other names of the column are understood: then the closing ones are known, and this is none of them.
 */
export function meanings(
  values: readonly string[],
  preset: PresetDefinition,
  said: Readonly<Record<string, Outcome>>,
): Meaning[] {
  const byUser = new Map(Object.entries(said).map(([name, outcome]) => [foldText(name), outcome]));
  /** `*`: every name that the user did not say. */
  const rest = byUser.get('*');
  const byPreset = new Map<string, Outcome>();
  for (const outcome of OUTCOMES)
    for (const name of preset.outcomes?.[outcome] ?? []) byPreset.set(stageKey(name), outcome);
  const first = values.map((value): Meaning => {
    if (value === '') return { outcome: null, reason: 'unknown name' };
    const user = byUser.get(foldText(value));
    if (user !== undefined) return { outcome: user, reason: 'said with --stage' };
    if (rest !== undefined) return { outcome: rest, reason: 'said with --stage' };
    const key = stageKey(value);
    const preset_ = byPreset.get(key);
    if (preset_ !== undefined) return { outcome: preset_, reason: 'preset' };
    const word = words().get(key);
    if (word !== undefined)
      return word === null ? { outcome: null, reason: 'closed, but not how' } : { outcome: word, reason: 'known word' };
    const opened = OPENED_BY.exec(foldText(value)) ?? CLOSED_WITH.exec(foldText(value));
    if (opened !== null) return { outcome: opened[1] === 'won' ? 'won' : 'lost', reason: 'known word' };
    if (saysLostTo(foldText(value))) return { outcome: 'lost', reason: 'known word' };
    return { outcome: null, reason: 'unknown name' };
  });
  const understood = first.some(({ outcome }) => outcome !== null);
  return first.map((meaning, index): Meaning => {
    const value = values[index] ?? '';
    if (meaning.outcome !== null || value === '') return meaning;
    // Ids of a CRM's own stages say nothing, and a name with a word that ends a deal is never guessed.
    if (meaning.reason === 'unknown name' && understood && !/^\d+$/.test(value) && !saysEnded(foldText(value))) {
      return { outcome: 'open', reason: 'no closing word' };
    }
    return meaning;
  });
}

/** The columns that tell what became of a deal, most decisive first. Undefined where the file has none. */
export interface OutcomeColumns {
  readonly isWon?: FlagColumn | undefined;
  readonly isClosed?: FlagColumn | undefined;
  readonly status?: CategoryColumn | undefined;
  readonly stage?: CategoryColumn | undefined;
  readonly wonAt?: DayColumn | undefined;
  readonly lostAt?: DayColumn | undefined;
  readonly closedAt?: DayColumn | undefined;
  readonly probability?: NumberColumn | undefined;
}

/**
 * Exactly one outcome per deal: explicit flags, then the status, then won/lost timestamps, then the stage, then a
 * probability of 100 or 0 %, then a flag that says not won beside the day of closing. What none of them settles is `excluded` (and a rule reports it), never guessed.
 */
export function resolveOutcomes(
  size: number,
  columns: OutcomeColumns,
  statusMeanings: readonly Meaning[],
  stageMeanings: readonly Meaning[],
  everything: Outcome | null,
): Uint8Array {
  const outcomes = new Uint8Array(size);
  const { isWon, isClosed, status, stage, wonAt, lostAt, closedAt, probability } = columns;
  const statusCode = statusMeanings.map(({ outcome }) => (outcome === null ? -1 : OUTCOMES.indexOf(outcome)));
  const stageCode = stageMeanings.map(({ outcome }) => (outcome === null ? -1 : OUTCOMES.indexOf(outcome)));
  const noNames = status === undefined && stage === undefined && isWon === undefined && isClosed === undefined;
  const fallback = everything === null ? -1 : OUTCOMES.indexOf(everything);
  for (let row = 0; row < size; row++) {
    outcomes[row] = one(row);
  }
  return outcomes;

  function one(row: number): number {
    if (isWon?.[row] === 1) return WON;
    if (isClosed?.[row] === 0) return OPEN;
    if (isClosed?.[row] === 1 && isWon?.[row] === 0) return LOST;
    const byStatus = status === undefined ? -1 : (statusCode[status.codes[row] ?? 0] ?? -1);
    if (byStatus >= 0) return byStatus;
    const won = wonAt?.[row] ?? NO_DAY;
    const lost = lostAt?.[row] ?? NO_DAY;
    if (won !== NO_DAY || lost !== NO_DAY) return won >= lost ? WON : LOST;
    const byStage = stage === undefined ? -1 : (stageCode[stage.codes[row] ?? 0] ?? -1);
    if (byStage >= 0) return byStage;
    const p = probability?.[row] ?? Number.NaN;
    if (p === 1) return WON;
    if (p === 0) return LOST;
    if (p > 0 && p < 1) return OPEN;
    if (isWon !== undefined && closedAt !== undefined) {
      const closed = closedAt[row] !== NO_DAY;
      if (isWon[row] === 0 && closed) return LOST;
      if (isWon[row] === -1 && !closed) return OPEN;
    }
    if (fallback >= 0) return fallback;
    // A table of won (or lost) dates alone: a deal without one is not closed yet.
    if (noNames && (wonAt !== undefined || lostAt !== undefined) && (closedAt?.[row] ?? NO_DAY) === NO_DAY) return OPEN;
    return EXCLUDED;
  }
}
