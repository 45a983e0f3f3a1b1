import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KernelTable } from '../../../src/load/kernel/table.js';
import type { ValueKind } from '../../../src/load/raw-table.js';
import { profileOf } from '../../../src/load/several-tables.js';
import type { StoredIds } from '../../../src/model/stored-ids.js';
import { cellText, type TextColumn } from '../../../src/model/text-column.js';
import { kernelHere } from '../../support/kernel.js';
import { plainColumn } from '../../support/plain-column.js';
import { storedColumn, storedColumnOfTwo, valuePlan } from '../../support/value-columns.js';

/** Enough ids that a store gives its dictionary up. */
const MANY = 8300;
const padded = (width: number) => (number: number) => String(number).padStart(width, '0');
const many = (textOf: (number: number) => string): string[] => Array.from({ length: MANY }, (_, row) => textOf(row));

/** Kinds of ids, with what is told of their form. */
const FORMS: readonly (readonly [string, (number: number) => string, string, number])[] = [
  ['zeros in front', (number) => `D-${padded(8)(number)}`, 'D-', 8],
  ['a number that grows', (number) => `INV ${number * 3}`, 'INV ', 0],
  ['nothing but a number', String, '', 0],
  ['nothing but digits', padded(9), '', 9],
  ['more digits than a word has', (number) => `1234567${padded(9)(number * 1000)}`, '1234567', 9],
  ['a digit', (number) => `order ${Math.floor(number / 10)}#${number % 10}`, '', -1],
  ['no ASCII', (number) => `شماره-${number}`, '', -1],
  ['a long beginning', (number) => `abcdefghijklmnopq${number}`, '', -1],
  ['space first', (number) => ` ${number}`, '', -1],
  ['letters last', (number) => `${number}x`, '', -1],
];

const stored = (column: TextColumn): StoredIds | null =>
  column.kind === 'plain' && column.stored?.kind === 'ids' ? column.stored : null;
const textsOf = (column: TextColumn): string[] =>
  Array.from({ length: column.length }, (_, row) => cellText(column, row));
const bytesOf = (column: TextColumn): unknown =>
  column.kind === 'plain' ? [Buffer.from(column.bytes).toString('latin1'), [...column.offsets]] : null;

/** Cells near an id of some form, and others. */
function cellsNear(textOf: (number: number) => string): fc.Arbitrary<string> {
  const id = fc.oneof(fc.nat(20_000), fc.nat(999_999_999)).map(textOf);
  const changed = fc.tuple(id, fc.nat(20), fc.stringMatching(/^[ -~]{0,2}$/)).map(([text, at, other]) => {
    return text.slice(0, at) + other + text.slice(at + 1);
  });
  return fc.oneof(
    id,
    changed,
    fc
      .tuple(fc.constantFrom(' ', '0', '-', '\t', '9'), id, fc.constantFrom('', ' ', '0'))
      .map((parts) => parts.join('')),
    fc.stringMatching(/^\d{0,18}$/),
    fc.constantFrom(
      '',
      '',
      '0',
      '00',
      'D-',
      '۱۲۳',
      'D-۰۰۰۰۰۰۰۱',
      '"',
      'D-"00000001',
      '-1',
      '+1',
      '1e5',
      '😀',
      'N/A',
      'D-1\nD-2',
    ),
  );
}

describe.each(FORMS)('ids with %s', (_, textOf, beginning, digits) => {
  const isStored = digits >= 0;

  it(isStored ? 'are stored as numbers' : 'are stored as texts', () => {
    const cells = many(textOf);
    const column = storedColumn('ids', cells);
    const ids = stored(column);
    expect(ids !== null).toBe(isStored);
    expect(textsOf(column)).toEqual(cells);
    if (ids === null) return;
    expect([Buffer.from(ids.form.beginning).toString(), ids.form.digits]).toEqual([beginning, digits]);
    expect([...ids.ids]).toEqual(cells.map((cell) => Number(cell.slice(beginning.length))));
    expect([ids.empty, ids.others.rows.length]).toEqual([0, 0]);
  });

  it('give back whatever else stands among them, byte for byte', () => {
    const filling = many(textOf);
    fc.assert(
      fc.property(fc.array(cellsNear(textOf), { minLength: 1, maxLength: 300 }), (cells) => {
        const all = [...filling, ...cells];
        const column = storedColumn('ids', all);
        expect(stored(column) !== null).toBe(isStored);
        expect(textsOf(column).slice(MANY)).toEqual(cells);
        expect(bytesOf(column)).toEqual(bytesOf(plainColumn(all)));
        if (isStored) expect(stored(column)?.empty).toBe(cells.filter((cell) => cell === '').length);
      }),
      { numRuns: 8 },
    );
  });
});

