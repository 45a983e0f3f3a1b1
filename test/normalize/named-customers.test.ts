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
  const distinct = [...new Set(cells)];
  const encoded = distinct.map((text) => Buffer.from(text));
  const offsets = new Uint32Array(distinct.length + 1);
  encoded.forEach(({ length }, at) => {
    offsets[at + 1] = (offsets[at] as number) + length;
  });
  const texts = { bytes: new Uint8Array(Buffer.concat(encoded)), offsets, length: distinct.length };
  return { codes: Uint32Array.from(cells, (cell) => distinct.indexOf(cell)), texts };
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
      fc.property(cells, (some) => {
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
