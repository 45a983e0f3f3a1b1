import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/locale/fold.js';
import { textColumn } from '../../src/model/text-column.js';
import { firstCompany } from '../../src/normalize/company-cells.js';
import { DistinctCells } from '../../src/normalize/distinct-cells.js';
import { customersOfCells, type NameCells, namedCustomers } from '../../src/normalize/named-customers.js';
import { readCategory } from '../../src/normalize/read-columns.js';

/** Cells as a reader stores them: distinct texts as bytes, and codes. */
function cellsOf(cells: readonly string[]): NameCells {
  const { texts } = cellsOfDistinct([...new Set(cells)]);
  const codes = new Map([...new Set(cells)].map((cell, code) => [cell, code]));
  return { codes: Uint32Array.from(cells, (cell) => codes.get(cell) as number), texts };
}

/** Cells of which no two are the same. */
function cellsOfDistinct(distinct: readonly string[]): NameCells {
  const encoded = distinct.map((text) => Buffer.from(text));
  const offsets = new Uint32Array(distinct.length + 1);
  encoded.forEach(({ length }, at) => {
    offsets[at + 1] = (offsets[at] as number) + length;
  });
  const texts = { bytes: new Uint8Array(Buffer.concat(encoded)), offsets, length: distinct.length };
  return { codes: Uint32Array.from(distinct.keys()), texts };
}

/** What the column that is read from the cells tells. */
function read(cells: readonly string[]) {
  const { column } = firstCompany(readCategory(new DistinctCells(textColumn(cells))).data);
  return { account: column, ...namedCustomers(column) };
}

/** The customer of each row, however it is told. */
function customers(cells: readonly string[]): number[] {
  const { account } = read(cells);
  return [...(customersOfCells(cellsOf(cells))?.codes ?? account.codes)];
}

const word = fc.constantFrom(
  'Acme',
  'acme',
  'ACME',
  'Unit',
  'A',
  'a1',
  '1',
  '12',
  '2',
  'گروه',
  'Ácme',
  'acme\u200c',
  'n',
  'a',
  'None',
);
const gap = fc.constantFrom(' ', '  ', '-', '', ', ', '.', ' & ', '\u00a0', '/', '#');
const name = fc
  .array(fc.tuple(word, gap), { maxLength: 4 })
  .map((parts) => parts.map(([text, behind]) => text + behind).join(''));
const odd = fc.constantFrom(
  '',
  ' ',
  'N/A',
  'n/a',
  'none',
  'Unknown',
  '#REF!',
  '#N/A',
  '***',
  '* **',
  '???',
  ' Acme',
  'Acme ',
  'Acme 12',
  'Acme  12',
);
const cells = fc.array(fc.oneof(name, odd, fc.string({ maxLength: 5, unit: 'grapheme' })), { maxLength: 40 });

