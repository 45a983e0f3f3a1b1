import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KernelTable } from '../../../src/load/kernel/table.js';
import type { ValueKind } from '../../../src/load/raw-table.js';
import { profileOf } from '../../../src/load/several-tables.js';
import { NO_PLACE, type PlacedFile, type StoredPlaces } from '../../../src/model/stored-places.js';
import { cellText, type TextColumn } from '../../../src/model/text-column.js';
import { kernelHere } from '../../support/kernel.js';
import { mayStay, placedFile } from '../../support/placed-file.js';
import { fillingOf, plainColumn, valuePlan } from '../../support/value-columns.js';

/** Enough texts that a store gives its dictionary up; none of them stays in the file. */
const FILLING = fillingOf.places;
const VALUES = new Map<number, ValueKind>([[1, 'places']]);
const SECOND = { headerRow: 0, lookedTo: 0, firstLine: 0 };
/** With a column behind that tells records from other rows, whatever the cell is. */
const HEADER = ['ID', 'Cell', 'Note'];
const TABLE = { header: HEADER, columns: 3, profile: profileOf(HEADER, []) };

const stored = (column: TextColumn): StoredPlaces | null =>
  column.kind === 'plain' && column.stored?.kind === 'places' ? column.stored : null;
const textsOf = (column: TextColumn): string[] =>
  Array.from({ length: column.length }, (_, row) => cellText(column, row));

