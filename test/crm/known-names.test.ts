import { expect, it } from 'vitest';
import { genericAliases, NAMED_ROLES } from '../../src/crm/aliases.js';
import { presets } from '../../src/crm/catalogue/index.js';
import type { PresetDefinition } from '../../src/crm/definition.js';
import { headerKey } from '../../src/crm/header.js';
import { knownNames } from '../../src/crm/known-names.js';
import { headerScore } from '../../src/crm/recognize.js';

const all: readonly PresetDefinition[] = presets;

it('finds every general name of every field under its key, with and without names of a CRM', () => {
  for (const preset of all.filter(({ id }) => id === 'generic' || id === 'hubspot')) {
    for (const role of NAMED_ROLES) {
      const names = knownNames(preset, role);
      for (const [field, aliases] of Object.entries(genericAliases(role))) {
        for (const [rank, name] of aliases.entries()) {
          const found = names.named(headerKey(name)).filter((one) => one.field === field && one.name === name);
          const general = found.filter(({ own }) => !own).map((one) => one.rank);
          if (!general.includes(rank)) throw new Error(`${role}, ${field}: ${name} is not found`);
        }
      }
    }
  }
});

it('finds no name under the key of another', () => {
  const [general] = all.filter(({ id }) => id === 'generic');
  for (const name of general === undefined ? [] : knownNames(general, 'deals').named('deal value')) {
    expect(headerKey(name.name)).toBe('deal value');
  }
  expect(general === undefined ? [] : knownNames(general, 'deals').named('no such name')).toEqual([]);
});

it('takes every name of a column that some CRM has for one', () => {
  for (const { columns, ignore = [] } of all) {
    const names = Object.values(columns).flatMap((fields) => Object.values(fields as Record<string, string[]>).flat());
    for (const name of [...names, ...ignore]) expect(headerScore([name]), name).toBe(1);
  }
});