describe('customers told by the bytes of their cells', () => {
  it('are one in all writings of a name, numbered as rows name them', () => {
    expect(
      customers(['', 'Beta', 'ACME, Inc.', 'Acme Inc', 'n/a', 'acme inc', 'Beta', 'Unit 1 2', 'Unit 12', 'Unit 1-2']),
    ).toEqual([0, 1, 2, 2, 0, 2, 1, 3, 4, 3]);
  });

  it('are called as most deals write them', () => {
    const told = customersOfCells(
      cellsOf(['', 'Acme Inc', 'ACME Inc.', 'Other', 'ACME Inc.', ' ACME Inc.', 'acme inc']),
    );
    // Names are numbered as cells are met: 1 Acme Inc, 2 ACME Inc. (in two writings of its cell), 3 Other, 4 acme inc.
    expect(told).toMatchObject({
      codes: Uint8Array.of(0, 1, 1, 2, 1, 1, 1),
      labelOf: Uint32Array.of(0, 2, 3),
      several: [[1, 2, 4]],
    });
    expect([...(told?.deals ?? [])].slice(1)).toEqual([1, 3, 1, 1]);
  });

  it('need no list where each name is met in order, and is one of its own', () => {
    const own = { codes: null, labelOf: null, several: [], deals: new Uint32Array(0) };
    expect(customersOfCells(cellsOf(['', 'Beta', '', 'Alpha', 'Beta', 'Ácme']))).toEqual(own);
    // The last row has the first text that another row names: whoever is met first comes first.
    const { texts } = cellsOf(['', 'Beta', 'Alpha', 'Gamma']);
    for (const [codes, told] of [
      [[0, 1, 2, 3, 1], { codes: null, labelOf: null }],
      [[2, 1, 0, 3, 2], { codes: Uint8Array.of(1, 2, 0, 3, 1), labelOf: Uint32Array.of(0, 2, 1, 3) }],
      [[1, 3, 3, 0], { codes: Uint8Array.of(1, 2, 2, 0), labelOf: Uint32Array.of(0, 1, 3) }],
      [[1, 2, 2], { codes: Uint8Array.of(1, 2, 2), labelOf: Uint32Array.of(0, 1, 2) }],
    ] as const) {
      expect(customersOfCells({ codes: Uint32Array.from(codes), texts })).toMatchObject({ ...told, several: [] });
    }
  });

  it('are told from the first name on that is no company of its own, with those before it', () => {
    // Each in turn behind names that are their own: one met before, one of nothing, one of no letters, one that is cleaned.
    const names = ['', 'Beta', 'Alpha', 'Gamma', 'Delta'];
    for (const [cell, expected] of [
      ['ALPHA', [0, 1, 2, 3, 4, 2, 5]],
      ['n/a', [0, 1, 2, 3, 4, 0, 5]],
      ['***', [0, 1, 2, 3, 4, 0, 5]],
      [' Gamma', [0, 1, 2, 3, 4, 3, 5]],
    ] as const) {
      expect(customers([...names, cell, 'Omega'])).toEqual(expected);
    }
    expect(customers([...names, ' Omega ', 'Omega', 'Beta'])).toEqual([0, 1, 2, 3, 4, 5, 5, 1]);
  });

  it('are told of more names than two bytes tell apart', () => {
    const names = ['', ...Array.from({ length: 70_000 }, (_, at) => `Firm ${at}`)];
    expect(customersOfCells(cellsOfDistinct(names))).toMatchObject({ codes: null, labelOf: null });
    const told = customersOfCells(cellsOfDistinct([...names, 'FIRM 69999', 'Firm 70000']));
    expect([...(told?.codes?.subarray(69_999) ?? [])]).toEqual([69_999, 70_000, 70_000, 70_001]);
    expect(told?.several).toEqual([[70_000, 70_001]]);
  });

  it('are left to whoever reads the texts where a cell names several, or a module', () => {
    expect(customersOfCells(cellsOf(['Alpha', 'Alpha;Beta']))).toBeNull();
    expect(customersOfCells(cellsOf(['Alpha', 'Accounts::::Beta']))).toBeNull();
    // As whoever cuts it apart sees it: without the mark between the colons.
    expect(customersOfCells(cellsOf(['Alpha', 'Accounts::\u200b::Beta']))).toBeNull();
    expect(read(['Alpha', 'Accounts::\u200b::Beta', 'Beta']).account.values).toEqual(['', 'Alpha', 'Beta']);
  });

  it('are left to it, too, where thousands of names of no letter would be compared with each other', () => {
    const marks = ['*', '!', '?', '-', '+', '~', '=', '<'];
    const one = (at: number): string =>
      Array.from({ length: 4 }, (_, place) => marks[(at >> (3 * place)) & 7]).join('');
    const names = Array.from({ length: 4096 }, (_, at) => `.${one(at)}`);
    expect(customersOfCells(cellsOf(names))).not.toBeNull();
    expect(customersOfCells(cellsOf([' .*', ...names]))).toBeNull();
  });

  it('are those that the column tells which is read from the cells', () => {
    fc.assert(
      fc.property(cells, fc.boolean(), (named, isEmptyFirst) => {
        const some = isEmptyFirst ? ['', ...named] : named;
        fc.pre(!some.map(cleanText).some((cell) => cell.includes(';') || cell.includes('::::')));
        const told = customersOfCells(cellsOf(some));
        const { account, ...right } = read(some);
        expect({
          ...told,
          codes: [...(told?.codes ?? account.codes)],
          deals: [...(told?.deals ?? [])].slice(1),
        }).toEqual({
          ...right,
          codes: [...(right.codes ?? account.codes)],
          deals: [...right.deals].slice(1),
        });
      }),
      { numRuns: 500 },
    );
  });
});
