import { describe, expect, it } from 'vitest';
import { generic } from '../../src/crm/catalogue/generic.js';
import type { FieldKind } from '../../src/model/fields.js';
import { fieldsOf, type Role } from '../../src/model/fields.js';
import { assign, candidates } from '../../src/normalize/mapping.js';
import { LABELLED, NO_FIELD } from './labelled-headers.js';

/** What cells of one kind can be read as. */
const FITS: Readonly<Record<FieldKind, readonly FieldKind[]>> = {
  text: ['text', 'category'],
  category: ['text', 'category'],
  day: ['day', 'text'],
  money: ['money', 'number', 'text'],
  number: ['money', 'number', 'text', 'category'],
  ratio: ['ratio', 'number', 'text'],
  boolean: ['boolean', 'text', 'category'],
};

/** The field that a column with this header and cells of a kind is taken for, in a table of a role that no CRM wrote. */
function fieldFor(header: string, role: Role, cells: FieldKind): string | null {
  const { fields } = assign(
    candidates([header], role, generic, new Map()),
    [header],
    role,
    (_column, _field, kind) => ({
      share: FITS[cells].includes(kind) ? 1 : 0,
      filled: 20,
    }),
  );
  return [...fields.keys()][0] ?? null;
}

interface Tried {
  readonly header: string;
  readonly label: string;
  readonly from: string;
  readonly wanted: string | null;
  readonly got: string | null;
}

const names = (list: string): string[] => list.split(' | ');

const tried: Tried[] = [
  ...LABELLED.flatMap(({ where, language, role = 'deals', fields }) =>
    Object.entries(fields).flatMap(([field, list]) =>
      names(list).map((header) => ({
        header,
        label: `${field} (${role})`,
        from: `${where}, ${language}`,
        wanted: field,
        got: fieldFor(header, role, fieldsOf(role)[field]?.kind ?? 'text'),
      })),
    ),
  ),
  ...(Object.entries(NO_FIELD) as [FieldKind, string][]).flatMap(([cells, list]) =>
    names(list).map((header) => ({
      header,
      label: 'none',
      from: cells,
      wanted: null,
      got: fieldFor(header, 'deals', cells),
    })),
  ),
];

describe('the labelled set of headers', () => {
  const wrong = tried.filter(({ wanted, got }) => got !== null && got !== wanted);
  const missed = tried.filter(({ wanted, got }) => wanted !== null && got === null);
  const right = tried.filter(({ wanted, got }) => wanted !== null && got === wanted).length;
  const fields = tried.filter(({ wanted }) => wanted !== null).length;
  const mapped = right + wrong.length;
  console.log(
    `${tried.length} headers, ${fields} with a field: precision ${((right / mapped) * 100).toFixed(1)} %, recall ${((right / fields) * 100).toFixed(1)} %` +
      missed.map(({ header, label }) => `\n  missed: ${header} → ${label}`).join(''),
  );

  it('is large enough to say something', () => {
    expect(tried.length).toBeGreaterThanOrEqual(700);
    expect(tried.length - fields).toBeGreaterThanOrEqual(200);
  });

  it('has no wrong mapping', () => {
    expect(wrong.map(({ header, label, got }) => `${header}: ${got}, not ${label}`)).toEqual([]);
  });

  it('finds at least 97 of 100 fields', () => {
    expect(right / fields).toBeGreaterThanOrEqual(0.97);
  });
});