/** A cell as CSV has it: `quoted` where it need not be. */
function written(cell: string, quoted: boolean): string {
  return quoted || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Records of the cells; those at every third row are in quotes. */
function recordsOf(cells: readonly string[], { end = '\n', first = 0 } = {}): string {
  return cells.map((cell, row) => `D${first + row}x,${written(cell, (first + row) % 3 === 0)},a note${end}`).join('');
}

/** Reads a file, or a part of it, in pieces of so many bytes. */
function feed(table: KernelTable, bytes: Uint8Array, piece: number): void {
  for (let at = 0; at < bytes.length; at += piece) {
    if (!table.feed(bytes.subarray(at, at + piece), false)) throw new Error('declined');
  }
}

function finished(table: KernelTable): TextColumn {
  if (!table.feed(new Uint8Array(0), true)) throw new Error('declined');
  return columnOf(table);
}

function columnOf(table: KernelTable): TextColumn {
  const column = table.finish().columns.get(1);
  if (column === undefined) throw new Error('no column');
  return column;
}

interface Reading {
  readonly piece?: number;
  /** Bytes before the header, which nobody gives the reader. */
  readonly skipped?: string;
}

/** The second column of a table whose records are given. */
function columnIn(records: string, { piece = 1 << 20, skipped = '' }: Reading = {}): TextColumn {
  const content = Buffer.from(`${skipped}ID,Cell,Note\n${records}`);
  const firstByte = Buffer.byteLength(skipped);
  const inFile = placedFile(content);
  const table = new KernelTable(kernelHere(), valuePlan(VALUES, { ...TABLE, inFile, firstByte }), () => 0);
  feed(table, content.subarray(firstByte), piece);
  return finished(table);
}

/** The same of two readers in one memory, the second of which reads the cells from `from` on. */
function columnOfTwo(cells: readonly string[], looked: number, from: number): TextColumn {
  const head = Buffer.from(`ID,Cell,Note\n${recordsOf(cells.slice(0, looked))}`);
  const middle = Buffer.from(recordsOf(cells.slice(looked, from), { first: looked }));
  const behind = Buffer.from(recordsOf(cells.slice(from), { first: from }));
  const firstByte = head.length + middle.length;
  const inFile: PlacedFile = placedFile(Buffer.concat([head, middle, behind]));
  const parts = kernelHere();
  const table = new KernelTable(parts, valuePlan(VALUES, { ...TABLE, inFile }), () => 0);
  feed(table, head, 10_007);
  const places = table.planPart(firstByte, firstByte + behind.length);
  if (places === null) throw new Error('no room');
  const second = new KernelTable(parts, valuePlan(VALUES, { ...TABLE, ...SECOND, inFile, firstByte }), () => 0, places);
  feed(table, middle, 10_007);
  feed(second, behind, 4001);
  if (!second.feed(new Uint8Array(0), true) || !table.absorb(second.detach())) throw new Error('declined');
  return columnOf(table);
}

/** What was stored of cells that come behind the filling: those that may stay are in the file, the others are texts. */
function expectStored(column: TextColumn, cells: readonly string[]): void {
  const places = stored(column);
  if (places === null) throw new Error('not stored as places');
  const from = column.length - cells.length;
  const isIn = Array.from(places.places.subarray(from), (place) => place !== NO_PLACE);
  expect(isIn).toEqual(cells.map(mayStay));
  expect(places.empty).toBe(cells.filter((cell) => cell === '').length);
  const others = cells.flatMap((cell, row) => (cell !== '' && !mayStay(cell) ? [row + from] : []));
  expect([...places.others.rows].filter((row) => row >= from)).toEqual(others);
}

const ODD = [
  '',
  'Order 1 for plant',
  'ساختمان ۱۲',
  'Café 12',
  ' begins with space',
  'ends with space ',
  '=1+1',
  'why?',
  'a "word"',
  'one, two',
  'one\ntwo',
  'one\r\ntwo',
  'tab\there',
  'Latest order',
  'Order of TESTS',
  'dEmo',
  'tes',
  'te',
  'Order te',
  'x'.repeat(2),
  'axxxb',
  'a'.repeat(119),
  'a'.repeat(120),
  'a'.repeat(121),
  'a'.repeat(300),
  'del\u007f',
  '😀',
  '-',
  '0',
  'Z',
];

describe('texts that stay in the file', () => {
  it('are those that are like most, each with its own text', () => {
    const cells = [...FILLING, ...ODD, ...ODD.toReversed(), 'Last'];
    const column = columnIn(recordsOf(cells));
    expectStored(column, cells.slice(FILLING.length));
    expect(textsOf(column)).toEqual(cells);
    const plain = plainColumn(cells);
    if (column.kind !== 'plain') throw new Error('no plain column');
    expect(Buffer.from(column.bytes).equals(Buffer.from(plain.bytes))).toBe(true);
    expect([...column.offsets]).toEqual([...plain.offsets]);
  });

  it('are found behind line ends of two bytes, a byte order mark, what is skipped, and at the end of the file', () => {
    const cells = [...FILLING, ...ODD, 'Last one'];
    for (const skipped of ['', '\ufeff', 'sep=,\r\n']) {
      for (const end of ['\n', '\r\n', '\r']) {
        const records = recordsOf(cells, { end }).slice(0, -end.length);
        expect(textsOf(columnIn(records, { skipped }))).toEqual(cells);
      }
    }
  });

  it('are the same wherever the file is cut into pieces', () => {
    const cells = [...FILLING, ...ODD, ...FILLING.slice(0, 60), ...ODD];
    const records = recordsOf(cells);
    for (const piece of [1009, 65_537, 200_003]) expect(textsOf(columnIn(records, { piece }))).toEqual(cells);
    // Nearly every cut of the records behind the filling, and pieces that hold no record.
    const tail = Buffer.from(recordsOf(cells.slice(FILLING.length), { first: FILLING.length }));
    const head = Buffer.from(`ID,Cell,Note\n${recordsOf(FILLING)}`);
    const inFile = placedFile(Buffer.concat([head, tail]));
    for (const piece of [1, 2, 3, 17, 64, 1000]) {
      const table = new KernelTable(kernelHere(), valuePlan(VALUES, { ...TABLE, inFile }), () => 0);
      feed(table, head, 1 << 20);
      feed(table, tail, piece);
      const column = finished(table);
      expectStored(column, cells.slice(FILLING.length));
      expect(textsOf(column).slice(FILLING.length)).toEqual(cells.slice(FILLING.length));
    }
  });

  it('are none of records that are handed back, which come as texts', () => {
    const cells = FILLING.concat('Common', 'Common too');
    const records = `${recordsOf(FILLING)}D1x,Common,a note\n  ,Common too,a note\n`;
    const column = columnIn(records);
    expect(textsOf(column)).toEqual(cells);
    expect([...(stored(column)?.others.rows ?? [])].slice(-1)).toEqual([cells.length - 1]);
  });

  it('are the same of two readers, wherever the second begins', () => {
    const more = Array.from({ length: 3000 }, (_, row) => ODD[row % 97] ?? `Deal ${row}, phase ${row % 7}`);
    const cells = [...FILLING, ...more];
    for (const [looked, from] of [
      [FILLING.length + 100, FILLING.length + 1500],
      [FILLING.length + 1, FILLING.length + 2],
      [1000, FILLING.length + 700],
      [1000, 2000],
      [1000, 11_200],
    ] as const) {
      const column = columnOfTwo(cells, looked, from);
      expect(textsOf(column)).toEqual(cells);
      expect(stored(column)).not.toBeNull();
    }
    // The second reader's dictionary is none from its first row on.
    const behind = more.slice(1500);
    expectStored(columnOfTwo(cells, FILLING.length + 100, FILLING.length + 1500), more);
    expect(behind.filter(mayStay).length).toBeGreaterThan(1000);
  });

  it('are none where half of the first ones may not', () => {
    const odd = FILLING.map((text, row) => (row % 20 < 11 ? `«${text}»` : text));
    expect(stored(columnIn(recordsOf(odd)))).toBeNull();
    const some = FILLING.map((text, row) => (row % 20 < 9 ? `«${text}»` : text));
    const column = columnIn(recordsOf(some));
    expect(stored(column)).not.toBeNull();
    expect(textsOf(column)).toEqual(some);
  });

  it('may be few where the first ones were like most', () => {
    const cells = [...FILLING, ...FILLING.map((text) => `${text}؟`)];
    const column = columnIn(recordsOf(cells));
    expect(stored(column)).not.toBeNull();
    expect(textsOf(column)).toEqual(cells);
    expect(textsOf(columnOfTwo(cells, FILLING.length + 5, FILLING.length + 3000))).toEqual(cells);
    // More other texts, and longer ones, than what was looked at promised, in one part or both.
    const common = Array.from({ length: 30_000 }, (_, row) => `Deal ${row}`);
    const other = Array.from({ length: 24_000 }, (_, row) => `${row} «${'x'.repeat(row % 120)}»`);
    const looked = FILLING.length + common.length;
    const all = [...FILLING, ...common, ...other];
    for (const from of [looked + 1, looked + 12_000, all.length - 1]) {
      expect(textsOf(columnOfTwo(all, looked, from))).toEqual(all);
    }
  });

  it('are none of a dictionary, and none where no file is told', () => {
    const few = Array.from({ length: 20_000 }, (_, row) => `Order ${row % 50}`);
    expect(columnIn(recordsOf(few)).kind).toBe('dictionary');
    const table = new KernelTable(kernelHere(), valuePlan(VALUES, TABLE), () => 0);
    feed(table, Buffer.from(`ID,Cell,Note\n${recordsOf(FILLING)}`), 1 << 20);
    const column = finished(table);
    expect([column.kind, stored(column)]).toEqual(['plain', null]);
  });

  it('have the texts that are stored where none stays, whatever they are', () => {
    const near = fc.oneof(
      fc.stringMatching(/^[ -~]{0,40}$/),
      fc.stringMatching(/^[A-Za-z0-9][ -~]{0,130}$/),
      fc.stringMatching(/^[A-Za-z ]{0,20}(?:t[eE]?s|dem|xx|lor)[a-z]{0,3}$/),
      fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\0', '').replaceAll('\ufffd', '')),
      fc.constantFrom(...ODD),
    );
    // Lone surrogates are no UTF-8.
    const cell = near.map((text) => Buffer.from(text).toString().replaceAll('\ufffd', ''));
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 50, max: 5000 }),
        (some, piece) => {
          const cells = [...FILLING, ...some];
          const column = columnIn(recordsOf(cells), { piece });
          expect(textsOf(column).slice(FILLING.length)).toEqual(some);
          expectStored(column, some);
        },
      ),
      { numRuns: 60 },
    );
  });
});
