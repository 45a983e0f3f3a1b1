import type { PresetDefinition } from '../../crm/definition.js';
import { headerKey } from '../../crm/header.js';
import { isJobTitle, mayBeJobTitle } from '../../crm/job-titles.js';
import { arePlaces } from '../../crm/places.js';
import { areYesNo } from '../../crm/yes-no.js';
import { said } from '../../locale/said.js';
import type { Outcome } from '../../model/outcome.js';
import { isKnown, meanings } from '../outcome.js';
import { examplesOf, type Objection } from './objection.js';

/** What a column is asked: the field that its name speaks of, and what its cells show. */
export interface Question {
  readonly field: string;
  readonly header: string;
  /** Different values, see `distinctValues`. */
  readonly values: readonly string[];
}

/** What is known of the table and the user's wishes, for every question. */
export interface Context {
  readonly preset: PresetDefinition;
  /** `--stage`: names of stages that the user gave a meaning. */
  readonly stages: Readonly<Record<string, Outcome>>;
  /** The table has columns of a person: a contact, an e-mail address, a phone number. */
  readonly people: boolean;
}

/** Fields that hold names of things or people, or words for a state: never yes and no, never dates. */
const NAMES = new Set([
  ...['account', 'account_id', 'contact', 'owner', 'stage', 'status', 'name', 'source', 'product', 'pipeline', 'type'],
  ...['lost_reason', 'won_reason', 'customer', 'customer_id', 'company', 'industry', 'country'],
]);
/** Fields of ids: 1 and 0 may be two of them. */
const IDS = new Set(['account_id', 'customer_id', 'owner', 'contact']);
const STATES = new Set(['stage', 'status']);

const DATE = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}(?:[ T].{0,30})?$/;
const NUMBER = /^[\d\u0660-\u0669\u06f0-\u06f9]+(?:[.,]\d+)?\s?%?$/;
/** Share of different values from which a column is what they are. */
const MOST = 0.9;
/** Share of jobs among the different values of a column beside a contact, and of one that stands alone. */
const JOBS_BESIDE_PEOPLE = 0.5;
const JOBS_ALONE = 0.9;

/** What speaks against a column being a field, by its cells; null where nothing does. */
export function objectionTo({ field, header, values }: Question, context: Context): Objection | null {
  if (values.length === 0) return null;
  if (NAMES.has(field)) {
    if (areYesNo(values, !IDS.has(field)) && !STATES.has(field))
      return refusal(said('yes_or_no', { values: examplesOf(values) }));
    if (mostly(values, MOST, (value) => DATE.test(value)))
      return refusal(said('dates_not_names', { values: examplesOf(values) }));
  }
  if (STATES.has(field)) return objectionToState(field, header, values, context);
  if (field === 'amount' && values.every((value) => /^\d$/.test(value))) {
    return yielding(said('one_digit', { values: examplesOf(values) }));
  }
  if (field === 'name') {
    const share = context.people ? JOBS_BESIDE_PEOPLE : JOBS_ALONE;
    if (mostly(values, share, mayBeJobTitle) && mostly(values, share, isJobTitle))
      return refusal(said('job_titles', { values: examplesOf(values) }));
  }
  return null;
}

/** A stage or status: what some value of it means is beyond doubt, or what it is instead. */
function objectionToState(
  field: string,
  header: string,
  values: readonly string[],
  { preset, stages }: Context,
): Objection | null {
  const told = meanings(values, preset, stages);
  // A name that merely ends nothing is a guess, and no evidence of what the column is.
  if (told.some((meaning) => isKnown(meaning) || meaning.reason === 'closed_somehow')) return null;
  if (arePlaces(values, headerKey(header))) return refusal(said('place_names', { values: examplesOf(values) }));
  if (areYesNo(values, false)) return refusal(said('yes_or_no', { values: examplesOf(values) }));
  if (values.every((value) => NUMBER.test(value))) {
    return yielding(said('numbers_not_names', { values: examplesOf(values) }));
  }
  return yielding(said('no_known_value', { field }));
}

/** Whether at least a share of the values fits; asks no further once too many do not. */
function mostly(values: readonly string[], share: number, fits: (value: string) => boolean): boolean {
  let fitting = values.length;
  for (const value of values) {
    if (!fits(value)) fitting--;
    if (fitting / values.length < share) return false;
  }
  return true;
}

function yielding(why: Objection['why']): Objection {
  return { verdict: 'yield', why };
}

function refusal(why: Objection['why']): Objection {
  return { verdict: 'refuse', why, hopeless: true };
}