const D = (number: number): string => `D-${padded(8)(number)}`;
const E = (number: number): string => `E-${padded(8)(number)}`;
const X = (number: number): string => `X${number}`;
const word = (number: number): string => `${number}~`;
const rows = (count: number, textOf: (number: number) => string, from = 0): string[] =>
  Array.from({ length: count }, (_, row) => textOf(from + row));

describe('ids of two readers', () => {
  const mixed = fc.sample(cellsNear(D), { numRuns: 300, seed: 7 });
  /** The cells, those that are read before the plan, those of the first part; whether they are numbers in the end. */
  const cases: readonly (readonly [string, readonly string[], number, number, boolean])[] = [
    ['of one form', [...rows(9000, D), ...mixed, ...rows(9000, D, 20_000)], 8500, 9200, true],
    ['planned as a dictionary', [...rows(9000, D), ...mixed, ...rows(9000, D, 20_000)], 300, 9200, true],
    // Whatever follows, so few and odd ones are planned to be texts.
    ['few here, most of them odd', [...mixed, ...rows(9000, D)], 100, 200, false],
    ['few here', [...rows(9000, D), ...mixed], 100, 200, true],
    ['few there', [...rows(9000, D), ...mixed], 8500, 9200, true],
    ['another form there', [...rows(9000, D), ...rows(9000, X)], 8500, 9000, false],
    ['another form there, unplanned', [...rows(9000, D), ...rows(9000, X)], 0, 9000, false],
    ['as long here and there, of another beginning', [...rows(9000, D), ...rows(9000, E)], 0, 9000, false],
    ['some of another form there', [...rows(12_000, D), ...rows(2000, X)], 8500, 12_000, false],
    ['a few of another form there', [...rows(12_000, D), ...rows(900, X)], 8500, 12_000, true],
    ['a form in words here', [...rows(9000, word), ...rows(9000, D)], 8500, 9000, false],
    ['a form in words there', [...rows(9000, D), ...rows(9000, word)], 8500, 9000, false],
    ['words in the end', [...rows(20_000, D), ...rows(9000, word)], 8500, 12_000, false],
    ['none there', [...rows(9000, D), ...rows(3000, () => '')], 8500, 9000, true],
  ];

  it.each(cases)('%s', (_, cells, looked, from, isStored) => {
    const column = storedColumnOfTwo('ids', cells, looked, from);
    expect(stored(column) !== null).toBe(isStored);
    expect(textsOf(column)).toEqual(cells);
    expect(bytesOf(column)).toEqual(bytesOf(plainColumn(cells)));
  });
});

it('ids are texts again where too many cells are none', () => {
  for (const others of [1000, 1100, 2700, 3300, 6000]) {
    const cells = [...rows(9000, D), ...rows(others, word), '', ...rows(500, D)];
    const column = storedColumn('ids', cells);
    // A quarter of all are 3000, beside 9000 others.
    expect(stored(column) !== null).toBe(others < 3000);
    expect(textsOf(column)).toEqual(cells);
    expect(bytesOf(column)).toEqual(bytesOf(plainColumn(cells)));
  }
});

it('other columns keep their cells while they go on growing beside ids that are texts again', () => {
  const kinds = new Map<number, ValueKind>([
    [1, 'ids'],
    [3, 'ids'],
  ]);
  const header = ['ID', 'Doubtful', 'Text', 'Order', 'Few'];
  const cellsOf = [
    (row: number): string => (row < 9000 ? D(row) : word(row)),
    (row: number): string => `text ${row * 7}`,
    (row: number): string => X(row * 3),
    (row: number): string => `few ${row % 2000} ${row % 2}`,
  ];
  // A quarter of all are no ids from row 12,000 on.
  const lines = rows(60_000, (row) => `R${row},${cellsOf.map((textOf) => textOf(row)).join(',')}\n`);
  const plan = { header, columns: 5, wanted: [1, 2, 3, 4], profile: profileOf(header, []) };
  const table = new KernelTable(kernelHere(), valuePlan(kinds, plan), () => 0);
  const bytes = Buffer.from(`${header.join(',')}\n${lines.join('')}`);
  for (let at = 0; at < bytes.length; at += 50_000)
    expect(table.feed(bytes.subarray(at, at + 50_000), false)).toBe(true);
  expect(table.feed(new Uint8Array(0), true)).toBe(true);
  const { columns } = table.finish();
  cellsOf.forEach((textOf, index) => {
    const column = columns.get(index + 1);
    if (column === undefined) throw new Error('no column');
    expect([column.length, stored(column) !== null]).toEqual([60_000, index === 2]);
    const wrong = rows(60_000, textOf).flatMap((cell, row) => (cellText(column, row) === cell ? [] : [row]));
    expect(wrong.slice(0, 5), header[index + 1]).toEqual([]);
  });
});

it('a dictionary of ids here and texts there are one column', () => {
  const cells = [...rows(600, (row) => D(row % 28)), ...rows(9000, word)];
  expect(textsOf(storedColumnOfTwo('ids', cells, 500, 600))).toEqual(cells);
});
