import type { PresetDefinition } from '../crm/definition.js';
import { stageKey } from '../crm/stage-key.js';
import { stageSense } from '../crm/stage-name.js';
import { LETTERS_OF_OUTCOME, WON_BESIDE_LOST } from '../crm/vocabulary.js';
import type { OUTCOME_REASONS } from '../locale/en/column-reasons.js';
import { foldText } from '../locale/fold.js';
import { OUTCOMES, type Outcome } from '../model/outcome.js';

/** What one stage or status value means, and how we know. `null`: it says "closed" but not how, or nothing at all. */
export interface Meaning {
  readonly outcome: Outcome | null;
  readonly reason: keyof typeof OUTCOME_REASONS;
  /** A word that ends deals is in the name: whatever it means, such a deal is not open. */
  readonly ended?: true;
  /** A word for how far a customer has come (`Opportunity`, `Active`): as a status it is less than a stage that is known. */
  readonly lifecycle?: true;
}

/** Whether a meaning is more than a guess. */
export function isKnown({ outcome, reason }: Meaning): boolean {
  return outcome !== null && reason !== 'no_closing_word';
}

/** How the user names the stage of rows that have none: `--stage "(blank)=open"`. */
export const BLANK_STAGE = '(blank)';

const ENDS: ReadonlySet<Outcome | null> = new Set<Outcome | null>(['won', 'lost']);

/**
 * What every distinct value of a stage or status column means. A name without a closing word is an open stage only
 * where closing is known otherwise: by another name of the column that says won, lost or closed, or by other columns
 * (`closingKnown`). One open name that is understood says nothing of the rest.
 */
export function meanings(
  values: readonly string[],
  preset: PresetDefinition,
  said: Readonly<Record<string, Outcome>>,
  closingKnown = false,
): Meaning[] {
  const byUser = new Map(Object.entries(said).map(([name, outcome]) => [foldText(name), outcome]));
  /** `*`: every name that the user did not say. */
  const rest = byUser.get('*');
  const byPreset = new Map<string, Outcome>();
  for (const outcome of OUTCOMES)
    for (const name of preset.outcomes?.[outcome] ?? []) byPreset.set(stageKey(name), outcome);
  const folded = new Set(values.map(foldText));
  const alone = values.map((value): Meaning => {
    if (value === '') return { outcome: null, reason: 'unknown_name' };
    const user = byUser.get(foldText(value)) ?? rest;
    if (user !== undefined) return { outcome: user, reason: 'said_with_stage' };
    const known = byPreset.get(stageKey(value));
    if (known !== undefined) return { outcome: known, reason: 'preset_stage' };
    const sense = stageSense(value);
    // `عقد قرارداد` is a stage of open deals, but beside `عدم عقد قرارداد` the one ends a deal as the other does.
    if (sense === 'open' && folded.has(`عدم ${foldText(value)}`)) {
      return { outcome: null, reason: 'unknown_name', ended: true };
    }
    if (sense === 'closed') return { outcome: null, reason: 'closed_somehow', ended: true };
    if (sense === 'ended') return { outcome: null, reason: 'unknown_name', ended: true };
    if (sense === 'nothing') return { outcome: null, reason: 'unknown_name' };
    if (sense === 'lifecycle') return { outcome: 'open', reason: 'known_word', lifecycle: true };
    return { outcome: sense, reason: 'known_word' };
  });
  const first = besideOneAnother(values, alone);
  const closes = closingKnown || first.some(({ outcome, reason }) => ENDS.has(outcome) || reason === 'closed_somehow');
  if (!closes) return [...first];
  return first.map((meaning, index): Meaning => {
    const value = values[index] ?? '';
    // Ids of a CRM's own stages say nothing, and a name with a word that ends a deal is never guessed.
    const guessed = meaning.outcome === null && !meaning.ended && value !== '' && !/^\d+$/.test(value);
    return guessed ? { outcome: 'open', reason: 'no_closing_word' } : meaning;
  });
}

const PAIRED = new Set(WON_BESIDE_LOST.map(stageKey));

/**
 * What names mean by the others of their column: of a register that knows "Lost" and no word for won, `Awarded` and
 * `Order received` are won; a column of W and L holds wins and losses.
 */
function besideOneAnother(values: readonly string[], alone: readonly Meaning[]): readonly Meaning[] {
  const has = (sought: Outcome): boolean => alone.some(({ outcome }) => outcome === sought);
  const vague = alone.some(({ reason }) => reason === 'closed_somehow');
  const byPair = has('lost') && !has('won') && !vague;
  const keys = values.map(foldText);
  const byLetter = !has('won') && !has('lost') && keys.includes(LETTERS_OF_OUTCOME.won);
  const letters = byLetter && keys.includes(LETTERS_OF_OUTCOME.lost);
  if (!byPair && !letters) return alone;
  return alone.map((meaning, index): Meaning => {
    if (meaning.outcome !== null) return meaning;
    const value = values[index] ?? '';
    if (byPair && PAIRED.has(stageKey(value))) return { outcome: 'won', reason: 'known_word' };
    if (letters && keys[index] === LETTERS_OF_OUTCOME.won) return { outcome: 'won', reason: 'known_word' };
    if (letters && keys[index] === LETTERS_OF_OUTCOME.lost) return { outcome: 'lost', reason: 'known_word' };
    return meaning;
  });
}
