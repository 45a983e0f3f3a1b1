import { describe, expect, it } from 'vitest';
import { presets } from '../../src/crm/catalogue/index.js';
import type { PresetDefinition } from '../../src/crm/definition.js';
import { headerKey } from '../../src/crm/header.js';
import { foldText } from '../../src/locale/fold.js';
import { DEAL_FIELDS } from '../../src/model/fields.js';
import { OUTCOMES } from '../../src/model/outcome.js';

/** A flag and a day may share a name, `Closed`: the cells tell which it is. */
function cellsTell(one: string, other: string): boolean {
  const kinds = [one, other].map((field) => DEAL_FIELDS[field as keyof typeof DEAL_FIELDS]?.kind);
  return kinds.includes('boolean') && kinds.includes('day');
}

describe.each((presets as readonly PresetDefinition[]).map((preset) => [preset.id, preset] as const))(
  'the preset %s',
  (_, preset) => {
    const roles = Object.entries(preset.columns) as [string, Record<string, readonly string[]>][];

    it('names no column twice for two fields of a role, and none emptily', () => {
      const clashes = roles.flatMap(([role, fields]) => {
        const taken = new Map<string, string>();
        return Object.entries(fields).flatMap(([field, names]) =>
          [...new Set(names.map(headerKey))].flatMap((key) => {
            const before = taken.get(key);
            taken.set(key, field);
            const told = before !== undefined && cellsTell(before, field);
            return key === '' || (before !== undefined && !told) ? [`${role}: "${key}" is ${before} and ${field}`] : [];
          }),
        );
      });
      expect(clashes).toEqual([]);
    });

    it('ignores none of the columns that it names', () => {
      const ignored = new Set((preset.ignore ?? []).map(headerKey));
      const both = roles.flatMap(([, fields]) =>
        Object.values(fields).flatMap((names) => names.filter((name) => ignored.has(headerKey(name)))),
      );
      expect(both).toEqual([]);
    });

    it('gives no stage two outcomes', () => {
      const taken = new Map<string, string>();
      const clashes = OUTCOMES.flatMap((outcome) =>
        (preset.outcomes?.[outcome] ?? []).flatMap((name) => {
          const before = taken.get(foldText(name));
          taken.set(foldText(name), outcome);
          return before === undefined || before === outcome ? [] : [`"${name}" is ${before} and ${outcome}`];
        }),
      );
      expect(clashes).toEqual([]);
    });

    it('says where it was read off', () => {
      expect(preset.source.length).toBeGreaterThan(20);
      expect(preset.fingerprint.length > 0).toBe(preset.id !== 'generic');
    });
  },
);
