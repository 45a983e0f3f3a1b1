import type { OBJECTIONS } from '../../locale/en/objections.js';
import type { Said } from '../../locale/said.js';

/** Why a column with the name of a field is not the field, or why another one goes before it. */
export interface Objection {
  readonly why: Said<keyof typeof OBJECTIONS>;
  /** `refuse`: never taken. `yield`: taken only where no other column is. */
  readonly verdict: 'refuse' | 'yield';
  /** The field is beyond doubt not in this column, so no option is named that would take it nevertheless. */
  readonly hopeless?: true;
  /** The name has two meanings, and the column is sound in the other one: `Start Date` of a contract. */
  readonly otherMeaning?: true;
}

/** Up to three values as examples. */
export function examplesOf(values: readonly string[]): string[] {
  return values.slice(0, 3).map((value) => (value.length > 40 ? `${value.slice(0, 39)}…` : value));
}
