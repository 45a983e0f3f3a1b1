import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KernelTable } from '../../../src/load/kernel/table.js';
import type { ValueKind } from '../../../src/load/raw-table.js';
import { profileOf } from '../../../src/load/several-tables.js';
import { NO_DAY } from '../../../src/model/civil-day.js';
import { placedDays, type StoredDays } from '../../../src/model/stored-values.js';
import { cellText, type TextColumn } from '../../../src/model/text-column.js';
import { kernelHere } from '../../support/kernel.js';
import { placedFile } from '../../support/placed-file.js';
import { overwriteSpare } from '../../support/spare.js';
import { fillingOf, valuePlan } from '../../support/value-columns.js';

/** Enough days that a store gives its dictionary up. */
const FILLING = fillingOf.days;
const HEADER = ['ID', 'Name', 'Day', 'Note'];
const TABLE = { header: HEADER, columns: 4, wanted: [2], profile: profileOf(HEADER, []) };
const SECOND = { headerRow: 0, lookedTo: 0, firstLine: 0 };
const NAMES = ['', 'Order', '"Order, two"', '"a ""word"""', '"one\ntwo"', 'سفارش', '" "'];
const NOTES = ['a note', '', '"with ""quotes"" and, a comma"', '"lines\r\nin\rit"', 'یادداشت'];

