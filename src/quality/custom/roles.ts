/** Rules about records that are no deals: they are judged by their own columns, in their own rows and files. */
import type { Findings, PlaceFindings, Rule } from '../definition.js';
import { dealEntity } from '../fingerprint.js';
import type { RuleRole, RuleTable, RuleTables } from './definition.js';

/** A rule about the records of a role, as `check` runs it over deals. */
export function aboutRole(
  on: RuleRole = 'deals',
  tables: RuleTables | null,
  make: (table: RuleTable | null) => Rule,
): Rule {
  if (on === 'deals') return make(tables);
  const table = tables?.beside?.[on] ?? null;
  const rule = make(table);
  const beside: Rule = { ...rule, scope: 'row', needs: [], wants: [], ofOthers: true };
  if (table === null) return tables === null ? beside : { ...beside, noFile: on };
  return { ...beside, check: (context) => inPlaces(rule.check(context), table) };
}

/** Violations of records that are no deals, by their places. */
function inPlaces(found: Findings<unknown>, { deals }: RuleTable): PlaceFindings<unknown> {
  if ('places' in found) return found;
  return {
    checked: found.checked,
    places: Array.from(found.rows, (row, index): PlaceFindings<unknown>['places'][number] => {
      const { entity, label } = dealEntity(deals, row);
      const violation = found.describe(row, index);
      const named = violation.field ?? violation.column ?? '';
      return {
        ...violation,
        place: violation.place ?? deals.place(row),
        entity: `${entity}\n${named}`,
        ...(label === null ? {} : { record: label }),
      };
    }),
  };
}
