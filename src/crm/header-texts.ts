import { fieldsOf } from '../model/fields.js';
import { genericAliases, NAMED_ROLES } from './aliases.js';
import { presets } from './catalogue/index.js';
import type { PresetDefinition } from './definition.js';
import { headerKey } from './header.js';
import { ORDER_ALIASES } from './order-log.js';

/**
 * The comparison forms of names, one a line: by role, of the general names of its fields, field by field; `any`: of all
 * columns that some CRM has.
 */
export const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    NAMED_ROLES.map((role) => {
      const aliases = genericAliases(role);
      const names = Object.keys(fieldsOf(role)).flatMap((field) => aliases[field] ?? []);
      return [role, names.map(headerKey).join('\n')];
    }),
  ),
  any: [...new Set([...allNames()].map(headerKey))].join('\n'),
};

function allNames(): string[] {
  return [
    ...(presets as readonly PresetDefinition[]).flatMap(({ columns, ignore = [] }) => [
      ...Object.values(columns).flatMap((fields) => Object.values(fields as Record<string, readonly string[]>).flat()),
      ...ignore,
    ]),
    ...Object.values(ORDER_ALIASES).flat(),
  ];
}
