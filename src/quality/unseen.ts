/** Columns that were left out because most of their cells are damaged, and the rules that would have looked at them. */
import type { LoadWarning } from '../model/load-warnings.js';
import type { Rule } from './definition.js';
import { isMadeOf } from './made-of.js';
import { ruleOf } from './warning-fates.js';

const REFUSED = 'column.refused';

/**
 * The column that a rule should have looked at and that was left out; null where there is none. So many cells are
 * damaged that the rule sees none of them: that it finds nothing says nothing.
 */
export function unseenColumn(rule: Rule, warnings: readonly LoadWarning[]): string | null {
  if (rule.id === REFUSED) return null;
  const unseen = warnings.find((one) => ruleOf(one) === REFUSED && (judgesCells(rule, one) || looksAt(rule, one)));
  return unseen?.about?.column ?? null;
}

/** The selection, and the rule that tells of left out columns where one of the selected rules needs such a column. */
export function withRefused(
  selected: readonly Rule[],
  rules: readonly Rule[],
  warnings: readonly LoadWarning[],
): readonly Rule[] {
  if (selected.some(({ id }) => id === REFUSED)) return selected;
  if (selected.every((rule) => unseenColumn(rule, warnings) === null)) return selected;
  return rules.filter((rule) => rule.id === REFUSED || selected.includes(rule));
}

/** Whether the rule would tell of the column's cells, were there fewer that cannot be read. */
function judgesCells({ id }: Rule, { about }: LoadWarning): boolean {
  return ruleOf({ code: 'unreadable_cells', ...(about === undefined ? {} : { about }) }) === id;
}

function looksAt({ needs, needsAny = [], wants = [] }: Rule, { about }: LoadWarning): boolean {
  const { field, role = 'deals' } = about ?? {};
  if (field === undefined || role !== 'deals') return false;
  return [...needs, ...needsAny, ...wants].some((one) => isMadeOf(one, field));
}
