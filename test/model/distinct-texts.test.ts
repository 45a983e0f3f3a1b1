import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryAt, categoryColumn } from '../../src/model/column.js';
import {
  codeOfEmpty,
  distinctTexts,
  textOfCode,
  UnmadeCategory,
  UnmadeDictionary,
} from '../../src/model/distinct-texts.js';
import { RowPick } from '../../src/model/pick-rows.js';
import { cellText, type DictionaryColumn, forEachCell, textColumn } from '../../src/model/text-column.js';
import { KeptTexts } from '../../src/model/written-texts.js';
import { keptTextsOf, unmadeCategory, unmadeDictionary, writtenTextsOf } from '../support/written-texts.js';

const NAMES = Array.from({ length: 40 }, (_, code) => (code === 0 ? '' : `شرکت ${code}`));

/** Texts that tell how often all of them were made, and how often one. */
function counted(values: readonly string[]) {
  const made = { all: 0, one: 0 };
  const kept = new KeptTexts(writtenTextsOf(values), {
    all() {
      made.all++;
      return values;
    },
    one(code) {
      made.one++;
      return values[code] as string;
    },
  });
  return { made, kept };
}

const cell = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.constantFrom('', 'Acme', 'İzmir', 'شرکت', '東京', '😀', 'e\u0301', '\0', '\ufeffA'),
);

describe('texts that are made when somebody asks', () => {
  it('are the same one by one and all at once, in whatever order they are asked for', () => {
    const asked = fc.array(fc.nat(29), { maxLength: 60 });
    fc.assert(
      fc.property(fc.uniqueArray(cell, { minLength: 1, maxLength: 30 }), asked, (values, codes) => {
        const kept = keptTextsOf(values);
        expect(codes.map((code) => kept.text(code))).toEqual(codes.map((code) => values[code] ?? ''));
        expect(kept.values).toEqual(values);
        expect(codes.map((code) => kept.text(code))).toEqual(codes.map((code) => values[code] ?? ''));
        expect(kept.values).toBe(kept.values);
      }),
    );
  });

  it('are there for codes that there are', () => {
    for (const values of [['A'], ['', 'B', 'C']]) {
      const kept = keptTextsOf(values);
      expect([kept.text(-1), kept.text(values.length)]).toEqual(['', '']);
    }
  });

  it('are made one by one for few, and all at once for somebody who goes through them', () => {
    const { made, kept } = counted(NAMES);
    const column = new UnmadeCategory(Uint8Array.of(3, 0, 3), kept);
    expect([distinctTexts(column), codeOfEmpty(column), column.codes.length]).toEqual([40, 0, 3]);
    expect(categoryAt(column, 2)).toBe('شرکت 3');
    expect(made).toEqual({ all: 0, one: 1 });
    for (let code = 0; code < 40; code++) expect(textOfCode(column, code)).toBe(NAMES[code]);
    // Half of them one by one, the one above among these.
    expect(made).toEqual({ all: 1, one: 20 });
    expect(column.values).toBe(NAMES);
    expect(made).toEqual({ all: 1, one: 20 });
  });

  it('are asked for by nobody who copies the column to where another has its texts', () => {
    const { made, kept } = counted(NAMES);
    const columns = [new UnmadeCategory(Uint8Array.of(1), kept), new UnmadeDictionary(Uint8Array.of(1), kept)];
    expect(made).toEqual({ all: 0, one: 0 });
    for (const column of columns) {
      for (const copy of [{ ...column }, structuredClone(column)]) {
        expect(copy.values).toEqual(NAMES);
        expect('unmade' in copy).toBe(false);
        expect(copy).toEqual({ ...column });
      }
    }
  });
});

describe('columns of such texts', () => {
  const cells = fc.array(cell, { maxLength: 30 });

  it('say of cells what those say that have their texts', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        const column = textColumn(texts) as DictionaryColumn;
        const unmade = (): UnmadeDictionary => unmadeDictionary(column);
        expect(distinctTexts(unmade())).toBe(distinctTexts(column));
        expect(codeOfEmpty(unmade())).toBe(column.values.indexOf(''));
        const read = unmade();
        expect([...texts, ''].map((_, row) => cellText(read, row))).toEqual([...texts, '']);
        const visited = (one: DictionaryColumn): [string, number][] => {
          const found: [string, number][] = [];
          forEachCell(one, (text, count) => found.push([text, count]));
          return found;
        };
        expect(visited(unmade())).toEqual(visited(column));
        expect({ ...unmade() }).toEqual(column);
        const rows = Uint32Array.from({ length: Math.ceil(texts.length / 2) }, (_, at) => 2 * at);
        expect(new RowPick(rows).cells<DictionaryColumn>(unmade())).toEqual(new RowPick(rows).cells(column));
      }),
    );
  });

  it('say of categories what those say that have their texts', () => {
    fc.assert(
      fc.property(cells, (texts) => {
        const column = categoryColumn(texts);
        const unmade = unmadeCategory(column);
        expect(codeOfEmpty(unmadeCategory(column))).toBe(0);
        expect(texts.map((_, row) => categoryAt(unmade, row))).toEqual(texts);
        expect({ ...unmadeCategory(column) }).toEqual(column);
      }),
    );
  });
});