const ODD = [
  '',
  '2024-01-31',
  '2024-01-31 08:15',
  '2024-01-31T08:15',
  '2024-01-31T23:59:59',
  '1500-01-01 00:00:00',
  '9999-12-31',
  '2024-02-30',
  '31.01.2024',
  '1402-10-11',
  '2024-01-31 24:00',
  '2024-01-31T08:15:30Z',
  '2024-01-31T08:15:30+03:30',
  'n/a',
  'یکشنبه',
  'x'.repeat(300),
];
/** What of them is a day with or without a time, by a pattern of its own. */
const isDay = (cell: string): boolean =>
  /^(1[5-9]|[2-9]\d)\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])([ T]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/.test(cell) &&
  !cell.includes('-02-30');

/** A row of a table: its day, whether the reader hands it back, for its id says nothing, and whether the header stands above once more. */
interface Row {
  readonly day: string;
  readonly back?: boolean;
  readonly below?: boolean;
}

const rowsOf = (days: readonly string[]): Row[] => days.map((day) => ({ day }));

function recordsOf(rows: readonly Row[], end = '\n', first = 0): string {
  const records = rows.map(({ day, back, below }, index) => {
    const row = first + index;
    const cell = row % 5 === 0 || /[",]/.test(day) ? `"${day.replaceAll('"', '""')}"` : day;
    const above = below === true ? `${HEADER.join(',')}${end}` : '';
    if (back === true) return `${above}  ,An order,${cell},a note${end}`;
    return `${above}D${row}x,${NAMES[row % NAMES.length]},${cell},${NOTES[row % NOTES.length]}${end}`;
  });
  return records.join('');
}

function feed(table: KernelTable, bytes: Uint8Array, piece: number): void {
  for (let at = 0; at < bytes.length; at += piece) {
    if (!table.feed(bytes.subarray(at, at + piece), false)) throw new Error('declined');
  }
}

function columnOf(table: KernelTable): TextColumn {
  const column = table.finish().columns.get(2);
  if (column === undefined) throw new Error('no column');
  return column;
}

function read(content: Buffer, kind: ValueKind, piece = 1 << 20): TextColumn {
  const values = new Map([[2, kind] as const]);
  const table = new KernelTable(kernelHere(), valuePlan(values, { ...TABLE, inFile: placedFile(content) }), () => 0);
  feed(table, content, piece);
  if (!table.feed(new Uint8Array(0), true)) throw new Error('declined');
  return columnOf(table);
}

/** The same of two readers in one memory; the second reads rows from `from` on, the first has read `looked` when it begins. */
function readTwice(rows: readonly Row[], kind: ValueKind | null, looked: number, from: number): TextColumn {
  const values = kind === null ? undefined : new Map([[2, kind] as const]);
  const head = Buffer.from(`${HEADER.join(',')}\n${recordsOf(rows.slice(0, looked))}`);
  const middle = Buffer.from(recordsOf(rows.slice(looked, from), '\n', looked));
  const behind = Buffer.from(recordsOf(rows.slice(from), '\n', from));
  const inFile = placedFile(Buffer.concat([head, middle, behind]));
  const firstByte = head.length + middle.length;
  const parts = kernelHere();
  const table = new KernelTable(parts, valuePlan(values, { ...TABLE, inFile }), () => 0);
  feed(table, head, 10_007);
  const places = table.planPart(firstByte, firstByte + behind.length);
  if (places === null) throw new Error('no room');
  const second = new KernelTable(parts, valuePlan(values, { ...TABLE, ...SECOND, inFile, firstByte }), () => 0, places);
  feed(table, middle, 10_007);
  feed(second, behind, 4001);
  if (!second.feed(new Uint8Array(0), true) || !table.absorb(second.detach())) throw new Error('declined');
  return columnOf(table);
}

const textsOf = (column: TextColumn): string[] =>
  Array.from({ length: column.length }, (_, row) => cellText(column, row));

function daysOf(column: TextColumn): StoredDays {
  if (column.kind !== 'plain' || column.stored?.kind !== 'days') throw new Error('not stored as days');
  return column.stored;
}

/** Only what is no day is among the other texts, and no time is stored. */
function expectStored(column: TextColumn, rows: readonly Row[]): void {
  const { days, others, empty } = daysOf(column);
  expect(placedDays(column)).not.toBeNull();
  expect([...days].map((day) => day !== NO_DAY)).toEqual(rows.map(({ day }) => isDay(day)));
  expect([...others.rows]).toEqual(rows.flatMap(({ day }, row) => (day !== '' && !isDay(day) ? [row] : [])));
  expect(empty).toBe(rows.filter(({ day }) => day === '').length);
}

/** The same days and other texts as of a reader that stores times, and each cell's own text. */
function expectSame(column: TextColumn, rows: readonly Row[]): void {
  expectStored(column, rows);
  const cells = rows.map(({ day }) => day);
  expect(textsOf(column)).toEqual(cells);
  if (column.kind !== 'plain') throw new Error('not plain');
  expect(Buffer.from(column.bytes).toString()).toBe(cells.join(''));
}

const ROWS: readonly Row[] = [...FILLING, ...ODD, ...ODD.toReversed(), ...FILLING.slice(0, 40)].map((day, row) => ({
  day,
  back: row % 91 === 90 && day !== '',
  below: row % 77 === 76,
}));

describe('days whose times stay in the file', () => {
  it('are the same as those whose times are stored', () => {
    const content = Buffer.from(`${HEADER.join(',')}\n${recordsOf(ROWS)}`);
    const [placed, stored] = [read(content, 'placed_days'), read(content, 'days')];
    expect(placedDays(stored)).toBeNull();
    expectSame(placed, ROWS);
    expect([...daysOf(placed).days]).toEqual([...daysOf(stored).days]);
    expect(daysOf(placed).empty).toBe(daysOf(stored).empty);
    expect(daysOf(placed).others).toEqual({
      rows: new Uint32Array(daysOf(stored).others.rows),
      bytes: new Uint8Array(daysOf(stored).others.bytes),
      offsets: new Uint32Array(daysOf(stored).others.offsets),
    });
    expect(textsOf(stored)).toEqual(textsOf(placed));
  });

  it('are found behind any line end, and wherever the file is cut into pieces', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const content = Buffer.from(`${HEADER.join(',')}${end}${recordsOf(ROWS, end).slice(0, -end.length)}`);
      for (const piece of [1 << 20, 1009, 65_537]) expectSame(read(content, 'placed_days', piece), ROWS);
    }
  });

  it('are texts of rows that are handed back, whatever stands in the file', () => {
    const rows = [...rowsOf(FILLING), { day: '2024-05-06 07:08', back: true }, { day: '2024-05-06 07:09' }];
    const content = Buffer.from(`${HEADER.join(',')}\n${recordsOf(rows)}`);
    const column = read(content, 'placed_days');
    expectSame(column, rows);
    expect(cellText(column, FILLING.length)).toBe('2024-05-06 07:08');
  });

  it('are the same of two readers, wherever the second begins and whatever the first knew by then', () => {
    for (const [looked, from] of [
      [FILLING.length + 5, FILLING.length + 30],
      [8200, 8250],
      [1000, 8250],
      [1000, 4000],
      [10, ROWS.length - 5],
    ] as const) {
      expectSame(readTwice(ROWS, 'placed_days', looked, from), ROWS);
    }
  });

  it('are the same in any table', () => {
    const row = fc.record({ day: fc.constantFrom(...ODD), back: fc.boolean(), below: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 120 }),
        fc.nat(),
        fc.array(fc.nat(), { maxLength: 30 }),
        (more, at, asked) => {
          const rows = [...rowsOf(FILLING), ...more];
          const from = FILLING.length + (at % (more.length + 1));
          const [column, texts] = (['placed_days', null] as const).map((kind) =>
            readTwice(rows, kind, FILLING.length - (at % 900), from),
          );
          if (column === undefined || texts === undefined) throw new Error('not read');
          // Rows without an id may be notes, which no reader keeps: only the texts of all others are known.
          const kept = rowsOf(textsOf(texts));
          expect(kept.slice(0, FILLING.length)).toEqual(rowsOf(FILLING));
          for (const place of asked) {
            const index = place % kept.length;
            expect(cellText(column, index)).toBe(kept[index]?.day);
          }
          expectSame(column, kept);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are found where all is written over that the reader gives to others', () => {
    const rows = rowsOf(Array.from({ length: 100_000 }, (_, row) => FILLING[row % FILLING.length] ?? ''));
    const content = Buffer.from(`${HEADER.join(',')}\n${recordsOf(rows)}`);
    const values = new Map([[2, 'placed_days' as const]]);
    const table = new KernelTable(kernelHere(), valuePlan(values, { ...TABLE, inFile: placedFile(content) }), () => 0);
    feed(table, content, 1 << 20);
    if (!table.feed(new Uint8Array(0), true)) throw new Error('declined');
    const { columns, spare } = table.finish();
    expect(spare?.parts.length).toBeGreaterThan(0);
    overwriteSpare(spare);
    const column = columns.get(2);
    if (column === undefined) throw new Error('no column');
    for (let row = 0; row < rows.length; row += 97) expect(cellText(column, row)).toBe(rows[row]?.day);
  });

  it('are stored with their times where there is no file, or none that may be asked', () => {
    const content = Buffer.from(`${HEADER.join(',')}\n${recordsOf(ROWS)}`);
    const plan = valuePlan(new Map([[2, 'placed_days' as const]]), TABLE);
    const table = new KernelTable(kernelHere(), plan, () => 0);
    if (!table.feed(content, false) || !table.feed(new Uint8Array(0), true)) throw new Error('declined');
    const column = columnOf(table);
    expect(daysOf(column).times).toBeInstanceOf(Uint8Array);
    expect(textsOf(column)).toEqual(ROWS.map(({ day }) => day));
  });
});
